/**
 * [Note: Pages that sleep] A page that can be read needs no script: it comes without, and this starter, written into it,
 * fetches the scripts when a hand, a key or a switch first reaches for something that needs them. On later visits they are
 * on the device already, and the page wakes by itself. Links and "more" (details) work without.
 */
(() => {
  /** Written in by the build: the file with what the page was made of. */
  const MADE_OF = "__MADE_OF__";
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
    load(MADE_OF, () => {
      const entry = document.createElement("script");
      entry.type = "module";
      entry.text = document.getElementById("asleep")?.textContent ?? "";
      document.head.append(entry);
    });
  }

  const reach = (event: Event): void => {
    const target = reachedFor(event);
    if (target === null || awake) return;
    // A press that came before anything could answer it is given again when something can.
    if (event.type === "click" && target instanceof HTMLButtonElement) pressed.push(target);
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

  /** One after the other: each may change what the next one means. */
  function pressAgain(): void {
    const next = pressed.shift();
    if (next === undefined) return;
    if (next.isConnected) next.click();
    setTimeout(pressAgain);
  }

  /** What was pressed, chosen, typed or opened while asleep. */
  function giveAgain(): void {
    pressAgain();
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
      for (const intent of intents) removeEventListener(intent, reach, { capture: true });
      giveAgain();
    },
    { once: true },
  );

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
