/** Regressions of the same ratings that differ in one column alone, on the lattice that another of them found. */
import { whitenedProducts, type WhitenedProducts } from "../errors.ts";
import type { Mixture } from "../mixture.ts";
import type { ErrorPriors } from "../priors.ts";
import { DEFAULT_FINENESS, type Pair, pairAt } from "./lattice.ts";
import { logistic, type Posterior } from "./posterior.ts";
import { prepare, type Regression, sigmaFree } from "./regression.ts";
import { spellOutContrast } from "./spellOut.ts";

/** How far below the best point of the other lattice a point still counts; e⁻⁵ moves no probability by 1e-3. */
const BORROWED_DEPTH = 5;

export interface Variants {
  /** of the column that differs; what stands there in the regression is not looked at */
  readonly place: number;
  /** the column, one value a rated day, of each regression */
  readonly columns: readonly ArrayLike<number>[];
}

export interface Contrast {
  readonly mixture: Mixture;
  readonly logMarginalLikelihood: number;
}

/**
 * What each of the regressions says of c′b, on the (ρ, λ) that the fit of one of them found: no search, marginal likelihoods
 * that can be held against each other, and one pass of the filter for all.
 */
export function contrastsLike(
  regression: Regression,
  variants: Variants,
  priors: ErrorPriors,
  { other, c }: { readonly other: Posterior; readonly c: ArrayLike<number> },
): readonly Contrast[] {
  const joint = jointly(regression, variants);
  const count = regression.days.length;
  const size = regression.priors.length;
  const pairs = variants.columns.map((): Pair[] => []);
  for (const { atanhRho, logitLambda } of heavyPairs(other)) {
    const products = joint(Math.tanh(atanhRho), logistic(logitLambda));
    products.forEach((one, v) => {
      const start = pairs[v]!.at(-1)?.profile.mode ?? priors.logSigma.mean;
      pairs[v]!.push(
        pairAt({ atanhRho, logitLambda }, sigmaFree(one, count, size), priors, {
          start,
          fineness: DEFAULT_FINENESS,
        }),
      );
    });
  }
  return pairs.map((own) => {
    const { depth } = DEFAULT_FINENESS;
    const { mixture, logSum } = spellOutContrast(own, { priors: regression.priors, c, depth });
    return { mixture, logMarginalLikelihood: logSum + Math.log(other.cell) };
  });
}

/** The (ρ, λ) of a lattice that matter: the components of one stand together. */
function heavyPairs({ weights, atanhRho, logitLambda }: Posterior) {
  const pairs: { atanhRho: number; logitLambda: number; weight: number }[] = [];
  let last: (typeof pairs)[number] | undefined;
  for (let i = 0; i < weights.length; i++) {
    if (last === undefined || last.atanhRho !== atanhRho[i] || last.logitLambda !== logitLambda[i]) {
      last = { atanhRho: atanhRho[i]!, logitLambda: logitLambda[i]!, weight: 0 };
      pairs.push(last);
    }
    last.weight += weights[i]!;
  }
  const least = pairs.reduce((most, { weight }) => Math.max(most, weight), 0) * Math.exp(-BORROWED_DEPTH);
  return pairs.filter(({ weight }) => weight >= least);
}

/**
 * One pass of the filter for all: the columns that are the same are whitened once, and of the products each regression takes
 * its own. r = y − Xb0 holds the column that differs at its prior mean as well; as that is linear, it is put in afterwards:
 * with z the column in prior SDs and μ its prior mean in prior SDs, r = r₀ − μz.
 */
function jointly(
  { priors, ...rest }: Regression,
  { place, columns }: Variants,
): (rho: number, lambda: number) => WhitenedProducts[] {
  const { days } = rest;
  const size = priors.length;
  const own = priors[place]!;
  // The column that differs stands in its place for the first regression, and at the end for all others.
  const width = size + columns.length;
  const placeOf = (v: number): number => (v === 0 ? place : size + v - 1);
  const withoutMean = priors.map((prior, k) => (k === place ? { mean: 0, sd: prior.sd } : prior));
  const prepared = prepare({ ...rest, priors: withoutMean });
  const rows = new Float64Array(days.length * width);
  for (let i = 0; i < days.length; i++) {
    for (let k = 0; k < size; k++) rows[i * width + k] = prepared.rows[i * (size + 1) + k]!;
    columns.forEach((column, v) => {
      rows[i * width + placeOf(v)] = column[i]! * own.sd;
    });
    rows[i * width + width - 1] = prepared.rows[i * (size + 1) + size]!;
  }
  const mean = own.mean / own.sd;
  const places = columns.map((_, v) => {
    const taken = Array.from({ length: size }, (__, k) => (k === place ? placeOf(v) : k));
    return [...taken, width - 1];
  });
  return (rho, lambda) => {
    const { products, logDeterminant } = whitenedProducts(days, rows, width, rho, lambda, prepared.noise);
    return places.map((taken) => {
      const chosen = new Float64Array((size + 1) * (size + 1));
      for (let r = 0; r <= size; r++)
        for (let k = 0; k <= size; k++) chosen[r * (size + 1) + k] = products[taken[r]! * width + taken[k]!]!;
      if (mean !== 0) takeMean(chosen, size, { place, mean });
      return { products: chosen, logDeterminant };
    });
  };
}

/** From the products with r₀ to those with r = r₀ − μz. */
function takeMean(
  products: Float64Array,
  size: number,
  { place, mean }: { readonly place: number; readonly mean: number },
): void {
  const width = size + 1;
  const last = size * width;
  products[last + size] =
    products[last + size]! -
    2 * mean * products[last + place]! +
    mean * mean * products[place * width + place]!;
  for (let k = 0; k < size; k++) {
    products[last + k] = products[last + k]! - mean * products[place * width + k]!;
    products[k * width + size] = products[last + k]!;
  }
}
