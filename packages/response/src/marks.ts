import { SMALLEST_MCID } from "./look.ts";

/** From where on an effect counts as shown by the diary [RS-12]. Sizes are points, of counts log rate ratios. */
export interface Marks {
  /** how much better counts as help at all */
  readonly size: number;
  /** P(β < −size) from which on it is shown to help */
  readonly helps: number;
  /** P(β > 0) from which on it is shown to make worse */
  readonly worse: number;
}

/** P(β > 0) for "worse": more turns from off to on and back are more chances for chance. */
const WORSE_BY_ONE_START = 0.975;
const WORSE_BY_TURNS = 0.985;
const worseFrom = (turns: number): number => (turns > 1 ? WORSE_BY_TURNS : WORSE_BY_ONE_START);

/** P(β < −½ point) for "helping" where the diary turns from off to on or back more than once. */
const HELPS_BY_TURNS = 0.91;
/** The same after one start, of days that do not hang together at all … */
const HELPS_BY_ONE_START = 0.8;
/** … and what the days' hanging together adds, up to so much of it. */
const MORE_BY_CORRELATION = 0.28;
const MOST_CORRELATION = 0.45;

/**
 * [RS-12] The marks for ratings, calibrated by `npm run prove` (docs/decisions/0063). `turns` is how often the diary goes from
 * off to on or back, `correlation` the posterior mean of λρ.
 *
 * @example
 * ratingMarks({ turns: 1, correlation: 0.2 }).helps // 0.856: P(at least half a point better) that is asked for
 */
export function ratingMarks({
  turns,
  correlation,
}: {
  readonly turns: number;
  readonly correlation: number;
}): Marks {
  const hanging = Math.min(Math.max(correlation, 0), MOST_CORRELATION);
  return {
    size: SMALLEST_MCID,
    helps: turns > 1 ? HELPS_BY_TURNS : HELPS_BY_ONE_START + MORE_BY_CORRELATION * hanging,
    worse: worseFrom(turns),
  };
}

/** [RS-44] Counts have no smallest difference in points: any fall counts, and the marks are as strict as those of "worse". */
export const countMarks = (turns: number): Marks => ({
  size: 0,
  helps: worseFrom(turns),
  worse: worseFrom(turns),
});
