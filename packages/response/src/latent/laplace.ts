import { cholesky, inverseFromCholesky, logDeterminantFromCholesky, solveCholesky } from "@unclench/stats";
import type { NormalPrior } from "../exposure.ts";
import { addScaled, dot, forward, largest, weightedDot } from "./vectors.ts";

/** A regression with a latent value for each calendar day, and a normal prior for each coefficient. */
export interface LatentRegression {
  /** ascending: the days that were observed */
  readonly days: ArrayLike<number>;
  /** row-major, one row an observed day */
  readonly rows: Float64Array;
  readonly priors: readonly NormalPrior[];
}

/** SD and day-to-day correlation of the latent AR(1). */
export interface LatentErrors {
  readonly sigma: number;
  readonly rho: number;
}

/** How an observation follows from η = x′b + a, one entry for each calendar day. Log-concave in η. */
export interface Family {
  /** the part of log p(y) that does not depend on η */
  readonly constant: number;
  /**
   * The rest of log p(y), summed. `slope` comes in holding η and goes out holding the first derivative of each day's part,
   * `weight` the second with its sign turned; both 0 on days without an observation. NaN where η is beyond all sense.
   */
  evaluate(slope: Float64Array, weight: Float64Array): number;
}

/** The normal approximation at the top of the posterior, for fixed errors. */
export interface LaplacePoint {
  /** log p(y | errors), by Laplace */
  readonly logLikelihood: number;
  /** coefficients on their own scale: mean, and covariance (row-major) */
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  /** where a search for a neighbour may start */
  readonly start: LaplaceStart;
}

/** Coefficients in prior SDs from their prior mean, and the latent value of each calendar day. */
export interface LaplaceStart {
  readonly scaled: Float64Array;
  readonly latent: Float64Array;
}

const MOST_STEPS = 60;

/**
 * [Note: Laplace over the latent days]
 * η_t = x_t′b + a_t, with a an AR(1) on every calendar day. For fixed errors the posterior of (b, a) is log-concave:
 * Newton climbs to its top, and the curvature H there gives the normal approximation,
 *
 *     log p(y | errors) ≈ f(u*) + ½ log|Q_a| − ½ log|H|     (b in units of its prior SD)
 *
 * H is tridiagonal in a, with a few dense columns for b: a is eliminated first, day by day, and what remains for b is the
 * Schur complement S = I + X′WX − (WX)′M⁻¹(WX), M = Q_a + W, whose inverse is the covariance of b. The work grows with the
 * number of days, not with its square. [methods §4]
 */
export class LatentModel {
  readonly size: number;
  readonly span: number;
  private readonly priors: readonly NormalPrior[];
  /** by calendar day from the first to the last observed one; 0 on days that were not observed */
  private readonly columns: readonly Float64Array[];
  private readonly offsets: Float64Array;
  private readonly slope: Float64Array;
  private readonly weight: Float64Array;
  private readonly pivots: Float64Array;
  private readonly roots: Float64Array;
  private readonly factors: Float64Array;
  /** the columns, and last the gradient, after forward elimination, each divided by the root of the pivot */
  private readonly eliminated: readonly Float64Array[];

  constructor({ days, rows, priors }: LatentRegression) {
    const size = priors.length;
    const n = days.length;
    const first = days[0]!;
    const span = days[n - 1]! - first + 1;
    this.priors = priors;
    this.size = size;
    this.span = span;
    this.columns = priors.map(() => new Float64Array(span));
    this.offsets = new Float64Array(span);
    for (let i = 0; i < n; i++) {
      const t = days[i]! - first;
      for (let k = 0; k < size; k++) {
        const value = rows[i * size + k]!;
        // Scaling a column by its prior SD makes the prior of its coefficient N(0, 1).
        this.columns[k]![t] = value * priors[k]!.sd;
        this.offsets[t] = this.offsets[t]! + value * priors[k]!.mean;
      }
    }
    this.slope = new Float64Array(span);
    this.weight = new Float64Array(span);
    this.pivots = new Float64Array(span);
    this.roots = new Float64Array(span);
    this.factors = new Float64Array(span);
    this.eliminated = Array.from({ length: size + 1 }, () => new Float64Array(span));
  }

  /** A start for the first search: the first column (the level) at `level`, everything else at 0. */
  startAt(level: number): LaplaceStart {
    const scaled = Float64Array.from(this.priors, ({ mean, sd }, k) => ((k === 0 ? level : 0) - mean) / sd);
    return { scaled, latent: new Float64Array(this.span) };
  }

  /**
   * Newton from `start` until no step is larger than `tolerance`; null if it does not get there.
   * The error of the result is of the order of `tolerance` squared, but for log|H|, where it is of the first order.
   */
  at(errors: LatentErrors, family: Family, start: LaplaceStart, tolerance: number): LaplacePoint | null {
    let [scaled, latent] = [start.scaled.slice(), start.latent.slice()];
    let value = this.objective(errors, family, scaled, latent);
    for (let step = 0; step < MOST_STEPS && Number.isFinite(value); step++) {
      const solved = this.solve(errors, scaled, latent);
      if (!solved) return null;
      const { scaledStep, latentStep, schurFactor, gain } = solved;
      if (largest(scaledStep) < tolerance && largest(latentStep) < tolerance) {
        const { sigma, rho } = errors;
        const logPrecision =
          -2 * this.span * Math.log(sigma) - (this.span - 1) * Math.log((1 - rho) * (1 + rho));
        let logPivots = 0;
        for (let t = 0; t < this.span; t++) logPivots += Math.log(this.pivots[t]!);
        const logCurvature = logPivots + logDeterminantFromCholesky(schurFactor, this.size);
        addScaled(scaled, scaledStep, 1);
        addScaled(latent, latentStep, 1);
        return {
          logLikelihood: family.constant + value + 0.5 * gain + 0.5 * logPrecision - 0.5 * logCurvature,
          ...this.coefficients(scaled, schurFactor),
          start: { scaled, latent },
        };
      }
      let accepted = false;
      for (let length = 1; length > 1e-6; length /= 2) {
        const nextScaled = scaled.slice();
        const nextLatent = latent.slice();
        addScaled(nextScaled, scaledStep, length);
        addScaled(nextLatent, latentStep, length);
        const next = this.objective(errors, family, nextScaled, nextLatent);
        if (!(next >= value - 1e-9)) continue;
        [scaled, latent, value, accepted] = [nextScaled, nextLatent, next, true];
        break;
      }
      if (!accepted) return null;
    }
    return null;
  }

