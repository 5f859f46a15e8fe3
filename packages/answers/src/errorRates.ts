/** [AN-94] The published error rates of the verdict, arranged for the page that shows them. */
import { type ErrorRate, errorRates } from "@unclench/response";
import { falseAlarmSentence, worstFalseAlarm } from "./isItHelping/words.ts";

export const falseAlarms: string = falseAlarmSentence(errorRates);

/** A treatment that does nothing: of 100 diaries, how many were ever told that it very probably helps. */
export type AlarmLine = {
  readonly situation: string;
  /** whatever trials had found: the worst of the starting beliefs */
  readonly ours: number;
  readonly tTest: number;
  readonly autoregressive: number;
  readonly worse: number;
  readonly hint: number;
  readonly withheld: number;
};

/** A treatment that helps: of 100 diaries, how many were ever told so. */
export type PowerLine = {
  readonly situation: string;
  /** points better; positive */
  readonly effect: number;
  readonly ours: number;
  /** someone who knows all but the effect, with as many false alarms; null where no like situation was simulated */
  readonly oracle: number | null;
  readonly hint: number;
  readonly notEnough: number;
};

export type RangeLine = {
  readonly situation: string;
  readonly held50: number;
  readonly held90: number;
  readonly held95: number;
};

export type Proof = {
  readonly diaries: number;
  readonly compared: number;
  readonly weeks: number;
  readonly falseAlarms: string;
  readonly tTestSentence: string;
  readonly alarms: readonly AlarmLine[];
  readonly power: readonly PowerLine[];
  /** for people as the engine believes them to be */
  readonly ranges: readonly RangeLine[];
  /** where it is not as good as it ought to be, in words */
  readonly shortfalls: readonly string[];
};

const rangeOf = (values: readonly number[]): string =>
  `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`;

const ranges: readonly RangeLine[] = errorRates.believed.flatMap(({ situation, covered }) =>
  covered === null ? [] : [{ situation, held50: covered[50], held90: covered[90], held95: covered[95] }],
);

/** Below these marks a figure is said to fall short. */
const LEAST_HELD = 88;
const LEAST_OF_ORACLE = 0.85;

function shortfallsOf(): string[] {
  const found: string[] = [];
  const narrow = ranges.filter(({ held90 }) => held90 < LEAST_HELD);
  if (narrow.length > 0) {
    const least = Math.round(Math.min(...narrow.map(({ held90 }) => held90)));
    found.push(
      `In ${narrow.length} of ${ranges.length} lines the middle 90 % hold the truth in ${least} of 100 only (${narrow.map(({ situation }) => situation).join("; ")}): there the ranges are a little narrow.`,
    );
  }
  const behind = errorRates.helping.flatMap(({ situation, helping, oracle }) =>
    oracle !== null && helping < LEAST_OF_ORACLE * oracle - 1 ? [{ situation, share: helping / oracle }] : [],
  );
  if (behind.length > 0) {
    const least = Math.round(100 * Math.min(...behind.map(({ share }) => share)));
    found.push(
      `In ${behind.length} of ${errorRates.helping.length} lines help is found less than 85 times for every 100 times that someone finds it who knows all but the effect, at worst ${least} times: ${behind.map(({ situation }) => situation).join(" · ")}.`,
    );
  }
  return found;
}

const alarmLine = (rate: ErrorRate): AlarmLine => ({
  situation: rate.situation,
  ours: worstFalseAlarm(rate),
  tTest: rate.welch,
  autoregressive: rate.gls,
  worse: rate.worse,
  hint: rate.hint,
  withheld: rate.withheldAtEnd,
});

export const proof: Proof = {
  diaries: errorRates.diaries,
  compared: errorRates.compared,
  weeks: Math.round(errorRates.days / 7),
  falseAlarms,
  tTestSentence: `A plain comparison of the days before with the days after says “it helps” of a treatment that does nothing in ${rangeOf(errorRates.useless.map(({ welch }) => welch))} of 100 of the same diaries.`,
  alarms: errorRates.useless.map(alarmLine),
  power: errorRates.helping.map((rate) => ({
    situation: rate.situation,
    effect: -rate.effect,
    ours: rate.helping,
    oracle: rate.oracle,
    hint: rate.hint,
    notEnough: rate.notEnoughAtEnd,
  })),
  ranges,
  shortfalls: shortfallsOf(),
};
