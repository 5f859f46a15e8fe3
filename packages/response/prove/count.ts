/** Worker: what a number of simulated diaries of one situation were told at the weekly looks of twelve weeks. */
import { parentPort, workerData } from "node:worker_threads";
import { seededRandom } from "@unclench/stats";
import { underPrior } from "../src/belief.ts";
import { DAYS_BETWEEN_LOOKS, lastLook, lookBack } from "../src/look.ts";
import { type Mixture, mixtureCdf, mixtureMoments, mixtureQuantile } from "../src/mixture.ts";
import { EFFECT_PRIOR } from "../src/priors.ts";
import { isHelp, probabilitiesOf, type VerdictName, verdictFrom } from "../src/rules.ts";
import { marksFor, shownFor } from "../src/shown.ts";
import { wideningOf } from "../src/widening.ts";
import { type Curve, gls, NEVER, oracle, passedBy, shownBy, welch } from "./comparators.ts";
import {
  ASSUMED_TAU,
  DAYS,
  dayWithEnough,
  diaryOf,
  type Situation,
  SPEEDS,
  trueExposure,
} from "./situation.ts";
import { knownTausOf } from "./situations.ts";

/** What trials may have found, in points: the starting beliefs under which the verdicts are counted. */
export const trialBeliefs = {
  /** a small gain, as nabiximols over placebo in three pooled trials (wade-2010 in the knowledge, spread of people 1.2) */
  small: { mean: -0.32, sd: 1.21 },
  /** a large one, as cannabis extract over placebo (zajicek-2012-table5: −1.8 against −0.7) */
  large: { mean: -1.1, sd: 1.24 },
} as const;

export type Belief = "none" | keyof typeof trialBeliefs;

/** Counts of diaries. "Ever" means at any of the weekly looks. */
export type Tally = {
  diaries: number;
  /** ever "helping" or "helping clearly", by starting belief */
  helping: Record<Belief, number>;
  helpingClearly: number;
  /** ever at least "leaning" */
  hint: number;
  worse: number;
  notEnoughAtEnd: number;
  /** at the end: too early, or not separable */
  withheldAtEnd: number;
  /** diaries with a size at the end, and in how many of them the central intervals held the true effect */
  sized: number;
  covered: { 50: number; 90: number; 95: number };
  sum: number;
  /** the first so many diaries were also read in other ways, and how many of them those ever called a help */
  compared: number;
  welch: number;
  gls: number;
  helpingCompared: number;
  /** per diary, by how far at best two looks in a row passed the mark [`shownBy`] */
  shown: number[];
  /** the same of the oracle's best look, by the time constant it knows; null where there is none */
  oracle: Record<number, (number | null)[]>;
  /** and of someone who is not told the curve either, but weighs the same speeds as ours */
  untold: (number | null)[];
};

const COMPARED = 250;
/** One minus a one-sided p of 0.025. */
const SIGNIFICANT = 0.975;

export function count(situation: Situation, diaries: number, seed: number): Tally {
  const random = seededRandom(seed);
  const tally = emptyTally();
  // Of a curve of its own the truth differs from diary to diary, and nobody is held against it.
  const taus = situation.ownCurve === null ? knownTausOf(situation) : [];
  for (const tau of taus) tally.oracle[tau] = [];
  for (let i = 0; i < diaries; i++) add(tally, situation, taus, diaryOf(random, situation));
  return tally;
}

export const emptyTally = (): Tally => ({
  diaries: 0,
  helping: { none: 0, small: 0, large: 0 },
  helpingClearly: 0,
  hint: 0,
  worse: 0,
  notEnoughAtEnd: 0,
  withheldAtEnd: 0,
  sized: 0,
  covered: { 50: 0, 90: 0, 95: 0 },
  sum: 0,
  compared: 0,
  welch: 0,
  gls: 0,
  helpingCompared: 0,
  shown: [],
  oracle: {},
  untold: [],
});

