/** The time on the clock on the wall, and where that clock hangs. */
export function nowHere(): { readonly time: string; readonly zone: string } {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return {
    time: `${two(now.getHours())}:${two(now.getMinutes())}`,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** Minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
