/** The sentences of "Is it helping me?". The verdict and its figures come from `response`; here they become words. */
import type { Measure } from "@unclench/record";
import {
  type ErrorRate,
  type ErrorRates,
  LIKELY,
  type Marks,
  type NormalPrior,
  type NotYetReason,
  USUAL_SITUATION,
  type VerdictName,
} from "@unclench/response";
import { measureWords } from "./measureWords.ts";
import type { TrialsBelief } from "./trialsBelief.ts";

export const verdictSentence: Readonly<Record<VerdictName, string>> = {
  "not-yet": "Too early to say.",
  "helping-clearly": "Very probably helping, and enough to matter.",
  helping: "Very probably helping.",
  leaning: "It may be helping.",
  "not-enough": "Probably not helping enough to notice.",
  worse: "Your days are worse with it. Talk to the people who treat you.",
  unclear: "Cannot tell yet.",
  inseparable: "Cannot be told apart from something else you started.",
};

const size = (points: number): string => Math.abs(points).toFixed(1);

/** "About 1.6 points less stiffness of 10 (likely between 0.7 and 2.5 less)." */
export function effectSentence(measure: Measure, effect: { q05: number; q50: number; q95: number }): string {
  const words = measureWords[measure];
  const side = (value: number): string => (value <= 0 ? words.less : words.more);
  const range =
    effect.q95 <= 0
      ? `likely between ${size(effect.q95)} and ${size(effect.q05)}`
      : effect.q05 >= 0
        ? `likely between ${size(effect.q05)} and ${size(effect.q95)}`
        : `likely between ${size(effect.q05)} ${words.less} and ${size(effect.q95)} ${words.more}`;
  return `About ${size(effect.q50)} points ${side(effect.q50)}, of 10 (${range}).`;
}

/** A chance as people say it; never 0 and never 100. */
export const outOf100 = (probability: number): string => {
  const whole = Math.round(probability * 100);
  if (whole >= 100) return "more than 99 in 100";
  if (whole <= 0) return "less than 1 in 100";
  return `${whole} in 100`;
};

export const probabilitySentences = (
  probabilities: { helps: number; helpsEnough: number; notEnough: number; worse: number },
  smallestThatMatters: number,
): string[] => [
  `The chance that it helps at all is ${outOf100(probabilities.helps)}.`,
  `The chance that it helps enough to matter (${size(smallestThatMatters)} points or more) is ${outOf100(probabilities.helpsEnough)}.`,
];

/**
 * [AN-485] What "very probably helping" asks for in this diary, and where it stands. The size is asked for in points, and where
 * half of what matters is more than that, also in that.
 */
export function askedSentence(
  chance: { helpsSome: number; helpsHalf: number },
  { marks, mcid }: { marks: Marks; mcid: number },
): string {
  const why =
    "the longer your good and bad spells last and the larger your ups and downs, the more is asked, and a little more after twelve weeks of diary";
  const asked = `“Very probably helping” asks, at two weekly looks in a row, for a chance of ${outOf100(marks.helps)} that it helps by ${size(marks.size)} points or more (${why})`;
  const half = mcid / 2;
  // What reads the same need not be asked for twice.
  if (half <= marks.size || size(half) === size(marks.size))
    return `${asked}. Here it is ${outOf100(chance.helpsSome)}.`;
  return `${asked}, and of ${outOf100(LIKELY)} that it helps by ${size(half)} points or more, half of what matters. Here it is ${outOf100(chance.helpsSome)} and ${outOf100(chance.helpsHalf)}.`;
}

/** [AN-486] What shows a help for the first time. */
export const secondLookSentence =
  "This look shows enough for “very probably helping”, the one a week before did not yet. If the next one shows it again, it will be called that: what looks like help by chance is often gone a week later.";

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const thereAre = (count: number, word: string): string =>
  `There ${count === 1 ? "is" : "are"} ${plural(count, word)}`;

export function reasonSentence(reason: NotYetReason, treatment: string): string {
  switch (reason.type) {
    case "baselineDays":
      return `${thereAre(reason.have, "day")} with a check-in without ${treatment}; ${reason.need} are needed to compare with.`;
    case "treatmentDays":
      return `${thereAre(reason.have, "day")} with a check-in while ${treatment} was working; ${reason.need} are needed.`;
    case "daysFilled":
      return `${Math.round(reason.have * 100)} of 100 days have a check-in; ${Math.round(reason.need * 100)} of 100 are needed.`;
  }
}

/** [AN-34] How long until the answer may be settled, for someone who goes on as now. */
export function daysNeededSentence(days: number | null, everyDay: boolean): string {
  if (days === null) return "Going on as now, up to 12 more weeks of check-ins may not settle it.";
  return everyDay
    ? `About ${plural(days, "more day")}, each with a check-in, may settle it.`
    : `About ${plural(days, "more day")} of check-ins may settle it.`;
}

export const notTakenSentence = (treatment: string): string =>
  `You were not taking ${treatment} on the day of this look, so how many more days it would need was not worked out.`;

/** In how many simulated diaries a treatment that does nothing was ever called a help or a hint of one. */
export function hintSentence({ useless, days }: Pick<ErrorRates, "useless" | "days">): string {
  const hints = useless.map(({ hint }) => hint);
  return `A hint like this, or more, also shows up at some time within ${Math.round(days / 7)} weeks in ${plainShare(Math.min(...hints))} to ${plainShare(Math.max(...hints))} of 100 diaries in which the treatment does nothing. Wait for more days.`;
}

