/** Times as they stand on the clock on the wall. */

/** "08:05" */
export const isTimeOfDay = (value: unknown): value is string =>
  typeof value === "string" && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);

/**
 * A time as people write it, as it is kept; null if it is none.
 * @example readClockTime("8:05 pm") // "20:05"
 */
export function readClockTime(text: string): string | null {
  const parts = /^(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*([ap])\.?m\.?)?$/i.exec(text.trim());
  const half = parts?.[3]?.toLowerCase();
  const written = Number(parts?.[1] ?? Number.NaN);
  if (half !== undefined && (written < 1 || written > 12)) return null;
  const hour = half === undefined ? written : (written % 12) + (half === "p" ? 12 : 0);
  const time = `${String(hour).padStart(2, "0")}:${parts?.[2] ?? ""}`;
  return isTimeOfDay(time) ? time : null;
}
