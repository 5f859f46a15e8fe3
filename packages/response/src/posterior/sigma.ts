import type { NormalPrior } from "../exposure.ts";
import { logLikelihood, logLikelihoodValue, type SigmaFree } from "./regression.ts";

/**
 * [Note: The floor of σ]
 * A whole-number rating is known no better than its rounding, whose SD is 1/√12 = 0.29 points. Without this floor a diary
 * of equal ratings would claim an infinite precision. Diaries with σ near 1 never come near it.
 */
export const LOWEST_LOG_SIGMA = -0.5 * Math.log(12);
/** 55 points: beyond any sense on a scale of 0 to 10. */
export const HIGHEST_LOG_SIGMA = 4;

/** The posterior along log σ for one (ρ, λ), as nodes of a trapezoid rule. */
export interface SigmaProfile {
  readonly mode: number;
  readonly nodes: readonly number[];
  /** log of (likelihood × prior × node width) */
  readonly logWeights: readonly number[];
  /** log of the integral over log σ */
  readonly logSum: number;
}

/** How fine a posterior is spelt out. */
export interface Fineness {
  /** distance of the lattice points of (ρ, λ), in SDs */
  readonly step: number;
  /** distance of the nodes along log σ, in SDs */
  readonly sigmaStep: number;
  /** how far below the top, in log density, a point still counts */
  readonly depth: number;
}

/**
 * Integrates log σ out: Newton to the mode, then equidistant nodes to both sides. The trapezoid rule converges
 * exponentially for such bell shapes: with nodes 1.3 SDs apart a normal density is integrated to 2e-5.
 */
export function sigmaProfile(
  free: SigmaFree,
  prior: NormalPrior,
  start: number,
  fineness: Fineness,
): SigmaProfile {
  const precision = 1 / prior.sd ** 2;
  const logDensity = (s: number) => {
    const { value, slope, curvature } = logLikelihood(free, s);
    const off = s - prior.mean;
    return {
      value: value - 0.5 * precision * off * off - 0.5 * Math.log((2 * Math.PI) / precision),
      slope: slope - precision * off,
      curvature: curvature - precision,
    };
  };
  const mode = climb(logDensity, start);
  const top = logDensity(mode);
  const sd = Math.min(top.curvature < 0 ? 1 / Math.sqrt(-top.curvature) : prior.sd, prior.sd);
  // At the limit of the range the density falls off like an exponential instead of a bell.
  const atLimit = mode <= LOWEST_LOG_SIGMA || mode >= HIGHEST_LOG_SIGMA;
  const width = fineness.sigmaStep * (atLimit ? Math.min(sd, 1 / Math.abs(top.slope)) : sd);

  const nodes = [mode];
  const peak = top.value + Math.log(width);
  const logWeights = [atLimit ? peak - Math.LN2 : peak];
  for (const direction of [-1, 1]) {
    for (let i = 1; i <= 200; i++) {
      const s = mode + direction * i * width;
      if (s < LOWEST_LOG_SIGMA || s > HIGHEST_LOG_SIGMA) break;
      const value = logLikelihoodValue(free, s) - 0.5 * precision * (s - prior.mean) ** 2;
      const logWeight = value - 0.5 * Math.log((2 * Math.PI) / precision) + Math.log(width);
      nodes.push(s);
      logWeights.push(logWeight);
      if (logWeight < peak - fineness.depth) break;
    }
  }
  let sum = 0;
  for (const logWeight of logWeights) sum += Math.exp(logWeight - logWeights[0]!);
  return { mode, nodes, logWeights, logSum: logWeights[0]! + Math.log(sum) };
}

const clamp = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x));

type Derivatives = { slope: number; curvature: number };

/** Newton with steps of at most 1, kept inside the limits. */
function climb(f: (s: number) => Derivatives, start: number): number {
  let s = start;
  for (let i = 0; i < 60; i++) {
    const { slope, curvature } = f(s);
    const wanted = curvature < 0 ? -slope / curvature : Math.sign(slope);
    const next = clamp(s + clamp(wanted, -1, 1), LOWEST_LOG_SIGMA, HIGHEST_LOG_SIGMA);
    if (Math.abs(next - s) < 1e-7) return next;
    s = next;
  }
  return s;
}
