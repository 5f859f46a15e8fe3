/** Pages that can be read come without scripts, stay light, and wake when someone reaches for more. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { learnIds } from "@unclench/answers/learn-pages";
import { experienceChoices } from "@unclench/answers/experience-choices";
import { sourceParts } from "@unclench/answers/source-parts";
import { sideEffectIds, stoppingIds } from "@unclench/answers/avoid-pages";
import { articleIds } from "@unclench/content/article-ids";
import { conditions, patterns, treatments } from "@unclench/knowledge";
import { routines } from "@unclench/knowledge/routines";
import { expectGoodScreen, type House, openHouse, openPage, phone, steadyClick } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Counts what crosses the wire, headers left out, and which scripts were asked for. */
function watchWire(page: Page) {
  const wire = { bytes: 0, scripts: [] as string[], counted: [] as Promise<void>[] };
  page.on("requestfinished", (request) => {
    wire.counted.push(
      request.sizes().then(
        ({ responseBodySize }) => {
          wire.bytes += responseBodySize;
        },
        // What arrives while the page is closed was asked for after the count.
        () => {},
      ),
    );
    if (request.resourceType() === "script") wire.scripts.push(new URL(request.url()).pathname);
  });
  return wire;
}

const figureOn = (page: Page) =>
  page
    .getByRole("article", { name: "Botulinum toxin A" })
    .getByRole("region", { name: /^Botulinum toxin A, Clearly less stiff/ });

const MOST_BYTES = 100_000;
const built = join(import.meta.dirname, "../build/client");
/** As the server sends it to a browser that takes gzip. */
const sent = (path: string): number => statSync(join(built, `${path}.gz`)).size;
const TYPEFACE = 34_000;

const readable = [
  "/",
  "/what-works",
  "/help-today",
  "/about",
  "/about/intended-use",
  "/what-to-avoid",
  "/what-to-avoid/stopping",
  ...stoppingIds.map((id) => `/what-to-avoid/stopping/${id}`),
  "/what-to-avoid/side-effects",
  ...sideEffectIds.map((id) => `/what-to-avoid/side-effects/${id}`),
  "/what-to-avoid/suddenly-worse",
  "/what-to-avoid/stretching",
  "/show-me",
  "/relief",
  "/experiences",
  ...experienceChoices.map(({ id }) => `/experiences/${id}`),
  "/search",
  "/sources",
  ...sourceParts.map(({ id }) => `/sources/${id}`),
  "/articles",
  ...articleIds.map((id) => `/articles/${id}`),
  "/learn/glossary",
  "/learn",
  "/learn/scales",
  ...learnIds.map((id) => `/learn/${id}`),
  "/relief/all",
  ...routines.map(({ id }) => `/relief/${id}`),
  ...conditions.map(({ id }) => `/what-works/${id}`),
  ...conditions.flatMap(({ id }) =>
    patterns.flatMap((pattern) => [
      `/what-works/${id}/${pattern.id}`,
      `/what-works/${id}/${pattern.id}/side-by-side`,
    ]),
  ),
  "/treatments",
  ...treatments.map(({ id }) => `/treatments/${id}`),
];

