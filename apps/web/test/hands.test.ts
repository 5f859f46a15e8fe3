/** The diary in unsteady hands: few activations, keys alone, tremor, and what can be set. */
import {
  createDeviceId,
  createMemoryStore,
  type EntryFor,
  localDateOf,
  openRecord,
  recordJson,
  tables,
} from "@unclench/record";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectGoodScreen, type House, openHouse, openPage, phone, steadyClick } from "./browser.ts";
import { rate } from "./diaryPage.ts";
import { focusIsVisible, pressByKey, tabTo } from "./keyboard.ts";
import { tremblingHand } from "./tremor.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const chosenIn = (page: Page, row: string): Promise<string[]> =>
  page.getByRole("group", { name: row }).locator("[aria-pressed=true]").allTextContents();
const diaryLink = (page: Page) =>
  page.getByRole("navigation", { name: "Questions" }).getByRole("link", { name: "Diary" });

/** Brings settings in as a saved record does: the way they go from one device to another. */
async function setUp(page: Page, settings: EntryFor<typeof tables.settings>): Promise<void> {
  const today = localDateOf(new Date());
  const opened = await openRecord({
    store: createMemoryStore(),
    now: Date.now,
    device: createDeviceId(Uint8Array.of(7)),
  });
  if (!opened.ok) throw new Error("no record");
  await opened.value.put(tables.settings, settings, today);
  await page.goto("/diary/data");
  await page.getByLabel("File (CSV or JSON)").setInputFiles({
    name: "settings.json",
    mimeType: "application/json",
    buffer: Buffer.from(recordJson(opened.value)),
  });
  await page.getByRole("button", { name: "Bring it in" }).click();
  await page.getByText("settings.json was brought in.").waitFor();
}

describe("from opening the app to a saved check-in", () => {
  for (const [name, viewport] of [
    ["phone", phone],
    ["desktop", desktop],
  ] as const) {
    it(`takes four activations by one thumb or mouse, and three the next day, ${name}`, async () => {
      const watched = await openPage(house, { viewport });
      const { page } = watched;
      await page.clock.setFixedTime(new Date("2026-03-02T19:00:00"));
      await page.goto("/");
      let activations = 0;
      const activate = async (target: ReturnType<Page["locator"]>) => {
        activations += 1;
        await target.click();
      };
      await activate(diaryLink(page));
      await activate(rate(page, "Stiffness", 6));
      await activate(rate(page, "Spasms", 3));
      await activate(page.getByRole("button", { name: "Save", exact: true }));
      await page.getByText(/^Saved for /).waitFor();
      expect(activations).toBeLessThanOrEqual(4);
      await page.clock.setFixedTime(new Date("2026-03-03T19:00:00"));
      await page.goto("/");
      activations = 0;
      await activate(diaryLink(page));
      await activate(page.getByRole("button", { name: "Same as the day before" }));
      await activate(page.getByRole("button", { name: "Save", exact: true }));
      await page.getByText(/^Saved for /).waitFor();
      expect(activations).toBe(3);
      expect(await chosenIn(page, "Stiffness")).toEqual(["6"]);
      expect(await chosenIn(page, "Spasms")).toEqual(["3"]);
      expect(watched.errors).toEqual([]);
      await watched.close();
    });
  }

  it("takes four activations by keyboard alone, with the focus in sight", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/", { waitUntil: "networkidle" });
    await tabTo(page, "Diary");
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "How was today?" }).waitFor();
    await rate(page, "Stiffness", 6).waitFor();
    await pressByKey(page, "6");
    expect(await focusIsVisible(page)).toBe(true);
    await pressByKey(page, "0, no spasms", " ");
    await pressByKey(page, "Save");
    await page.getByText(/^Saved for /).waitFor();
    expect(await chosenIn(page, "Stiffness")).toEqual(["6"]);
    expect(await chosenIn(page, "Spasms")).toEqual(["0"]);
    await watched.close();
  });

  for (const [name, viewport, seed] of [
    ["phone", phone, 11],
    ["desktop", desktop, 12],
  ] as const) {
    it(`leaves no wrong entry behind with a tremor of 6 mm and double hits, ${name}`, async () => {
      const watched = await openPage(house, { viewport });
      const { page } = watched;
      const hand = tremblingHand(page, seed);
      await page.goto("/diary", { waitUntil: "networkidle" });
      for (const [row, value] of [
        ["Stiffness", 7],
        ["Spasms", 5],
        ["Stiffness", 4],
        ["Spasms", 9],
        ["Stiffness", 6],
        ["Spasms", 1],
      ] as const) {
        await hand.hit(rate(page, row, value));
        expect(await chosenIn(page, row), `${row} ${value}`).toEqual([String(value)]);
      }
      await hand.hit(page.getByRole("button", { name: "Save", exact: true }));
      await page.getByText(/^Saved for /).waitFor();
      await hand.hit(page.getByRole("navigation", { name: "Diary" }).getByRole("link", { name: "My days" }));
      await page.getByRole("heading", { name: "My days" }).waitFor();
      const days = page.locator("li.day");
      expect(await days.count()).toBe(1);
      expect((await days.first().innerText()).replace(/\s+/g, " ")).toContain("Stiffness 6 Spasms 1 Pain –");
      await hand.hit(page.getByRole("button", { name: /^Remove / }));
      // The second hit would have met Undo or the next day.
      await page.getByText("Nothing yet").waitFor();
      await hand.hit(page.getByRole("button", { name: "Undo" }));
      expect(await days.count()).toBe(1);
      expect(watched.errors).toEqual([]);
      await watched.close();
    }, 60_000);
  }

  it("ignores the second hit on a link and on a fold too", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    const hand = tremblingHand(page, 5);
    await page.goto("/diary", { waitUntil: "networkidle" });
    await hand.hit(page.locator("summary").first());
    expect(await page.locator("details[open]").count()).toBe(1);
    await watched.close();
  });
});

