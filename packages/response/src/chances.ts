/** Before the days come: how likely each verdict will be. */
import { normalCdf, normalPdf, normalQuantile } from "@unclench/stats";
import { LIKELY, type Marks } from "./marks.ts";

/** What is known of an effect now, and how well it will be known then. */
export interface Knowledge {
  readonly mean: number;
  readonly sdNow: number;
  readonly sdThen: number;
}

/** Chances that, after further days, the posterior will satisfy each rule; not exclusive of each other. */
export interface RuleChances {
  /** P( P(β < −size) reaches its mark then ) */
  readonly helps: number;
  /** P( P(β < −MCID/2) ≥ 0.8 then ) */
  readonly helpsHalf: number;
  /** P( P(β < −MCID) ≥ 0.8 then ) */
  readonly helpsEnough: number;
  /** P( P(β > −MCID) ≥ 0.9 then ) */
  readonly notEnough: number;
  /** P( P(β > 0) reaches its mark then ) */
  readonly worse: number;
}

/** Chances of each settled verdict after further days; exclusive, so that they add up to `settled`. */
export interface VerdictChances {
  readonly helping: number;
  readonly notEnough: number;
  readonly worse: number;
  readonly settled: number;
}

/** Posterior mean thresholds at which each rule starts to hold, for a posterior SD then. */
function thresholds(sdThen: number, mcid: number, { size, ...marks }: Marks) {
  const likely = normalQuantile(LIKELY) * sdThen;
  return {
    helps: -size - normalQuantile(marks.helps) * sdThen,
    helpsHalf: -mcid / 2 - likely,
    helpsEnough: -mcid - likely,
    notEnough: -mcid + normalQuantile(0.9) * sdThen,
    worse: normalQuantile(marks.worse) * sdThen,
  };
}

/** Of a normal number, which may also be known exactly. */
function normalChances(mean: number, sd: number) {
  const below = (x: number): number => (sd > 0 ? normalCdf((x - mean) / sd) : Number(mean <= x));
  const above = (x: number): number => (sd > 0 ? normalCdf((mean - x) / sd) : Number(mean >= x));
  return { below, above };
}

/**
 * [Note: What further days can teach]
 * For fixed error parameters the posterior SD after further days is known today; only the posterior mean is not. Seen from
 * today it is normal around today's mean with SD d = √(sd_now² − sd_then²). Every rule is a threshold on that mean. [RS-21]
 */
export function ruleChances({ mean, sdNow, sdThen }: Knowledge, mcid: number, marks: Marks): RuleChances {
  const at = thresholds(sdThen, mcid, marks);
  const { below, above } = normalChances(mean, spreadBetween(sdNow, sdThen));
  return {
    helps: below(at.helps),
    helpsHalf: below(at.helpsHalf),
    helpsEnough: below(at.helpsEnough),
    notEnough: above(at.notEnough),
    worse: above(at.worse),
  };
}

/** How far the posterior mean may still move while the SD goes from `before` to `after`. */
const spreadBetween = (before: number, after: number): number =>
  Math.sqrt(Math.max(before * before - after * after, 0));

/** The posterior mean at two looks in a row, seen from today: a help has to be shown by both [RS-12]. */
export interface TwoLooks {
  /** normal with this mean and SD; `sdThen` is the SD of the effect then */
  readonly earlier: { readonly mean: number; readonly spread: number; readonly sdThen: number };
  /** given m at the earlier look: normal with mean offset + slope·m and SD `spread` */
  readonly later: {
    readonly offset: number;
    readonly slope: number;
    readonly spread: number;
    readonly sdThen: number;
  };
}

/** [RS-21] Seen from today, the mean at a later look lies around the one a week earlier, and that around today's. */
export const looksAhead = ({ mean, sdNow, sdThen }: Knowledge, sdEarlier: number): TwoLooks => ({
  earlier: { mean, spread: spreadBetween(sdNow, sdEarlier), sdThen: sdEarlier },
  later: { offset: 0, slope: 1, spread: spreadBetween(sdEarlier, sdThen), sdThen },
});

export interface Asked {
  readonly mcid: number;
  readonly marks: Marks;
  /** is it still too early for a verdict at the earlier look? then that look shows nothing */
  readonly earlierTooEarly?: boolean;
}

/** [RS-22] The rules in the order of RS-12: helping, then worse, then not enough. */
export function verdictChances(
  { earlier, later }: TwoLooks,
  { mcid, marks, earlierTooEarly = false }: Asked,
): VerdictChances {
  const at = thresholds(later.sdThen, mcid, marks);
  const before = thresholds(earlier.sdThen, mcid, marks);
  const helpingBelow = Math.min(at.helps, at.helpsHalf);
  const helping = earlierTooEarly ? 0 : chanceOfBoth({ earlier, later }, before.helps, helpingBelow);
  const mean = later.offset + later.slope * earlier.mean;
  const { above } = normalChances(mean, Math.hypot(later.slope * earlier.spread, later.spread));
  const worse = above(at.worse);
  const notEnough = Math.max(0, above(Math.max(at.notEnough, helpingBelow)) - worse);
  return { helping, notEnough, worse, settled: Math.min(1, helping + notEnough + worse) };
}

/** Nodes of Simpson's rule, and how many SDs out it begins: to 2e-6, also where a week moves the mean by a twentieth only. */
const NODES = 400;
const FAR = 8;

/** P(earlier mean ≤ `first` and later mean ≤ `second`): the later one's chance, over the earlier ones that pass. */
function chanceOfBoth({ earlier, later }: TwoLooks, first: number, second: number): number {
  const { mean, spread } = earlier;
  const passing = (m: number): number => {
    const { offset, slope } = later;
    return normalChances(offset + slope * m, later.spread).below(second);
  };
  if (!(spread > 0)) return mean <= first ? passing(mean) : 0;
  if (!(later.spread > 0)) {
    const { offset, slope } = later;
    return normalChances(mean, spread).below(Math.min(first, (second - offset) / slope));
  }
  const top = Math.min((first - mean) / spread, FAR);
  if (top <= -FAR) return 0;
  const step = (top + FAR) / NODES;
  let sum = 0;
  for (let i = 0; i <= NODES; i++) {
    const u = -FAR + i * step;
    const weight = i === 0 || i === NODES ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * normalPdf(u) * passing(mean + spread * u);
  }
  return (sum * step) / 3;
}
