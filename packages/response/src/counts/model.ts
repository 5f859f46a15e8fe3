import { logGamma } from "@unclench/stats";
import {
  type Family,
  type LaplacePoint,
  type LaplaceStart,
  LatentModel,
  type LatentRegression,
} from "../latent/laplace.ts";

/** A regression of counts on columns, on the log scale. */
export interface CountRegression extends LatentRegression {
  readonly counts: ArrayLike<number>;
}

/** SD and day-to-day correlation of the latent ups and downs (log scale), and the size r: variance = μ + μ²/r. */
export interface CountErrors {
  readonly sigma: number;
  readonly rho: number;
  readonly size: number;
}

/** log of a mean count beyond this is no diary, and its exponential would soon overflow. */
const LARGEST_LOG_MEAN = 50;

/** [RS-40] Negative binomial counts over the latent days. */
export class CountModel {
  private readonly latent: LatentModel;
  /** by calendar day */
  private readonly counts: Float64Array;
  private readonly counted: Uint8Array;
  private readonly distinct: readonly (readonly [count: number, times: number])[];
  private readonly logFactorials: number;
  private readonly meanCount: number;

  constructor(regression: CountRegression) {
    const { days, counts } = regression;
    this.latent = new LatentModel(regression);
    this.counts = new Float64Array(this.latent.span);
    this.counted = new Uint8Array(this.latent.span);
    const times = new Map<number, number>();
    let [logFactorials, sum] = [0, 0];
    for (let i = 0; i < days.length; i++) {
      const count = counts[i]!;
      this.counts[days[i]! - days[0]!] = count;
      this.counted[days[i]! - days[0]!] = 1;
      times.set(count, (times.get(count) ?? 0) + 1);
      logFactorials += logGamma(count + 1);
      sum += count;
    }
    this.distinct = [...times];
    this.logFactorials = logFactorials;
    this.meanCount = sum / days.length;
  }

  /** A start for the first search: the level at the log of the mean count. */
  flatStart(): LaplaceStart {
    return this.latent.startAt(Math.log(this.meanCount + 0.5));
  }

  at(errors: CountErrors, start: LaplaceStart, tolerance = 1e-7): LaplacePoint | null {
    return this.latent.at(errors, this.negativeBinomial(errors.size), start, tolerance);
  }

  /** log p(y | μ, r), μ = exp(η); the constant is Σ log Γ(y + r) − log Γ(r) − log y! + r log r. */
  private negativeBinomial(size: number): Family {
    const { counts, counted } = this;
    const atSize = logGamma(size);
    let constant = -this.logFactorials;
    for (const [count, times] of this.distinct)
      constant += times * (logGamma(count + size) - atSize + size * Math.log(size));
    return {
      constant,
      evaluate(slope, weight) {
        let sum = 0;
        for (let t = 0; t < slope.length; t++) {
          if (counted[t] === 0) {
            slope[t] = 0;
            continue;
          }
          const logMean = slope[t]!;
          if (!(Math.abs(logMean) < LARGEST_LOG_MEAN)) return Number.NaN;
          const count = counts[t]!;
          const mean = Math.exp(logMean);
          const total = size + mean;
          const share = size / total;
          sum += count * logMean - (count + size) * Math.log(total);
          slope[t] = share * (count - mean);
          weight[t] = (share * mean * (count + size)) / total;
        }
        return sum;
      },
    };
  }
}
