/** Injection cycles for a terminal. */
import type { CyclesAnswer } from "@unclench/answers/is-it-helping";
import { indented, oneLine } from "./lines.ts";

export function cycleSections(all: readonly CyclesAnswer[]): string[][] {
  if (all.length === 0)
    return [["INJECTION BY INJECTION", indented(1, "No injection of a botulinum toxin lies in this diary.")]];
  return all.flatMap((one) => [
    [
      `INJECTION BY INJECTION: ${oneLine(one.treatment)}`,
      indented(1, one.headline),
      ...(one.weakerSince === null ? [] : [indented(1, one.weakerSince.sentence)]),
      ...one.cycles.flatMap(({ sentence, againstEarlier }) => [
        indented(1, sentence),
        ...(againstEarlier === null ? [] : [indented(2, againstEarlier.sentence)]),
      ]),
      indented(1, one.next.sentence),
      ...one.assumed.map((assumption) => indented(1, `Assumed: ${assumption}`)),
    ],
    [
      "WHEN AN INJECTION DISAPPOINTS",
      ...one.reasons.flatMap(({ reason, ask, fits, certainty, sources }) => [
        indented(1, fits ? `Your diary points here. ${reason}` : reason),
        indented(2, `Ask: ${ask}`),
        indented(
          2,
          `${certainty} Sources: ${sources.map(({ title, year }) => `${title} (${year})`).join("; ")}`,
        ),
      ]),
    ],
  ]);
}
