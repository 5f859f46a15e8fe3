/** The diary: quick to fill in, kept, corrected, taken back, and never lost. */
import { addDays, localDateOf, type LocalDate } from "@unclench/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectGoodScreen, type House, openHouse, openPage, phone, steadyClick } from "./browser.ts";
import { isChosen, rate, tab } from "./diaryPage.ts";
import { pressByKey } from "./keyboard.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const today = (): LocalDate => localDateOf(new Date());

describe("a check-in", () => {
  for (const [name, viewport] of [
    ["phone", phone],
    ["desktop", desktop],
  ] as const) {
    it(`takes three touches, is kept, and can be taken back, ${name}`, async () => {
      const watched = await openPage(house, { viewport });
      const { page } = watched;
      await page.goto("/diary");
      await rate(page, "Stiffness", 6).click();
      await rate(page, "Spasms", 3).click();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText(/^Saved for /).waitFor();
      await expectGoodScreen(watched, `saved, ${name}`);
      await page.reload();
      await isChosen(page, "Stiffness", 6);
      await rate(page, "Stiffness", 2).click();
      await page.getByRole("button", { name: "Save the change" }).click();
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("Taken back.").waitFor();
      await isChosen(page, "Stiffness", 6);
      await watched.close();
    });
  }

  for (const [which, address, saved] of [
    ["", "/diary", /^Saved for /],
    [", for the day of the link", "/diary?day=2026-01-05", /^Saved for Mon 5 Jan/],
  ] as const)
    it(`takes numbers and Save before any script has run, and nothing moves under the hand${which}`, async () => {
      const watched = await openPage(house);
      const { page } = watched;
      let release = (): void => {};
      const held = new Promise<void>((done) => {
        release = done;
      });
      await page.route("**/assets/*.js", async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(address, { waitUntil: "commit" });
      const place = () =>
        rate(page, "Spasms", 3).evaluate((button) => button.getBoundingClientRect().top + scrollY);
      const before = await place();
      await rate(page, "Stiffness", 5).click();
      await rate(page, "Stiffness", 6).click();
      await isChosen(page, "Stiffness", 6);
      expect(await rate(page, "Stiffness", 5).getAttribute("aria-pressed")).toBe("false");
      await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
      expect(await page.getByRole("button", { name: "Save", exact: true }).getAttribute("data-waiting")).toBe(
        "",
      );
      release();
      await page.getByText(saved).waitFor();
      await isChosen(page, "Stiffness", 6);
      expect(await place()).toBe(before);
      await page.getByText("1 day in your diary").waitFor();
      await tab(page, "My days").click();
      const day = page.getByRole("listitem").filter({ hasText: "Stiffness" });
      expect((await day.innerText()).replace(/\s+/g, " ")).toContain("Stiffness 6 Spasms –");
      expect(watched.errors).toEqual([]);
      await watched.close();
    });

  it("can be made by keyboard alone", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary", { waitUntil: "networkidle" });
    await pressByKey(page, "7");
    await pressByKey(page, "0, no spasms", " ");
    await pressByKey(page, "More: pain, sleep, tiredness, mood, a note");
    await pressByKey(page, "10, did not sleep");
    await pressByKey(page, "Save");
    await page.getByText(/^Saved for /).waitFor();
    await tab(page, "My days").click();
    const day = page.getByRole("listitem").filter({ hasText: "Stiffness" });
    expect((await day.innerText()).replace(/\s+/g, " ")).toContain("Stiffness 7 Spasms 0 Pain – Sleep 10");
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("keeps the number of spasms, refuses what is no whole number, and does not lose a count that stands alone", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary");
    await page.getByText("More: pain, sleep, tiredness, mood, a note").click();
    const count = page.getByLabel("Spasms counted, if you count them");
    await count.fill("many");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("alert").getByText("must be a whole number").waitFor();
    await expectGoodScreen(watched, "a count that is none");
    await count.fill("12");
    await steadyClick(page.getByRole("button", { name: "Save", exact: true }));
    await page.getByText(/^Saved for /).waitFor();
    await tab(page, "My days").click();
    await page.getByText("Counted").waitFor();
    await page.getByRole("link", { name: /^Change / }).click();
    expect(await page.getByLabel("Spasms counted, if you count them").inputValue()).toBe("12");
    await rate(page, "Stiffness", 5).click();
    await page.getByRole("button", { name: "Save the change" }).click();
    await page.getByText(/^Saved for /).waitFor();
    await tab(page, "My days").click();
    const day = page.getByRole("listitem").filter({ hasText: "Stiffness" });
    expect((await day.innerText()).replace(/\s+/g, " ")).toContain("Stiffness 5");
    expect((await day.innerText()).replace(/\s+/g, " ")).toContain("Counted 12");
    await watched.close();
  });

  it("of an earlier day is marked as filled in later, and unsaved numbers of another day are not lost", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary");
    await rate(page, "Stiffness", 5).click();
    await page.getByRole("button", { name: "Yesterday" }).click();
    await page.getByRole("heading", { name: "How was yesterday?" }).waitFor();
    await rate(page, "Spasms", 4).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Filled in later, from memory.").waitFor();
    await page.getByRole("button", { name: "Today" }).click();
    await isChosen(page, "Stiffness", 5);
    await page.getByRole("button", { name: "Same as the day before" }).click();
    await isChosen(page, "Spasms", 4);
    await page.getByLabel("Another day").fill(addDays(today(), -9));
    await page.getByRole("heading", { name: /^How was / }).waitFor();
    expect(page.url()).toContain(addDays(today(), -9));
    await watched.close();
  });

  it("without any number is asked for one, and nothing is saved", async () => {
    const watched = await openPage(house);
    await watched.page.goto("/diary");
    await watched.page.getByRole("button", { name: "Save", exact: true }).click();
    await watched.page.getByRole("alert").getByText("choose a number in at least one row").waitFor();
    await watched.page.getByText("Nothing yet: three check-ins").waitFor();
    await expectGoodScreen(watched, "nothing chosen");
    await watched.close();
  });

  it("ignores a second touch within a spasm", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary");
    await rate(page, "Stiffness", 8).dblclick();
    await page.waitForTimeout(100);
    await isChosen(page, "Stiffness", 8);
    await watched.close();
  });

  it("shows in a second tab at once", async () => {
    const watched = await openPage(house);
    const other = await watched.context.newPage();
    await other.goto("/diary/entries");
    await other.getByText("Nothing yet").waitFor();
    await watched.page.goto("/diary");
    await rate(watched.page, "Stiffness", 9).click();
    await watched.page.getByRole("button", { name: "Save", exact: true }).click();
    await other.getByText("1 of 1 day shown.").waitFor();
    await watched.close();
  });

  it("can be removed and brought back", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary");
    await rate(page, "Stiffness", 9).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await tab(page, "My days").click();
    await page.getByRole("button", { name: /^Remove / }).click();
    await page.getByText("Nothing yet").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("1 of 1 day shown.").waitFor();
    await expectGoodScreen(watched, "my days");
    await watched.close();
  });
});