describe("what was set for the hands", () => {
  it("lets a second touch count at once where nothing is to be ignored", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await setUp(page, { ignoreMs: 0 });
    await page.goto("/diary", { waitUntil: "networkidle" });
    await rate(page, "Stiffness", 8).dblclick();
    await expect.poll(() => chosenIn(page, "Stiffness")).toEqual([]);
    await watched.close();
  });

  it("lets a touch count only if it was held as long as was chosen; keys need no holding", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await setUp(page, { holdMs: 400 });
    await page.goto("/diary", { waitUntil: "networkidle" });
    await rate(page, "Stiffness", 8).click();
    await page.waitForTimeout(600);
    expect(await chosenIn(page, "Stiffness")).toEqual([]);
    await rate(page, "Stiffness", 8).click({ delay: 600 });
    expect(await chosenIn(page, "Stiffness")).toEqual(["8"]);
    await page.locator("summary").first().click();
    expect(await page.locator("details[open]").count()).toBe(0);
    await page.locator("summary").first().click({ delay: 600 });
    expect(await page.locator("details[open]").count()).toBe(1);
    await rate(page, "Stiffness", 3).focus();
    await page.keyboard.press("Enter");
    expect(await chosenIn(page, "Stiffness")).toEqual(["3"]);
    await watched.close();
  });

  it("holds from the first instant of every page on, also of one that sleeps, and goes with everything else", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    const look = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
    await setUp(page, { theme: "dark", textSize: "larger", hand: "right", reducedMotion: true });
    expect(await look()).toMatchObject({ theme: "dark", text: "larger", hand: "right", motion: "less" });
    await page.goto("/help-today", { waitUntil: "commit" });
    await page.locator("body").waitFor({ state: "attached" });
    expect(await look()).toMatchObject({ theme: "dark", text: "larger" });
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe("rgb(19, 25, 28)");
    await page.goto("/diary/data");
    await page.getByRole("button", { name: "Remove everything …" }).click();
    await page.getByRole("button", { name: "Delete all of it" }).click();
    await page.getByText("There is nothing to save yet.").waitFor();
    expect(await look()).toEqual({});
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await watched.close();
  });

  for (const theme of ["light", "dark", "high-contrast"] as const) {
    it(`keeps every diary screen without a fault in large text, ${theme}, on a phone`, async () => {
      const watched = await openPage(house, {
        viewport: phone,
        colorScheme: theme === "light" ? "dark" : "light",
      });
      const { page } = watched;
      await setUp(page, { theme, textSize: "larger", hand: "left" });
      for (const path of ["/diary", "/diary/entries", "/diary/treatments", "/diary/measurements"]) {
        await page.goto(path, { waitUntil: "networkidle" });
        for (const summary of await page.locator("summary:visible").all())
          await summary.evaluate((element) => element.parentElement?.setAttribute("open", ""));
        await expectGoodScreen(watched, `${path} ${theme}`);
      }
      await watched.close();
    });
  }

  it("asks one thing at a time in plain mode, and shows no pictures", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await setUp(page, { plainMode: true });
    await page.goto("/diary", { waitUntil: "networkidle" });
    expect(await page.getByRole("heading", { name: "Spasms" }).count()).toBe(0);
    await rate(page, "Stiffness", 4).click();
    await page.getByRole("heading", { name: "Spasms" }).waitFor();
    expect(await page.getByRole("heading", { name: "Stiffness" }).count()).toBe(0);
    await page.getByRole("button", { name: "Leave it out" }).click();
    await page.getByText("Stiffness: 4. Spasms: left out.").waitFor();
    await expectGoodScreen(watched, "plain mode");
    await steadyClick(page.getByRole("button", { name: "Save", exact: true }));
    await page.getByText(/^Saved for /).waitFor();
    await page.goto("/diary/timeline", { waitUntil: "networkidle" });
    expect(await page.locator("svg.timeline").isVisible()).toBe(false);
    await page.getByText("The same in words, week by week").waitFor();
    await watched.close();
  });
});
