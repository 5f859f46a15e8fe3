/** The diary's other screens: several check-ins a day, what else happened, calendar, timeline, injections, goals, appointments. */
import { addDays, localDateFrom } from "@unclench/record";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectGoodScreen, type House, openHouse, openPage, phone, steadyClick } from "./browser.ts";
import { rate } from "./diaryPage.ts";
import { pressByKey } from "./keyboard.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const press = (page: Page, name: string): Promise<void> => steadyClick(button(page, name));
const save = (page: Page): Promise<void> => press(page, "Save");

describe("several check-ins a day", () => {
  it("soon after, the check-in is changed; much later, another one is made; each can be changed, removed and taken back", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.clock.setFixedTime(new Date("2026-03-02T08:05:00"));
    await page.goto("/diary");
    await steadyClick(rate(page, "Stiffness", 7));
    await save(page);
    await page.getByText(/^Saved for /).waitFor();
    await page.clock.setFixedTime(new Date("2026-03-02T09:00:00"));
    await page.reload();
    await button(page, "Save the change").waitFor();
    await page.clock.setFixedTime(new Date("2026-03-02T20:00:00"));
    await page.reload();
    await button(page, "08:05: stiffness 7, spasms –").waitFor();
    await steadyClick(rate(page, "Stiffness", 2));
    await save(page);
    await button(page, "20:00: stiffness 2, spasms –").waitFor();
    await expectGoodScreen(watched, "two check-ins");
    await press(page, "08:05: stiffness 7, spasms –");
    await steadyClick(rate(page, "Spasms", 1));
    await press(page, "Save the change");
    await button(page, "08:05: stiffness 7, spasms 1").waitFor();
    await page.goto("/diary/entries");
    await page.getByText("1 of 1 day shown.").waitFor();
    const days = page.locator("li.day");
    expect(await days.count()).toBe(2);
    // The calendar shows the day's mean.
    await page.getByRole("link", { name: "2 March 2026, stiffness 4.5" }).waitFor();
    await steadyClick(page.getByRole("button", { name: /^Remove Mon,? 2 Mar, 20:00/ }));
    await expect.poll(() => days.count()).toBe(1);
    await press(page, "Undo");
    await expect.poll(() => days.count()).toBe(2);
    await steadyClick(page.getByRole("link", { name: /^Change Mon,? 2 Mar, 08:05/ }));
    await button(page, "Save the change").waitFor();
    expect(await rate(page, "Stiffness", 7).getAttribute("aria-pressed")).toBe("true");
    expect(watched.errors).toEqual([]);
    await watched.close();
  });
});

describe("what else happened", () => {
  it("is kept at a touch, taken back at a second one, and stands on the timeline", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary");
    await steadyClick(rate(page, "Stiffness", 5));
    await save(page);
    await steadyClick(page.getByText("What else happened"));
    await press(page, "Stress");
    await page.getByText("Stress: kept.").waitFor();
    await press(page, "Full bladder");
    await page.getByText("Full bladder: kept.").waitFor();
    await press(page, "Full bladder");
    await page.getByText("Full bladder: taken back.").waitFor();
    await page.getByRole("textbox", { name: "Another medicine that was missed" }).fill("baclofen");
    await press(page, "Keep: Another medicine that was missed");
    await page.getByText("baclofen missed: kept.").waitFor();
    await page.getByRole("textbox", { name: "Another routine" }).fill("Calf stretch");
    await page.keyboard.press("Enter");
    await press(page, "Easier afterwards");
    await page.getByText("Calf stretch: kept.").waitFor();
    await page.getByRole("spinbutton", { name: "Minutes of Calf stretch" }).fill("12");
    await page.keyboard.press("Tab");
    await expectGoodScreen(watched, "what else happened");
    await page.goto("/diary/timeline");
    await steadyClick(page.getByText("The same in words, week by week"));
    await page.getByText(/^Stress: /).waitFor();
    await page.getByText(/^baclofen, dose missed: /).waitFor();
    expect(await page.getByText(/^Full bladder/).count()).toBe(0);
    expect(await page.locator("path.mark").count()).toBe(2);
    // What goes with worse days: picked first, then looked at; one day says nothing yet.
    await press(page, "Stress (1)");
    await press(page, "Look at this one");
    await page.getByText("Stress: too early to tell. It was written down on 1 rated day").waitFor();
    await page.getByText("One suspect was looked at.").waitFor();
    await expectGoodScreen(watched, "timeline with marks");
    await page.goto("/diary");
    await steadyClick(page.getByText("What else happened"));
    expect(await page.getByRole("spinbutton", { name: "Minutes of Calf stretch" }).inputValue()).toBe("12");
    await watched.close();
  });

  it("a pause is begun and ended without a word of blame, and is no gap", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.clock.setFixedTime(new Date("2026-03-02T20:00:00"));
    await page.goto("/diary");
    await steadyClick(rate(page, "Stiffness", 5));
    await save(page);
    await page.getByText("every three days is fine").waitFor();
    await press(page, "Pause the diary");
    await page.getByText("Paused since 2 March 2026.").waitFor();
    await page.clock.setFixedTime(new Date("2026-03-20T20:00:00"));
    await page.reload();
    await page.getByText("a pause is no gap").waitFor();
    await expectGoodScreen(watched, "paused");
    await page.goto("/diary/timeline");
    await steadyClick(page.getByText("The same in words, week by week"));
    await page.getByText("Paused: 2 March 2026 to 20 March 2026").waitFor();
    expect(await page.getByText(/^No check-in for/).count()).toBe(0);
    await page.goto("/diary");
    await press(page, "End the pause");
    await page.getByText("The pause ends today.").waitFor();
    await watched.close();
  });
});

