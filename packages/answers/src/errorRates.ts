/** [AN-94] The published error rates of the verdict, arranged for the page that shows them. */
import { exposures, treatments } from "@unclench/knowledge";
import { type ErrorRate, errorRates, fallsShort, isTelling, type OwnCurveRate } from "@unclench/response";
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
  /** as far as so few false alarms let it be known */
  readonly oracleFrom: number | null;
  readonly oracleTo: number | null;
  /** someone who knows all but the effect and how fast it comes, with as many false alarms */
  readonly untold: number | null;
  readonly hint: number;
  readonly notEnough: number;
};

export type RangeLine = {
  readonly situation: string;
  readonly held50: number;
  readonly held90: number;
  readonly held95: number;
};

/** A diary with an infection, written down or not. */
export type IllnessLine = {
  readonly situation: string;
  readonly helping: number;
  readonly worse: number;
  readonly notEnough: number;
};

/** Counts of spasms; `ratio` is the truth: 1 is no effect, 0.5 is half as many. */
export type CountLine = {
  readonly situation: string;
  readonly ratio: number;
  readonly helping: number;
  readonly worse: number;
  readonly held90: number;
};

export type CountRangeLine = {
  readonly situation: string;
  readonly held90: number;
};

/** What was said before a plan was carried out, and what came, of 100. */
export type ForetoldLine = {
  readonly situation: string;
  readonly helpingSaid: number;
  readonly helpingCame: number;
  readonly notEnoughSaid: number;
  readonly notEnoughCame: number;
};

/** Treatments that come and go in another way than the usual assumption, of 100 diaries. */
export type OwnCurveLine = {
  readonly situation: string;
  /** does nothing: ever told that it very probably helps, whatever trials had found */
  readonly alarms: number;
  /** the same while things get better anyway and bad spells are long */
  readonly misled: number;
  /** told that it does not help enough, after twelve weeks */
  readonly notEnough: number;
  /** one and a half points better: ever told so */
  readonly found: number;
};

