/**
 * Where a session stands, kept for this tab until it is over: a reload, a locked screen or a browser that is short of memory
 * loses nothing. It goes with the tab and is never sent; what stays for good is only what is noted in the diary.
 */
import type { SessionChoices } from "@unclench/answers/relief-session";

export type KeptSession = {
  readonly routine: string;
  readonly choices: Partial<SessionChoices>;
  readonly elapsedMs: number;
  /** when it was kept, milliseconds since 1970 */
  readonly at: number;
};

export type PlayerSettings = { readonly speak: boolean; readonly vibrate: boolean; readonly listen: boolean };
export const usualSettings: PlayerSettings = { speak: true, vibrate: true, listen: false };

const SESSION = "unclench-session";
const SETTINGS = "unclench-player";
/** What was begun longer ago is not taken up again. */
const STALE_MS = 6 * 3_600_000;

function read(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Blocked in this browser: then a reload begins anew.
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** What was left of this routine in this tab, or null. */
export function keptSession(routine: string, now = Date.now()): KeptSession | null {
  const kept = read(SESSION);
  if (!isObject(kept) || kept.routine !== routine || !isObject(kept.choices)) return null;
  const { elapsedMs, at } = kept;
  if (typeof elapsedMs !== "number" || !(elapsedMs > 0) || typeof at !== "number" || now - at > STALE_MS)
    return null;
  return { routine, choices: kept.choices, elapsedMs, at };
}

export const keepSession = (session: KeptSession): void => write(SESSION, session);
export const forgetSession = (): void => write(SESSION, null);

export function playerSettings(): PlayerSettings {
  const kept = read(SETTINGS);
  return isObject(kept) ? { ...usualSettings, ...kept } : usualSettings;
}
export const keepSettings = (settings: PlayerSettings): void => write(SETTINGS, settings);
