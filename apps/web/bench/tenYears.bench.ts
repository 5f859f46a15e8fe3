/**
 * Ten years of a diary, ten check-ins a day, in a real Chromium without a connection: how long a cold start takes until the
 * check-in answers to a touch and until all of the diary is read, how fast a check-in is answered and saved, and how many bytes
 * it all takes. The processor is slowed down four times.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { recordScript } from "../../../packages/record/prove/recordInBrowser.ts";
import { findChromium } from "../../../scripts/lib/chromium.mjs";
import { createSite } from "../../../scripts/lib/site.mjs";
import type * as Record from "@unclench/record";

const DAYS = 3_650;
const A_DAY = 10;
const STARTS = 5;
const SLOWER = 4;

const median = (times: readonly number[]): number =>
  [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;

/** Runs in the page: ten years up to yesterday, in one step, as an import would. */
async function fill([days, aDay]: [number, number]): Promise<void> {
  const { addDays, createDeviceId, localDateOf, openIndexedDbStore, openRecord } = (
    globalThis as unknown as { Unclench: typeof Record }
  ).Unclench;
  const store = await openIndexedDbStore("unclench");
  if (!store.ok) throw new Error(store.error.type);
  const device = createDeviceId(crypto.getRandomValues(new Uint8Array(8)));
  const opened = await openRecord({ store: store.value, now: Date.now, device });
  if (!opened.ok) throw new Error(opened.error.type);
  const today = localDateOf(new Date());
  let state = 7;
  const drawn = (most: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % (most + 1);
  };
  const edits = Array.from({ length: days * aDay }, (_, place) => {
    const date = addDays(today, Math.floor(place / aDay) - days);
    const time = `${String(8 + (place % aDay)).padStart(2, "0")}:${String(drawn(59)).padStart(2, "0")}`;
    return {
      table: "checkIn",
      id: place % aDay === 0 ? date : `${date} ${time}`,
      set: {
        stiffness: drawn(10),
        spasms: drawn(10),
        tiredness: drawn(10),
        time,
        zone: "Europe/Dublin",
        backfilled: false,
        recordedAt: `${date}T${time}:${String(drawn(59)).padStart(2, "0")}.${String(drawn(999)).padStart(3, "0")}Z`,
      },
      deleted: false,
    };
  });
  const written = await opened.value.write(edits);
  if (!written.ok) throw new Error(written.error.type);
  opened.value.close();
}

/** Runs in the page: the bytes of what is sealed. */
function sealedBytes(): Promise<number> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open("unclench");
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      const stores = ["tail", "segments"];
      const transaction = asked.result.transaction(stores);
      let sum = 0;
      for (const store of stores) {
        const all = transaction.objectStore(store).getAll();
        all.onsuccess = () => {
          for (const { bytes, iv } of all.result) sum += bytes.byteLength + iv.byteLength;
        };
      }
      transaction.oncomplete = () => {
        asked.result.close();
        done(sum);
      };
    };
  });
}

/**
 * Runs in the page before anything else: presses a number as soon as the form is painted, and notes when the number is shown
 * as chosen, with the picture of it.
 */
function pressWhenPainted(): void {
  const look = (): void => {
    const six = document.querySelector<HTMLButtonElement>('.scale-row button[aria-label="6"]');
    if (six === null || performance.getEntriesByName("first-contentful-paint").length === 0) {
      requestAnimationFrame(look);
      return;
    }
    six.click();
    const chosen = (): void => {
      if (six.getAttribute("aria-pressed") === "true") performance.mark("answered");
      else requestAnimationFrame(chosen);
    };
    requestAnimationFrame(() => setTimeout(chosen));
  };
  look();
}

type Started = { readonly answered: number; readonly whole: number };

/** Milliseconds from the start of the navigation until a number is chosen, and until the diary counts its days. */
const started = (page: Page): Promise<Started> =>
  page
    .waitForFunction(
      () => {
        const [answered] = performance.getEntriesByName("answered");
        const counted = /[1-9]\d* days in your diary/.test(document.querySelector("main")?.textContent ?? "");
        return counted && answered !== undefined
          ? { answered: answered.startTime, whole: performance.now() }
          : false;
      },
      undefined,
      { polling: 20, timeout: 120_000 },
    )
    .then(async (handle) => (await handle.jsonValue()) as Started);

