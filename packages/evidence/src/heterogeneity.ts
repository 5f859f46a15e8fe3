/** How much the true effects differ between studies: rules EV-10 to EV-17. All estimators are cut off at 0. */
import { brentRoot, chiSquaredQuantile, chiSquaredUpperTail } from "@unclench/stats";
import { largestLikelihood } from "./likelihood.ts";
import { meanOf, squaresAround, weighted } from "./weighted.ts";

export const methods = ["EE", "DL", "REML", "ML", "PM", "SJ", "HE", "EB"] as const;
export type Method = (typeof methods)[number];

function derSimonianLaird(y: ArrayLike<number>, v: ArrayLike<number>): number {
  const { sumOfWeights, sumOfSquaredWeights, q } = weighted(y, v, 0);
  return (q - (y.length - 1)) / (sumOfWeights - sumOfSquaredWeights / sumOfWeights);
}

const hedges = (y: ArrayLike<number>, v: ArrayLike<number>): number =>
  squaresAround(y, meanOf(y)) / (y.length - 1) - meanOf(v);

function sidikJonkman(y: ArrayLike<number>, v: ArrayLike<number>): number {
  const rough = squaresAround(y, meanOf(y)) / y.length;
  // All estimates alike: nothing to scale, and no heterogeneity.
  if (rough === 0) return 0;
  return (rough * weighted(y, v, rough).q) / (y.length - 1);
}

/** The τ² at which the generalised Q equals a given value; Q falls as τ² grows. `null` if Q is below it already at 0. */
function tauSquaredAtQ(y: ArrayLike<number>, v: ArrayLike<number>, value: number): number | null {
  const off = (tau2: number): number => weighted(y, v, tau2).q - value;
  if (!(off(0) > 0)) return null;
  // Q(τ²) ≤ Σ(y − ȳ)²/τ², so the root lies below Σ(y − ȳ)²/value.
  const high = squaresAround(y, meanOf(y)) / value;
  return brentRoot(off, 0, high * (1 + 1e-12), 1e-15 * high);
}

/**
 * τ² by any of the estimators, in squared units of the effect; at least two studies.
 *
 * EE 0 by definition. DL: DerSimonian & Laird 1986. HE: Hedges & Olkin 1985. SJ: Sidik & Jonkman 2005. PM: Paule &
 * Mandel 1982. EB: Morris 1983, which solves the same equation as PM. ML, REML: Viechtbauer 2005, J Educ Behav Stat
 * 30:261.
 *
 * @example
 * tauSquared([0, 0, 0], [1, 1, 1], "REML") // 0
 */
export function tauSquared(y: ArrayLike<number>, v: ArrayLike<number>, method: Method): number {
  switch (method) {
    case "EE":
      return 0;
    case "DL":
      return Math.max(0, derSimonianLaird(y, v));
    case "HE":
      return Math.max(0, hedges(y, v));
    case "SJ":
      return sidikJonkman(y, v);
    case "PM":
    case "EB":
      return tauSquaredAtQ(y, v, y.length - 1) ?? 0;
    case "ML":
      return largestLikelihood(y, v, false);
    case "REML":
      return largestLikelihood(y, v, true);
  }
}

/**
 * Standard error of τ²: asymptotic for ML, REML, PM and EB, from the moments of the quadratic form for DL, HE and SJ
 * (Viechtbauer 2005; Sidik & Jonkman 2005). `null` under equal effects.
 *
 * @example
 * tauSquaredSe([0, 0, 0], [1, 1, 1], 0, "ML") // √(2/3)
 */
