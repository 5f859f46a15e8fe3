/** `unclench prove`: how often a verdict and a warning are wrong, as published, and how to find out again. */
import { type AlertRates, alertRates } from "@unclench/answers/alert-rates";
import { type Proof, proof } from "@unclench/answers/error-rates";
import { answer, type Command, fault } from "../command.ts";
import { indented, sections } from "../lines.ts";

const help = `unclench prove [--json]

How often "Is it helping?" is wrong: false alarms, help found, and how often its ranges hold the truth, in simulated
diaries whose truth is known. These are the figures that were published with this version; to simulate them again, run

  npm run prove                  in the folder of the source; it takes an hour and writes docs/proof
  npm run prove -- --diaries 200 a rougher one

And how often the warnings of "What should I avoid?" are right, on labelled lists of medicines; npm run bench counts again.

  --json  the figures as JSON`;

const again =
  "To simulate all of it again: npm run prove, in the folder of the source. It takes an hour and writes docs/proof/verdicts.md.";

const rounded = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

const warnings = ({ title, lead, sentences, lines, everyday, misses, limits }: AlertRates): string[][] => [
  [title.toUpperCase(), lead, ...sentences],
  [
    "WARNINGS, of 100 (the middle 95 % in brackets)",
    ...lines.map(({ what, count, of100, range }) => indented(1, `${of100} (${range})  ${what}: ${count}`)),
  ],
  [
    "WARNINGS ON 100 EVERYDAY LISTS",
    ...everyday.map(({ grade, alerts }) => indented(1, `${alerts}  ${grade}`)),
  ],
  ["NOT AS THE SOURCES ASK", ...misses.map((miss) => indented(1, miss))],
  limits.slice(),
];

const text = (found: Proof): string => {
  const { diaries, weeks, alarms, power, ranges, falseAlarms, tTestSentence } = found;
  const { atCommonRateSentence, illness, counts, countRanges, foretold, ownCurves, longer } = found;
  return sections(
    [
      `How often is it wrong? ${diaries} or more simulated diaries of each kind, looked at once a week for ${weeks} weeks.`,
    ],
    [falseAlarms, tTestSentence],
    [
      "A TREATMENT THAT DOES NOTHING: of 100 diaries, ever told “very probably helping” (a plain t-test in brackets)",
      ...alarms.map(({ situation, ours, tTest }) =>
        indented(1, `${rounded(ours)} (${rounded(tTest)})  ${situation}`),
      ),
    ],
    [
      "A TREATMENT THAT HELPS: of 100 diaries, ever told so (in brackets: someone who knows all but the effect; who does not know its speed either)",
      ...power.map(({ situation, ours, oracle, untold }) =>
        indented(
          1,
          `${rounded(ours)} (${oracle === null || untold === null ? "not simulated" : `${rounded(oracle)}; ${rounded(untold)}`})  ${situation}`,
        ),
      ),
      atCommonRateSentence,
    ],
    [
      "RANGES: of 100 ranges of 50, 90 and 95 %, how many hold the truth",
      ...ranges.map(({ situation, held50, held90, held95 }) =>
        indented(1, `${rounded(held50)}, ${rounded(held90)}, ${rounded(held95)}  ${situation}`),
      ),
    ],
    [
      "MEDICINES THAT COME AND GO IN THEIR OWN WAY: does nothing, of 100 diaries ever told “very probably helping” (in brackets: getting better anyway, long bad spells); 1.5 points better, ever told so",
      ...ownCurves.map(({ situation, alarms, misled, found }) =>
        indented(1, `${rounded(alarms)} (${rounded(misled)}); ${rounded(found)}  ${situation}`),
      ),
    ],
    [
      "DIARIES THAT GO ON FOR HALF A YEAR: of 100 diaries, ever told “very probably helping” (in brackets: by twelve weeks), told so at the end; ever “worse”",
      ...longer.map(({ situation, byTwelveWeeks, ever, atEnd, worse }) =>
        indented(
          1,
          `${rounded(ever)} (${rounded(byTwelveWeeks)}), ${rounded(atEnd)}; ${rounded(worse)}  ${situation}`,
        ),
      ),
    ],
    [
      "AN INFECTION IN THE DIARY: of 100 diaries, ever told “very probably helping” (ever “worse” in brackets)",
      ...illness.map(({ situation, helping, worse }) =>
        indented(1, `${rounded(helping)} (${rounded(worse)})  ${situation}`),
      ),
    ],
    [
      "COUNTS OF SPASMS: of 100 diaries, ever told “very probably helping”, ever “worse”; of 100 ranges of 90 %, how many hold the truth",
      ...counts.map(({ situation, helping, worse, held90 }) =>
        indented(1, `${rounded(helping)}, ${rounded(worse)}; ${rounded(held90)}  ${situation}`),
      ),
    ],
    [
      "RANGES OF COUNTS, for people who differ as the app believes: of 100 ranges of 90 %, how many hold the truth",
      ...countRanges.map(({ situation, held90 }) => indented(1, `${rounded(held90)}  ${situation}`)),
    ],
    [
      "SAID BEFOREHAND, AND WHAT CAME: of 100 plans, ended with “very probably helping”; with “not helping enough to notice”",
      ...foretold.map((line) =>
        indented(
          1,
          `said ${rounded(line.helpingSaid)}, came ${rounded(line.helpingCame)}; said ${rounded(line.notEnoughSaid)}, came ${rounded(line.notEnoughCame)}  ${line.situation}`,
        ),
      ),
    ],
    [again],
    ...warnings(alertRates),
  );
};

export const prove: Command = {
  help,
  options: { json: { type: "boolean" } },
  run(typed) {
    const [extra] = typed.positionals;
    if (extra !== undefined)
      return fault(`prove takes no file; "${extra}" is too much (unclench prove --help).`);
    return answer(
      typed.values.json === true
        ? JSON.stringify({ ...proof, again, warnings: alertRates }, null, 2)
        : text(proof),
    );
  },
};