/** Runs before the page: a browser that turns speech into text on the device, and one that notes what it shows. */
function standIns(): void {
  class Recognition {
    onresult: ((event: object) => void) | null = null;
    onend: (() => void) | null = null;
    processLocally = false;
    static available = async ({ processLocally }: { processLocally: boolean }) =>
      processLocally ? "available" : "unavailable";
    start(): void {}
    stop(): void {
      const said = this.processLocally ? "left calf locked at night" : "sent to a server";
      this.onresult?.({ results: [[{ transcript: said }]] });
      this.onend?.();
    }
  }
  const shown: string[] = [];
  class Shown {
    static permission = "granted";
    static requestPermission = async () => "granted";
    constructor(title: string, { body }: { body: string }) {
      shown.push(`${title}: ${body}`);
    }
  }
  Object.assign(globalThis, { SpeechRecognition: Recognition, Notification: Shown, shown });
}

describe("what the browser lends", () => {
  it("a note may be spoken where it stays on the device, and a reminder comes once, without a word on health", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.addInitScript(standIns);
    const shown = () => page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
    await page.goto("/settings");
    await page.getByLabel("Time of the check-in reminder").fill("00:00");
    await page.getByText("The reminder is set for 00:00.").waitFor();
    await page.goto("/diary");
    await expect.poll(shown).toEqual(["Unclench: Time for a check-in, if you like."]);
    await page.getByText("More: pain, sleep, tiredness, mood, a note").click();
    await page.getByLabel("Note").fill("Bad night.");
    await page.getByRole("button", { name: "Speak the note" }).click();
    const stop = page.getByRole("button", { name: "Stop listening" });
    expect(await stop.getAttribute("aria-pressed")).toBe("true");
    await expectGoodScreen(watched, "listening");
    await steadyClick(stop);
    await expect
      .poll(() => page.getByLabel("Note").inputValue())
      .toBe("Bad night. left calf locked at night");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText(/^Saved for /).waitFor();
    // There is a check-in of today: nobody is reminded of it.
    await page.reload();
    await page.getByText("1 day in your diary").waitFor();
    await page.waitForTimeout(300);
    expect(await shown()).toEqual([]);
    await watched.close();
  });
});

