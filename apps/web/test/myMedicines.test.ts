/** My medicines: warnings that react while one types, what could not be checked, and nothing lost. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  desktop,
  expectGoodScreen,
  type House,
  openHouse,
  openPage,
  phone,
  workerReady,
  steadyClick,
} from "./browser.ts";
import { pressByKey, tabTo } from "./keyboard.ts";

const PATH = "/what-to-avoid/my-medicines";
const FIELD = "Medicine, with how much and how often";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function add(page: Page, text: string, status?: string): Promise<void> {
  await page.getByLabel(FIELD).fill(text);
  if (status !== undefined) await page.getByRole("button", { name: status }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText(`${text} is on the list.`).waitFor();
}

const warning = (page: Page, title: RegExp) => page.getByRole("article").filter({ hasText: title });

describe("my medicines", () => {
  for (const [name, viewport, colorScheme] of [
    ["phone, light", phone, "light"],
    ["desktop, dark", desktop, "dark"],
  ] as const) {
    it(`warns of what does not go together, with sources, and takes back, ${name}`, async () => {
      const watched = await openPage(house, { viewport, colorScheme });
      const { page } = watched;
      await page.goto(PATH);
      await page.getByText("Nothing yet. Add everything you take").waitFor();
      await expectGoodScreen(watched, `nothing yet, ${name}`);
      await add(page, "Zanaflex 4 mg three times a day");
      await page.getByText("Read as: tizanidine, 4 mg at a time, 12 mg a day").waitFor();
      await add(page, "Ciproxin 500 mg twice a day", "New, or not begun yet");
      const found = warning(page, /Tizanidine \(Zanaflex\) with ciprofloxacin/);
      await found.waitFor();
      expect(await found.innerText()).toContain("Not together");
      await found.getByText("How sure is this, and who says so?").click();
      expect(
        await found.getByText(/Read in full|Not read itself|Read in the abstract/).count(),
      ).toBeGreaterThan(0);
      await page.getByText("Different amounts over the day").first().click();
      await page.getByText("About me: what changes what to avoid").click();
      await page.getByText("Signs I have now").click();
      await expectGoodScreen(watched, `a grave warning, ${name}`);
      await page.getByRole("button", { name: "Remove Ciproxin 500 mg twice a day" }).click();
      await found.waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Undo" }).click();
      await found.waitFor();
      await page.reload();
      await found.waitFor();
      await watched.close();
    });
  }

  it("reads while one types, and offers what may be meant", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto(PATH);
    await page.getByLabel(FIELD).fill("tizanadine 2 mg at night");
    await page.getByText("did you mean that?").waitFor();
    await page.getByRole("button", { name: "I mean tizanidine" }).click();
    await page.getByText("Read as: tizanidine, 2 mg at a time, 2 mg a day.").waitFor();
    await page.getByLabel(FIELD).fill("xyzzyl");
    await page.getByText("a name we do not know.").waitFor();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("“xyzzyl” is not a name we know, so we cannot check it.").waitFor();
    await page.getByText("Our rules found nothing. That is not a promise").waitFor();
    await steadyClick(page.getByRole("button", { name: "Add", exact: true }));
    await page.getByRole("alert").getByText("Write the name of the medicine first").waitFor();
    await expectGoodScreen(watched, "an empty name");
    await watched.close();
  });

  it("writes in amounts that differ over the day, and refuses what is no number", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto(PATH);
    await page.getByLabel(FIELD).fill("baclofen");
    // What was read takes another height than the example before it: what stands below moves once.
    await page.getByText("Read as: baclofen").waitFor();
    await page.getByText("Different amounts over the day").click();
    await page.getByLabel("Morning").fill("ten");
    await page.getByText("Write digits only, such as 10 or 2.5.").waitFor();
    await page.getByLabel("Morning").fill("10");
    await page.getByLabel("Evening").fill("20");
    await page.getByRole("button", { name: "Write it in" }).click();
    await expect.poll(() => page.getByLabel(FIELD).inputValue()).toBe("baclofen 10-0-20-0 mg");
    await page.getByText("20 mg at a time, 30 mg a day").waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("asks for what is missing, takes it, refuses what cannot be right, and warns of it", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto(PATH);
    await add(page, "baclofen 10 mg three times a day");
    await page.getByText("Needs your kidney value").waitFor();
    await page.getByRole("button", { name: "Fill in what is missing" }).click();
    const kidney = page.getByLabel(/^Kidney value/);
    await kidney.fill("2500");
    await kidney.press("Enter");
    await page.getByRole("alert").getByText("2500 cannot be right for the kidney value").waitFor();
    await kidney.fill("25");
    await kidney.press("Enter");
    const found = warning(page, /Baclofen with very weak kidneys/);
    await found.waitFor();
    expect(await found.innerText()).toContain("Ask first");
    await page.getByLabel("a baclofen pump").check();
    await page.getByLabel("two-tone pump alarm").check();
    const urgent = warning(page, /pump alarm/i);
    await urgent.waitFor();
    expect(await urgent.innerText()).toContain("Call now");
    await page
      .getByRole("textbox", { name: "Anything else, such as an allergy" })
      .fill("allergic to baclofen");
    await page.getByRole("button", { name: "Add: Anything else, such as an allergy" }).click();
    await warning(page, /allerg/i).waitFor();
    await expectGoodScreen(watched, "an emergency");
    await page.reload();
    await urgent.waitFor();
    await watched.close();
  });

  it("offers what the diary says is taken", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary/treatments");
    await page.getByRole("button", { name: "Add a treatment" }).click();
    await page.getByLabel("Name, as you call it").fill("Lioresal");
    await page.getByLabel("Dose a day (may be empty)").fill("30");
    await page.getByLabel("Unit, such as mg, units or minutes").fill("mg");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Lioresal is saved.").waitFor();
    await page.goto(PATH);
    await page.getByRole("button", { name: "Add Lioresal 30 mg a day" }).click();
    await page.getByText("Read as: baclofen, 30 mg a day").waitFor();
    expect(await page.getByText("From your diary").count()).toBe(0);
    await watched.close();
  });

  it("can be done by keyboard alone", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto(PATH, { waitUntil: "networkidle" });
    await tabTo(page, FIELD);
    await page.keyboard.type("Sirdalud 4 mg");
    await pressByKey(page, "I am stopping it");
    await pressByKey(page, "Add");
    await page.getByText("Sirdalud 4 mg is on the list.").waitFor();
    await warning(page, /tizanidine/i)
      .first()
      .waitFor();
    await pressByKey(page, "Remove Sirdalud 4 mg", " ");
    await page.getByText("Sirdalud 4 mg is removed from the list.").waitFor();
    await pressByKey(page, "Undo");
    await page.getByText("Taken back.").waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("works without a connection after the first visit to the start page, and prints what was found", async () => {
    const watched = await openPage(house, { serviceWorkers: "allow" });
    const { page, context } = watched;
    await page.goto("/");
    await workerReady(page);
    await context.setOffline(true);
    await page.goto(PATH);
    await add(page, "Valium 5 mg at night");
    await add(page, "oxycodone 10 mg");
    await warning(page, /oxycodone/)
      .first()
      .waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("What we could not check").isVisible()).toBe(true);
    expect(await page.getByLabel(FIELD).isVisible()).toBe(false);
    await watched.close();
  });
});