/** Diaries that are kept for half a year and more, of 100. */
export type LongerLine = {
  readonly situation: string;
  /** ever told that it very probably helps: by twelve weeks, and by the end */
  readonly byTwelveWeeks: number;
  readonly ever: number;
  /** told so at the end */
  readonly atEnd: number;
  readonly worse: number;
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
  /** what is found where app and know-all raise as many false alarms as both can, up to 5 of 100 */
  readonly atCommonRateSentence: string;
  readonly illness: readonly IllnessLine[];
  readonly counts: readonly CountLine[];
  /** for people as the engine believes them to be */
  readonly countRanges: readonly CountRangeLine[];
  readonly foretold: readonly ForetoldLine[];
  readonly ownCurves: readonly OwnCurveLine[];
  readonly longer: readonly LongerLine[];
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
const MOST_FALSE_ALARMS = 5;

const atCommonRate: readonly number[] = errorRates.helping
  .filter(isTelling)
  .flatMap(({ helpingAtCommonRate: ours, oracleAtCommonRate: oracle }) =>
    ours === null || oracle === null || oracle === 0 ? [] : [(100 * ours) / oracle],
  );

function shortfallsOf(): string[] {
  const found: string[] = [];
  const narrow = ranges.filter(({ held90 }) => held90 < LEAST_HELD);
  if (narrow.length > 0) {
    const least = Math.round(Math.min(...narrow.map(({ held90 }) => held90)));
    found.push(
      `In ${narrow.length} of ${ranges.length} lines the 90 % ranges hold the truth in ${least} of 100 only (${narrow.map(({ situation }) => situation).join("; ")}): there the ranges are a little narrow.`,
    );
  }
  const [untold, told] = errorRates.illness;
  if (untold !== undefined && told !== undefined && untold.helping > MOST_FALSE_ALARMS)
    found.push(
      `An infection in the two weeks before the start makes a treatment that does nothing look like help in ${untold.helping} of 100 diaries if it was not written down, and in ${told.helping} of 100 if it was: write such days down.`,
    );
  const nothing = errorRates.longer.filter(({ effect }) => effect === 0);
  const often = nothing.filter(({ helping }) => helping > MOST_FALSE_ALARMS);
  if (often.length > 0)
    found.push(
      `Over half a year a treatment that does nothing was called a help in more than ${MOST_FALSE_ALARMS} of 100 diaries in ${often.length} of ${nothing.length} lines: ${often.map(({ situation, helping }) => `${situation} (${helping})`).join(" · ")}.`,
    );
  const behind = errorRates.helping.filter(({ helping, oracle }) => isBehind(helping, oracle));
  const surely = behind.filter(({ helping, oracleFrom }) => isBehind(helping, oracleFrom));
  if (surely.length > 0) {
    const share = (ours: number, other: number | null): number => Math.round((100 * ours) / other!);
    const named = surely.map(
      ({ situation, helping, oracle, untold }) =>
        `${situation} (${share(helping, oracle)}; ${share(helping, untold)})`,
    );
    found.push(
      `In ${surely.length} of ${errorRates.helping.length} lines help is found less than 85 times for every 100 times that someone finds it who knows all but the effect (second number: for every 100 of someone who, like the app, is not told how fast it works): ${named.join(" · ")}.`,
    );
  }
  const perhaps = behind.length - surely.length;
  if (perhaps > 0)
    found.push(
      `In ${perhaps} ${surely.length > 0 ? "more " : ""}it may be so: there the false alarms that both are held to are so few that the simulated diaries do not tell.`,
    );
  const counts = [...errorRates.counts, ...errorRates.countsBelieved];
  const narrowCounts = counts.filter(({ covered90 }) => covered90 < LEAST_HELD);
  if (narrowCounts.length > 0) {
    const least = Math.round(Math.min(...narrowCounts.map(({ covered90 }) => covered90)));
    found.push(
      `In ${narrowCounts.length} of ${counts.length} lines of counted spasms the 90 % ranges hold the truth in ${least} of 100 only: ${narrowCounts.map(({ situation }) => situation).join(" · ")}.`,
    );
  }
  return found;
}

const isBehind = (ours: number, oracle: number | null): boolean =>
  oracle !== null && fallsShort(ours, oracle);

const alarmLine = (rate: ErrorRate): AlarmLine => ({
  situation: rate.situation,
  ours: worstFalseAlarm(rate),
  tTest: rate.welch,
  autoregressive: rate.gls,
  worse: rate.worse,
  hint: rate.hint,
  withheld: rate.withheldAtEnd,
});

/** What the curves are of, by name. */
function namesOf(curves: readonly string[]): string {
  const ids = exposures.flatMap((exposure) => (curves.includes(exposure.id) ? exposure.treatments : []));
  return treatments
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(" · ");
}

const ownCurveLine = ({ curves, useless, misled, helping }: OwnCurveRate): OwnCurveLine => ({
  situation: namesOf(curves),
  alarms: worstFalseAlarm(useless),
  misled: worstFalseAlarm(misled),
  notEnough: useless.notEnoughAtEnd,
  found: helping.helping,
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
    oracleFrom: rate.oracleFrom,
    oracleTo: rate.oracleTo,
    untold: rate.untold,
    hint: rate.hint,
    notEnough: rate.notEnoughAtEnd,
  })),
  ranges,
  atCommonRateSentence: `The app is stricter than it has to be in most of these lines. If it and someone who knows all but the effect were both allowed as many false alarms as both can raise, up to 5 in 100, it would find ${rangeOf(atCommonRate)} for every 100 found there (effects of 1 to 2 points).`,
  illness: errorRates.illness.map((rate) => ({
    situation: rate.situation,
    helping: rate.helping,
    worse: rate.worse,
    notEnough: rate.notEnoughAtEnd,
  })),
  counts: errorRates.counts.map(({ situation, ratio, helping, worse, covered90 }) => ({
    situation,
    ratio,
    helping,
    worse,
    held90: covered90,
  })),
  countRanges: errorRates.countsBelieved.map(({ situation, covered90 }) => ({
    situation,
    held90: covered90,
  })),
  foretold: errorRates.foretold.map(({ diaries: _, ...line }) => line),
  ownCurves: errorRates.ownCurves.map(ownCurveLine),
  longer: errorRates.longer.map((rate) => ({
    situation: rate.situation,
    byTwelveWeeks: rate.helpingByTwelveWeeks,
    ever: rate.helping,
    atEnd: rate.helpingAtEnd,
    worse: rate.worse,
  })),
  shortfalls: shortfallsOf(),
};
