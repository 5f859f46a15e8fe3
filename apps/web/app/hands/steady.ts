/**
 * [Note: Double hits] A hand in spasm or with tremor hits twice, and the second hit may land beside the first: on the next number
 * of a row, or on what has just appeared under the finger. So the second hit is ignored by time and place, not by button: within
 * `ignoreMs` (500 unless chosen otherwise) and so near that one aim explains both. Everything that can be pressed is covered, links
 * and folds too. Keys, switches and voice have no place; there a button ignores its own second activation (controls/Press.tsx).
 */
import { currentHands } from "./settings.ts";

/** Two hits of one aim that each miss it by up to 6 mm (23 px) are at most 46 px apart; a little more is taken. */
const ONE_AIM = 64;

/** A double touch in a text chooses a word: text fields are left alone. */
const TEXT_FIELD =
  "textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit])";
const BY_POINTER = ["pointerup", "mousedown", "mouseup", "touchend", "click", "dblclick"] as const;

const TYPING = ["keydown", "input"] as const;

/** Watches the whole page; returns how to stop. */
export function steadyHands(page: Window): () => void {
  let last = { time: Number.NEGATIVE_INFINITY, x: 0, y: 0 };
  let down = Number.NEGATIVE_INFINITY;
  let swallowing = false;

  const swallow = (event: Event): void => {
    event.stopImmediatePropagation();
    if (event.cancelable && event.type !== "pointerup") event.preventDefault();
  };
  const press = (event: PointerEvent): void => {
    const { ignoreMs } = currentHands();
    const target = event.target instanceof Element ? event.target : null;
    const near = Math.hypot(event.clientX - last.x, event.clientY - last.y) <= ONE_AIM;
    swallowing = near && event.timeStamp - last.time < ignoreMs && target?.closest(TEXT_FIELD) === null;
    down = event.timeStamp;
    if (swallowing) event.stopImmediatePropagation();
  };
  const rest = (event: Event): void => {
    if (!(event instanceof MouseEvent || event instanceof UIEvent)) return;
    // A click without a pointer comes from a key, a switch, a screen reader or a voice.
    const byPointer = !(event instanceof MouseEvent && event.type === "click" && event.detail === 0);
    if (!byPointer) return;
    if (swallowing) {
      swallow(event);
      return;
    }
    if (!(event instanceof MouseEvent) || event.type !== "click") return;
    const { holdMs } = currentHands();
    if (holdMs > 0 && event.timeStamp - down < holdMs && isPressed(event.target)) {
      swallow(event);
      return;
    }
    last = { time: event.timeStamp, x: event.clientX, y: event.clientY };
  };
  /** Whoever types in between has another thing in mind: the next hit is no echo. */
  const typed = (event: Event): void => {
    if (event.type === "input" && !(event.target instanceof Element && event.target.matches(TEXT_FIELD)))
      return;
    last = { ...last, time: Number.NEGATIVE_INFINITY };
  };
  page.addEventListener("pointerdown", press, { capture: true });
  for (const type of TYPING) page.addEventListener(type, typed, { capture: true });
  for (const type of BY_POINTER) page.addEventListener(type, rest, { capture: true });
  return () => {
    page.removeEventListener("pointerdown", press, { capture: true });
    for (const type of TYPING) page.removeEventListener(type, typed, { capture: true });
    for (const type of BY_POINTER) page.removeEventListener(type, rest, { capture: true });
  };
}

/** What acts when it is touched, as opposed to a field that is only entered. `Press` minds its own time. */
const isPressed = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("[data-react-aria-pressable]") === null &&
  target.closest("a, button, summary, label, input[type=checkbox]") !== null;
