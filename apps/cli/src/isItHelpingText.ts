/** The answer to "Is it helping me?" for a terminal. Its sentences come with the answer; here they get an order and a place. */
import {
  type AllMeasures,
  type CyclesAnswer,
  type CombinedAnswer,
  type HangsOn,
  type IsItHelping,
  measureWords,
  type TreatmentAnswer,
} from "@unclench/answers/is-it-helping";
import type { FairTestPlanned } from "@unclench/answers/fair-test";
import { cycleSections } from "./cyclesText.ts";
import { counted, indented, sections, stopping } from "./lines.ts";
import type { PersonalFiles } from "./personalFiles.ts";

/** An answer with what takes longer: whether it hangs on what was assumed. */
export type Page = IsItHelping & {
  readonly hangsOn: readonly HangsOn[];
  /** Only where it was asked for. */
  readonly cycles?: readonly CyclesAnswer[];
  readonly fairTests?: readonly FairTestPlanned[];
};

export function isItHelpingText(answer: Page, files: PersonalFiles): string {
  const { period, look, baseline, measure } = answer;
  const { low, high } = measureWords[measure];
  return sections(
    [
      `Is it helping? ${answer.measureName}, 0 (${low}) to 10 (${high}), as of ${look.date}`,
      `Check-ins from ${period.from} to ${period.to}: ${period.filled} of ${counted(period.days, "day")}.`,
      ...(files.isExample ? ["This is the made-up example, nobody's diary."] : []),
      ...peopleLines(answer),
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
    ...(answer.fairTests === undefined ? [] : [planLines(answer), ...answer.fairTests.map(fairTestLines)]),
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
    ...(one.speedSentence === null ? [] : [indented(1, one.speedSentence)]),
    ...(one.trials === null ? [] : [indented(1, one.trials.sentence)]),
    ...(one.withoutTrials === null ? [] : [indented(1, `Without the trials: ${one.withoutTrials.sentence}`)]),
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
      indented(2, matters ? `${sentence} This makes a difference.` : sentence),
    ),
    ...(odd.length === 0 ? [] : [indented(2, `Odd days: ${odd.join(", ")}.`)]),
  ];
}

/** Whose trials went in; that none did is said too. */
function peopleLines({ about, withTrials, treatments }: Page): string[] {
  if (!withTrials) return ["No trial went in: --no-trials."];
  if (about === null) return ["No trial went in: for that, give --condition and --pattern."];
  const without = treatments.filter(({ trials }) => trials === null).map(({ treatment }) => treatment);
  return [
    `Starting from what trials found for ${about.condition}, ${about.pattern}.`,
    ...(without.length === 0 ? [] : [indented(0, `No trial went in for ${without.join(", ")}.`)]),
  ];
}

function planLines({ treatments }: Page): string[] {
  const needed = treatments.map(({ treatment, daysNeeded, verdict }) =>
    daysNeeded === null
      ? `${treatment}: ${["not-yet", "unclear", "leaning"].includes(verdict) ? "no number of days up to 12 weeks; see its notes" : "no more days are needed for this answer"}.`
      : `${treatment}: about ${counted(daysNeeded, "more day")}, going on as now.`,
  );
  return ["HOW MANY MORE DAYS", ...needed.map((line) => indented(1, line))];
}

function fairTestLines(planned: FairTestPlanned): string[] {
  if (!planned.ok) return ["A FAIR TEST", indented(1, planned.error.sentence)];
  const { treatment, sentence, askFirst, basis, why, power, blocks, seedSentence, sources } = planned.value;
  return [
    indented(0, `A FAIR TEST OF ${treatment}`),
    indented(1, sentence),
    indented(1, `${askFirst} ${basis}`),
    ...power.map((one) => indented(1, one.sentence)),
    ...blocks.map(({ from, to, on }) => indented(2, `${from} to ${to}: ${on ? "with" : "without"}`)),
    indented(1, seedSentence),
    indented(1, `Why it may be left out: ${why}`),
    ...sources.map(({ title, year, readWords }) =>
      indented(2, `${title} (${year ?? "no year"}). ${readWords}.`),
    ),
  ];
}

/** All measures: the sentence of gain and price, then each measure as if it had been asked for alone. */
export function allMeasuresText(all: AllMeasures, answers: readonly Page[], files: PersonalFiles): string {
  const rule = "-".repeat(72);
  return [
    sections(
      ["GAIN AND PRICE", ...all.treatments.map(({ sentence }) => indented(1, sentence))],
      [indented(1, all.answersSentence)],
    ),
    ...answers.map((page) => isItHelpingText(page, files)),
  ].join(`\n\n${rule}\n\n`);
}
