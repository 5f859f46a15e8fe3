/** The emergency card: saves itself, can be taken back, prints on A6, becomes a picture, works without a connection. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectGoodScreen, type House, openHouse, openPage, phone } from "./browser.ts";
import { focusIsVisible, pressByKey, tabTo } from "./keyboard.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const path = "/what-to-avoid/emergency-card";
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
async function write(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).fill(text);
  await field(page, label).blur();
  await page.getByText(`${label}: saved.`).waitFor();
}
const card = (page: Page) => page.getByRole("article", { name: "Emergency card" });

describe("the emergency card", () => {
  it("saves itself, tells the crew, and can be taken back", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    await page.getByText("Nothing yet.").waitFor();
    await write(page, "Level of the injury", "T4");
    await write(page, "Usual blood pressure", "95/60");
    await write(page, "Medicines", "Lioresal 10 mg\nparacetamol");
    await card(page).getByText("115 or more counts").waitFor();
    await card(page).getByText("Baclofen tablets: a sudden stop can be dangerous").waitFor();
    await expectGoodScreen(watched, "card, filled in");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").waitFor();
    expect(await field(page, "Medicines").inputValue()).toBe("");
    await page.reload({ waitUntil: "networkidle" });
    expect(await field(page, "Usual blood pressure").inputValue()).toBe("95/60");
    expect(await card(page).getByText("Never stop suddenly").count()).toBe(0);
    await watched.close();
  });

  it("takes the list of medicines over, and keeps its own words until it does", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/what-to-avoid/my-medicines");
    await page.getByLabel("Medicine, with how much and how often").fill("Lioresal 10 mg three times a day");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("is on the list.").waitFor();
    await page.goto(path, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Put my list of medicines on the card" }).click();
    await card(page).getByText("Lioresal 10 mg three times a day").waitFor();
    expect(await page.getByRole("button", { name: /my list/ }).count()).toBe(0);
    await write(page, "Medicines", "as on the paper in my bag");
    await page.getByRole("button", { name: "Replace the medicines on the card by my list" }).waitFor();
    await watched.close();
  });

  it("is filled in by keyboard alone, and saves when typing rests", async () => {
    const watched = await openPage(house, { viewport: desktop });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    await tabTo(page, "Maker and model");
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.type("Model one");
    await page.getByText("Maker and model: saved.").waitFor();
    await card(page).getByText("I have a medicine pump").waitFor();
    await pressByKey(page, "Undo");
    await page.getByText("Nothing yet.").waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("prints on one page of A6, the card alone, black on white", async () => {
    const watched = await openPage(house, { viewport: desktop, colorScheme: "dark" });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    await write(page, "Maker and model", "Model one");
    await write(page, "Level of the injury", "T4");
    await write(page, "People to call", "First 000 111\nSecond 000 222");
    await write(page, "Refill due on", "2035-12-24");
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
    expect(boxes.length).toBe(1);
    expect(boxes[0]?.slice(1).map((points) => Math.round((Number(points) * 25.4) / 72))).toEqual([105, 148]);
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("body").innerText();
    expect(text).toContain("24 December 2035");
    for (const screen of ["Save the picture", "For your lock screen", "Needs help today?", "One a line"])
      expect(text).not.toContain(screen);
    await watched.close();
  });

  it("becomes a picture of the size of a lock screen, and nothing leaves the device", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    await write(page, "Allergies", 'penicillin & "latex" <all>');
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the picture" }).click(),
    ]);
    const png = readFileSync(await download.path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1080, 2340]);
    // White on black, and not all black: something was drawn.
    expect(png.length).toBeGreaterThan(10_000);
    expect(watched.strangers).toEqual([]);
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("is saved with everything, and removed with everything, also where there is no diary", async () => {
    const watched = await openPage(house, { viewport: desktop });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    await write(page, "Your name", "A. Nobody");
    await page.goto("/diary/data", { waitUntil: "networkidle" });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Everything as JSON" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain('"table":"emergencyCard"');
    await page.getByRole("button", { name: "Remove everything …" }).click();
    await page.getByText("the emergency card are deleted").waitFor();
    await page.getByRole("button", { name: "Delete all of it" }).click();
    await page.getByText("There is nothing to save yet.").waitFor();
    await page.goto(path, { waitUntil: "networkidle" });
    expect(await field(page, "Your name").inputValue()).toBe("");
    await watched.close();
  });

  it("says without scripts that it needs them, and leads on", async () => {
    const watched = await openPage(house, { javaScriptEnabled: false });
    await watched.page.goto(path);
    expect(await watched.page.getByRole("main").innerText()).toContain("so this page needs JavaScript");
    await watched.close();
  });

  it("works without a connection after a visit of another page, red flags and stopping too", async () => {
    const watched = await openPage(house, { serviceWorkers: "allow" });
    const { page, context } = watched;
    await page.goto("/help-today", { waitUntil: "networkidle" });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null)
        await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken));
    });
    await context.setOffline(true);
    await page.goto(path);
    await write(page, "Phone of the pump clinic", "000 333");
    for (const [other, heading] of [
      ["/help-today", "Call an ambulance, or go now"],
      ["/what-to-avoid", "What should I avoid?"],
      ["/what-to-avoid/stopping/baclofen-intrathecal", "Stopping: Baclofen pump"],
      ["/what-to-avoid/suddenly-worse", "Why is it suddenly worse?"],
    ] as const) {
      await page.goto(other);
      await page.getByRole("heading", { name: heading, exact: true }).waitFor();
    }
    await page.goto(path);
    expect(await field(page, "Phone of the pump clinic").inputValue()).toBe("000 333");
    await watched.close();
  });
});