describe("injections", () => {
  for (const [name, viewport] of [
    ["phone", phone],
    ["desktop", desktop],
  ] as const) {
    it(`are written with muscles from the picture or the list, changed and taken back, ${name}`, async () => {
      const watched = await openPage(house, { viewport });
      const { page } = watched;
      await page.goto("/diary/treatments");
      await press(page, "Add an injection");
      await save(page);
      await page.getByRole("alert").getByText("The product is missing: fill it in.").waitFor();
      await page.getByLabel("Product, as it was called").fill("Dysport");
      await page.getByLabel("Day it was given").fill("2026-02-03");
      await press(page, "Forearm, left");
      await steadyClick(page.getByRole("button", { name: /^flexor carpi radialis/ }));
      await button(page, "Forearm, left: 1 chosen").waitFor();
      await expectGoodScreen(watched, `body picture, ${name}`);
      await press(page, "List");
      await press(page, "Calf, right");
      await steadyClick(page.getByRole("button", { name: /^soleus/ }));
      await page.getByLabel("flexor carpi radialis, left: units (may be empty)").fill("many");
      await save(page);
      await page.getByRole("alert").getByText("“many” is not a number").waitFor();
      await page.getByLabel("flexor carpi radialis, left: units (may be empty)").fill("0");
      await press(page, "Ultrasound");
      await expectGoodScreen(watched, `list of places, ${name}`);
      await save(page);
      await page.getByText("Given 3 February 2026").waitFor();
      await page.getByText("flexor carpi radialis, left: 0 units").waitFor();
      await page.getByText("soleus, right", { exact: true }).waitFor();
      await steadyClick(page.getByRole("button", { name: "Another one like Dysport of 3 February 2026" }));
      expect(await page.getByLabel("flexor carpi radialis, left: units (may be empty)").inputValue()).toBe(
        "",
      );
      await press(page, "Cancel");
      await steadyClick(page.getByRole("button", { name: "Remove Dysport of 3 February 2026" }));
      await expect.poll(() => page.getByText("Given 3 February 2026").count()).toBe(0);
      await press(page, "Undo");
      await page.getByText("Given 3 February 2026").waitFor();
      await expectGoodScreen(watched, `injections, ${name}`);
      await watched.close();
    });
  }

  it("can be written by keyboard alone, muscles from the picture included", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary/treatments", { waitUntil: "networkidle" });
    await pressByKey(page, "Add an injection");
    await page.getByLabel("Product, as it was called").focus();
    await page.keyboard.type("Xeomin");
    await pressByKey(page, "Hand, right");
    await pressByKey(page, "adductor pollicis: pulls the thumb in");
    await pressByKey(page, "Save");
    await page.getByText("adductor pollicis, right", { exact: true }).waitFor();
    await watched.close();
  });
});

