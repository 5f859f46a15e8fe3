/** The sentences about injection cycles. */
import type { LocalDate, Measure } from "@unclench/record";
import { dateWords } from "../dates.ts";
import type { CycleLine, DateRange, NextInjection, Size } from "./cycleTypes.ts";
import { effectSentence, outOf100 } from "./words.ts";

const points = (value: number): string => Math.abs(value).toFixed(1);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const around = ({ dates }: DateRange): string =>
  `${dateWords(dates.likely)} (${dateWords(dates.from)} to ${dateWords(dates.to)})`;

/** [AN-111] One cycle in words; how much only from enough check-ins, when only where there is relief. */
export function cycleSentence({
  measure,
  date,
  ratedDays,
  fewest,
  effect,
  told,
  when,
}: {
  measure: Measure;
  date: LocalDate;
  ratedDays: number;
  fewest: number;
  effect: Size;
  told: boolean;
  when: CycleLine["when"];
}): string {
  const lead = `Injection of ${dateWords(date)}:`;
  if (!told)
    return `${lead} ${ratedDays} check-in${ratedDays === 1 ? "" : "s"} after it; ${fewest} are needed to say anything.`;
  const size = lowerFirst(effectSentence(measure, effect));
  if (when === null) return `${lead} no clear relief. At its peak ${size}`;
  const learnt = when.ownSpeed ? "" : " The dates are mostly those of the average injection.";
  return `${lead} at its peak ${size} Half there ${around(when.onset)}, strongest ${around(when.peak)}, half gone ${around(when.wearOff)}.${learnt}`;
}

export const againstEarlierSentence = ({
  weaker,
  shorter,
}: {
  readonly weaker: number;
  readonly shorter: number;
}): string =>
  `Against the earlier ones: the chance that it is weaker is ${outOf100(weaker)}, that it lasts shorter ${outOf100(shorter)}.`;

export const weakerSinceSentence = (date: LocalDate, { q05, q50, q95 }: Size): string =>
  `Since the injection of ${dateWords(date)} the relief has been weaker than before: by about ${points(q50)} points (likely between ${points(Math.max(q05, 0))} and ${points(q95)}).`;

export const usualIntervalSentence = (date: LocalDate): string =>
  `No next injection is written down. At the usual interval it would be on ${dateWords(date)}.`;

export const noNextSentence =
  "No next injection is written down, and one injection has no usual interval yet. Add the date under My treatments to see whether the relief will last until then.";

export const tooEarlyForNextSentence = "It is too early to say whether the relief will last until then.";
export const noReliefForNextSentence = "The diary shows no clear relief, so there is no end of it to name.";

/** [AN-113] Does half of the relief end before the next injection? */
export function endsBeforeSentence(chance: number, date: LocalDate): string {
  const on = dateWords(date);
  const in100 = outOf100(chance);
  if (chance >= 0.9) return `Half of the relief will very probably be gone before ${on} (chance ${in100}).`;
  if (chance >= 0.5) return `Half of the relief may be gone before ${on} (chance ${in100}).`;
  return `More than half of the relief probably lasts until ${on} (chance that it does not: ${in100}).`;
}

/** The sentence that stands first: weaker, wearing off too soon, or the relief of the last one. */
export function cyclesHeadline(
  cycles: readonly CycleLine[],
  weakerSince: LocalDate | null,
  next: NextInjection,
): string {
  if (weakerSince !== null) return `The injections have been weaker since ${dateWords(weakerSince)}.`;
  const latest = cycles.at(-1);
  if (latest === undefined || latest.effect === null) return "Too early to say of the last injection.";
  if (latest.when === null) return "The last injection shows no clear relief.";
  if (next.reliefEndsBefore !== null && next.reliefEndsBefore >= 0.5 && next.date !== null)
    return "The relief may end before the next injection.";
  return `The relief of the last injection is half gone about ${dateWords(latest.when.wearOff.dates.likely)}.`;
}

export const reasonCertainty = {
  expert: "Put together from what the sources found; not tested itself.",
  low: "Counted in a study, with weak certainty.",
} as const;
