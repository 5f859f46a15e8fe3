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
};

const rangeOf = (values: readonly number[]): string =>
  `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`;

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
  ranges: errorRates.believed.flatMap(({ situation, covered }) =>
    covered === null ? [] : [{ situation, held50: covered[50], held90: covered[90], held95: covered[95] }],
  ),
};
