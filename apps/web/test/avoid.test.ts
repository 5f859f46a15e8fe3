/** "What should I avoid?", as far as it can be read: the cards on paper, the check list by keyboard, side effects by ear. */
import { redFlagsToday } from "@unclench/answers/red-flags";
import { sideEffectsSheet } from "@unclench/answers/side-effects";
import { suddenlyWorse } from "@unclench/answers/suddenly-worse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, type House, openHouse, openPage, phone } from "./browser.ts";
import { focusIsVisible, tabTo } from "./keyboard.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const MM_PER_POINT = 25.4 / 72;
/** The sizes of the pages of a print-out, in millimetres, as the paper the page asks for. */
export async function paperOf(page: Page): Promise<{ pages: number; width: number; height: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  const [, width = "0", height = "0"] = boxes[0] ?? [];
  return {
    pages: boxes.length,
    width: Math.round(Number(width) * MM_PER_POINT),
    height: Math.round(Number(height) * MM_PER_POINT),
  };
}

describe("help today", () => {
  it("prints as cards of A5, black on white, with every sign and step and lines for one's own numbers", async () => {
    const watched = await openPage(house, { viewport: desktop, colorScheme: "dark" });
    const { page } = watched;
    await page.goto("/help-today", { waitUntil: "networkidle" });
    const paper = await paperOf(page);
    expect([paper.width, paper.height]).toEqual([148, 210]);
    expect(paper.pages).toBeLessThanOrEqual(8);
    await page.emulateMedia({ media: "print" });
    const text = (await page.getByRole("main").innerText()).replace(/\s+/g, " ");
    for (const { claim, call, signs, steps } of redFlagsToday().emergency)
      for (const part of [claim, call, ...signs, ...steps]) expect(text).toContain(part);
    expect(text).toContain("Emergency number");
    expect(await page.getByText("Where this comes from").first().isVisible()).toBe(false);
    const colours = await page.evaluate(() => {
      const { color } = getComputedStyle(document.querySelector(".flag .call") as Element);
      return [color, getComputedStyle(document.body).backgroundColor];
    });
    expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    await watched.close();
  });

  it("leads to each group by keyboard, and no card is torn between pages", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/help-today", { waitUntil: "networkidle" });
    await tabTo(page, "With a baclofen pump");
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#group-pump");
    await page.emulateMedia({ media: "print" });
    const broken = await page.evaluate(
      () =>
        [...document.querySelectorAll(".red-card .flag")].filter(
          (card) => getComputedStyle(card).breakInside !== "avoid",
        ).length,
    );
    expect(broken).toBe(0);
    expect(watched.errors).toEqual([]);
    await watched.close();
  });
});

describe("why is it suddenly worse", () => {
  it("can be ticked without scripts and is kept nowhere", async () => {
    const watched = await openPage(house, { javaScriptEnabled: false, viewport: phone });
    const { page } = watched;
    await page.goto("/what-to-avoid/suddenly-worse");
    const { groups } = suddenlyWorse();
    const boxes = page.getByRole("checkbox");
    expect(await boxes.count()).toBe(groups.flatMap(({ triggers }) => triggers).length);
    await boxes.first().check();
    expect(await boxes.first().isChecked()).toBe(true);
    await page.reload();
    expect(await boxes.first().isChecked()).toBe(false);
    await watched.close();
  });

  it("keeps a tick while the page wakes, and every box has its question as its name", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/what-to-avoid/suddenly-worse", { waitUntil: "networkidle" });
    await tabTo(page, suddenlyWorse().groups[0]?.triggers[0]?.ask ?? "");
    await page.keyboard.press("Space");
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("checkbox", { name: /^Was a medicine missed/ }).isChecked()).toBe(true);
    for (const { triggers } of suddenlyWorse().groups)
      for (const { ask } of triggers)
        expect(await page.getByRole("checkbox", { name: ask, exact: true }).count(), ask).toBe(1);
    expect(watched.errors).toEqual([]);
    await watched.close();
  });
});

describe("side effects", () => {
  it("say in words what the pictures show, with both sides out of the same 100", async () => {
    const watched = await openPage(house, { javaScriptEnabled: false });
    const { page } = watched;
    await page.goto("/what-to-avoid/side-effects/tizanidine");
    const sheet = sideEffectsSheet("tizanidine");
    if (!sheet.ok) throw new Error("no tizanidine");
    for (const table of sheet.value.tables) {
      for (const row of table.rows.slice(0, table.pictured))
        expect(await page.getByRole("figure", { name: row.sentence }).count(), row.sentence).toBe(1);
      const shown = page.getByRole("region", { name: table.title, exact: true });
      for (const { effect } of table.rows)
        expect(await shown.getByRole("rowheader", { name: effect }).count(), effect).toBeGreaterThan(0);
    }
    await watched.close();
  });

  it("draw nothing where no group without the treatment was read", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/what-to-avoid/side-effects/dantrolene");
    expect(await page.locator("main .icons").count()).toBe(0);
    expect(await page.getByText("nothing to compare").count()).toBe(1);
    await watched.close();
  });
});