describe("a page that can be read", () => {
  it("is at most 100 kB with styles and typeface, every one of them", () => {
    for (const path of readable) {
      const html = readFileSync(join(built, path, "index.html"), "utf8");
      const styles = [...html.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, href = ""]) => href);
      expect(styles.length, path).toBeGreaterThan(0);
      expect(html, path).not.toContain('rel="modulepreload"');
      const bytes = sent(join(path, "index.html")) + styles.reduce((sum, href) => sum + sent(href), 0);
      expect(bytes + TYPEFACE, path).toBeLessThanOrEqual(MOST_BYTES);
    }
  });

  it("brings that much on the first visit and no script", async () => {
    for (const path of ["/", "/what-works/stroke/upper-limb", "/what-works/ms/generalised", "/show-me"]) {
      const watched = await openPage(house, { fresh: true });
      const wire = watchWire(watched.page);
      await watched.page.goto(path, { waitUntil: "networkidle" });
      await Promise.all(wire.counted);
      expect(wire.scripts, path).toEqual([]);
      expect(wire.bytes, path).toBeLessThanOrEqual(MOST_BYTES);
      expect(wire.bytes, path).toBeGreaterThan(5_000);
      expect(watched.errors, path).toEqual([]);
      await watched.close();
    }
  });

  it("wakes at the first press, and that press counts", async () => {
    const watched = await openPage(house, { fresh: true, viewport: phone });
    const { page } = watched;
    await page.goto("/what-works/stroke/upper-limb", { waitUntil: "networkidle" });
    const wire = watchWire(page);
    const figure = figureOn(page);
    await figure.getByText(/3 trials, .* see them/).click();
    expect(wire.scripts).toEqual([]);
    await figure.getByText("Not convinced?").click();
    await figure.getByRole("button", { name: "All the same" }).click();
    await figure.locator('button[aria-pressed="true"]', { hasText: "All the same" }).waitFor();
    expect(wire.scripts.length).toBeGreaterThan(3);
    expect(watched.errors).toEqual([]);
    await expectGoodScreen(watched, "woken comparison");
    await watched.close();
  });

  it("gives every button again that was pressed while it slept, in their order", async () => {
    const watched = await openPage(house, { fresh: true });
    const { page } = watched;
    await page.goto("/what-works/stroke/upper-limb", { waitUntil: "networkidle" });
    // Scripts that take their time, as on a slow line.
    await page.route("**/*.js", async (route) => {
      await new Promise((done) => setTimeout(done, 900));
      await route.continue();
    });
    for (const name of ["Tolperisone", "Baclofen pump", "Botulinum toxin A"])
      await steadyClick(page.getByRole("button", { name: `Compare ${name}`, exact: true }));
    await page.getByText("Chosen: Tolperisone, Baclofen pump, Botulinum toxin A.").waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("wakes by keyboard, and what was typed is not lost", async () => {
    const watched = await openPage(house, { fresh: true });
    const { page } = watched;
    await page.goto("/what-works/stroke/upper-limb", { waitUntil: "networkidle" });
    await page.getByRole("searchbox").first().focus();
    await page.keyboard.type("dysp");
    await page
      .getByRole("search")
      .getByRole("link", { name: /Botulinum toxin A/ })
      .first()
      .waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("steps through a scale by keyboard, from asleep on, and knows itself after a step to another page", async () => {
    const watched = await openPage(house, { fresh: true });
    const { page } = watched;
    await page.goto("/learn/scales", { waitUntil: "networkidle" });
    const scale = page.getByRole("region", { name: "Modified Ashworth" });
    await scale.getByRole("button", { name: "1+" }).press("Enter");
    await scale
      .locator("[aria-live]", { hasText: "1+: A little more: a catch, then a light pull" })
      .waitFor();
    const ofPage = page.locator("head [data-of-page]");
    expect(await ofPage.count()).toBeGreaterThan(3);
    await page.getByRole("link", { name: "How is it measured?" }).click();
    await page.getByRole("heading", { level: 1, name: "How is it measured?" }).waitFor();
    await expect.poll(() => ofPage.count()).toBe(0);
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("is on the device after one visit, and wakes by itself from then on", async () => {
    const watched = await openPage(house, { serviceWorkers: "allow" });
    const { page, context } = watched;
    await page.goto("/what-works/ms/generalised", { waitUntil: "networkidle" });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      const held = async (path: string) => (await caches.match(location.origin + path)) !== undefined;
      const wanted = ["", "/made-of.js", ".data"].map((end) => `/what-works/ms/generalised${end}`);
      for (let wait = 0; wait < 100 && !(await Promise.all(wanted.map(held))).every(Boolean); wait++)
        await new Promise((done) => setTimeout(done, 100));
    });
    await context.setOffline(true);
    await page.reload();
    await page.getByRole("heading", { name: "Tried, with figures" }).waitFor();
    await page
      .getByText(/trials?, .* see (them|it)/)
      .first()
      .click();
    await page.getByText("Not convinced?").first().click();
    await page.getByRole("button", { name: "All the same" }).first().click();
    await page.locator('button[aria-pressed="true"]', { hasText: "All the same" }).first().waitFor();
    expect(watched.strangers).toEqual([]);
    await watched.close();
  });
});
