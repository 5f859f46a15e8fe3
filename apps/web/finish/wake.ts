/**
 * [Note: Pages that sleep] A page that can be read needs no script: it comes without, and this starter, written into it,
 * fetches the scripts when a hand, a key or a switch first reaches for something that needs them. On later visits they are
 * on the device already, and the page wakes by itself. Links and "more" (details) work without.
 *
 * The check-in wakes by itself, once it is painted: its form takes numbers from the first moment on, see [Note: The form is
 * there first].
 */
(() => {
  /** Written in by the build: the file with what the page was made of. */
  const MADE_OF = "__MADE_OF__";
  /** Written in by the build: the page is nothing without its scripts, and they come right after the first picture. */
  const WAKES_BY_ITSELF = ("__WAKES__" as string) === "yes";
  /** The same for a later step from page to page; empty where there is none. */
  const DATA = "__DATA__";
  // A window with an explanation opens by itself, in the browser.
  const NEEDS_SCRIPT = "button:not([popovertarget]), input, select, textarea, .needs-script summary";
  const intents = ["pointerover", "pointerdown", "focusin", "input", "click"] as const;

  let asked = false;
  let awake = false;
  const pressed: HTMLElement[] = [];
  const chosen = new Map<HTMLSelectElement, string>();
  let typed: { field: HTMLInputElement; text: string } | null = null;

  const reachedFor = (event: Event): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>(NEEDS_SCRIPT) : null;

  function load(source: string, ready: () => void): void {
    const script = document.createElement("script");
    script.src = source;
    script.onload = ready;
    // Without a connection: the next reach tries again.
    script.onerror = () => {
      asked = false;
    };
    document.head.append(script);
  }

  function wake(): void {
    if (asked) return;
    asked = true;
    // The page has to be whole before anything takes it over.
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", fetchScripts, { once: true });
    else fetchScripts();
  }

  function fetchScripts(): void {
    if (WAKES_BY_ITSELF) begin();
    else load(MADE_OF, begin);
  }

  function begin(): void {
    const asleep = document.getElementById("asleep");
    for (const href of asleep?.dataset.also?.split(" ") ?? []) {
      const link = document.createElement("link");
      link.rel = "modulepreload";
      link.href = href;
      document.head.append(link);
    }
    const entry = document.createElement("script");
    entry.type = "module";
    entry.text = asleep?.textContent ?? "";
    document.head.append(entry);
  }

  let last = { time: Number.NEGATIVE_INFINITY, x: 0, y: 0 };
  let down = Number.NEGATIVE_INFINITY;
  let isDown = false;
  const follow = ({ type, timeStamp }: Event): void => {
    isDown = type === "pointerdown";
    if (isDown) down = timeStamp;
  };
  for (const type of ["pointerdown", "pointercancel", "click"] as const)
    addEventListener(type, follow, { capture: true, passive: true });

  /** As [Note: Double hits] wants it: an echo of the touch before, or a touch that was not held as long as was chosen. */
  function isAccident({ timeStamp, clientX, clientY, detail }: MouseEvent): boolean {
    if (detail === 0) return false;
    let chosen: { ignoreMs?: number; holdMs?: number } = {};
    try {
      chosen = JSON.parse(localStorage.getItem("unclench-settings") ?? "{}");
    } catch {
      // Blocked in this browser: then what is usual counts.
    }
    const { ignoreMs = 500, holdMs = 0 } = chosen;
    const near = Math.hypot(clientX - last.x, clientY - last.y) <= 64;
    const isEcho = near && timeStamp - last.time < ignoreMs;
    if (!isEcho) last = { time: timeStamp, x: clientX, y: clientY };
    return isEcho || timeStamp - down < holdMs;
  }

  /** Kept until something can answer it. On a row of numbers the last one counts, and is shown at once. */
  function press(button: HTMLButtonElement): void {
    const row = button.closest(".scale-row");
    if (row === null) {
      if (button.matches(".primary")) button.dataset.waiting = "";
      pressed.push(button);
      return;
    }
    for (const other of row.querySelectorAll("button")) {
      other.setAttribute("aria-pressed", String(other === button));
      const place = pressed.indexOf(other);
      if (place >= 0) pressed.splice(place, 1);
    }
    pressed.push(button);
  }

  /** Whoever pressed Save and goes on at once does not lose it: the way out is taken after what was pressed. */
  function waitToLeave(event: MouseEvent): void {
    const way = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (way === null || pressed.length === 0 || elsewhere || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    way.dataset.waiting = "";
    pressed.push(way);
  }
  if (WAKES_BY_ITSELF) addEventListener("click", waitToLeave, { capture: true });

  const reach = (event: Event): void => {
    const target = reachedFor(event);
    if (target === null || awake) return;
    // A press that came before anything could answer it is given again when something can.
    if (event instanceof MouseEvent && event.type === "click" && target instanceof HTMLButtonElement)
      if (!isAccident(event)) press(target);
    if (event.type === "input" && target instanceof HTMLSelectElement) chosen.set(target, target.value);
    if (
      event.type === "input" &&
      target instanceof HTMLInputElement &&
      !["checkbox", "radio"].includes(target.type)
    )
      typed = { field: target, text: target.value };
    wake();
  };
  for (const intent of intents) addEventListener(intent, reach, { capture: true, passive: true });

  function finishTouch(event: MouseEvent): void {
    if (!event.isTrusted) return;
    removeEventListener("click", finishTouch, { capture: true });
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    // A button that did take the touch for its own ignores this one.
    setTimeout(() => button?.click());
  }

  /**
   * One after the other: each may change what the next one means, so what it changes is drawn in between. Nothing that a hand
   * does now comes in between.
   */
  async function pressAgain(): Promise<void> {
    for (let next = pressed[0]; next !== undefined; next = pressed[0]) {
      await Promise.resolve();
      delete next.dataset.waiting;
      if (next.isConnected) next.click();
      await Promise.resolve();
      pressed.shift();
    }
    removeEventListener("click", waitToLeave, { capture: true });
  }

  /** What was pressed, chosen, typed or opened while asleep. */
  function giveAgain(): void {
    void pressAgain();
    for (const [field, value] of chosen) {
      if (!field.isConnected) continue;
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (typed?.field.isConnected) {
      // Past React's own setter, which would take the text for known already.
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      for (const text of ["", typed.text]) {
        value?.set?.call(typed.field, text);
        typed.field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
    for (const details of document.querySelectorAll(
      ".needs-script details[open], details.needs-script[open]",
    ))
      details.dispatchEvent(new Event("toggle"));
  }

  addEventListener(
    "unclench:awake",
    () => {
      awake = true;
      // A touch that began before the page was awake is no touch to it when it ends.
      if (isDown) addEventListener("click", finishTouch, { capture: true });
      for (const intent of intents) removeEventListener(intent, reach, { capture: true });
      giveAgain();
    },
    { once: true },
  );

  if (WAKES_BY_ITSELF) {
    new PerformanceObserver((seen) => {
      if (seen.getEntriesByName("first-contentful-paint").length > 0) wake();
    }).observe({ type: "paint", buffered: true });
    // A page in the background is not painted.
    addEventListener("load", () => setTimeout(wake, document.hidden ? 0 : 1_000));
    return;
  }

  // A link that holds choices can only be answered awake.
  if (location.search !== "") wake();

  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (workers === undefined) return;
  if (workers.controller !== null) {
    wake();
    return;
  }
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  /** Looked at once is kept: the page, what it was made of, and its data for a later step from page to page. */
  const keepThisPage = (): void => {
    for (const path of [location.pathname, MADE_OF, DATA].filter((each) => each !== ""))
      fetch(path).catch(() => {
        // Gone offline meanwhile: then it is kept the next time.
      });
  };
  workers.addEventListener("controllerchange", keepThisPage, { once: true });
  addEventListener("load", () => {
    setTimeout(() => {
      workers.register("/sw.js").catch(() => {
        // Switched off in this browser, or the page was opened in a way that does not allow it.
      });
    }, 1_000);
  });
})();