describe("treatments", () => {
  it("are added, get a new dose, are changed, removed and taken back", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/diary/treatments");
    await page.getByRole("button", { name: "Add a treatment" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("alert").getByText("The treatment has no name").waitFor();
    await page.getByLabel("Name, as you call it").fill("Baclofen");
    await page.getByLabel("First day").fill("2026-01-10");
    await page.getByLabel("Last day").fill("2026-01-05");
    await page.getByLabel("Dose a day").fill("ten");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("alert").getByText("“ten” is not a number").waitFor();
    await page.getByLabel("Dose a day").fill("7,5");
    await page.getByLabel("Unit").fill("mg");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("alert").getByText("before the start").waitFor();
    await expectGoodScreen(watched, "a treatment with a fault");
    await page.getByLabel("Last day").fill("");
    await page.getByLabel("Last day").press("Enter");
    await page.getByText("7.5 mg, since 10 January 2026").waitFor();
    await page.getByRole("button", { name: "Baclofen: a new dose" }).click();
    await page.getByLabel("First day").fill("2026-02-01");
    await page.getByLabel("Dose a day").fill("15");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("7.5 mg, 10 January 2026 to 31 January 2026").waitFor();
    await page.getByText("15 mg, since 1 February 2026").waitFor();
    await page.getByRole("button", { name: "Change Baclofen, 15 mg, since 1 February 2026" }).click();
    await page.getByLabel("Dose a day").fill("20");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("20 mg, since 1 February 2026").waitFor();
    await page.getByRole("button", { name: "Remove Baclofen, 20 mg, since 1 February 2026" }).click();
    await page.getByText("7.5 mg, since 10 January 2026").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("20 mg, since 1 February 2026").waitFor();
    await page.getByRole("button", { name: "Change Baclofen, 20 mg, since 1 February 2026" }).click();
    const taken = page.getByLabel("When in the day");
    await taken.fill("8am 5 mg; 22:00");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("alert").getByText("no dose behind the time").waitFor();
    await taken.fill("8am 5 mg; mon thu 22:00 17,5");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("alert").getByText("add up to 10 a day, and the dose a day says 20").waitFor();
    await page.getByLabel("Dose a day").fill("");
    await expectGoodScreen(watched, "doses that differ");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page
      .getByText("10 mg a day (08:00 5 mg, Monday and Thursday 22:00 17.5 mg), since 1 February 2026")
      .waitFor();
    await page.getByRole("button", { name: "Add a treatment" }).click();
    await page.getByLabel("Name, as you call it").fill("Dysport");
    await page.getByRole("button", { name: "Injection", exact: true }).click();
    await page.getByLabel("Day it was given").fill("2026-02-03");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Given 3 February 2026").waitFor();
    await expectGoodScreen(watched, "treatments");
    await watched.close();
  });
});

describe("a device that is full", () => {
  it("says so, keeps what was saved before and what is in the form, and saves once there is room", async () => {
    const watched = await openPage(house, { fresh: true });
    const { page, context } = watched;
    const origin = new URL(house.address).origin;
    const session = await context.newCDPSession(page);
    const note = page.getByRole("textbox", { name: "Note" });
    const full = page.getByRole("alert").filter({ hasText: /no room|full/i });
    const save = page.getByRole("button", { name: /^Save/ }).first();
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 120_000 });
    await page.goto("/diary");
    await rate(page, "Stiffness", 6).click();
    await save.click();
    await page.getByText(/^Saved for /).waitFor();
    await page.getByText("More: pain, sleep, tiredness, mood, a note").click();
    const textOf = (turn: number): string => `${turn} ${"note ".repeat(1_500)}`.trim();
    let turn = 0;
    for (; turn < 40 && (await full.count()) === 0; turn++) {
      await note.fill(textOf(turn));
      await save.click();
      await page.waitForTimeout(700);
    }
    const [refused, kept] = [textOf(turn - 1), textOf(turn - 2)];
    expect(await full.innerText()).toContain("nothing was saved: free some space");
    expect(await note.inputValue()).toBe(refused);
    await expectGoodScreen(watched, "full");
    await page.reload();
    await expect.poll(() => note.inputValue()).toBe(kept);
    await isChosen(page, "Stiffness", 6);
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    await page.reload();
    await note.fill(refused);
    await save.click();
    await page.getByText(/^Saved for /).waitFor();
    await page.reload();
    await expect.poll(() => note.inputValue()).toBe(refused);
    await watched.close();
  });
});