function add(
  tally: Tally,
  situation: Situation,
  taus: readonly number[],
  diary: ReturnType<typeof diaryOf>,
): void {
  const compare = tally.diaries < COMPARED;
  const ever: Record<Belief, Set<VerdictName>> = { none: new Set(), small: new Set(), large: new Set() };
  const reader = (curves: readonly Curve[]) => ({ curves, shown: NEVER as number | null });
  const known = taus.map((tau) => {
    const exposure = trueExposure(diary.spans, tau);
    return { tau, ...reader([{ exposure, weight: 1 }]) };
  });
  const untold = reader(
    SPEEDS.map(({ factor, weight }) => {
      return { exposure: trueExposure(diary.spans, factor * ASSUMED_TAU), weight };
    }),
  );
  const readers = known.length === 0 ? [] : [...known, untold];
  let [shown, welchEver, glsEver] = [NEVER, false, false];
  // By how far the look before passed its mark: a help has to be shown by two in a row [RS-12].
  let before = NEVER;
  let last: VerdictName = "not-yet";
  let effect: Mixture | null = null;
  let widening = 1;
  const rated = diary.diary.map(({ day }) => day);
  const enough = dayWithEnough(diary.treatments[0]!, rated);
  // Only the last look tells the range that such a line is about.
  const first = situation.asBelieved ? DAYS : DAYS_BETWEEN_LOOKS;
  for (let today = first; today <= DAYS; today += DAYS_BETWEEN_LOOKS) {
    if (lastLook(rated[0]!, today).day < enough) continue;
    const looked = lookBack({
      diary: diary.diary,
      treatments: diary.treatments,
      covariates: diary.covariates,
      today,
    });
    if (!looked.ok) throw new Error(JSON.stringify(looked.error));
    const { fit, baseline } = looked.value;
    const { alone, reasons } = looked.value.treatments[0]!;
    last = alone === null ? "inseparable" : "not-yet";
    const earlier = before;
    before = NEVER;
    if (alone === null) continue;
    const forNext = shownFor(fit, { ...looked.value.treatments[0]!, alone });
    if (forNext !== null) before = passedBy(forNext.chance, forNext.mark);
    if (reasons.length > 0) continue;
    const marks = marksFor(fit, looked.value.treatments[0]!);
    const sizes = { mcid: baseline.mcid, size: marks.size };
    effect = alone;
    widening = wideningOf(fit.posterior);
    const plain = probabilitiesOf(alone, sizes);
    const confirmed = earlier >= 0;
    last = verdictFrom(plain, marks, { confirmed });
    ever.none.add(last);
    for (const belief of ["small", "large"] as const) {
      // [RS-12] What the diary does not show by itself, no belief can turn into praise: only then is there more to ask.
      if (plain.helpsSome < marks.helps) continue;
      const informed = underPrior(alone, EFFECT_PRIOR, trialBeliefs[belief]);
      ever[belief].add(verdictFrom(probabilitiesOf(informed, sizes), marks, { alone: plain, confirmed }));
    }
    shown = Math.max(shown, Math.min(earlier, shownBy(alone, sizes, marks.helps)));
    for (const one of readers) {
      const truth = oracle(fit, situation, { curves: one.curves, ...sizes });
      one.shown = truth === null || one.shown === null ? null : Math.max(one.shown, truth);
    }
    if (compare) {
      welchEver ||= welch(fit) >= SIGNIFICANT;
      glsEver ||= gls(fit) >= SIGNIFICANT;
    }
  }
  tally.diaries++;
  for (const belief of ["none", "small", "large"] as const)
    if ([...ever[belief]].some(isHelp)) tally.helping[belief]++;
  const helped = [...ever.none].some(isHelp);
  if (ever.none.has("helping-clearly")) tally.helpingClearly++;
  if (helped || ever.none.has("leaning")) tally.hint++;
  if (ever.none.has("worse")) tally.worse++;
  if (last === "not-enough") tally.notEnoughAtEnd++;
  if (last === "not-yet" || last === "inseparable") tally.withheldAtEnd++;
  else if (effect !== null) {
    tally.sized++;
    tally.sum += mixtureMoments(effect).mean;
    cover(tally.covered, effect, widening, diary.effect);
  }
  if (compare) {
    tally.compared++;
    if (welchEver) tally.welch++;
    if (glsEver) tally.gls++;
    if (helped) tally.helpingCompared++;
  }
  tally.shown.push(shown);
  for (const one of known) tally.oracle[one.tau]!.push(one.shown);
  tally.untold.push(untold.shown);
}

/** [RS-33] A widened central interval holds the truth if the central one holds what lies as much nearer to the median. */
function cover(covered: Tally["covered"], effect: Mixture, widening: number, truth: number): void {
  const median = mixtureQuantile(effect, 0.5);
  const place = mixtureCdf(effect, median + (truth - median) / widening);
  for (const level of [50, 90, 95] as const) {
    const tail = (100 - level) / 200;
    if (place > tail && place < 1 - tail) covered[level]++;
  }
}

if (parentPort !== null) {
  const { situation, diaries, seed } = workerData as { situation: Situation; diaries: number; seed: number };
  parentPort.postMessage(count(situation, diaries, seed));
}
