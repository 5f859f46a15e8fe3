/** The whole way on the comparison: choose treatments, say what matters, leave a trial out, take it along into R. */
import { readFileSync } from "node:fs";
import { argue, asPublished, type Choices } from "@unclench/answers/argue";
import { type Wishes, whatMatters, wishNames } from "@unclench/answers/what-matters";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasMetafor, numbersOf } from "../../../packages/answers/test/rscript.ts";
import { desktop, expectGoodScreen, type House, openHouse, openPage, phone, steadyClick } from "./browser.ts";
import { focusIsVisible, pressByKey, tabTo } from "./keyboard.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const place = { condition: "stroke", pattern: "upper-limb" };
const path = "/what-works/stroke/upper-limb";
const four = ["tolperisone", "botulinum-toxin-a", "baclofen-intrathecal", "nothing-more"];
const names = ["Tolperisone", "Botulinum toxin A", "Baclofen pump", "Doing nothing more"];
const question = {
  ...place,
  treatment: "botulinum-toxin-a",
  key: "spasticity-responder.any.placebo.unselected",
};

const answerTo = (
  wishes: Wishes,
  choices: Choices | null = null,
  options: readonly string[] | null = four,
) => {
  const answer = whatMatters({
    ...place,
    wishes,
    options,
    argued: choices === null ? null : { question, choices },
  });
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
};

const part = (page: Page) => page.getByRole("region", { name: "What matters to me?" });
const radio = (page: Page, wish: keyof typeof wishNames, answer: string) =>
  part(page).getByRole("group", { name: wishNames[wish] }).getByRole("radio", { name: answer, exact: true });

/** Waits until the table of the page holds exactly these shares. */
async function expectRanks(page: Page, answer: ReturnType<typeof answerTo>): Promise<void> {
  await part(page).getByText(answer.sentence, { exact: true }).waitFor();
  const table = part(page).getByRole("table", { name: /^The same as a table/ });
  await expect
    .poll(async () => {
      const rows = await table.locator("tbody tr").allInnerTexts();
      return rows.map((row) => row.split("\t"));
    })
    .toEqual(answer.options.map(({ name, ranks }) => [name, ...ranks.map(String)]));
}

/** The downloaded script gives the figure of the page: to 6 digits, where R with metafor is. */
function expectInR(script: string, choices: Choices): void {
  const result = argue(question, choices);
  const after = result.ok ? result.value.after : null;
  if (after === null) throw new Error("no figure");
  for (const { estimate, se } of after.studies)
    for (const value of [estimate, se]) expect(script).toContain(String(value));
  if (!hasMetafor) return;
  const [theirs = []] = numbersOf([{ script, read: "c(fit$beta, fit$se, fit$ci.lb, fit$ci.ub, fit$tau2)" }]);
  const ours = [after.estimate, after.se, after.ciLower, after.ciUpper, after.tau2 ?? 0];
  expect(theirs.length).toBe(ours.length);
  for (const [at, value] of ours.entries()) expect(theirs[at]).toBeCloseTo(value, 6);
}

const figureOn = (page: Page) =>
  page
    .getByRole("article", { name: "Botulinum toxin A" })
    .getByRole("region", { name: /^Botulinum toxin A, Clearly less stiff/ });