export const noteSentences = {
  scaleEdge:
    "Many of your ratings sit at 0 or 10. The scale cannot show what lies beyond its ends, so a change may be larger than it looks.",
  lowVariation: "Your ratings hardly change from day to day. The figures may look surer than they are.",
  completeness:
    "You checked in more often in one phase than in the other. If the bad days are the ones left out, the comparison is skewed.",
} as const;

export const severalSentence = (count: number): string =>
  `${count} treatments were looked at. The more that are looked at, the more likely one of them seems to help by chance.`;

/** [AN-40] A diary with one start of a treatment compares before with after, and nothing else. */
export const oneStartSentence = (treatments: readonly string[]): string =>
  `Your diary holds one start of ${treatments.join(" and one of ")}. It cannot tell the treatment from a change that would have come anyway at that time.`;

/** Half the width of a 95 % interval of a normal distribution, in SDs. */
const NINETY_FIVE_PERCENT = 1.96;

/** A prior's reach as a person reads it: "3", "0.5". */
const reach = ({ sd }: NormalPrior): string => String(Number((NINETY_FIVE_PERCENT * sd).toFixed(1)));

/** [AN-43] What is believed before the diary speaks, with the figures of the model that was fitted. */
export const startingBeliefSentence = (
  effect: NormalPrior,
  trendPerMonth: NormalPrior,
  bends: number,
): string =>
  `Before your days speak, a treatment is taken to be as likely to make things worse as better, and to move your ratings by less than ${reach(effect)} of 10 points, 19 times in 20. By themselves, your ratings are taken to drift by less than ${reach(trendPerMonth)} of 10 points a month${bends === 0 ? "" : " at first; after twelve weeks the drift may change its course now and then"}. The more days you fill in, the less it counts.`;

/** [AN-92] What the trials found, as the belief from which the answer starts. */
export function trialsSentence(belief: TrialsBelief): string {
  const { mean, sd } = belief.prior;
  const found = `about ${size(mean)} points ${mean <= 0 ? "less" : "more"} stiffness than on dummy treatment, with a spread from person to person`;
  const low = mean - 1.645 * sd;
  const high = mean + 1.645 * sd;
  const words = (value: number): string => `${size(value)} ${value <= 0 ? "less" : "more"}`;
  const range = `before your days speak, anything between ${words(low)} and ${words(high)} is thought likely for you`;
  const from = belief.names.join(", ");
  switch (belief.basis) {
    case "own-pool":
      return `Trials with ${belief.people} (${from}) found ${found}; ${range}.`;
    case "published-pool":
      return `A published pool of trials with ${belief.people} (${from}) found ${found}; ${range}.`;
    case "converted-shares":
      return `Trials with ${belief.people} (${from}) counted who got clearly better, often by a clinician's scale. Turned into points, which is rough, they found ${found}; ${range}.`;
  }
}

export const noTrialsSentence = {
  off: "The trials were left out, as you chose.",
  nobody:
    "Say what you live with and where it is stiffest, and what trials found for people like you can be the starting belief.",
  unknown: "This name is not in our list of treatments, so no trial was looked for.",
  none: "No trial that could be read rated this on a scale from 0 to 10 for people like you, so the starting belief is wide.",
} as const;

/** [AN-93] What the diary says of the speed of a treatment, if it says anything. */
export function speedSentence(
  treatment: string,
  speeds: readonly { factor: number; weight: number }[],
): string | null {
  const among = (isMeant: (factor: number) => boolean): number =>
    speeds.reduce((sum, { factor, weight }) => (isMeant(factor) ? sum + weight : sum), 0);
  if (among((factor) => factor > 1) >= SLOWER_SHOWN)
    return `Your days fit better if ${treatment} builds up and fades more slowly than assumed.`;
  if (among((factor) => factor < 1) >= FASTER_SHOWN)
    return `Your days fit better if ${treatment} builds up and fades faster than assumed.`;
  return null;
}

/**
 * From here on it is worth a sentence that a curve is slower, or faster, whichever of the slower or faster ones it is. Before the
 * diary speaks, slower is likelier than faster, so more is asked for it.
 */
const SLOWER_SHOWN = 0.84;
const FASTER_SHOWN = 0.75;

const plainShare = (of100: number): string => of100.toFixed(of100 < 10 ? 1 : 0).replace(/\.0$/, "");

/** Whatever trials had found: the worst of the starting beliefs counts. */
export const worstFalseAlarm = (rate: ErrorRate): number =>
  Math.max(rate.helping, rate.helpingAfterSmallTrials, rate.helpingAfterLargeTrials);

/** [AN-46] The published false-alarm rate: of 100 diaries of a treatment that does nothing, how many are ever told it helps. */
export function falseAlarmSentence({ useless, diaries, days, longer }: ErrorRates): string {
  const rates = useless.map(worstFalseAlarm);
  const ordinary = useless.find(({ situation }) => situation === USUAL_SITUATION);
  if (ordinary === undefined) throw new Error(`no rate for ${USUAL_SITUATION}`);
  const usual = worstFalseAlarm(ordinary);
  const overHalfAYear = longer.flatMap(({ effect, helping }) => (effect === 0 ? [helping] : []));
  const later = `${plainShare(Math.min(...overHalfAYear))} to ${plainShare(Math.max(...overHalfAYear))}`;
  return `False alarms: in simulated diaries of a treatment that does nothing, “very probably helping” was said at some time within ${Math.round(days / 7)} weeks in ${plainShare(usual)} of 100 (${plainShare(Math.min(...rates))} to ${plainShare(Math.max(...rates))}, depending on how the days went; at least ${diaries} diaries each), and within half a year in ${later}.`;
}
