import { buildDesign } from "./design.ts";
import { saturating, variesInDose } from "./doseResponse.ts";
import { type NormalPrior, stretched, type TreatmentCourse } from "./exposure.ts";
import type { DiaryFit, EffectWeights } from "./fit.ts";
import { HELP_SIZE } from "./marks.ts";
import { type Mixture, type Summary, summarise } from "./mixture.ts";
import { integrateDrift } from "./posterior/drift.ts";
import { integrate } from "./posterior/lattice.ts";
import { type CoefficientMixture, contrast } from "./posterior/posterior.ts";
import type { Regression } from "./posterior/regression.ts";
import { integrateRobust } from "./posterior/robust.ts";
import { ERROR_PRIORS } from "./priors.ts";
import { type Probabilities, probabilitiesOf } from "./rules.ts";
import { wideningOf } from "./widening.ts";

/** The answer under one model. */
export interface ModelAnswer {
  readonly effect: Summary;
  readonly probabilities: Probabilities;
}

/** The answer under another model than the main one, and whether it says something else. */
export interface Alternative extends ModelAnswer {
  readonly matters: boolean;
}

/** A rated day that the robust model weighs down: its report counts for `weight` of a usual one. */
export interface OutlierDay {
  readonly day: number;
  readonly rating: number;
  readonly weight: number;
}

/** "saturating": half of the usual dose does three quarters of the usual effect, instead of half */
export type CurveChange = "twice-as-fast" | "half-as-fast" | "saturating";

export interface CurveAlternative extends Alternative {
  readonly change: CurveChange;
  /** log of how much better (> 0) or worse (< 0) the ratings fit this curve than the assumed one */
  readonly logSupport: number;
}

/** Whether an answer hangs on what the engine assumed. */
export interface Sensitivity {
  readonly main: ModelAnswer;
  /** the level wanders instead of returning to where it was */
  readonly drift: Alternative;
  /** outlier days count less */
  readonly robust: Alternative & { readonly outlierDays: readonly OutlierDay[] };
  /** the treatment comes and goes twice as fast, and half as fast; if its dose varied, also: the dose saturates */
  readonly curves: readonly CurveAlternative[];
  /** true if any of the above matters */
  readonly anyMatters: boolean;
}

/** A change of P(β < 0) by more than this is another answer. */
export const PROBABILITY_MOVE = 0.1;
/** Outlier days matter if the effect moves by more than this many posterior SDs. */
export const EFFECT_MOVE = 0.5;
/** A day is listed as an outlier if its report counts for less than this. */
export const OUTLIER_BELOW = 0.3;

/**
 * [RS-47] The same diary under other assumptions. `weights` names the effect in question as in `effectOf`, `mcid` the
 * difference that matters (`assessment.baseline.mcid`).
 *
 * @example
 * const { drift, robust, curves } = sensitivity(fit, { weights: { baclofen: 1 }, mcid: 0.9 });
 * drift.matters; // the answer depends on how the symptoms drift
 */
export function sensitivity(
  fit: DiaryFit,
  { weights, mcid }: { readonly weights: EffectWeights; readonly mcid: number },
): Sensitivity {
  const regression = regressionOf(fit);
  const c = fit.columns.map(({ kind, id }) =>
    kind === "effect" && Object.hasOwn(weights, id) ? weights[id]! : 0,
  );
  const widening = wideningOf(fit.posterior);
  const answer = (posterior: CoefficientMixture): ModelAnswer => {
    const mixture: Mixture = contrast(posterior, c);
    return {
      effect: summarise(mixture, widening),
      probabilities: probabilitiesOf(mixture, { mcid, size: HELP_SIZE }),
    };
  };
  const main = answer(fit.posterior);
  const moved = ({ probabilities }: ModelAnswer) =>
    Math.abs(probabilities.helps - main.probabilities.helps) > PROBABILITY_MOVE;

  const drifting = answer(integrateDrift(regression));
  const drift = { ...drifting, matters: moved(drifting) };
  const reweighed = integrateRobust(regression, ERROR_PRIORS, fit.posterior.mode);
  const robustAnswer = answer(reweighed.posterior);
  const robust = {
    ...robustAnswer,
    matters: Math.abs(robustAnswer.effect.mean - main.effect.mean) > EFFECT_MOVE * main.effect.sd,
    outlierDays: outlierDaysOf(fit, reweighed.weights),
  };
  const inQuestion = fit.treatments.filter(({ id }) => Object.hasOwn(weights, id));
  const changes = inQuestion.some(variesInDose) ? [...SPEEDS, SATURATING] : SPEEDS;
  const curves = changes.map(({ change, changed }): CurveAlternative => {
    const treatments = fit.treatments.map((treatment) =>
      inQuestion.includes(treatment) ? changed(treatment) : treatment,
    );
    const { rows } = buildDesign({ ...fit, treatments }, fit.days);
    const posterior = integrate({ ...regression, rows }, ERROR_PRIORS);
    const found = answer(posterior);
    const logSupport = posterior.logMarginalLikelihood - fit.posterior.logMarginalLikelihood;
    return { change, ...found, matters: moved(found), logSupport };
  });
  const anyMatters = [drift, robust, ...curves].some(({ matters }) => matters);
  return { main, drift, robust, curves, anyMatters };
}

interface Change {
  readonly change: CurveChange;
  readonly changed: (treatment: TreatmentCourse) => TreatmentCourse;
}

const SPEEDS: readonly Change[] = [
  { change: "twice-as-fast", changed: (treatment) => stretched(treatment, 0.5) },
  { change: "half-as-fast", changed: (treatment) => stretched(treatment, 2) },
];
const SATURATING: Change = { change: "saturating", changed: saturating };

export function regressionOf({ days, ratings, rows, columns }: DiaryFit): Regression {
  const priors: NormalPrior[] = columns.map(({ prior }) => prior);
  return { days, ratings, rows, priors };
}

function outlierDaysOf({ days, ratings }: DiaryFit, weights: Float64Array): OutlierDay[] {
  return Array.from(weights, (weight, i) => ({ day: days[i]!, rating: ratings[i]!, weight })).filter(
    ({ weight }) => weight < OUTLIER_BELOW,
  );
}
