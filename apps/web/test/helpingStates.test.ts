/** Every state that "Is it helping me?" can be in, on phone and desktop, light and dark, on paper and by keyboard. */
import { readFileSync } from "node:fs";
import { exposures } from "@unclench/knowledge";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeDiary, dateOf } from "../../../packages/answers/test/diaries.ts";
import {
  desktop,
  expectGoodScreen,
  type House,
  openHouse,
  openPage,
  phone,
  type Watched,
  steadyClick,
} from "./browser.ts";
import { USUAL_IGNORE_MS } from "../app/hands/settings.ts";
import { focusIsVisible, pressByKey } from "./keyboard.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Made = Parameters<typeof madeDiary>[0];

/** Stiffness, and if given sleep, as a file. */
function diaryCsv(stiffness: Made, sleep?: Made): string {
  const nights = sleep === undefined ? [] : madeDiary(sleep);
  const lines = madeDiary(stiffness).map(
    (entry, place) => `${entry.date},${entry.stiffness ?? ""},,,${nights[place]?.stiffness ?? ""}`,
  );
  return ["date,stiffness,spasms,pain,sleep", ...lines].join("\n");
}

const listCsv = (...rows: string[]): string => ["treatment,kind,start,stop,dose,unit", ...rows].join("\n");
const baclofen = `Baclofen,medicine,${dateOf(35)},,10,mg`;
const from35 =
  (effect: number) =>
  (day: number): number =>
    day < 35 ? 0 : effect;

const knots = exposures.find(({ id }) => id === "botulinum-toxin")?.knots ?? [];
function wave(day: number): number {
  const after = knots.findIndex(([knot]) => day <= knot);
  const [left, right] = [knots[after - 1], knots[after]];
  if (left === undefined || right === undefined) return 0;
  return left[1] + ((right[1] - left[1]) * (day - left[0])) / (right[0] - left[0]);
}

type State = {
  readonly diary: string;
  readonly list: string;
  readonly says: RegExp;
  readonly also?: RegExp;
};

const states: Readonly<Record<string, State>> = {
  "too early": {
    diary: diaryCsv({ seed: 4, days: 10 }),
    list: listCsv(`Baclofen,medicine,${dateOf(5)},,10,mg`),
    says: /^Too early to say\.$/,
  },
  "cannot tell": {
    diary: diaryCsv({ seed: 2, days: 90 }),
    list: listCsv(baclofen),
    says: /^Cannot tell yet\.$/,
  },
  leaning: {
    diary: diaryCsv({ seed: 4, days: 90, effectOn: from35(-1) }),
    list: listCsv(baclofen),
    says: /^It may be helping\.$/,
  },
  "waiting for a second look": {
    diary: diaryCsv({ seed: 2, days: 62, effectOn: from35(-1) }),
    list: listCsv(baclofen),
    says: /^It may be helping\.$/,
    also: /^This look shows enough for “very probably helping”, the one a week before did not yet\./,
  },
  helping: {
    diary: diaryCsv({ seed: 2, days: 90, effectOn: from35(-1) }),
    list: listCsv(baclofen),
    says: /^Very probably helping\.$/,
  },
  "helping clearly": {
    diary: diaryCsv({ seed: 1, days: 84, effectOn: from35(-3) }),
    list: listCsv(baclofen),
    says: /^Very probably helping, and enough to matter\.$/,
  },
  "not enough": {
    diary: diaryCsv({ seed: 1, days: 90 }),
    list: listCsv(baclofen),
    says: /^Probably not helping enough to notice\.$/,
  },
  worse: {
    diary: diaryCsv({ seed: 1, days: 90, level: 4, effectOn: from35(2.5) }),
    list: listCsv(baclofen),
    says: /^Your days are worse with it\./,
  },
  inseparable: {
    diary: diaryCsv({ seed: 6, days: 84, effectOn: from35(-2) }),
    list: listCsv(baclofen, `Tizanidine,medicine,${dateOf(35)},,4,mg`),
    says: /^Baclofen and Tizanidine together: /,
  },
};

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByLabel("File (CSV or JSON)")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Bring it in" }).click();
  await page.getByText(`${name} was brought in.`).waitFor();
}

/** The page on a day, with a diary in it. The answer itself does not depend on the day. */
async function opened(
  { diary, list }: Pick<State, "diary" | "list">,
  today = "2027-06-01",
): Promise<Watched> {
  const watched = await openPage(house);
  const { page } = watched;
  await page.clock.setFixedTime(new Date(`${today}T12:00:00`));
  await page.goto("/diary/data");
  await bring(page, "diary.csv", diary);
  await bring(page, "treatments.csv", list);
  await toAnswer(page);
  return watched;
}

async function toAnswer(page: Page): Promise<void> {
  await page
    .getByRole("navigation", { name: "Questions" })
    .getByRole("link", { name: "Is it helping me?" })
    .click();
  await page.getByRole("heading", { name: "What your days show" }).waitFor();
  await everythingThere(page);
}

