/** Which options are weighed: those that the reader named, or those of which a gain is known. */
import { treatments } from "@unclench/knowledge";
import { treatmentCalled } from "../sideBySide/called.ts";
import type { Row, WhatWorks } from "../whatWorks/types.ts";
import { NOTHING_MORE } from "./measure.ts";
import type { MattersError } from "./types.ts";

export const MOST_OPTIONS = 8;
const FEWEST_OPTIONS = 2;

export type Candidate = Pick<Row, "treatment" | "name" | "brands" | "synonyms" | "outcomes">;

type Picked =
  | {
      readonly ok: true;
      readonly options: readonly Candidate[];
      readonly apart: { readonly names: readonly string[]; readonly why: string };
    }
  | { readonly ok: false; readonly error: MattersError };

const fault = (type: MattersError["type"], sentence: string): Picked => ({
  ok: false,
  error: { type, sentence },
});

/** Every treatment of the page in the order of the catalogue, doing nothing more last. */
export function candidatesOf(page: WhatWorks): Candidate[] {
  const nothing = treatments.find(({ id }) => id === NOTHING_MORE);
  if (nothing === undefined) throw new Error("the catalogue has no doing nothing more");
  return [
    ...page.rows,
    { treatment: nothing.id, name: nothing.name, brands: [], synonyms: [], outcomes: [] },
  ];
}

/** [AN-151] Those with a gain that can be weighed, and doing nothing more; at most eight. */
export function defaultOptions(
  candidates: readonly Candidate[],
  hasGain: (option: Candidate) => boolean,
): Picked {
  const nothing = candidates.filter(({ treatment }) => treatment === NOTHING_MORE);
  const treated = candidates.filter(({ treatment }) => treatment !== NOTHING_MORE);
  const weighed = treated.filter(hasGain).slice(0, MOST_OPTIONS - nothing.length);
  if (weighed.length === 0)
    return fault(
      "TooFewOptions",
      "No treatment here has a gain in figures that can be weighed against doing nothing more. That is not the same as “does not work”.",
    );
  return {
    ok: true,
    options: [...weighed, ...nothing],
    apart: {
      names: treated.filter((option) => !weighed.includes(option)).map(({ name }) => name),
      why: "Not weighed here, because no gain in figures that can be weighed was found",
    },
  };
}

/** [AN-151] Those that the reader named, in the order of the catalogue; without any figure they stand apart. */
export function chosenOptions(
  candidates: readonly Candidate[],
  names: readonly string[],
  hasFigure: (option: Candidate) => boolean,
): Picked {
  const chosen = new Set<Candidate>();
  for (const name of names.map((one) => one.trim()).filter((one) => one !== "")) {
    const option = treatmentCalled(candidates, name);
    if ("sentence" in option) return { ok: false, error: option };
    if (chosen.has(option))
      return fault("SameTreatmentTwice", `${option.name} is named twice. Name each treatment once.`);
    chosen.add(option);
  }
  if (chosen.size > MOST_OPTIONS)
    return fault(
      "TooManyOptions",
      `At most ${MOST_OPTIONS} options are weighed; ${chosen.size} were named. Leave ${chosen.size - MOST_OPTIONS} out.`,
    );
  const inOrder = candidates.filter((option) => chosen.has(option));
  const options = inOrder.filter((option) => option.treatment === NOTHING_MORE || hasFigure(option));
  const without = inOrder.filter((option) => !options.includes(option)).map(({ name }) => name);
  if (options.length < FEWEST_OPTIONS)
    return fault(
      "TooFewOptions",
      `At least ${FEWEST_OPTIONS} options with figures are needed${without.length === 0 ? "" : `; without any here: ${without.join(", ")}`}. Add “doing nothing more” (nothing-more), or a treatment with figures.`,
    );
  return {
    ok: true,
    options,
    apart: { names: without, why: "Not weighed, because no figure for these wishes was found here" },
  };
}
