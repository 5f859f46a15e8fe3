/** The answer to "Is it helping me?" for a terminal. Its sentences come with the answer; here they get an order and a place. */
import {
  type CyclesAnswer,
  type CombinedAnswer,
  type HangsOn,
  type IsItHelping,
  measureWords,
  type TreatmentAnswer,
} from "@unclench/answers/is-it-helping";
import { counted, indented, oneLine, sections, stopping } from "./lines.ts";
import type { PersonalFiles } from "./personalFiles.ts";

/** An answer with what takes longer: whether it hangs on what was assumed. */
export type Page = IsItHelping & {
  readonly hangsOn: readonly HangsOn[];
  /** Only where it was asked for. */
  readonly cycles?: readonly CyclesAnswer[];
};

export function isItHelpingText(answer: Page, files: PersonalFiles): string {
  const { period, look, baseline, measure } = answer;
  const { low, high } = measureWords[measure];
  return sections(
    [
      `Is it helping? ${answer.measureName}, 0 (${low}) to 10 (${high}), as of ${look.date}`,
      `Check-ins from ${period.from} to ${period.to}: ${period.filled} of ${counted(period.days, "day")}.`,
      ...(files.isExample ? ["This is the made-up example, nobody's diary."] : []),
    ],
    ...answer.treatments.map((one) => [
      ...treatmentLines(one),
      ...checkLines(answer.hangsOn, [one.treatment]),
    ]),
    answer.combined.length > 0
      ? [
          "TOGETHER",
          ...answer.combined.flatMap((combined) => [
            combinedLine(combined),
            ...checkLines(answer.hangsOn, combined.treatments),
          ]),
        ]
      : [],
    ...(answer.cycles === undefined ? [] : cycleSections(answer.cycles)),
    [
      "THE DIARY",
      ...[
        ...answer.notes,
        `Without treatment your ${answer.measureName} would be about ${baseline.level.toFixed(1)} of 10. A change of ${baseline.smallestThatMatters.toFixed(1)} points counts as enough to matter. ${baseline.words}`,
        answer.expectation,
        answer.startingBelief,
        answer.falseAlarms,
      ].map((sentence) => indented(1, sentence)),
    ],
    ...files.remarks.map(({ file, sentences }) => [
      indented(0, `THE FILE ${file}`),
      ...sentences.map((sentence) => indented(1, sentence)),
    ]),
    [`As of ${look.date}; the next weekly look is on ${look.next}.`, stopping],
  );
}

function treatmentLines(one: TreatmentAnswer): string[] {
  return [
    indented(0, `${one.treatment}, ${one.kind}`),
    indented(1, one.sentence),
    indented(1, `Check-ins: ${one.days.before} without it, ${one.days.on} while it was working.`),
    ...one.notes.map((note) => indented(1, note)),
    ...one.assumed.map((assumption) => indented(1, `Assumed: ${assumption}`)),
  ];
}

const combinedLine = (combined: CombinedAnswer): string => indented(1, combined.sentence);

function checkLines(all: readonly HangsOn[], treatments: readonly string[]): string[] {
  const found = all.find((one) => one.treatments.join() === treatments.join());
  if (found === undefined) return [];
  const odd = found.oddDays.map(({ date, rating }) => `${date} (${rating} of 10)`);
  return [
    indented(1, found.headline),
    indented(2, found.base),
    ...found.checks.map(({ sentence, matters }) =>
      indented(2, matters ? `${sentence} This is another answer.` : sentence),
    ),
    ...(odd.length === 0 ? [] : [indented(2, `Odd days: ${odd.join(", ")}.`)]),
  ];
}

function cycleSections(all: readonly CyclesAnswer[]): string[][] {
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
