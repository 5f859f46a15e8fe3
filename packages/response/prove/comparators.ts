/** What other ways of reading the same diary would have said: each P(β < 0), or what stands for it. */
import { normalQuantile, studentTUpperTail } from "@unclench/stats";
import { buildDesign } from "../src/design.ts";
import { exposureCurve } from "../src/exposure.ts";
import type { DiaryFit } from "../src/fit.ts";
import { generalisedLeastSquares } from "../src/gls.ts";
import { averaged, type Mixture, mixtureCdf } from "../src/mixture.ts";
import { coefficientsAt, logLikelihoodValue, prepare, withoutSigma } from "../src/posterior/regression.ts";
import type { Sizes } from "../src/rules.ts";
import type { Situation } from "./situation.ts";

/** Welch's t-test of the days on against the days off: one minus its one-sided p. What a plain before/after test does. */
export function welch(fit: DiaryFit): number {
  const [off, on] = [momentsOf(fit, (x) => x < 0.05), momentsOf(fit, (x) => x > 0.5)];
  if (off.count < 2 || on.count < 2) return 0.5;
  const [a, b] = [off.variance / off.count, on.variance / on.count];
  if (a + b === 0) return 0.5;
  const df = (a + b) ** 2 / (a ** 2 / (off.count - 1) + b ** 2 / (on.count - 1));
  return 1 - studentTUpperTail((off.mean - on.mean) / Math.sqrt(a + b), df);
}

function momentsOf(fit: DiaryFit, holds: (exposure: number) => boolean) {
  const curve = exposureCurve(fit.treatments[0]!, fit.first, fit.last);
  const ratings = Array.from(fit.ratings).filter((_, i) => holds(curve[fit.days[i]! - fit.first]!));
  const count = ratings.length;
  const mean = ratings.reduce((sum, value) => sum + value, 0) / count;
  const variance = ratings.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { count, mean, variance };
}

/** Generalised least squares with AR(1) errors, level and exposures only, REML: one minus the one-sided p of the effect. */
export function gls(fit: DiaryFit): number {
  const kept = fit.columns.flatMap(({ kind }, k) => (kind === "level" || kind === "effect" ? [k] : []));
  const [count, width] = [fit.days.length, fit.columns.length];
  const rows = new Float64Array(count * kept.length);
  for (let i = 0; i < count; i++)
    kept.forEach((k, place) => {
      rows[i * kept.length + place] = fit.rows[i * width + k]!;
    });
  const input = { days: fit.days, ratings: fit.ratings, rows, width: kept.length };
  const found = generalisedLeastSquares(input, "REML");
  if (found === null) return 0.5;
  const se = Math.sqrt(found.covariance[kept.length + 1]!);
  return 1 - studentTUpperTail(-found.coefficients[1]! / se, count - kept.length);
}

/** Variance of a whole-number rating's rounding. */
const ROUNDING = 1 / 12;

/** Exposure on days 1 to 84, and how likely it is held to be. */
export type Curve = { readonly exposure: readonly number[]; readonly weight: number };

/**
 * Someone who knows the truth of everything but the effect: σ, φ, how much is noise, and the curve; with several curves, all
 * but the effect and the curve. Same columns, same priors, same sizes, one mark for all diaries, and one look is enough. Null
 * where the truth is not a process of this model.
 */
export function oracle(
  fit: DiaryFit,
  situation: Situation,
  { curves, ...sizes }: Sizes & { readonly curves: readonly Curve[] },
): number | null {
  const { errors, noise, sd, phi } = situation;
  if (errors === "random walk") return null;
  const heavy = errors === "heavy tails";
  const lasting = (heavy ? 0.64 : noise ? 0.75 ** 2 : 1) * sd * sd;
  const white = (heavy ? 0.36 : noise ? 0.66 ** 2 : 0) * sd * sd + ROUNDING;
  const { days, ratings } = fit;
  const { columns, rows } = buildDesign(fit, days);
  const k = columns.findIndex(({ kind }) => kind === "effect");
  const priors = columns.map(({ prior }) => prior);
  const size = columns.length;
  const logSigma = 0.5 * Math.log(lasting + white);
  const parts = curves.map(({ exposure, weight }) => {
    for (let i = 0; i < days.length; i++) rows[i * size + k] = exposure[days[i]! - 1]!;
    const free = withoutSigma(prepare({ days, ratings, rows, priors }), phi, lasting / (lasting + white));
    const [means, covariances] = [new Float64Array(size), new Float64Array(size * size)];
    coefficientsAt(free, priors, logSigma, { means, covariances, place: 0 });
    const logWeight = Math.log(weight) + logLikelihoodValue(free, logSigma);
    const sd = Math.sqrt(covariances[k * size + k]!);
    const mixture: Mixture = {
      weights: Float64Array.of(1),
      means: Float64Array.of(means[k]!),
      sds: Float64Array.of(sd),
    };
    return { mixture, logWeight };
  });
  return shownBy(averaged(parts).mixture, sizes);
}

/** What stands for "not shown at any mark". */
export const NEVER = -Infinity;
/** Chances nearer to 0 or 1 than this are not told apart. */
const NEAREST = 1e-12;

/**
 * By how far, in SDs, P(β < −size) passes the mark, where the effect is also likely to be half of what matters [RS-12]: 0 or
 * more is "helping", and a higher number would be so at a stricter mark too.
 */
export function shownBy(effect: Mixture, { mcid, size }: Sizes, mark = 0.5): number {
  if (mixtureCdf(effect, -mcid / 2) < 0.8) return NEVER;
  return passedBy(mixtureCdf(effect, -size), mark);
}

/** By how far a chance passes a mark, in SDs. */
export function passedBy(chance: number, mark: number): number {
  const kept = Math.min(Math.max(chance, NEAREST), 1 - NEAREST);
  return normalQuantile(kept) - normalQuantile(mark);
}