export function tauSquaredSe(
  y: ArrayLike<number>,
  v: ArrayLike<number>,
  tau2: number,
  method: Method,
): number | null {
  const k = y.length;
  const { sumOfWeights, sumOfSquaredWeights } = weighted(y, v, tau2);
  switch (method) {
    case "EE":
      return null;
    case "ML":
      return Math.sqrt(2 / sumOfSquaredWeights);
    case "REML":
      return Math.sqrt(2 / traces(v, (spread) => 1 / (spread + tau2)).pp);
    case "PM":
    case "EB":
      return Math.sqrt((2 * k ** 2) / (k - 1)) / sumOfWeights;
    case "DL": {
      const { p, pp } = traces(v, (spread) => 1 / spread);
      return Math.sqrt(2 * (k - 1) + 4 * tau2 * p + 2 * tau2 ** 2 * pp) / p;
    }
    case "HE": {
      const { pvpv, pvp } = traces(v, () => 1);
      return Math.sqrt(2 * pvpv + 4 * tau2 * pvp + 2 * tau2 ** 2 * (k - 1)) / (k - 1);
    }
    case "SJ": {
      const rough = squaresAround(y, meanOf(y)) / k;
      const { pvpv, pvp, pp } = traces(v, (spread) => 1 / (spread + rough));
      return (rough * Math.sqrt(2 * pvpv + 4 * tau2 * pvp + 2 * tau2 ** 2 * pp)) / (k - 1);
    }
  }
}

/** Traces of P, PP, PVP and PVPV with P = W − ww′/Σw and V = diag(v), without building the matrices. */
function traces(v: ArrayLike<number>, weightOf: (variance: number) => number) {
  let [s1, s2, s3, v2, v3, vv2, vv3] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < v.length; i++) {
    const spread = v[i]!;
    const w = weightOf(spread);
    s1 += w;
    s2 += w ** 2;
    s3 += w ** 3;
    v2 += w ** 2 * spread;
    v3 += w ** 3 * spread;
    vv2 += w ** 2 * spread ** 2;
    vv3 += w ** 3 * spread ** 2;
  }
  return {
    p: s1 - s2 / s1,
    pp: s2 - (2 * s3) / s1 + (s2 / s1) ** 2,
    pvp: v2 - (2 * v3) / s1 + (v2 * s2) / s1 ** 2,
    pvpv: vv2 - (2 * vv3) / s1 + (v2 / s1) ** 2,
  };
}

/** The variance of a "typical" study, against which τ² is held (Higgins & Thompson 2002, Stat Med 21:1539, eq. 9). */
export function typicalVariance(v: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < v.length; i++) {
    const w = 1 / v[i]!;
    sum += w;
    squares += w * w;
  }
  return ((v.length - 1) * sum) / (sum ** 2 - squares);
}

export type Heterogeneity = {
  readonly tau2: number;
  /** Percent of the spread that is not chance. */
  readonly i2: number;
  readonly h2: number;
  readonly q: number;
  readonly qDf: number;
  readonly qP: number;
};

/**
 * Cochran's Q with its test, and I² and H²: from τ² against the typical variance, as in metafor; under equal effects
 * from Q, where τ² is 0 by decree.
 *
 * @example
 * heterogeneity([-0.5, -1.1], [0.04, 0.09], "EE").q // 2.7692…
 */
export function heterogeneity(y: ArrayLike<number>, v: ArrayLike<number>, method: Method): Heterogeneity {
  const qDf = y.length - 1;
  const tau2 = tauSquared(y, v, method);
  const { q } = weighted(y, v, 0);
  const typical = typicalVariance(v);
  const i2 = method !== "EE" ? (100 * tau2) / (tau2 + typical) : q > qDf ? (100 * (q - qDf)) / q : 0;
  const h2 = method === "EE" ? q / qDf : tau2 / typical + 1;
  return { tau2, i2, h2, q, qDf, qP: chiSquaredUpperTail(q, qDf) };
}

/**
 * The 95 % interval of τ² by inverting the generalised Q (Viechtbauer 2007, Stat Med 26:37); both ends 0 when the
 * studies agree better than chance would have it.
 *
 * @example
 * qProfile([0, 0, 0], [1, 1, 1]).lower // 0
 */
export function qProfile(y: ArrayLike<number>, v: ArrayLike<number>): { lower: number; upper: number } {
  const df = y.length - 1;
  return {
    lower: tauSquaredAtQ(y, v, chiSquaredQuantile(0.975, df)) ?? 0,
    upper: tauSquaredAtQ(y, v, chiSquaredQuantile(0.025, df)) ?? 0,
  };
}
