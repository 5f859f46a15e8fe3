import type { CountPosterior } from "./counts/integrate.ts";
import { meanOfErrors, type Posterior } from "./posterior/posterior.ts";

/** How ranges widen with the correlation from day to day: calibrated on simulated diaries. */
interface Widening {
  /** the correlation at which the range is the posterior's */
  readonly at: number;
  /** so much wider for each unit of correlation more, and narrower for each less … */
  readonly share: number;
  /** … between these */
  readonly from: number;
  readonly upTo: number;
}

const OF_RATINGS: Widening = { at: 0.49, share: 1.2, from: 0.42, upTo: 0.65 };
const OF_COUNTS: Widening = { at: 0.4, share: 1.8, from: 0.4, upTo: 0.6 };

const widened = (correlation: number, { at, share, from, upTo }: Widening): number =>
  1 + share * (Math.min(Math.max(correlation, from), upTo) - at);

/**
 * [RS-33] How many times as wide the range that is told is as the posterior's. Where spells last long, a few weeks of diary
 * seem to know more than they do, and the central 90 % held the truth in 86 of 100; where they are short it held 93.
 */
export const wideningOf = (posterior: Posterior): number =>
  widened(
    meanOfErrors(posterior, ({ rho }) => rho),
    OF_RATINGS,
  );

/** [RS-43] The same of counts. Where spells last long the central 90 % held the truth in 83 to 87 of 100. */
export function countWideningOf({ weights, atanhRho }: CountPosterior): number {
  let correlation = 0;
  for (let i = 0; i < weights.length; i++) correlation += weights[i]! * Math.tanh(atanhRho[i]!);
  return widened(correlation, OF_COUNTS);
}

/**
 * [RS-51] The same of the sizes of injection cycles, and of the differences between them. The posterior's own held the truth in 85
 * to 87 and in 82 to 85 of 100.
 */
export const CYCLES_WIDENED = 1.15;
export const DIFFERENCES_WIDENED = 1.2;

/**
 * [RS-72] How many times as wide the belief at the end of a fair test is as that of someone who was told the errors and the speed
 * of the treatment. Without it, what a test was said to settle came true 2 to 13 of 100 times less often.
 */
export const TEST_WIDENED = 1.15;
