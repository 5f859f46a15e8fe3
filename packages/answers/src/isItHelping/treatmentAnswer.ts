/** The answer for one treatment, or for several that cannot be told apart, in figures and words. */
import type { Measure } from "@unclench/record";
import {
  type Assessment,
  type CombinedVerdict,
  type DensityPoint,
  densityOf,
  densityOfPrior,
  effectOf,
  errorRates,
  planDays,
  type TreatmentVerdict,
} from "@unclench/response";
import { type Course, isTakenOn } from "./courses.ts";
import type { About, TrialsBelief } from "./trialsBelief.ts";
import type {
  CombinedAnswer,
  Effect,
  HillPoint,
  Probabilities,
  TreatmentAnswer,
  TrialsLine,
  WithoutTrials,
} from "./types.ts";
import {
  askedSentence,
  daysNeededSentence,
  effectSentence,
  hintSentence,
  noTrialsSentence,
  noteSentences,
  notTakenSentence,
  probabilitySentences,
  reasonSentence,
  secondLookSentence,
  speedSentence,
  trialsSentence,
  verdictSentence,
} from "./words.ts";

/** Which trials were asked for, and what they said of this treatment. */
export type Trials = {
  readonly about: About | null;
  readonly asked: boolean;
  readonly belief: TrialsBelief | null;
};

const asProbabilities = (from: Probabilities): Probabilities => ({
  helps: from.helps,
  helpsSome: from.helpsSome,
  helpsEnough: from.helpsEnough,
  notEnough: from.notEnough,
  worse: from.worse,
});

const asEffect = ({ mean, sd, q05, q50, q95 }: Effect): Effect => ({ mean, sd, q05, q50, q95 });

const hillOf = (points: readonly DensityPoint[]): HillPoint[] =>
  points.map(({ effect, density }) => ({ value: effect, density }));

function trialsLine(belief: TrialsBelief | null): TrialsLine | null {
  if (belief === null) return null;
  const { prior, basis, names, sources } = belief;
  const hill = hillOf(densityOfPrior(prior));
  return { sentence: trialsSentence(belief), ...prior, basis, trials: names, sources, hill };
}

/** null where a trial went in. */
const whyNoTrials = (course: Course, { about, asked, belief }: Trials): string | null =>
  belief !== null
    ? null
    : !asked
      ? noTrialsSentence.off
      : about === null
        ? noTrialsSentence.nobody
        : course.catalogue === null
          ? noTrialsSentence.unknown
          : noTrialsSentence.none;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

const LONGEST_PLAN = 84;

/** [AN-34] Days from the last check-in to the look at which a verdict is likely; null if 12 weeks would not do. */
function daysUntilLikely(
  course: Course,
  reasons: TreatmentVerdict["reasons"],
  { baseline, fit, look }: Assessment,
  lastDay: number,
): number | null {
  const gaps = reasons.find(({ type }) => type === "daysFilled");
  // Only "stay on": nothing here may propose a pause, and least of all of a medicine.
  const [plan] = planDays(fit, {
    treatment: course.course.id,
    mcid: baseline.mcid,
    after: look.day,
    mayPause: false,
    // With as many gaps as so far there would never be an answer.
    ...(gaps === undefined ? {} : { completion: 1 }),
  });
  if (plan === undefined || plan.daysNeeded === null) return null;
  const missing = gaps === undefined ? 0 : gaps.need * look.diaryDays - fit.days.length;
  const toFill = gaps === undefined ? 0 : 7 * Math.ceil(missing / (1 - gaps.need) / 7 - 1e-9);
  const fromLook = Math.max(plan.daysNeeded, toFill);
  return fromLook > LONGEST_PLAN ? null : fromLook - (lastDay - look.day);
}

function withoutTrialsOf({ withoutTrials }: TreatmentVerdict, measure: Measure): WithoutTrials | null {
  if (withoutTrials === null) return null;
  const { verdict, effect, probabilities } = withoutTrials;
  return {
    verdict,
    effect: asEffect(effect),
    probabilities: asProbabilities(probabilities),
    sentence: `${verdictSentence[verdict]} ${effectSentence(measure, effect)}`,
  };
}

