/** What do I ask?, the visit sheet, settings and help, in a real browser. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordJson } from "@unclench/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crowdedRecord, today } from "../../../packages/answers/test/visitRecord.ts";
import {
  steadyClick,
  expectGoodScreen,
  type House,
  openHouse,
  openPage,
  phone,
  type Watched,
} from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const asks = async (watched: Watched): Promise<string[]> =>
  watched.page.locator(".asked-text").allInnerTexts();
const opened = async (watched: Watched, path: string): Promise<void> => {
  await watched.page.goto(path, { waitUntil: "networkidle" });
};

type Paper = { pages: number; a4: boolean; tagged: boolean; outlined: boolean; language: boolean };
function paperOf(pdf: Buffer): Paper {
  const text = pdf.toString("latin1");
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  return {
    pages: (text.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length,
    a4:
      boxes.length > 0 &&
      boxes.every(([, w, h]) => Math.abs(Number(w) - 595) < 2 && Math.abs(Number(h) - 842) < 2),
    tagged: text.includes("/StructTreeRoot") && /\/Marked true/.test(text),
    outlined: text.includes("/Outlines"),
    language: /\/Lang\s*\(en/.test(text),
  };
}
const asPaper = { preferCSSPageSize: true, tagged: true, outline: true } as const;
const good: Paper = { pages: 2, a4: true, tagged: true, outlined: true, language: true };

describe("what do I ask", () => {
  it("offers three questions with reasons for the example, and lets them be ordered, changed, added to and taken away", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await opened(watched, "/what-do-i-ask?example");
    await page.getByText("Why now: The dose of Example medicine changed on").waitFor();
    const before = await asks(watched);
    expect(before).toHaveLength(3);
    await steadyClick(page.getByRole("button", { name: "Down: question 1" }));
    await page.getByText("The order is changed.").waitFor();
    await expect.poll(() => asks(watched)).toEqual([before[1], before[0], before[2]]);
    await steadyClick(page.getByRole("button", { name: "Take away question 3" }));
    await expect.poll(async () => (await asks(watched)).length).toBe(2);
    await steadyClick(page.getByRole("button", { name: "Undo" }));
    await expect.poll(async () => (await asks(watched)).length).toBe(3);
    await page.getByRole("textbox", { name: "My question" }).fill("Can I swim with it?");
    await steadyClick(page.getByRole("button", { name: "Add my question" }));
    await page.locator(".asked-text", { hasText: "Can I swim with it?" }).waitFor();
    await steadyClick(page.getByRole("button", { name: "Change question 4" }));
    await page.getByRole("textbox", { name: "The question in my words" }).fill("Can I swim after it?");
    await steadyClick(page.getByRole("button", { name: "Save", exact: true }));
    await page.locator(".asked-text", { hasText: "Can I swim after it?" }).waitFor();
    await steadyClick(page.getByRole("button", { name: "Write down what was said to question 4" }));
    await page.getByRole("textbox", { name: "What was said" }).fill("After two days.");
    await steadyClick(page.getByRole("button", { name: "Save", exact: true }));
    await page.getByText("What was said: After two days.").waitFor();
    await steadyClick(page.getByRole("checkbox", { name: "Coming off a treatment" }));
    await page.getByText("Saved.", { exact: true }).waitFor();
    await expectGoodScreen(watched, "what do I ask, example");
    await watched.close();
  });

  it("works for an own record by keyboard, and what was added is there after a reload", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await opened(watched, "/what-do-i-ask");
    await page.getByText("Why now: There is no goal in the record yet.").waitFor();
    await page.locator("summary", { hasText: "Sleep (" }).focus();
    await page.keyboard.press("Enter");
    const add = page.getByRole("button", { name: /^Add to my list: What can we do about spasms at night/ });
    await add.focus();
    await page.keyboard.press("Enter");
    await page.getByText("The question is on your list.").waitFor();
    await page.reload({ waitUntil: "networkidle" });
    await page.locator(".asked-text", { hasText: "What can we do about spasms at night" }).waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("can be read and printed without scripts: the whole bank with its reasons", async () => {
    const watched = await openPage(house, { javaScriptEnabled: false });
    await watched.page.goto("/what-do-i-ask");
    const text = (await watched.page.getByRole("main").textContent()) ?? "";
    expect(text).toContain("How exactly do I come off it");
    expect(text).toContain("Why ask:");
    await watched.close();
  });
});

describe("the visit sheet", () => {
  it("[AN-276] prints the example on one page plus one, A4, with tags, outline and language", async () => {
    const watched = await openPage(house);
    await opened(watched, "/what-do-i-ask/visit-sheet?example");
    await watched.page.getByRole("heading", { name: "For the clinician: figures and methods" }).waitFor();
    expect(paperOf(await watched.page.pdf(asPaper))).toEqual(good);
    await watched.page.emulateMedia({ media: "print" });
    // Black on white, grey at most: any copier keeps it.
    const colours = await watched.page.evaluate(() =>
      [...document.querySelectorAll(".visit-sheet, .visit-sheet *")].flatMap((element) => {
        const { color, backgroundColor, fill, stroke } = getComputedStyle(element);
        return [color, backgroundColor, fill, stroke];
      }),
    );
    for (const colour of new Set(colours)) {
      const [red, green, blue] = colour.match(/\d+/g) ?? ["0", "0", "0"];
      expect([red, green], colour).toEqual([green, blue]);
    }
    await watched.page.emulateMedia({ media: "screen" });
    await expectGoodScreen(watched, "visit sheet, example");
    await watched.close();
  });

  it("[AN-276] stays one page plus one for a record with more of everything than a page holds", async () => {
    const folder = mkdtempSync(join(tmpdir(), "unclench-sheet-"));
    const file = join(folder, "record.json");
    writeFileSync(file, recordJson(await crowdedRecord()));
    const bin = join(import.meta.dirname, "../../cli/bin/unclench.mjs");
    const html = execFileSync(process.execPath, [bin, "visit-sheet", file, "--today", today], {
      encoding: "utf8",
    });
    const watched = await openPage(house);
    await watched.page.setContent(html);
    expect(paperOf(await watched.page.pdf(asPaper))).toEqual(good);
    await watched.close();
  });

  it("[AN-273] prints a note only once it was chosen, and the name as wished", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await opened(watched, "/what-do-i-ask/visit-sheet?example");
    const sheet = page.locator(".visit-sheet");
    await sheet.waitFor();
    expect(await sheet.innerText()).not.toContain("corner shop");
    await page.locator("summary", { hasText: "Notes of the diary to print" }).click();
    await page.getByRole("checkbox", { name: /corner shop/ }).check();
    await sheet.getByText("corner shop").waitFor();
    await page.getByRole("textbox", { name: "Name on the sheet" }).fill("K.");
    await page.getByRole("button", { name: "Save: name on the sheet" }).click();
    await sheet.getByText(/^K\. · Written/).waitFor();
    await watched.close();
  });
});

describe("settings and help", () => {
  it("a role changes words and not features, a choice is kept, and Undo takes it back", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await opened(watched, "/settings");
    await page.getByRole("button", { name: "I care for someone" }).click();
    await page.getByText("Saved.", { exact: true }).waitFor();
    await expectGoodScreen(watched, "settings");
    await opened(watched, "/what-do-i-ask");
    await page.getByText("for the person you care for, each with its reason").waitFor();
    await page.locator(".asked-text").first().waitFor();
    expect(await asks(watched)).toContain("When do I call an ambulance, when the clinic, when do I wait?");
    await opened(watched, "/diary");
    await page.getByText("You write this down for someone else.").waitFor();
    await opened(watched, "/settings");
    const caring = page.getByRole("button", { name: "I care for someone" });
    await expect.poll(() => caring.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("button", { name: "Rather not say" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => caring.getAttribute("aria-pressed")).toBe("true");
    await page.getByLabel("Time of the check-in reminder").fill("20:00");
    await page.getByText("The reminder is set for 20:00.").waitFor();
    await watched.close();
  });

  it("says what a reminder cannot promise, and points to the calendar file", async () => {
    const watched = await openPage(house);
    await opened(watched, "/settings");
    const reminders = watched.page.getByRole("region", { name: "Reminders" });
    await reminders.getByText("Do not rely on it for a medicine or a pump.").waitFor();
    const link = reminders.getByRole("link", { name: "calendar file" });
    expect(await link.getAttribute("href")).toBe("/diary/data");
    await watched.close();
  });

  it("the network page shows files of the app and nothing to anyone else", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await opened(watched, "/help");
    await page.getByRole("button", { name: "Show the requests of this session" }).click();
    await page.getByText("To anyone else: none.").waitFor();
    expect(watched.strangers).toEqual([]);
    await expectGoodScreen(watched, "help");
    await watched.close();
  });
});