  /** log p(y | η) + log p(b) + log p(a) without constants; leaves slope and weight of each day behind. */
  private objective(
    { sigma, rho }: LatentErrors,
    family: Family,
    scaled: Float64Array,
    latent: Float64Array,
  ): number {
    const { span, columns, slope, weight } = this;
    for (let t = 0; t < span; t++) slope[t] = this.offsets[t]! + latent[t]!;
    columns.forEach((column, k) => {
      addScaled(slope, column, scaled[k]!);
    });
    const sum = family.evaluate(slope, weight);
    const square = scaled.reduce((total, value) => total + value * value, 0);
    let surprise = 0;
    for (let t = 1; t < span; t++) {
      const off = latent[t]! - rho * latent[t - 1]!;
      surprise += off * off;
    }
    const quadratic = (latent[0]! ** 2 + surprise / (1 - rho * rho)) / (sigma * sigma);
    return sum - 0.5 * (square + quadratic);
  }

  /** One Newton step from the slopes and weights that `objective` left: elimination of a, then the Schur complement. */
  private solve({ sigma, rho }: LatentErrors, scaled: Float64Array, latent: Float64Array) {
    const { size: p, span, columns, slope, weight, roots, factors, eliminated } = this;
    const scale = 1 / (sigma * sigma * (1 - rho * rho));
    const off = -rho * scale;
    this.factorise(scale, off, rho);
    const gradient = eliminated[p]!;
    const middle = scale * (1 + rho * rho);
    const end = this.endDiagonal(scale, rho);
    for (let t = 0; t < span; t++) {
      const inner = t > 0 && t < span - 1;
      const beside = (t > 0 ? latent[t - 1]! : 0) + (t < span - 1 ? latent[t + 1]! : 0);
      gradient[t] = slope[t]! - (inner ? middle : end) * latent[t]! - off * beside;
    }
    forward(gradient, factors, roots);
    for (let k = 0; k < p; k++) {
      const target = eliminated[k]!;
      const column = columns[k]!;
      for (let t = 0; t < span; t++) target[t] = weight[t]! * column[t]!;
      forward(target, factors, roots);
    }
    const schur = new Float64Array(p * p);
    const right = new Float64Array(p);
    for (let r = 0; r < p; r++) {
      right[r] = dot(slope, columns[r]!) - dot(eliminated[r]!, gradient) - scaled[r]!;
      for (let c = 0; c <= r; c++) {
        const direct = weightedDot(columns[r]!, columns[c]!, weight);
        schur[r * p + c] = direct - dot(eliminated[r]!, eliminated[c]!) + (r === c ? 1 : 0);
      }
    }
    const schurFactor = cholesky(schur, p);
    if (!schurFactor) return null;
    const scaledStep = solveCholesky(schurFactor, p, right);
    let gain = dot(gradient, gradient);
    for (let k = 0; k < p; k++) gain += right[k]! * scaledStep[k]!;
    const latentStep = gradient.slice();
    for (let k = 0; k < p; k++) addScaled(latentStep, eliminated[k]!, -scaledStep[k]!);
    for (let t = span - 1; t >= 0; t--) {
      const later = t < span - 1 ? factors[t + 1]! * latentStep[t + 1]! : 0;
      latentStep[t] = latentStep[t]! * roots[t]! - later;
    }
    return { scaledStep, latentStep, schurFactor, gain };
  }

  /** The diagonal of Q_a at an end: one neighbour only; none if there is but one day. */
  private endDiagonal(scale: number, rho: number): number {
    return this.span === 1 ? scale * (1 - rho * rho) : scale;
  }

  /** M = Q_a + W = L D L′ with unit lower bidiagonal L: pivots D, D^−½, and the factors below the diagonal of L. */
  private factorise(scale: number, off: number, rho: number): void {
    const { span, weight, pivots, roots, factors } = this;
    const middle = scale * (1 + rho * rho);
    const square = off * off;
    let inverse = 0;
    for (let t = 0; t < span; t++) {
      factors[t] = off * inverse;
      const diagonal = t === 0 || t === span - 1 ? this.endDiagonal(scale, rho) : middle;
      const pivot = diagonal + weight[t]! - square * inverse;
      inverse = 1 / pivot;
      pivots[t] = pivot;
      roots[t] = Math.sqrt(inverse);
    }
  }

  private coefficients(scaled: Float64Array, schurFactor: Float64Array) {
    const { priors } = this;
    const p = this.size;
    const inverse = inverseFromCholesky(schurFactor, p);
    const mean = scaled.map((value, k) => priors[k]!.mean + priors[k]!.sd * value);
    const covariance = inverse.map((value, i) => value * priors[Math.floor(i / p)]!.sd * priors[i % p]!.sd);
    return { mean, covariance };
  }
}
