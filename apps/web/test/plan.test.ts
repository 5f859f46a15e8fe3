/** The plan: put together, done today, on one leaf of paper, and handed on as a file, a link and a calendar. */
import { readFileSync } from "node:fs";
import { plannable } from "@unclench/answers/relief-plan";
import type { LocalDate } from "@unclench/record";
import { planFragment, readPlanText, type SharedItem } from "@unclench/record/plan";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectGoodScreen, type House, openHouse, openPage, phone, steadyClick } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const press = (page: Page, name: string) => steadyClick(page.getByRole("button", { name, exact: true }));
const item = (routine: string, set: Partial<SharedItem> = {}): SharedItem => ({
  routine,
  days: [],
  times: null,
  holdSeconds: null,
  repeats: null,
  minutes: null,
  side: null,
  note: null,
  at: null,
  place: null,
  ...set,
});
const textOf = async (download: Promise<Download>): Promise<string> =>
  readFileSync(await (await download).path(), "utf8");
const pagesIn = (pdf: Buffer): number =>
  (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
/** What is cut off on paper, by how many pixels. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".leaf, .leaf article, .leaf-body")]
      .filter((part) => part.scrollHeight - part.clientHeight > 1)
      .map(
        (part) =>
          `${part.className} ${part.textContent?.slice(0, 40)} ${part.scrollHeight - part.clientHeight}`,
      ),
  );

describe("a plan of routines", () => {
  it("is put together, done, counted kindly, handed on and taken back", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    // A Thursday.
    await page.clock.setFixedTime(new Date("2026-11-26T09:00:00"));
    await page.goto("/relief/plan", { waitUntil: "networkidle" });
    await page.getByText("Nothing here yet.").waitFor();
    await press(page, "Add a routine");
    await page
      .getByRole("combobox", { name: "Routine", exact: true })
      .selectOption({ label: "Stand up and sit down" });
    await press(page, "Thursday");
    await page.getByLabel("Repetitions (1 to 10)").fill("1");
    await page.getByLabel("Note").fill("near the bed");
    await expectGoodScreen(watched, "the form");
    await steadyClick(page.getByRole("button", { name: "Add to the plan" }));
    await page.getByRole("heading", { name: "Today" }).waitFor();
    await page.getByText("Nothing of the 1 planned for this week is noted yet.").waitFor();
    await page.getByText("1 time. Thu. This week 0 of 1.").waitFor();
    await expectGoodScreen(watched, "with a plan");

    // Into the player with what the plan says, and back: it is counted.
    await steadyClick(page.getByRole("link", { name: "Start: Stand up and sit down" }));
    await page.waitForURL(/\/relief\/sit-to-stand\/go\?repeats=1$/);
    await page.getByText("1 time; about").waitFor();
    await press(page, "Start");
    await page.keyboard.press("p");
    await press(page, "End here");
    await press(page, "Easier");
    await page.getByText("Noted in your diary.").waitFor();
    await page.goto("/relief/plan", { waitUntil: "networkidle" });
    await page.getByText("All 1 planned for this week are done.").waitFor();
    await page.getByText("Done today").waitFor();

    // As a file, as a link with a code, and into a calendar.
    const file = page.waitForEvent("download");
    await press(page, "Save as a file");
    const read = readPlanText(await textOf(file), "2026-11-26" as LocalDate);
    expect(read.ok && read.value).toEqual([
      item("sit-to-stand", { days: [{ day: "thu" }], repeats: 1, note: "near the bed", place: 0 }),
    ]);
    await press(page, "Link and code");
    const link = await page.getByRole("textbox", { name: "The link" }).inputValue();
    expect(link).toMatch(/\/relief\/plan#p1\.[0-9a-f]{8}\./);
    expect(await page.locator(".plan-code path").getAttribute("d")).toMatch(/^M0 0h1v1h-1z/);
    await page.getByText("Into my calendar").click();
    const calendar = page.waitForEvent("download");
    await press(page, "Save the calendar file");
    const ics = await textOf(calendar);
    expect(ics).toContain("SUMMARY:Exercise");
    expect(ics).toContain("RRULE:FREQ=WEEKLY;BYDAY=TH");
    expect(ics).not.toContain("Stand up");
    await expectGoodScreen(watched, "handing on", ["color-contrast", "svg-img-alt", "label"]);

    await press(page, "Remove: Stand up and sit down");
    await page.getByText("Nothing here yet.").waitFor();
    // The link brings it back, once it is wished; the second time there is nothing new.
    await page.goto(link, { waitUntil: "networkidle" });
    await page.reload({ waitUntil: "networkidle" });
    await page.getByRole("heading", { name: "A plan was handed to you" }).waitFor();
    await page.getByText("Nothing here yet.").waitFor();
    await expectGoodScreen(watched, "a plan that came");
    await press(page, "Add to my plan");
    await page.getByText("1 added to your plan.").waitFor();
    expect(new URL(page.url()).hash).toBe("");
    await press(page, "Undo");
    await page.getByText("Nothing here yet.").waitFor();
    expect(watched.errors).toEqual([]);
    expect(watched.strangers).toEqual([]);
    await watched.close();
  });

  it("says what is wrong with a link or a file, and adds nothing", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    const whole = planFragment([item("sit-to-stand"), item("from-a-newer-version")]);
    await page.goto(`/relief/plan#${whole.slice(0, -4)}`, { waitUntil: "networkidle" });
    await page.getByText("The link is not whole").waitFor();
    await press(page, "Close");
    await page.goto("/about");
    await page.goto(`/relief/plan#${whole}`, { waitUntil: "networkidle" });
    await page.getByText("1 routine is not known to this version").waitFor();
    await press(page, "Not now");
    await page.getByLabel("Bring in a plan from a file").setInputFiles({
      name: "notes.json",
      mimeType: "application/json",
      buffer: Buffer.from("{}"),
    });
    await page.getByText("This is no plan of routines.").waitFor();
    await page.getByText("Nothing here yet.").waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("prints six routines on one leaf, whichever they are, with figures and nothing cut off", async () => {
    // As wide as the paper between its margins, so that what is measured is what is printed.
    const watched = await openPage(house, { viewport: { width: 726, height: 1100 } });
    const { page } = watched;
    const note =
      "Warm the hand in water first. Ask Kim to look at the skin afterwards, and the nail of the thumb.";
    const bring = async (items: readonly SharedItem[]) => {
      await page.goto("/about");
      await page.goto(`/relief/plan#${planFragment(items)}`, { waitUntil: "networkidle" });
      await press(page, "Add to my plan");
      await page.getByText(`${items.length} added to your plan.`).waitFor();
    };
    await bring(plannable.slice(0, 6).map(({ id }) => item(id, { note })));
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await bring(plannable.slice(6, 40).map(({ id }) => item(id, { side: "left", note })));
    await bring(plannable.slice(40).map(({ id }) => item(id, { note })));
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(Math.ceil(plannable.length / 6));
    await page.emulateMedia({ media: "print" });
    expect(await cutOff(page)).toEqual([]);
    expect(await page.locator(".leaf .drawn-person").count()).toBe(plannable.length);
    expect(await page.locator(".leaf-foot").first().innerText()).toContain("T6 or above");
    expect(watched.errors).toEqual([]);
    await watched.close();
  });
});
