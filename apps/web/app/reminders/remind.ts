/**
 * A notification at the chosen time, while the app is open. It says nothing about health: a notification is read on locked
 * screens and over shoulders. Once a day, and only if there is no check-in of that day yet.
 */
import { type LocalDate, localDateOf, type PersonalRecord, tables } from "@unclench/record";
import { ownRecord } from "../record/ownRecord.ts";

const LOOK_EVERY_MS = 30_000;

/** Whether it is time: the clock has passed the chosen time today and nothing was written down yet. */
export function isDue(
  record: Pick<PersonalRecord, "row" | "checkIns">,
  now: Date,
  lastShown: LocalDate | null,
): boolean {
  const time = record.row(tables.settings)?.reminderTime ?? null;
  const today = localDateOf(now);
  if (time === null || lastShown === today) return false;
  const clock = `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
  return clock >= time && !record.checkIns().some(({ date }) => date === today);
}

async function show(): Promise<void> {
  const words = { body: "Time for a check-in, if you like.", tag: "unclench-check-in", icon: "/icon.svg" };
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration !== undefined) await registration.showNotification("Unclench", words);
  else new Notification("Unclench", words);
}

/** Looks from time to time; returns how to stop. */
export function remind(): () => void {
  let lastShown: LocalDate | null = null;
  const look = async (): Promise<void> => {
    const opened = await ownRecord();
    const now = new Date();
    if (!opened.ok || Notification.permission !== "granted" || !isDue(opened.record, now, lastShown)) return;
    lastShown = localDateOf(now);
    await show();
  };
  // A platform that refuses to show it leaves everything else as it is.
  const quietly = (): void => void look().catch(() => {});
  quietly();
  const timer = setInterval(quietly, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
