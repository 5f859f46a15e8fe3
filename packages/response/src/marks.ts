import { SMALLEST_MCID } from "./look.ts";
import { type ErrorParameters, meanOfErrors, type Posterior } from "./posterior/posterior.ts";

/** From where on an effect counts as shown by the diary [RS-12]. Sizes are points, of counts log rate ratios. */
export interface Marks {
  /** how much better counts as help at all */
  readonly size: number;
  /** P(β < −size) from which on it is shown to help */
  readonly helps: number;
  /** P(β > 0) from which on it is shown to make worse */
  readonly worse: number;
}

/** Points better that count as help: half a point, the least that is ever called a difference [RS-10]. */
export const HELP_SIZE = SMALLEST_MCID;

/** How likely half of what matters (for "helping") and all of it (for "helping clearly") has to be as well. */
export const LIKELY = 0.8;

/** P(β > 0) for "worse": more turns from off to on and back are more chances for chance. */
const WORSE_BY_ONE_START = 0.975;
const WORSE_BY_TURNS = 0.985;
/** P(β < −½ point) for "helping" at two looks in a row: this where each day stands alone, … */
const HELPS_LEAST = 0.81;
/** … more with each e-fold of the inflation below, up to so many … */
const MORE_BY_INFLATION = 0.03;
const MOST_INFLATION = 2;
/** … and more with each e-fold of σ between these points: the larger the ups and downs, the sooner chance makes half a point. */
const MORE_BY_SIGMA = 0.15;
const SIGMA_FROM = 1.35;
const SIGMA_UP_TO = 2.4;
/** After twelve weeks a little more with each bend that the trend may have by then, up to two: each week is another look. */
const MORE_BY_BEND = { helps: 0.015, worse: 0.0075 };
const BENDS_COUNTED = 2;
/** More than this is never asked for. */
const MOST = 0.995;

/** How the diary was kept. */
export interface Kept {
  /** how often it goes from off to on or back */
  readonly turns: number;
  /** how often the trend may bend by then */
  readonly bends: number;
}

const worseFrom = ({ turns, bends }: Kept): number =>
  Math.min(
    MOST,
    (turns > 1 ? WORSE_BY_TURNS : WORSE_BY_ONE_START) + MORE_BY_BEND.worse * Math.min(bends, BENDS_COUNTED),
  );

/** What the days themselves say of how easily chance looks like help. */
export interface UpsAndDowns {
  /** how much the days hang together [`logInflationOf`] */
  readonly logInflation: number;
  /** SD of the day-to-day deviations, in points */
  readonly sigma: number;
}

/**
 * [RS-12] The marks for ratings, calibrated by simulation (docs/decisions/0066, 0067, 0071).
 *
 * @example
 * ratingMarks({ turns: 1, bends: 0, logInflation: 0.6, sigma: 1.2 }).helps // 0.828: the P(at least half a point better) that is asked for
 */
export function ratingMarks({ turns, bends, logInflation, sigma }: UpsAndDowns & Kept): Marks {
  const hanging = Math.min(Math.max(logInflation, 0), MOST_INFLATION);
  const large = Math.log(Math.min(Math.max(sigma, SIGMA_FROM), SIGMA_UP_TO) / SIGMA_FROM);
  return {
    size: HELP_SIZE,
    helps: Math.min(
      MOST,
      HELPS_LEAST +
        MORE_BY_INFLATION * hanging +
        MORE_BY_SIGMA * large +
        MORE_BY_BEND.helps * Math.min(bends, BENDS_COUNTED),
    ),
    worse: worseFrom({ turns, bends }),
  };
}

/** [RS-12] Posterior means of both. */
export const upsAndDownsOf = (posterior: Posterior): UpsAndDowns => ({
  logInflation: logInflationOf(posterior),
  sigma: meanOfErrors(posterior, ({ sigma }) => sigma),
});

/**
 * [RS-12] How much the days hang together: the posterior mean of log(1 + 2λρ/(1 − ρ)), ρ not below 0. The number in the brackets
 * is the statistical inefficiency of AR(1) and noise: so many rated days tell as much as one day that stands alone.
 */
export const logInflationOf = (posterior: Posterior): number => meanOfErrors(posterior, logInflationAt);

/** [RS-12] The same of errors that are known. */
export function logInflationAt({ rho, lambda }: Pick<ErrorParameters, "rho" | "lambda">): number {
  const lasting = Math.max(rho, 0);
  return Math.log1p((2 * lambda * lasting) / (1 - lasting));
}

/** [RS-44] Counts have no smallest difference in points: any fall counts, and the marks are as strict as those of "worse". */
export const countMarks = (kept: Kept): Marks => ({
  size: 0,
  helps: worseFrom(kept),
  worse: worseFrom(kept),
});