describe("four treatments for an arm after a stroke", () => {
  it("by mouse: compare, say what matters, leave a trial out, export", async () => {
    const watched = await openPage(house, { viewport: desktop });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    for (const name of names) {
      const button = page.getByRole("button", { name: `Compare ${name}`, exact: true });
      await steadyClick(button);
      await page.locator(`button[aria-pressed="true"]`, { hasText: `Compare ${name}` }).waitFor();
    }
    await radio(page, "stiffness", "Most").check();
    await radio(page, "needles", "A lot").check();
    await expectRanks(page, answerTo({ stiffness: "most", needles: "lot" }));
    await radio(page, "needles", "Does not matter").check();
    await radio(page, "visits", "A little").check();
    const wishes: Wishes = { stiffness: "most", visits: "little" };
    await expectRanks(page, answerTo(wishes));
    await expectGoodScreen(watched, "weighed");

    const figure = figureOn(page);
    await steadyClick(figure.getByText(/3 trials, .* see them/));
    await steadyClick(figure.getByText("Not convinced?"));
    await figure.getByLabel("Without Gracies 2015").check();
    const choices = { ...asPublished, without: ["gracies-2015"] };
    const argued = answerTo(wishes, choices);
    expect(argued.options.map(({ ranks }) => ranks)).not.toEqual(
      answerTo(wishes).options.map(({ ranks }) => ranks),
    );
    await expectRanks(page, argued);
    await part(page)
      .getByText(argued.arguedSentence ?? "", { exact: true })
      .waitFor();
    await steadyClick(figure.getByText("By year: how the figure came about"));
    const result = argue(question, choices);
    const byYear = result.ok ? result.value.byYear : null;
    await figure.getByText(byYear?.sentence ?? "", { exact: true }).waitFor();
    for (const { text } of byYear?.steps ?? [])
      await figure.getByText(text, { exact: true }).first().waitFor();
    await expectGoodScreen(watched, "argued by year");

    const download = page.waitForEvent("download");
    await steadyClick(figure.getByRole("button", { name: "Script for R" }));
    expectInR(readFileSync(await (await download).path(), "utf8"), choices);
    const address = page.url();
    await steadyClick(part(page).getByRole("link", { name: "Permanent link to these answers" }));
    expect(new URL(page.url()).searchParams.get("with")).toBe(four.join(","));
    const link = page.url();
    await steadyClick(page.getByRole("link", { name: "Show side by side" }).first());
    await page.getByRole("heading", { name: "Side by side" }).waitFor();
    for (const name of names) await page.getByRole("columnheader", { name }).first().waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();

    for (const held of [address, link]) {
      const other = await openPage(house, { viewport: phone, colorScheme: "dark" });
      await other.page.goto(held, { waitUntil: "networkidle" });
      await expectRanks(other.page, argued);
      expect(await radio(other.page, "visits", "A little").isChecked()).toBe(true);
      await expectGoodScreen(other, "linked answers");
      await other.close();
    }
  }, 120_000);

  it("by keyboard: the same way", async () => {
    const watched = await openPage(house, { viewport: desktop });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    // Awake first: the button that has the focus is the one that is pressed.
    await tabTo(page, "Compare Doing nothing more");
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.press("Enter");
    await page.locator('button[aria-pressed="true"]', { hasText: "Compare Doing nothing more" }).waitFor();
    await pressByKey(page, "Compare Tolperisone");
    await pressByKey(page, "Compare Botulinum toxin A");
    const figure = figureOn(page);
    await figure.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    await pressByKey(page, "Not convinced? Pool it your way, or take it along");
    await figure.getByLabel("Without Elovic 2016").waitFor();
    await tabTo(page, "Without Elovic 2016");
    await page.keyboard.press("Space");
    const choices = { ...asPublished, without: ["elovic-2016"] };
    const download = page.waitForEvent("download");
    await pressByKey(page, "Script for R");
    expectInR(readFileSync(await (await download).path(), "utf8"), choices);
    await pressByKey(page, "Compare Baclofen pump");
    // One stop for each wish; the arrows go through its answers.
    await tabTo(page, "Does not matter");
    expect(await focusIsVisible(page)).toBe(true);
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
    await expectRanks(page, answerTo({ stiffness: "most" }, choices));
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await expectRanks(page, answerTo({ stiffness: "most", spasms: "little" }, choices));
    await part(page)
      .getByText(
        "No trial here counted spasms, so this wish cannot separate them. It counts as not known for all.",
      )
      .waitFor();
    await pressByKey(page, "Start again");
    await part(page).getByRole("table").waitFor({ state: "detached" });
    expect(watched.errors).toEqual([]);
    await watched.close();
  }, 120_000);

  it("an answer pressed while the page sleeps counts, and nothing is marked or sorted", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    await radio(page, "stiffness", "A lot").check();
    const answer = answerTo({ stiffness: "lot" }, null, null);
    await expectRanks(page, answer);
    await part(page).getByText(answer.readingSentence, { exact: true }).waitFor();
    const heads = await part(page).getByRole("article").getByRole("heading").allInnerTexts();
    expect(heads).toEqual(answer.options.map(({ name }) => name));
    await expectGoodScreen(watched, "weighed on a phone");
    await watched.close();
  });

  it("says without JavaScript that it needs it, and what it would do", async () => {
    const watched = await openPage(house, { viewport: phone, javaScriptEnabled: false });
    const { page } = watched;
    await page.goto(path);
    await part(page).getByText("This counting needs JavaScript, which is off here.").waitFor();
    expect(await part(page).getByRole("radio").count()).toBe(0);
    await watched.close();
  });
});
