/** Treatments side by side: chosen by mouse and by keyboard, linked, printed, read without JavaScript. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type SideBySide, sideBySide } from "@unclench/answers/side-by-side";
import { whatWorks } from "@unclench/answers/what-works";
import { treatments } from "@unclench/knowledge";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { steadyClick, desktop, expectGoodScreen, type House, openHouse, openPage, phone } from "./browser.ts";
import { focusIsVisible, pressByKey } from "./keyboard.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const place = "/what-works/stroke/upper-limb";
const four = ["tizanidine", "botulinum-toxin-a", "tolperisone", "stretch"];
const nameOf = (id: string): string => treatments.find((one) => one.id === id)?.name ?? "";
const theAnswer = (names: readonly string[], where: readonly [string, string] = ["stroke", "upper-limb"]) => {
  const side = sideBySide(...where, names);
  if (!side.ok) throw new Error(side.error.sentence);
  return side.value;
};

/** Every sentence and every number of the answer stands on the screen, in its cell. */
async function expectTable(page: Page, side: SideBySide): Promise<void> {
  const heads = await page.locator("table thead th").allInnerTexts();
  expect(heads.map((text) => text.split("\n")[0])).toEqual(side.treatments.map(({ name }) => name));
  const rows = await page.locator("table tbody tr").all();
  expect(rows).toHaveLength(side.rows.length);
  for (const [at, row] of side.rows.entries()) {
    const cells = (await rows[at]?.locator("td").allTextContents()) ?? [];
    row.cells.forEach(({ words, figures }, column) => {
      for (const { text } of words) expect(cells[column], row.title).toContain(text);
      for (const { rangeSentence, certainty, per100, sentence } of figures) {
        expect(cells[column]).toContain(rangeSentence);
        expect(cells[column]).toContain(`How sure: ${certainty.words}`);
        for (const reason of certainty.reasons) expect(cells[column]).toContain(reason);
        if (per100 === null) expect(cells[column]).toContain(sentence);
        else {
          expect(cells[column]).toContain(`${per100.with} of 100 with it`);
          expect(cells[column]).toContain(`${per100.without} of 100 with `);
        }
      }
    });
  }
}