type Saved = { readonly answered: number; readonly saved: number };

/** Milliseconds from the touch on "Save" until the page answers, and until it says that the check-in is saved for good. */
async function saving(page: Page): Promise<Saved> {
  const saved = page.evaluate(
    () =>
      new Promise<Saved>((done) => {
        let [pressed, answered] = [0, 0];
        addEventListener("pointerup", () => (pressed = performance.now()), { capture: true, once: true });
        // Only what is said is looked at: reading all of the page would be counted as the page's own time.
        const said = document.querySelector(".undo [role=status]");
        if (said === null) throw new Error("the page has no place to say that something was saved");
        new MutationObserver(() => {
          if (pressed === 0) return;
          if (answered === 0) answered = performance.now() - pressed;
          if (/^Saved for /.test(said.textContent ?? ""))
            done({ answered, saved: performance.now() - pressed });
        }).observe(said, { subtree: true, childList: true, characterData: true });
      }),
  );
  await page.getByRole("button", { name: /^Save( the change)?$/ }).click();
  return saved;
}

export default async function bench() {
  const server = createServer(createSite());
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = mkdtempSync(join(tmpdir(), "unclench-ten-years-"));
  const executablePath = await findChromium();
  const open = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(folder, {
      executablePath,
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
      bypassCSP: true,
      baseURL: address,
    });
  const slowed = async (context: BrowserContext): Promise<Page> => {
    const page = context.pages()[0] ?? (await context.newPage());
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    return page;
  };
  const starts: { full: Started[]; empty: Started[] } = { full: [], empty: [] };
  const saves: Saved[] = [];
  let bytes = 0;
  try {
    const script = await recordScript();
    for (const kind of ["empty", "full"] as const) {
      const first = await open();
      const visit = first.pages()[0] ?? (await first.newPage());
      await visit.goto("/diary", { waitUntil: "networkidle" });
      await visit.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      await visit.evaluate(script);
      // Two days, so that both diaries draw the same.
      await visit.evaluate(fill, (kind === "full" ? [DAYS, A_DAY] : [2, 1]) as [number, number]);
      bytes = await visit.evaluate(sealedBytes);
      await first.close();
      for (let start = 0; start < STARTS; start++) {
        const context = await open();
        await context.setOffline(true);
        const page = await slowed(context);
        await page.addInitScript(pressWhenPainted);
        await page.goto("/diary", { waitUntil: "commit" });
        starts[kind].push(await started(page));
        // The form holds a six by now, and none of the earlier starts has saved one.
        if (kind === "full" && start === STARTS - 1) saves.push(await saving(page));
        await context.close();
      }
    }
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const line = (what: string, times: readonly number[], wanted: string) => [
    what,
    median(times).toFixed(0),
    Math.min(...times).toFixed(0),
    wanted,
  ];
  return {
    title: `A diary of ${(DAYS * A_DAY).toLocaleString("en-GB")} check-ins, Chromium without a connection, processor slowed ${SLOWER} times`,
    columns: ["what", "median", "shortest", "wanted"],
    rows: [
      line(
        "cold start until the check-in answers to a touch, ms",
        starts.full.map(({ answered }) => answered),
        "at most 1,500",
      ),
      line(
        "the same with a diary of two days, ms",
        starts.empty.map(({ answered }) => answered),
        "",
      ),
      line(
        "cold start until all of the diary is read, ms",
        starts.full.map(({ whole }) => whole),
        "",
      ),
      line(
        "the same with a diary of two days, ms",
        starts.empty.map(({ whole }) => whole),
        "",
      ),
      line(
        "from the touch on Save until it is answered (“Saving …”), ms",
        saves.map(({ answered }) => answered),
        "below 100",
      ),
      line(
        "from the touch on Save until it is saved for good and said, ms",
        saves.map(({ saved }) => saved),
        "",
      ),
      ["bytes of the record, sealed, in each of its two copies", String(bytes), "", "at most 1,000,000"],
    ],
  };
}
