/** "Baclofen or an alternative?": two to four treatments in one frame, for one condition and pattern. */
import { whatWorks } from "../whatWorks/index.ts";
import { arrange } from "./arrange.ts";
import { boardOf } from "./board.ts";
import type { Board, SideBySideResult } from "./types.ts";

export { arrange } from "./arrange.ts";
export { boardOf } from "./board.ts";
export type * from "./types.ts";

export type BoardResult =
  | { readonly ok: true; readonly value: Board }
  | { readonly ok: false; readonly error: Extract<SideBySideResult, { ok: false }>["error"] };

/** Every treatment of a condition and pattern, ready to be put side by side with `arrange`. */
export function sideBySideBoard(condition: string, pattern: string): BoardResult {
  const answer = whatWorks(condition, pattern);
  return answer.ok ? { ok: true, value: boardOf(answer.value) } : answer;
}

/**
 * [AN-70] Two to four treatments side by side; ids, names, brands and other names will do. Errors are values with a
 * sentence: an unknown condition, pattern or treatment, a name that may be several, one treatment twice, too few, too many.
 *
 * @example
 * const side = sideBySide("ms", "generalised", ["Baclosign", "tizanidine"]);
 * // side.ok && side.value.treatments.map(({ name }) => name) // ["Baclofen tablets", "Tizanidine"]
 */
export function sideBySide(condition: string, pattern: string, names: readonly string[]): SideBySideResult {
  const board = sideBySideBoard(condition, pattern);
  return board.ok ? arrange(board.value, names) : board;
}

/** [AN-74] The two that a page shows before anybody has chosen. */
export function defaultSideBySide(condition: string, pattern: string): SideBySideResult {
  const board = sideBySideBoard(condition, pattern);
  return board.ok ? arrange(board.value, board.value.defaultPair) : board;
}
