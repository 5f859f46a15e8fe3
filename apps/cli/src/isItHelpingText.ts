/** The answer to "Is it helping me?" for a terminal. Its sentences come with the answer; here they get an order and a place. */
import {
  type CombinedAnswer,
  type IsItHelping,
  measureWords,
  type TreatmentAnswer,
} from "@unclench/answers/is-it-helping";
import { counted, indented, sections, stopping } from "./lines.ts";
import type { PersonalFiles } from "./personalFiles.ts";

export function isItHelpingText(answer: IsItHelping, files: PersonalFiles): string {
  const { period, look, baseline, measure } = answer;
  const { low, high } = measureWords[measure];
  return sections(
    [
      `Is it helping? ${answer.measureName}, 0 (${low}) to 10 (${high}), as of ${look.date}`,
      `Check-ins from ${period.from} to ${period.to}: ${period.filled} of ${counted(period.days, "day")}.`,
      ...(files.isExample ? ["This is the made-up example, nobody's diary."] : []),
    ],
    ...answer.treatments.map(treatmentLines),
    answer.combined.length > 0 ? ["TOGETHER", ...answer.combined.map(combinedLine)] : [],
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
