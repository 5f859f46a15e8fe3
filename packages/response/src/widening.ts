import { meanOfErrors, type Posterior } from "./posterior/posterior.ts";

/** Calibrated on simulated diaries (RS-33): from this correlation on ranges are widened, so much for each unit, up to here. */
const FROM = 0.18;
const UP_TO = 0.45;
const SHARE_OF_CORRELATION = 0.8;

/**
 * [RS-33] How many times as wide the range that is told is as the posterior's. Where spells last long, a few weeks of diary
 * seem to know more than they do, and the central 90 % held the truth in 86 of 100.
 */
export function wideningOf(posterior: Posterior): number {
  const correlation = meanOfErrors(posterior, ({ rho, lambda }) => rho * lambda);
  return 1 + SHARE_OF_CORRELATION * (Math.min(Math.max(correlation, FROM), UP_TO) - FROM);
}