const pagesIn = (pdf: Buffer): number =>
  (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

describe("treatments side by side", () => {
  for (const [name, viewport] of [
    ["phone", phone],
    ["desktop", desktop],
  ] as const) {
    it(`are chosen by mouse, four for an arm after a stroke, and the link keeps them, ${name}`, async () => {
      const watched = await openPage(house, { viewport });
      const { page } = watched;
      await page.goto(place, { waitUntil: "networkidle" });
      for (const id of four) {
        const toggle = page.getByRole("button", { name: `Compare ${nameOf(id)}`, exact: true });
        await steadyClick(toggle);
        await expect.poll(() => toggle.getAttribute("aria-pressed")).toBe("true");
      }
      const bar = page.getByRole("region", { name: "Chosen to compare" });
      await bar.getByText(`Chosen: ${four.map(nameOf).join(", ")}.`).waitFor();
      await expectGoodScreen(watched, `four chosen, ${name}`);
      await page.getByRole("button", { name: "Compare Dantrolene" }).click();
      await bar.getByText("Four is the most. Take one out first.").waitFor();
      expect(
        await page.getByRole("button", { name: "Compare Dantrolene" }).getAttribute("aria-pressed"),
      ).toBe("false");
      await bar.getByRole("link", { name: "Show side by side" }).click();
      await page.getByRole("heading", { name: "Side by side" }).waitFor();
      expect(new URL(page.url()).searchParams.get("with")).toBe(four.join(","));
      await expectTable(page, theAnswer(four));
      await expectGoodScreen(watched, `side by side, ${name}`);
      await page.reload({ waitUntil: "networkidle" });
      await expectTable(page, theAnswer(four));
      await page.getByRole("link", { name: "Choose others" }).click();
      await bar.getByText(`Chosen: ${four.map(nameOf).join(", ")}.`).waitFor();
      await watched.close();
    });
  }

  it("are chosen by keyboard alone, by their brands", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto(place, { waitUntil: "networkidle" });
    const field = page.getByLabel("Find a treatment by any name or brand");
    await field.focus();
    for (const [typed, id] of [
      ["zanaflex", "tizanidine"],
      ["botox", "botulinum-toxin-a"],
      ["tolperi", "tolperisone"],
      ["stretching", "stretch"],
    ] as const) {
      await field.fill("");
      await field.focus();
      await page.keyboard.type(typed);
      await pressByKey(page, `Compare ${nameOf(id)}`);
      expect(await focusIsVisible(page)).toBe(true);
    }
    await expectGoodScreen(watched, "four chosen by keyboard");
    await pressByKey(page, "Show side by side");
    await page.getByRole("heading", { name: "Side by side" }).waitFor();
    await expectTable(page, theAnswer(four));
    await pressByKey(page, "How sure: hardly sure at all");
    await page.getByText("Only summaries could be read").first().waitFor();
    await watched.close();
  });

  it("can be taken out again, cleared, and brought back", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto(`${place}?with=tizanidine,stretch`, { waitUntil: "networkidle" });
    const bar = page.getByRole("region", { name: "Chosen to compare" });
    await bar.getByText("Chosen: Tizanidine, Stretching.").waitFor();
    await page.getByRole("button", { name: "Compare Tizanidine" }).click();
    await bar.getByText("Chosen: Stretching. Choose one more.").waitFor();
    expect(await bar.getByRole("link").count()).toBe(0);
    await bar.getByRole("button", { name: "Clear" }).click();
    await bar.getByText("Nothing is chosen now.").waitFor();
    await bar.getByRole("button", { name: "Undo" }).click();
    await bar.getByText("Chosen: Stretching. Choose one more.").waitFor();
    await steadyClick(bar.getByRole("button", { name: "Undo" }));
    await bar.getByText("Chosen: Tizanidine, Stretching.").waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("say what is wrong with a link, and where to choose", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto(`${place}/side-by-side?with=baclofen,tizanidine`, { waitUntil: "networkidle" });
    await page.getByText('"baclofen" may be baclofen-oral').waitFor();
    await expectGoodScreen(watched, "a name that may be several");
    await page.getByRole("link", { name: "Choose treatments" }).click();
    await page.getByRole("heading", { name: "What works?" }).waitFor();
    await watched.close();
  });

  it("print on one page each, two and three of them, with their sources in black and white", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    for (const [where, names] of [
      [
        ["stroke", "upper-limb"],
        ["baclofen-oral", "botulinum-toxin-a"],
      ],
      [
        ["stroke", "upper-limb"],
        ["baclofen-oral", "botulinum-toxin-a", "tizanidine"],
      ],
      [
        ["ms", "lower-limb"],
        ["tizanidine", "cannabis-extract-oral"],
      ],
      [
        ["ms", "lower-limb"],
        ["tizanidine", "cannabis-extract-oral", "arbaclofen-er"],
      ],
      [
        ["cp-child", "upper-limb"],
        ["baclofen-oral", "botulinum-toxin-a", "baclofen-intrathecal"],
      ],
      [
        ["hsp", "axial"],
        ["stretch", "nothing-more"],
      ],
      [
        ["sci", "generalised"],
        ["tizanidine", "nabiximols", "baclofen-intrathecal"],
      ],
    ] as const) {
      const address = `/what-works/${where.join("/")}/side-by-side?with=${names.join(",")}`;
      await page.goto(address, { waitUntil: "networkidle" });
      await expectTable(page, theAnswer(names, where));
      expect(pagesIn(await page.pdf({ preferCSSPageSize: true })), address).toBe(1);
      await page.emulateMedia({ media: "print" });
      const sources = await page.locator(".paper-sources").innerText();
      for (const { number, short } of theAnswer(names, where).sources)
        expect(sources).toContain(`${number} ${short}`);
      expect(await page.locator("footer").innerText()).toContain("stopping can be dangerous");
      expect(await page.locator(".abreast").evaluate((table) => getComputedStyle(table).color)).toBe(
        "rgb(0, 0, 0)",
      );
      await page.emulateMedia({ media: null });
    }
    await watched.close();
  });

  it("can be read without JavaScript: a first pair, and all about every treatment", async () => {
    const watched = await openPage(house, { javaScriptEnabled: false });
    const { page } = watched;
    await page.goto(place);
    await page.getByRole("link", { name: "a first pair side by side" }).click();
    await expectTable(page, theAnswer(["baclofen-oral", "botulinum-toxin-a"]));
    await page.goto(place);
    await page.getByRole("link", { name: "All about Tizanidine" }).click();
    await page.getByRole("heading", { level: 1, name: "Tizanidine" }).waitFor();
    const side = theAnswer(["tizanidine", "dantrolene"]);
    for (const row of side.rows.filter(({ kind, id }) => kind === "fact" && id !== "evidence")) {
      const text = row.cells[0]?.words[0]?.text ?? "";
      if (row.cells[0]?.found) expect(await page.getByText(text).count(), row.title).toBe(1);
    }
    await watched.close();
  });
});

describe("the evidence clock", () => {
  it("says how old the figures are, what is missing, and how to put a mistake right", async () => {
    const answer = whatWorks("stroke", "upper-limb");
    if (!answer.ok) throw new Error(answer.error.sentence);
    const { clock } = answer.value;
    const watched = await openPage(house, { viewport: phone, fresh: true });
    const { page } = watched;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(place, { waitUntil: "networkidle" });
    const section = page.getByRole("region", { name: "How old is this, and what is missing?" });
    expect(await section.innerText()).toContain("22 November 2026");
    for (const summary of await section.locator("summary").all()) await summary.click();
    for (const { words } of clock.missing)
      expect(await section.getByText(words).isVisible(), words).toBe(true);
    for (const sentence of clock.wouldChange)
      expect(await section.getByText(sentence).isVisible()).toBe(true);
    await section.getByRole("button", { name: "Copy these lines" }).click();
    await section.getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(clock.correction);
    await expectGoodScreen(watched, "the clock opened");
    await watched.close();
  });
});

describe("what a page weighs", () => {
  it("stays within 100 kB with the typeface and the styles, and 55 kB of text", () => {
    const built = join(import.meta.dirname, "../build/client");
    const zipped = (path: string): number => gzipSync(readFileSync(join(built, path))).length;
    const sum = (pattern: string): number =>
      globSync(pattern, { cwd: built }).reduce((total, path) => total + zipped(path), 0);
    const around = sum("assets/*.css") + sum("assets/atkinson-hyperlegible-next-latin-wght-*.woff2");
    const pages = globSync(["what-works/**/index.html", "treatments/**/index.html"], { cwd: built });
    expect(pages.length).toBeGreaterThan(100);
    for (const path of pages) {
      expect(zipped(path), path).toBeLessThan(55_000);
      expect(zipped(path) + around, path).toBeLessThan(100_000);
    }
  });
});