/** All parts of the page have come. */
const everythingThere = (page: Page): Promise<void> =>
  page.getByText(/^(Looking further|Working it out)/).waitFor({ state: "detached" });

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/** On phone and desktop, light and dark, folded and opened. */
async function expectGoodEverywhere(watched: Watched, where: string): Promise<void> {
  const { page } = watched;
  await expectGoodScreen(watched, `${where}, desktop`);
  await openAll(page);
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectGoodScreen(watched, `${where}, phone, dark, all opened`);
  await page.setViewportSize(desktop);
  await page.emulateMedia({ colorScheme: "light" });
}

describe("each state of a verdict", () => {
  for (const [name, state] of Object.entries(states)) {
    it(name, async () => {
      const watched = await opened(state);
      const { page } = watched;
      await page.getByRole("heading", { name: state.says }).first().waitFor();
      if (state.also !== undefined) await page.getByText(state.also).waitFor();
      const early = name === "too early";
      const checks = page.locator("summary", { hasText: /^The answer (stays|depends)/ });
      expect(await checks.count()).toBe(early ? 0 : 1);
      if (!early) {
        await checks.click();
        await page.getByText(/^If your symptoms drift slowly by themselves, the chance/).waitFor();
      }
      await expectGoodEverywhere(watched, name);
      await watched.close();
    });
  }

  it("scale edge: says it, and what lies beyond the ends", async () => {
    const watched = await opened({
      diary: diaryCsv({ seed: 12, days: 84, level: 1 }),
      list: listCsv(baclofen),
    });
    const { page } = watched;
    await page.getByText(/^Many of your ratings sit at 0 or 10\./).waitFor();
    await page.locator("summary", { hasText: /^The answer (stays|depends)/ }).click();
    await page.getByText(/^If 0 stands for “0 or better”/).waitFor();
    await expectGoodEverywhere(watched, "scale edge");
    await watched.close();
  });
});

describe("gain and price", () => {
  it("stand in one sentence, whichever measure is looked at, and a new question ends the old one", async () => {
    const watched = await opened({
      diary: diaryCsv(
        { seed: 5, days: 100, effectOn: from35(-2.5) },
        { seed: 8, days: 100, level: 3, effectOn: from35(1.6) },
      ),
      list: listCsv(baclofen),
    });
    const { page } = watched;
    const sentence = page.getByText(
      /^Since Baclofen began on .* less stiffness \(very probably\), but about/,
    );
    await sentence.waitFor();
    const before = await sentence.innerText();
    // One right after the other: the last one counts, and nothing of the one before it is left.
    await page.getByRole("button", { name: "sleep" }).click();
    await page.getByRole("button", { name: "stiffness" }).click();
    await page.getByText(/points less stiffness, of 10/).waitFor();
    // A second press of the same button within half a second is a slip of the hand and is ignored.
    await steadyClick(page.getByRole("button", { name: "sleep" }));
    await page.getByText(/points worse sleep, of 10/).waitFor();
    await everythingThere(page);
    expect(await sentence.innerText()).toBe(before);
    await page.getByText(/^2 answers were looked at/).waitFor();
    await expectGoodEverywhere(watched, "gain and price");
    await watched.close();
  });
});

describe("injection by injection", () => {
  const given = [20, 120];
  const wearing = {
    diary: diaryCsv({
      seed: 5,
      days: 200,
      effectOn: (day) => Math.min(...given.map((on) => -3 * wave((day - on) / 0.7))),
    }),
    list: listCsv(...[...given, 235].map((day) => `Dysport,injection,${dateOf(day)},,500,units`)),
  };

  it("wearing off: before the next date, with the curves, their table and what to ask", async () => {
    const watched = await opened(wearing);
    const { page } = watched;
    const card = page.getByRole("article", { name: "Dysport, injection by injection" });
    await card.getByRole("heading", { name: "The relief may end before the next injection." }).waitFor();
    await card
      .getByText(/^Half of the relief (may|will very probably) be gone before 23 August 2026/)
      .waitFor();
    const picture = card.getByRole("img", { name: /^1: Injection of 20 January 2026: at its peak/ });
    expect(await picture.locator("path").count()).toBe(2);
    await pressByKey(page, "Every injection as a table");
    expect(await focusIsVisible(page)).toBe(true);
    expect(await card.getByRole("row").count()).toBe(3);
    await pressByKey(page, "When an injection disappoints: what to ask");
    expect(await card.getByText("Your diary points here.").count()).toBe(1);
    expect(await card.getByText("Ask:").count()).toBe(12);
    await expectGoodEverywhere(watched, "wearing off");
    await watched.close();
  });

  it("is on paper with everything opened, told apart without colour, and without ways to press", async () => {
    const watched = await opened(wearing);
    const { page } = watched;
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
    await page
      .getByRole("cell", { name: /April 2026/ })
      .first()
      .waitFor();
    const dashes = await page
      .locator("svg.cycles:not(.key) .cycle path")
      .evaluateAll((paths) => paths.map((path) => path.getAttribute("stroke-dasharray")));
    expect(new Set(dashes).size).toBe(dashes.length);
    const paper = await page.pdf({ format: "A4" });
    expect(paper.byteLength).toBeGreaterThan(20_000);
    await watched.close();
  });
});

