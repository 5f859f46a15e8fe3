/** A real Chromium on the built app, served as `npm start` serves it. */
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { expect } from "vitest";
import { createSite } from "../../../scripts/lib/site.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

export type House = {
  browser: Browser;
  address: string;
  /** The context that is handed from test to test, while a test has it. */
  lent: BrowserContext | null;
  close: () => Promise<void>;
};

/**
 * [Note: One window for all] A page in a new context costs a process, every script fetched and compiled anew and a new
 * database: measured with the diary, twelve first pages took 30 s of a processor, and 15 s where one context was handed on.
 * Playwright's own runner can hand a context on from test to test, and these two methods are how it does: storage, clock,
 * routes and scripts of the test before are gone (handedOn.test.ts). What stays is what was fetched, and so do permissions and
 * quotas: whoever changes those, or asks what a first visit brings, opens a page with `fresh`.
 */
type HandsOn = {
  _newContextForReuse: Browser["newContext"];
  _disconnectFromReusedContext: (reason: string) => Promise<void>;
};
const handsOn = (browser: Browser): HandsOn => browser as unknown as HandsOn;

export async function openHouse(): Promise<House> {
  const server: Server = createServer(createSite());
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  return {
    browser,
    address,
    lent: null,
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A page that notes every error it prints and every request that leaves this machine. */
export type Watched = {
  page: Page;
  context: BrowserContext;
  errors: string[];
  strangers: string[];
  close: () => Promise<void>;
};

export async function openPage(
  house: House,
  options: {
    viewport?: typeof phone;
    javaScriptEnabled?: boolean;
    colorScheme?: "light" | "dark";
    serviceWorkers?: "allow" | "block";
    /** In a browser that was never here. See [Note: One window for all]. */
    fresh?: boolean;
  } = {},
): Promise<Watched> {
  const usual = (options.javaScriptEnabled ?? true) && options.serviceWorkers !== "allow";
  // A second page while the first is open is another device.
  const handedOn = usual && !options.fresh && house.lent === null;
  const settings: BrowserContextOptions = {
    baseURL: house.address,
    viewport: options.viewport ?? desktop,
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    colorScheme: options.colorScheme ?? "light",
    reducedMotion: "reduce",
    locale: "en-GB",
    // Each page would fetch the whole app once more; the test of working offline asks for it.
    serviceWorkers: options.serviceWorkers ?? "block",
  };
  const context = handedOn
    ? await handsOn(house.browser)._newContextForReuse(settings)
    : await house.browser.newContext(settings);
  if (handedOn) house.lent = context;
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(15_000);
  await page.addInitScript(noteHits);
  const errors: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => {
    // Said by the test's own browser where it keeps the service worker out, not by the app.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(house.address) && !/^(data|blob|about):/.test(url)) strangers.push(url);
  });
  const close = async (): Promise<void> => {
    if (!handedOn) return context.close();
    // Playwright empties the places it knows; storage buckets and caches are not among them, so the browser empties all.
    for (const other of context.pages().filter((one) => one !== page)) await other.close();
    await page.goto("about:blank");
    const devtools = await context.newCDPSession(page);
    await devtools.send("Storage.clearDataForOrigin", { origin: house.address, storageTypes: "all" });
    await handsOn(house.browser)._disconnectFromReusedContext("closed by its test");
    house.lent = null;
  };
  return { page, context, errors, strangers, close };
}

type Hit = { time: number; x: number; y: number; on: EventTarget | null };
declare global {
  var lastHits: Hit[] | undefined;
}

/** Runs before the page: keeps when, where and on what the last hits were. */
function noteHits(): void {
  const hits: Hit[] = [];
  globalThis.lastHits = hits;
  const note = (event: Event): void => {
    // A key has no place, but its button ignores a second activation all the same.
    const { x, y } = event instanceof MouseEvent ? event : { x: -9999, y: -9999 };
    hits.unshift({ time: event.timeStamp, x, y, on: event.target });
    hits.length = Math.min(hits.length, 20);
  };
  for (const type of ["click", "keydown"]) addEventListener(type, note, { capture: true });
}

/** What axe finds on the page as it stands, as short lines; WCAG 2.2 AA plus best practices. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Reading half a megabyte of it takes as long as looking at a small page: once for each document.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    const axe = (
      window as unknown as {
        axe: {
          run: (
            options: object,
          ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      ...(only === undefined ? {} : { runOnly: { type: "rule", values: only } }),
    });
    return violations.flatMap((violation) =>
      violation.nodes
        .slice(0, 3)
        .map((node) => `${violation.id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`),
    );
  }, rules);
}

/** Nothing of the page is wider than the window: no sideways scrolling on a phone. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Targets smaller than 48 px in either direction, among what can be pressed and is not a link inside a text. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, input, select, textarea, summary, a")]
      .filter((element) => element.offsetParent !== null && !element.classList.contains("skip"))
      .filter((element) => !(element.tagName === "A" && getComputedStyle(element).display === "inline"))
      .filter((element) => {
        if (element instanceof HTMLInputElement && ["checkbox", "radio", "file"].includes(element.type)) {
          return (element.closest("label")?.getBoundingClientRect().height ?? 0) < 48;
        }
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.height < 47.5 || box.width < 47.5);
      })
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
  );
}

/** The checks that hold on every screen and in every state. */
export async function expectGoodScreen(
  watched: Watched,
  where: string,
  /** Of axe only these: where the rest was looked at already. */
  rules?: readonly string[],
): Promise<void> {
  const { page, errors, strangers } = watched;
  expect(await axeFindings(page, rules), where).toEqual([]);
  expect(await overflow(page), `${where}: wider than the window`).toBeLessThanOrEqual(0);
  expect(await smallTargets(page), where).toEqual([]);
  expect(errors, where).toEqual([]);
  expect(strangers, where).toEqual([]);
}

/** The service worker has everything and answers for this page. */
export const workerReady = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken));
  });

/** The page ignores a second hit for 500 ms where it is nearer than 64 px to the first; some more of both. */
const ECHO = { ms: 600, px: 120 };

/** Waits until a hit on this is no echo of the one before: the page ignores a second one at the same place or button. */
export async function aimAnew(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const left = await target.evaluate((element, { ms, px }) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const button = element.closest("a, button, label, summary") ?? element;
    // Others may have been hit in between: a button counts its own.
    const last = globalThis.lastHits?.find(
      (hit) =>
        Math.hypot(x + width / 2 - hit.x, y + height / 2 - hit.y) < px ||
        (hit.on instanceof Node && button.contains(hit.on)),
    );
    // The clock of the page may be a made-up one; this is the time of its events.
    return last === undefined ? 0 : ms - (new Event("now").timeStamp - last.time);
  }, ECHO);
  if (left > 0) await target.page().waitForTimeout(left);
}

/** A click that is no echo of the one before. */
export async function steadyClick(target: Locator): Promise<void> {
  await aimAnew(target);
  await target.click();
}