export function treatmentAnswer(
  course: Course,
  verdict: TreatmentVerdict,
  assessment: Assessment,
  measure: Measure,
  lastDay: number,
  trials: Trials,
): TreatmentAnswer {
  const { baseline, look } = assessment;
  const settled = !["not-yet", "unclear", "leaning"].includes(verdict.verdict);
  const taken = isTakenOn(course.course, look.day);
  const daysNeeded = settled || !taken ? null : daysUntilLikely(course, verdict.reasons, assessment, lastDay);
  const notes: string[] = [];
  for (const reason of verdict.reasons) notes.push(reasonSentence(reason, course.name));
  if (!settled) {
    const everyDay = verdict.reasons.some(({ type }) => type === "daysFilled");
    notes.push(taken ? daysNeededSentence(daysNeeded, everyDay) : notTakenSentence(course.name));
  }
  if (verdict.awaitsSecondLook) notes.push(secondLookSentence);
  if (verdict.verdict === "leaning") notes.push(hintSentence(errorRates));
  if (verdict.verdict === "inseparable") {
    notes.push(
      `You began, changed or stopped ${course.name} and ${listed(verdict.inseparableFrom)} at about the same time. No diary can tell their effects apart.`,
    );
  }
  if (verdict.completeness.differs) notes.push(noteSentences.completeness);
  const { effect, probabilities } = verdict;
  const tellSize = effect !== null && verdict.verdict !== "not-yet" && verdict.verdict !== "inseparable";
  if (tellSize && probabilities !== null) {
    const { marks } = verdict;
    notes.push(...probabilitySentences(probabilities, baseline.mcid));
    if (!settled && marks !== null) notes.push(askedSentence(probabilities, { marks, mcid: baseline.mcid }));
  }
  const headline = verdictSentence[verdict.verdict];
  const size = tellSize ? effectSentence(measure, effect) : null;
  return {
    treatment: course.name,
    kind: course.kind,
    measure,
    verdict: verdict.verdict,
    effect: effect === null ? null : asEffect(effect),
    probabilities: probabilities === null ? null : asProbabilities(probabilities),
    asked: verdict.marks?.helps ?? null,
    awaitsSecondLook: verdict.awaitsSecondLook,
    daysNeeded,
    headline,
    size,
    sentence: size === null ? headline : `${headline} ${size}`,
    notes,
    assumed: course.assumed,
    inseparableFrom: verdict.inseparableFrom,
    hill: verdict.posterior === null ? [] : hillOf(densityOf(verdict.posterior)),
    catalogue: course.catalogue,
    trials: trialsLine(trials.belief),
    noTrials: whyNoTrials(course, trials),
    withoutTrials: tellSize ? withoutTrialsOf(verdict, measure) : null,
    speeds: verdict.scales,
    speedSentence: speedSentence(course.name, verdict.scales),
    days: { before: verdict.completeness.off.rated, on: verdict.completeness.on.rated },
  };
}

export function combinedAnswer(
  combined: CombinedVerdict,
  assessment: Assessment,
  measure: Measure,
): CombinedAnswer {
  const weights = Object.fromEntries(combined.members.map(({ id, weight }) => [id, weight]));
  const exchanged = combined.members.some(({ weight }) => weight === -1);
  const names = combined.members.map(({ id }) => id);
  const gained = combined.members.filter(({ weight }) => weight === 1).map(({ id }) => id);
  const lost = combined.members.filter(({ weight }) => weight === -1).map(({ id }) => id);
  const subject = exchanged ? `${listed(gained)} instead of ${listed(lost)}` : `${listed(names)} together`;
  const headline = `${subject}: ${verdictSentence[combined.verdict]}`;
  const size = combined.verdict === "not-yet" ? null : effectSentence(measure, combined.effect);
  return {
    treatments: names,
    exchanged,
    verdict: combined.verdict,
    effect: asEffect(combined.effect),
    probabilities: asProbabilities(combined.probabilities),
    asked: combined.marks.helps,
    awaitsSecondLook: combined.awaitsSecondLook,
    headline,
    size,
    sentence: size === null ? headline : `${headline} ${size}`,
    hill: hillOf(densityOf(effectOf(assessment.fit, weights))),
  };
}
