/** Good moments for a routine: after an injection, and around a tablet. All of it is inference, and said to be so. */
import { exposures } from "@unclench/knowledge";
import { routineFindingById } from "@unclench/knowledge/routines";
import { daysBetween, type LocalDate } from "@unclench/record";
import { catalogueTreatment, isBotulinum } from "../isItHelping/catalogueTreatment.ts";

export type Moment = {
  readonly about: "injection" | "tablet";
  readonly text: string;
  /** always so: no trial tested these moments */
  readonly inference: true;
  /** ids of `routineFindings` behind it */
  readonly findings: readonly string[];
};

const WINDOW = "re-bont-window";
const TABLET = "re-timing-after-medicine-unknown";

/** Weeks from the finding; a file without them is a fault of the data, which its own test names. */
export function windowWeeks(): { readonly from: number; readonly to: number } {
  const value = routineFindingById.get(WINDOW)?.value ?? {};
  const { window_from_week: from, window_to_week: to } = value;
  if (typeof from !== "number" || typeof to !== "number") throw new Error(`${WINDOW} has no weeks`);
  return { from, to };
}

/**
 * [AN-305] What the diary says about the moment: weeks 2 to 8 after the last injection of a botulinum toxin, and that
 * nobody has tested routines around a tablet.
 */
export function moments(
  medicines: readonly string[],
  injections: readonly { readonly date: LocalDate; readonly product: string }[],
  today: LocalDate | null,
): Moment[] {
  return [...afterInjection(injections, today), ...aroundTablet(medicines)];
}

function afterInjection(
  injections: readonly { readonly date: LocalDate; readonly product: string }[],
  today: LocalDate | null,
): Moment[] {
  if (today === null) return [];
  const last = injections
    .filter(({ date, product }) => date <= today && isBotulinum(product))
    .reduce<(typeof injections)[number] | null>(
      (latest, one) => (latest === null || one.date > latest.date ? one : latest),
      null,
    );
  if (last === null) return [];
  const weeks = daysBetween(last.date, today) / 7;
  const { from, to } = windowWeeks();
  if (weeks > to) return [];
  const since = `Your last injection (${last.product}) was ${weeksWords(Math.floor(weeks))}.`;
  const which =
    weeks < from
      ? `Weeks ${from} to ${to} after it may be the best time to practise: they are still ahead.`
      : `Weeks ${from} to ${to} after it may be the best time to practise: that is now.`;
  return [
    {
      about: "injection",
      text: `${since} ${which} That is an inference from when people feel it start and peak; it was not tested.`,
      inference: true,
      findings: [WINDOW],
    },
  ];
}

const weeksWords = (weeks: number): string =>
  weeks === 0 ? "less than a week ago" : weeks === 1 ? "a week ago" : `${weeks} weeks ago`;

function aroundTablet(medicines: readonly string[]): Moment[] {
  const known = medicines.flatMap((text) => {
    const treatment = catalogueTreatment(text, "medicine");
    const exposure = exposures.find(({ treatments }) => treatment !== null && treatments.includes(treatment));
    return treatment === null ? [] : [{ text, exposure }];
  });
  const [first] = known;
  if (first === undefined) return [];
  const [fact = ""] = first.exposure?.words.split(/(?<=\.)\s/) ?? [];
  return [
    {
      about: "tablet",
      text: `You take ${first.text}.${fact === "" ? "" : ` ${fact}`} Whether a routine does more once a dose has begun to work is plausible and was never tested: we found no study. Try it at that time for some days, and let your diary tell.`,
      inference: true,
      findings: [TABLET],
    },
  ];
}
