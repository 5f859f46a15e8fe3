import { buildDesign } from "./design.ts";
import { stretched } from "./exposure.ts";
import { type DiaryFit, effectOf } from "./fit.ts";
import type { Mixture } from "./mixture.ts";
import { contrastLike } from "./posterior/lattice.ts";
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
  const fits = given.map(({ factor, weight }) => {
    if (factor === 1) {
      return { factor, mixture: main, logWeight: Math.log(weight) + fit.posterior.logMarginalLikelihood };
    }
    const treatments = fit.treatments.map((one) => (one.id === id ? stretched(one, factor) : one));
    const { covariates, middle, days, ratings } = fit;
    const { columns, rows } = buildDesign({ treatments, covariates, middle }, days);
    const priors = columns.map(({ prior }) => prior);
    const c = columns.map((column) => (column.kind === "effect" && column.id === id ? 1 : 0));
    const like = { other: fit.posterior, c };
    const found = contrastLike({ days, ratings, rows, priors }, ERROR_PRIORS, like);
    return { factor, mixture: found.mixture, logWeight: Math.log(weight) + found.logMarginalLikelihood };
  });
  const top = Math.max(...fits.map(({ logWeight }) => logWeight));
  const sum = fits.reduce((total, { logWeight }) => total + Math.exp(logWeight - top), 0);
  const weighed = fits.map(({ factor, mixture, logWeight }) => ({
    factor,
    mixture,
    weight: Math.exp(logWeight - top) / sum,
  }));
  return {
    mixture: joined(weighed),
    scales: weighed.map(({ factor, weight }) => ({ factor, weight })),
  };
}

function joined(parts: readonly { mixture: Mixture; weight: number }[]): Mixture {
  const count = parts.reduce((total, { mixture }) => total + mixture.weights.length, 0);
  const all = {
    weights: new Float64Array(count),
    means: new Float64Array(count),
    sds: new Float64Array(count),
  };
  let at = 0;
  for (const { mixture, weight } of parts) {
    all.weights.set(
      mixture.weights.map((one) => one * weight),
      at,
    );
    all.means.set(mixture.means, at);
    all.sds.set(mixture.sds, at);
    at += mixture.weights.length;
  }
  return all;
}
