import type { Covariate } from "./design.ts";
import type { DiaryDay } from "./diary.ts";
import type { DiaryFit } from "./fit.ts";
import { type Summary, summarise } from "./mixture.ts";
import { contrast } from "./posterior/posterior.ts";

/** Six sum-to-zero contrasts stand for seven weekdays. */
const CONTRASTS = 6;
const WEEK = 7;
/** Weeks of diary, and ratings of each weekday, without which a weekly pattern is not looked for. */
const WEEKS_NEEDED = 8;
const RATINGS_NEEDED = 4;
/** Points: each weekday's deviation from the week is 0 ± 0.37 beforehand. Tight, because most people have none. */
const WEEKDAY_PRIOR = { mean: 0, sd: 0.4 };
const idOf = (contrastNumber: number) => `weekday-${contrastNumber}`;

/** 0 … 6 on a calendar of day numbers; which of them is Monday is the caller's knowledge. */
export function weekdayOf(day: number): number {
  return ((day % WEEK) + WEEK) % WEEK;
}

/** Helmert contrasts of unit length: orthogonal to each other and to the mean, so that no weekday is special beforehand. */
function helmert(contrastNumber: number, weekday: number): number {
  const k = contrastNumber;
  const scale = 1 / Math.sqrt(k * (k + 1));
  if (weekday < k) return scale;
  return weekday === k ? -k * scale : 0;
}

/**
 * [RS-60] Covariates for a weekly pattern, or none if the diary is too short for one: six contrasts with a tight prior, that sum to 0
 * over the week.
 *
 * @example
 * fitDiary({ diary, treatments, covariates: [...covariates, ...weekdayCovariates(diary, today)] });
 */
export function weekdayCovariates(diary: readonly DiaryDay[], until = Infinity): Covariate[] {
  const rated = diary.filter(({ day, rating }) => rating !== null && day <= until).map(({ day }) => day);
  const first = rated.reduce((least, day) => Math.min(least, day), Infinity);
  const last = rated.reduce((most, day) => Math.max(most, day), -Infinity);
  if (!(last - first + 1 >= WEEKS_NEEDED * WEEK)) return [];
  const counts = Array<number>(WEEK).fill(0);
  for (const day of rated) {
    const weekday = weekdayOf(day);
    counts[weekday] = (counts[weekday] ?? 0) + 1;
  }
  if (counts.some((count) => count < RATINGS_NEEDED)) return [];
  return Array.from({ length: CONTRASTS }, (_, i): Covariate => {
    const values = rated.map((day) => ({ day, value: helmert(i + 1, weekdayOf(day)) }));
    return { id: idOf(i + 1), values, prior: WEEKDAY_PRIOR };
  });
}

/** [RS-60] How each weekday (0 … 6, as `weekdayOf`) differs from the week; null if the fit has no weekly pattern. */
export function weekdayEffectsOf(fit: DiaryFit): Summary[] | null {
  const columns = Array.from({ length: CONTRASTS }, (_, i) =>
    fit.columns.findIndex(({ kind, id }) => kind === "covariate" && id === idOf(i + 1)),
  );
  if (columns.includes(-1)) return null;
  return Array.from({ length: WEEK }, (_, weekday) => {
    const c = new Float64Array(fit.columns.length);
    columns.forEach((column, i) => {
      c[column] = helmert(i + 1, weekday);
    });
    return summarise(contrast(fit.posterior, c));
  });
}