describe("plans, goals, measurements and appointments", () => {
  it("are added, changed, refused with a sentence, removed and taken back", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/diary/treatments");
    await press(page, "Add a step");
    await page.getByLabel("Medicine").fill("Baclofen");
    await page.getByLabel("From which day").fill("2026-03-09");
    await page.getByLabel("The step, in their words").fill("one more tablet at night");
    await save(page);
    await page.getByText("Baclofen, from 9 March 2026: one more tablet at night").waitFor();
    await page.goto("/diary/measurements");
    await press(page, "Add a goal");
    await page.getByLabel("What you want to be able to do").fill("open my hand for a cup");
    await save(page);
    await page.getByText(/^open my hand for a cup, since /).waitFor();
    await press(page, "Add a measurement");
    await press(page, "Modified Ashworth grade");
    await save(page);
    await page.getByRole("alert").getByText("The grade is missing: fill it in.").waitFor();
    await expectGoodScreen(watched, "a measurement without a grade");
    await press(page, "1+");
    await page.getByLabel("Which joint or muscle").fill("left elbow");
    await save(page);
    await page.getByText(/Modified Ashworth grade: 1\+, left elbow$/).waitFor();
    await page.goto("/diary/appointments");
    await press(page, "Add an appointment");
    await page.getByLabel("Time").fill("09:30");
    await page.getByLabel("Whom you see").fill("Neurologist");
    await save(page);
    await page.getByText(/, 09:30, Neurologist$/).waitFor();
    await steadyClick(page.getByRole("button", { name: /^Change: .*Neurologist$/ }));
    await page.getByLabel("Where").fill("room 4");
    await save(page);
    await page.getByText(/Neurologist, room 4$/).waitFor();
    await steadyClick(page.getByRole("button", { name: /^Remove: / }));
    await expect.poll(() => page.getByText(/Neurologist, room 4$/).count()).toBe(0);
    await press(page, "Undo");
    await page.getByText(/Neurologist, room 4$/).waitFor();
    await expectGoodScreen(watched, "appointments");
    // The goal can be rated in a check-in, and never has to be.
    await page.goto("/diary");
    await steadyClick(page.getByText("More: pain, sleep, tiredness, mood, a note"));
    await press(page, "less than hoped");
    await save(page);
    await page.getByText(/^Saved for /).waitFor();
    await page.reload();
    await steadyClick(page.getByText("More: pain, sleep, tiredness, mood, a note"));
    expect(await button(page, "less than hoped").getAttribute("aria-pressed")).toBe("true");
    await expectGoodScreen(watched, "a goal rated");
    await watched.close();
  });
});

describe("ten years", () => {
  it("stay fluid: a month, thirty days and a picture of weeks are all that is drawn", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    const first = localDateFrom(2016, 3, 1);
    if (first === null) throw new Error("no such day");
    const lines = Array.from(
      { length: 3600 },
      (_, day) => `${addDays(first, day)},${day % 11},${(day * 7) % 11}`,
    );
    await page.goto("/diary/data");
    await page.getByLabel("File (CSV or JSON)").setInputFiles({
      name: "years.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(["date,stiffness,spasms", ...lines].join("\n")),
    });
    await press(page, "Bring it in");
    await page.getByText("years.csv was brought in.").waitFor();
    await page.goto("/diary/entries");
    await page.getByText("30 of 3600 days shown.").waitFor();
    expect(await page.locator("li.day").count()).toBe(30);
    expect(await page.locator("a.day-number").count()).toBeLessThanOrEqual(31);
    await page.getByLabel("Month").selectOption("2019-02");
    await page.getByRole("link", { name: /^28 February 2019, stiffness/ }).waitFor();
    expect(await page.locator("a.day-number").count()).toBe(28);
    expect((await page.locator("li.day").first().innerText()).replace(/\s+/g, " ")).toContain("28 Feb 2019");
    await press(page, "Earlier month");
    await page.getByRole("link", { name: /^31 January 2019/ }).waitFor();
    await page.goto("/diary/timeline");
    await press(page, "Everything");
    await page.getByText("Dots: the mean of a week.").waitFor();
    expect(await page.locator("svg.timeline circle").count()).toBeLessThan(600);
    await expectGoodScreen(watched, "ten years on the timeline");
    await press(page, "4 weeks");
    await press(page, "Earlier");
    expect(await page.locator("svg.timeline circle").count()).toBeLessThanOrEqual(28);
    expect(watched.errors).toEqual([]);
    await watched.close();
  });
});