describe("a fair test", () => {
  const stretching = {
    diary: diaryCsv({ seed: 3, days: 56, missing: 0 }),
    list: listCsv(`Stretching,session,${dateOf(29)},,20,minutes`, `Baclofen,medicine,${dateOf(10)},,10,mg`),
  };
  /** The day after the last check-in. */
  const today = dateOf(57);

  it("is planned, kept, in the calendar, on the check-in page, ended and undone, by keyboard", async () => {
    const watched = await opened(stretching, today);
    const { page } = watched;
    expect(await page.getByRole("button", { name: /^Plan a fair test/ }).allInnerTexts()).toEqual([
      "Plan a fair test of Stretching",
    ]);
    await pressByKey(page, "Plan a fair test of Stretching");
    await page.getByText(/^\d+ blocks of 14 days/).waitFor();
    await page.getByText(/^If it does nothing: “very probably helping” /).waitFor();
    // A shorter one, by keyboard: the first length there is.
    const twice = () => page.getByText(/^If it helps twice that/).innerText();
    const [length, before] = [page.getByLabel("How long"), await twice()];
    await length.focus();
    await page.keyboard.press("Home");
    await page.getByText(/^4 blocks of 14 days/).waitFor();
    expect(await length.inputValue()).toBe("2");
    // Faster than a plan is worked out: the keys go on from what was chosen.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.getByText(/^8 blocks of 14 days/).waitFor();
    expect(await length.inputValue()).toBe("4");
    await page.keyboard.press("Home");
    await page.getByText(/^4 blocks of 14 days/).waitFor();
    expect(await twice()).not.toBe(before);
    await page.getByText(/not yet checked by a physiotherapist/).waitFor();
    await page.getByText(/^The order was drawn by lot, with the number \d+\./).waitFor();
    await expectGoodEverywhere(watched, "fair test, planned");
    await pressByKey(page, "Keep this plan");
    await page.getByRole("heading", { name: "Your fair test" }).waitFor();
    await page.getByText(/^The fair test of Stretching begins on /).waitFor();
    expect(await page.getByRole("button", { name: /^Plan a fair test/ }).count()).toBe(0);

    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save for my calendar" }).click(),
    ]);
    const calendar = readFileSync(await saved.path(), "utf8");
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(calendar.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(4);
    expect(calendar).toContain(`DTSTART;VALUE=DATE:${dateOf(58).replaceAll("-", "")}`);
    expect(calendar).toContain("SUMMARY:Without Stretching");
    // Nine in the morning of the first day, and not after the last one.
    expect(calendar).toContain("TRIGGER;RELATED=START:PT9H");
    expect(calendar.includes("RELATED=END")).toBe(false);

    await page.clock.setFixedTime(new Date(`${dateOf(60)}T12:00:00`));
    await page.getByRole("link", { name: "Diary", exact: true }).click();
    await page.getByText(/Today: (with|without) Stretching\. Day 3 of 14, block 1 of \d+\.$/).waitFor();
    await expectGoodEverywhere(watched, "check-in, fair test running");
    await toAnswer(page);
    await page.getByText(/^Today: (with|without) Stretching\. Day 3 of 14/).waitFor();
    expect(await page.locator("tr[aria-current='date']").count()).toBe(1);
    await expectGoodEverywhere(watched, "fair test, running");
    await pressByKey(page, "End it today");
    await page.getByText("The fair test of Stretching ends today.").waitFor();
    await pressByKey(page, "Undo");
    await page.getByText("Undone.").waitFor();
    await pressByKey(page, "Remove it");
    await page.getByText("The fair test of Stretching was removed.").waitFor();
    expect(await page.getByRole("heading", { name: "Your fair test" }).count()).toBe(0);
    // The same button once more: sooner it would be taken for a second hit of the first.
    await page.waitForTimeout(USUAL_IGNORE_MS);
    await pressByKey(page, "Undo");
    await page.getByRole("heading", { name: "Your fair test" }).waitFor();
    await watched.close();
  });

  it("is not there for a medicine, an injection or a pump", async () => {
    const watched = await opened({
      diary: stretching.diary,
      list: listCsv(
        `Baclofen,medicine,${dateOf(10)},,10,mg`,
        `Dysport,injection,${dateOf(20)},,500,units`,
        `Baclofen pump,other,${dateOf(30)},,,`,
      ),
    });
    const { page } = watched;
    expect(await page.getByText(/fair test/i).count()).toBe(0);
    await watched.close();
  });
});
