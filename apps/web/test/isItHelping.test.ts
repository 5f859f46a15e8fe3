/** "Is it helping me?": from files to verdicts, the same as the answer itself gives. */
import { type IsItHelping, isItHelping } from "@unclench/answers/is-it-helping";
import { type Result, readDiaryCsv, readTreatmentsCsv } from "@unclench/record";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectGoodScreen, type House, openHouse, openPage, phone } from "./browser.ts";
import { focusIsVisible, pressByKey } from "./keyboard.ts";
import { diaryFile, treatmentsFile } from "./madeDiary.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const diaries = {
  effect: { days: 70, start: 28, effect: 2.5 },
  nothing: { days: 120, start: 50, effect: 0 },
  early: { days: 10, start: 5, effect: 2.5 },
};

function answerTo(made: { days: number; start: number; effect: number }): IsItHelping {
  const diary = must(readDiaryCsv(diaryFile(made))).rows.map(({ row }) => row);
  const rows = must(readTreatmentsCsv(treatmentsFile(made.start))).rows;
  const treatments = rows.map(({ row }, place) => ({ id: String(place), ...row }));
  const answer = isItHelping({ diary, treatments, measure: "stiffness" });
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
}

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByLabel("File (CSV or JSON)")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Bring it in" }).click();
  await page.getByText(`${name} was brought in.`).waitFor();
}

describe("Is it helping me?", () => {
  it("gives three diaries three answers, and the same as the command line", async () => {
    const said = new Set<string>();
    for (const made of Object.values(diaries)) {
      const watched = await openPage(house);
      const { page } = watched;
      await page.goto("/diary/data");
      await bring(page, "diary.csv", diaryFile(made));
      await bring(page, "treatments.csv", treatmentsFile(made.start));
      await page
        .getByRole("navigation", { name: "Questions" })
        .getByRole("link", { name: "Is it helping me?" })
        .click();
      const [answer] = answerTo(made).treatments;
      if (answer === undefined) throw new Error("no answer");
      const card = page.getByRole("article", { name: "Baclofen" });
      await card.getByRole("heading", { name: answer.headline }).waitFor();
      const text = await card.innerText();
      if (answer.size !== null) expect(text).toContain(answer.size);
      for (const note of answer.notes) expect(text).toContain(note);
      said.add(answer.headline);
      await expectGoodScreen(watched, answer.headline);
      await watched.close();
    }
    expect([...said].length).toBe(3);
    expect(answerTo(diaries.effect).treatments[0]?.verdict).toMatch(/^helping/);
    expect(answerTo(diaries.nothing).treatments[0]?.verdict).not.toMatch(/^helping/);
    expect(answerTo(diaries.early).treatments[0]?.verdict).toBe("not-yet");
  });

  for (const [name, viewport] of [
    ["phone", phone],
    ["desktop", desktop],
  ] as const) {
    it(`shows the example by keyboard alone, and removes it at one touch, ${name}`, async () => {
      const watched = await openPage(house, { viewport });
      const { page } = watched;
      await page.goto("/is-it-helping", { waitUntil: "networkidle" });
      await page.getByRole("heading", { name: /^Nothing yet/ }).waitFor();
      await pressByKey(page, "Look at an example");
      await page.getByRole("heading", { name: /^Very probably helping/ }).waitFor();
      await page.getByText("This diary is made up.").waitFor();
      await pressByKey(page, "spasms");
      expect(await focusIsVisible(page)).toBe(true);
      await page.getByText(/milder spasms, of 10/).waitFor();
      await pressByKey(page, "The same as a table, week by week");
      await page.getByRole("columnheader", { name: "Week from" }).waitFor();
      await expectGoodScreen(watched, name);
      await pressByKey(page, "Remove the example", " ");
      await page.getByRole("heading", { name: /^Nothing yet/ }).waitFor();
      await watched.close();
    });
  }

  it("keeps the example apart from the person's own record", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/is-it-helping?example");
    await page.getByRole("article", { name: "Example medicine" }).waitFor();
    await page.getByRole("link", { name: "Diary", exact: true }).click();
    await page.getByText("Nothing yet: three check-ins draw your first line.").waitFor();
    await page.getByRole("link", { name: "My treatments" }).click();
    await page.getByText("Nothing yet. Add a treatment").waitFor();
    expect(await page.getByText("Example medicine").count()).toBe(0);
    await watched.close();
  });

  it("asks for a treatment when there is none, and for a diary when there is none", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary/data");
    await bring(page, "diary.csv", diaryFile(diaries.early));
    await page
      .getByRole("navigation", { name: "Questions" })
      .getByRole("link", { name: "Is it helping me?" })
      .click();
    await page.getByRole("link", { name: "Add a treatment" }).click();
    await page.getByRole("heading", { name: "My treatments" }).waitFor();
    await watched.close();
  });
});
