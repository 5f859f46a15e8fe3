import { meanOfErrors, type Posterior } from "./posterior/posterior.ts";

/** By how much of the correlation from day to day a range is widened; calibrated on simulated diaries (RS-33). */
const SHARE_OF_CORRELATION = 0.2;

/**
 * [RS-33] How many times as wide the range that is told is as the posterior's. Where spells last long, a few weeks of diary
 * seem to know more than they do, and the central 90 % held the truth in 86 of 100.
 */
export function wideningOf(posterior: Posterior): number {
  const correlation = meanOfErrors(posterior, ({ rho, lambda }) => rho * lambda);
  return 1 + SHARE_OF_CORRELATION * Math.max(0, correlation);
}
