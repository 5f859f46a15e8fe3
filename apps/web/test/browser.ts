/** A real Chromium on the built app, served as `npm start` serves it. */
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import { createSite } from "../../../scripts/lib/site.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

export type House = { browser: Browser; address: string; close: () => Promise<void> };

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
  } = {},
): Promise<Watched> {
  const context = await house.browser.newContext({
    baseURL: house.address,
    viewport: options.viewport ?? desktop,
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    colorScheme: options.colorScheme ?? "light",
    reducedMotion: "reduce",
    locale: "en-GB",
    // Each page would fetch the whole app once more; the test of working offline asks for it.
    serviceWorkers: options.serviceWorkers ?? "block",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
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
  return { page, context, errors, strangers, close: () => context.close() };
}

/** What axe finds on the page as it stands, as short lines; WCAG 2.2 AA plus best practices. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axeSource);
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

/** A click that is no echo of the one before: the page ignores a second hit near the first within half a second. */
export async function steadyClick(target: Locator): Promise<void> {
  await target.page().waitForTimeout(600);
  await target.click();
}
