/**
 * "Start" on a proposal has asked all there is to ask: the player then begins without a second start. Not in the address, so
 * that a link, a reload or a step back never makes a routine begin by itself.
 */
let wanted: string | null = null;

export function beginAtOnce(routine: string): void {
  wanted = routine;
}

/** True once, for the routine that was just started. */
export function takeBeginAtOnce(routine: string): boolean {
  const begins = wanted === routine;
  wanted = null;
  return begins;
}
