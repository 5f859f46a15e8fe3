/** Peto's one-step odds ratio: rule EV-31. A check for rare events, where no correction of zeros is wanted. */
import { type FixedPool, fixedPool, type Table } from "./mantelHaenszel.ts";

/**
 * Σ(O − E)/ΣV on the log odds scale, with the hypergeometric expectation and variance (Yusuf, Peto, Lewis, Collins &
 * Sleight 1985, Prog Cardiovasc Dis 27:335). Studies without events, or with nothing else, have V = 0 and say nothing.
 * `null` where no study says anything.
 *
 * @example
 * peto([{ active: { events: 10, n: 20 }, control: { events: 5, n: 20 } }])?.estimate // 1.04
 */
export function peto(tables: readonly Table[]): FixedPool | null {
  let [offSum, variances, squares, k] = [0, 0, 0, 0];
  for (const { active, control } of tables) {
    const total = active.n + control.n;
    const events = active.events + control.events;
    const variance = (events * (total - events) * (active.n / total) * (control.n / total)) / (total - 1);
    if (!(variance > 0)) continue;
    const off = active.events - (events * active.n) / total;
    offSum += off;
    variances += variance;
    squares += off ** 2 / variance;
    k++;
  }
  if (k === 0) return null;
  const q = Math.max(0, squares - offSum ** 2 / variances);
  return fixedPool(offSum / variances, 1 / Math.sqrt(variances), q, k - 1);
}
