/** `of="false-alarms"`: how often the verdict praises what does nothing, and how often a plain comparison does. */
import { USUAL_SITUATION } from "@unclench/response";
import { type AlarmLine, proof } from "../../errorRates.ts";
import { fault, type FigureKind, made, withoutStop } from "./kind.ts";

/** The situations that people know, in plain words; all others stand on the page of the proof. */
const told: readonly (readonly [situation: string, words: string])[] = [
  [USUAL_SITUATION, "an ordinary diary"],
  ["begun in a bad week", "begun in a bad week"],
  ["getting better anyway, 0.3 points a month", "getting better anyway"],
  ["worse at weekends by 1 point", "worse at weekends"],
  ["another treatment that helps began 7 days later", "something else that helps began a week later"],
  ["a slow drift of its own (random walk and noise)", "a slow drift of its own"],
];

const lines = (): { readonly words: string; readonly line: AlarmLine }[] =>
  told.map(([situation, words]) => {
    const line = proof.alarms.find((one) => one.situation === situation);
    // A situation that is no longer simulated is a fault of ours: the build names it.
    if (line === undefined) throw new Error(`no simulated situation "${situation}"`);
    return { words, line };
  });

const rate = (of100: number): string => `${of100.toFixed(1)} of 100`;
const rates = (pick: (line: AlarmLine) => number): readonly number[] => proof.alarms.map(pick);

const shown: Readonly<Record<string, () => string>> = {
  usual: () => rate(lines()[0]?.line.ours ?? Number.NaN),
  "usual-t-test": () => rate(lines()[0]?.line.tTest ?? Number.NaN),
  highest: () => rate(Math.max(...rates(({ ours }) => ours))),
  "t-test-range": () => {
    const all = rates(({ tTest }) => tTest);
    return `${Math.round(Math.min(...all))} to ${Math.round(Math.max(...all))} of 100`;
  },
  "bad-week": () => rate(lines()[1]?.line.ours ?? Number.NaN),
  "bad-week-t-test": () => rate(lines()[1]?.line.tTest ?? Number.NaN),
  sentence: () => withoutStop(proof.falseAlarms),
  situations: () => `${proof.alarms.length} situations`,
  diaries: () => `${proof.diaries.toLocaleString("en")} diaries`,
  weeks: () => `${proof.weeks} weeks`,
};

export const falseAlarmsFigure: FigureKind = {
  of: "false-alarms",
  about:
    "How often a treatment that does nothing is praised: by the verdict, and by a plain before-and-after comparison.",
  places: ["inline", "block"],
  arguments: [
    { name: "show", about: "within a line: which part", required: false, choices: Object.keys(shown) },
  ],
  make({ show = "usual" }, place) {
    const title = "A treatment that does nothing";
    if (place === "inline") {
      const text = shown[show]?.();
      return text === undefined ? fault(`there is no “${show}”.`) : made(title, text);
    }
    return made(title, `${proof.falseAlarms} ${proof.tTestSentence}`, {
      table: {
        caption: "Diaries of 100 in which “it helps” was said of a treatment that does nothing",
        head: ["How the days went", "This app", "Before against after"],
        rows: lines().map(({ words, line }) => [words, line.ours.toFixed(1), line.tTest.toFixed(1)]),
      },
      picture: {
        type: "alarms",
        caption:
          "Filled dot: this app. Ring: a plain comparison of before with after. The line stands at 5 of 100.",
        head: ["How the days went", "This app", "Before against after"],
        lines: lines().map(({ words, line }) => ({ label: words, ours: line.ours, other: line.tTest })),
      },
      more: { to: "/show-me", text: "Every situation, and how it was simulated" },
    });
  },
};
