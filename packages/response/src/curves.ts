import { exposureCurve, stretched } from "./exposure.ts";
import { type DiaryFit, effectOf } from "./fit.ts";
import { averaged, type Mixture } from "./mixture.ts";
import { contrastsLike } from "./posterior/variants.ts";
import { ERROR_PRIORS } from "./priors.ts";

/** How likely each speed of the curve is after the diary has spoken. */
export interface ScaleBelief {
  readonly factor: number;
  readonly weight: number;
}

export interface EffectOverCurves {
  readonly mixture: Mixture;
  /** empty where the curve was given as known */
  readonly scales: readonly ScaleBelief[];
}

/**
 * [RS-31] The effect of one treatment when its curve is known only roughly: the model is fitted with each of its
 * `timeScales`, and the posteriors are mixed by prior weight × marginal likelihood (Bayesian model averaging; Hoeting et
 * al. 1999, Statistical Science 14:382). The other treatments keep their given curves.
 */
export function effectOverCurves(fit: DiaryFit, id: string): EffectOverCurves {
  const main = effectOf(fit, { [id]: 1 });
  const course = fit.treatments.find((treatment) => treatment.id === id);
  const given = course?.timeScales ?? [];
  if (course === undefined || given.length < 2) return { mixture: main, scales: [] };
  const { days, ratings, rows, columns, first, last } = fit;
  const place = columns.findIndex((column) => column.kind === "effect" && column.id === id);
  const others = given.filter(({ factor }) => factor !== 1);
  const drawn = others.map(({ factor }) => {
    const curve = exposureCurve(stretched(course, factor), first, last);
    return Float64Array.from(days, (day) => curve[day - first]!);
  });
  const regression = { days, ratings, rows, priors: columns.map(({ prior }) => prior) };
  const c = columns.map((_, k) => (k === place ? 1 : 0));
  const like = { other: fit.posterior, c };
  const found = contrastsLike(regression, { place, columns: drawn }, ERROR_PRIORS, like);
  const own = { mixture: main, logMarginalLikelihood: fit.posterior.logMarginalLikelihood };
  const byFactor = new Map([[1, own], ...others.map(({ factor }, v) => [factor, found[v]!] as const)]);
  const fits = given.map(({ factor, weight }) => {
    const { mixture, logMarginalLikelihood } = byFactor.get(factor)!;
    return { mixture, logWeight: Math.log(weight) + logMarginalLikelihood };
  });
  const { mixture, weights } = averaged(fits);
  return { mixture, scales: given.map(({ factor }, i) => ({ factor, weight: weights[i]! })) };
}
