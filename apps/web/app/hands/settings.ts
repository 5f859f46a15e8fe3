/**
 * How the screens are to look and to answer to a hand.
 *
 * [Note: Settings twice] They belong to the record, so that they go along with it to another device. A copy in the browser's
 * small store lets every page look right from its first instant on, without opening the record; it is written anew
 * whenever the record changes and goes when everything is deleted.
 */
import { type PersonalRecord, type Settings, tables } from "@unclench/record";

/** What counts: every choice, or what is usual where nothing was chosen. */
export type Hands = {
  readonly role: NonNullable<Settings["role"]> | null;
  readonly hand: "left" | "right" | null;
  /** milliseconds in which a second touch at the same place is ignored; 0: none is */
  readonly ignoreMs: number;
  /** milliseconds for which a touch has to be held; 0: at once */
  readonly holdMs: number;
  readonly textSize: NonNullable<Settings["textSize"]>;
  readonly theme: NonNullable<Settings["theme"]>;
  readonly reducedMotion: boolean;
  readonly plainMode: boolean;
  /** days between two check-ins that are wanted; null: not chosen */
  readonly rhythmDays: number | null;
  readonly reminderTime: string | null;
  readonly country: string | null;
};

/** A hand in spasm may touch twice: half a second, unless chosen otherwise. */
export const USUAL_IGNORE_MS = 500;

export const usualHands: Hands = {
  role: null,
  hand: null,
  ignoreMs: USUAL_IGNORE_MS,
  holdMs: 0,
  textSize: "normal",
  theme: "system",
  reducedMotion: false,
  plainMode: false,
  rhythmDays: null,
  reminderTime: null,
  country: null,
};

export const KEPT_UNDER = "unclench-settings";

/** Choices over what is usual. */
const withUsual = (chosen: Partial<Record<keyof Hands, unknown>>): Hands =>
  ({
    ...usualHands,
    ...Object.fromEntries(
      Object.entries(chosen).filter(([name, value]) => name in usualHands && value !== null),
    ),
  }) as Hands;

function keptText(): string {
  try {
    return localStorage.getItem(KEPT_UNDER) ?? "";
  } catch {
    return "";
  }
}

let text: string | null = null;
let hands: Hands = usualHands;
const listeners = new Set<() => void>();

/** The settings as they are now; the same object until they change. */
export function currentHands(): Hands {
  if (text === null) take(keptText());
  return hands;
}

function take(next: string): void {
  if (text === next) return;
  text = next;
  try {
    const parsed: unknown = next === "" ? {} : JSON.parse(next);
    hands = withUsual(typeof parsed === "object" && parsed !== null ? parsed : {});
  } catch {
    hands = usualHands;
  }
}

/** Puts the look on the page: styles/hands.css does the rest. The starter in root.tsx does the same before anything is drawn. */
function show(): void {
  const { theme, textSize, hand, reducedMotion, plainMode } = currentHands();
  const look = {
    theme: theme === "system" ? null : theme,
    text: textSize === "normal" ? null : textSize,
    hand,
    motion: reducedMotion ? "less" : null,
    plain: plainMode ? "yes" : null,
  };
  for (const [name, value] of Object.entries(look)) {
    if (value === null) delete document.documentElement.dataset[name];
    else document.documentElement.dataset[name] = value;
  }
}

function keep(next: string): void {
  if (text === next) return;
  try {
    if (next === "") localStorage.removeItem(KEPT_UNDER);
    else localStorage.setItem(KEPT_UNDER, next);
  } catch {
    // Blocked in this browser: the choices then hold for as long as the page lives.
  }
  take(next);
  show();
  for (const listener of listeners) listener();
}

/** Keeps the copy in step with the person's own record, from now on. Returns how to stop. */
export function followRecord(record: PersonalRecord): () => void {
  const follow = (): void => {
    const row = record.row(tables.settings);
    const { id: _, ...chosen } = row ?? { id: "" };
    const said = Object.entries(chosen).filter(([, value]) => value !== null);
    keep(said.length === 0 ? "" : JSON.stringify(Object.fromEntries(said)));
  };
  currentHands();
  follow();
  return record.subscribe(follow);
}

export const forgetHands = (): void => keep("");

export function watchHands(listener: () => void): () => void {
  const fromOtherTab = (event: StorageEvent): void => {
    if (event.key !== KEPT_UNDER && event.key !== null) return;
    take(keptText());
    show();
    listener();
  };
  listeners.add(listener);
  addEventListener("storage", fromOtherTab);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", fromOtherTab);
  };
}

/** Runs before the page is drawn, as text in its head: no flash of another theme. */
export const lookStarter = `try{const c=JSON.parse(localStorage.getItem("${KEPT_UNDER}")||"{}"),d=document.documentElement.dataset;if(c.theme&&c.theme!=="system")d.theme=c.theme;if(c.textSize&&c.textSize!=="normal")d.text=c.textSize;if(c.hand)d.hand=c.hand;if(c.reducedMotion)d.motion="less";if(c.plainMode)d.plain="yes"}catch{}`;
