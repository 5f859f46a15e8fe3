/** The time on the clock on the wall: "08:05". */
export function timeNow(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** The time on the clock on the wall, and where that clock hangs. */
export const nowHere = (): { readonly time: string; readonly zone: string } => ({
  time: timeNow(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/**
 * Asks for the place once while nobody waits: the first time takes a slow phone a tenth of a second, which would lie
 * between the touch on Save and its answer. Returns how to call it off.
 */
export function askAhead(): () => void {
  // Not every browser tells when it is idle.
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(nowHere, 500);
    return () => clearTimeout(timer);
  }
  const wish = requestIdleCallback(nowHere);
  return () => cancelIdleCallback(wish);
}

/** Minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
