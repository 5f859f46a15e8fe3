/** Studies of one's own: in by file, by hand or by example; out as figures, words and scripts. */
import { readFileSync } from "node:fs";
import {
  examples,
  networkScript,
  type YourStudies,
  type YourStudiesRequest,
  yourStudies,
} from "@unclench/answers/your-studies";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectGoodScreen, type House, openHouse, openPage, phone, steadyClick } from "./browser.ts";
import { focusIsVisible, pressByKey } from "./keyboard.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const path = "/what-works/your-studies";
const smoking = examples.find(({ id }) => id === "smoking");
if (smoking === undefined) throw new Error("no example");

function answerTo(text: string, part: Partial<YourStudiesRequest> = {}): YourStudies {
  const request = {
    measure: "OR",
    method: "REML",
    model: "random",
    smallValues: "good",
    reference: null,
  } as const;
  const result = yourStudies(text, "", { ...request, ...part });
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}
const { measure, smallValues, reference } = smoking;
const expected = answerTo(smoking.text, { measure, smallValues, reference });

const openAll = async (page: Page): Promise<void> => {
  for (const summary of await page.locator("main summary:visible").all())
    await summary.evaluate((element) => element.parentElement?.setAttribute("open", ""));
};
const paste = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel("Or type or paste a table").fill(text);
  await steadyClick(page.getByRole("button", { name: "Compare", exact: true }));
};
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel("File of studies (CSV or JSON)").setInputFiles({ name, mimeType: "text/csv", buffer });

describe("studies of one's own", () => {
  for (const [name, viewport, colorScheme] of [
    ["phone", phone, "dark"],
    ["desktop", desktop, "light"],
  ] as const) {
    it(`are compared by one press on an example, by keyboard, ${name}`, async () => {
      const watched = await openPage(house, { viewport, colorScheme });
      const { page } = watched;
      await page.goto("/what-works", { waitUntil: "networkidle" });
      await pressByKey(page, "Compare treatments from studies of your own");
      await page.getByRole("heading", { name: "Studies of your own" }).waitFor();
      await pressByKey(page, smoking.name);
      await page.getByRole("heading", { name: expected.headline }).waitFor();
      await page.waitForFunction(() => document.activeElement?.id === "answer");
      expect(await focusIsVisible(page)).toBe(true);
      const [part] = expected.parts;
      const text = await page.getByRole("main").innerText();
      for (const row of part?.forest ?? []) expect(text).toContain(row.text);
      for (const sentence of [part?.rankSentence, part?.heterogeneity, part?.inconsistency, smoking.about])
        expect(text).toContain(sentence);
      const league = page.getByRole("table", { name: "Row against column" });
      expect(await league.getByRole("cell").allInnerTexts()).toEqual(
        part?.league.flat().map((entry) => entry ?? "–"),
      );
      await page.getByLabel("Which pair").selectOption("individual counselling against no contact");
      await page.getByText(part?.pairs[0]?.sentence ?? "no pair").waitFor();
      await openAll(page);
      await expectGoodScreen(watched, `${path} ${name}`);
      await watched.close();
    });
  }

  it("are compared again at once when something else is chosen, and the focus stays", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: smoking.name }).click();
    await page.getByRole("heading", { name: expected.headline }).waitFor();
    const field = page.getByLabel("Compare with");
    await field.focus();
    await field.selectOption("self-help");
    await page.getByRole("heading", { name: "Each treatment against self-help" }).waitFor();
    await page.getByLabel("How alike are the studies?").selectOption("common");
    const common = answerTo(smoking.text, { measure, smallValues, reference: "self-help", model: "common" });
    await page
      .getByText(common.parts[0]?.forest[0]?.text ?? "none")
      .first()
      .waitFor();
    expect(await page.getByLabel("Compare with").inputValue()).toBe("self-help");

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Script for R" }).click();
    const script = readFileSync(await (await download).path(), "utf8");
    // Two versions of one engine may differ in the last digit of a logarithm.
    const rounded = (text: string): string =>
      text.replace(/-?\d+\.\d{6,}/g, (number) => Number(number).toPrecision(12));
    const own = networkScript(common.network, common.network.subnetworks[0], common.studies);
    expect(rounded(script)).toBe(rounded(own));
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("of two treatments are a pair: every study, each left out once, one after the other", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    const bcg = examples.find(({ id }) => id === "bcg");
    await page.getByRole("button", { name: bcg?.name ?? "" }).click();
    const pair = answerTo(bcg?.text ?? "", { measure: "RR", reference: "no vaccine" }).parts[0]?.pair;
    await page.getByText(pair?.sentence ?? "none").waitFor();
    await openAll(page);
    const text = await page.getByRole("main").innerText();
    for (const row of [...(pair?.studies ?? []), ...(pair?.leaveOneOut ?? []), ...(pair?.cumulative ?? [])])
      expect(text).toContain(row.text);
    expect(text).toContain(pair?.robustness ?? "none");
    await expectGoodScreen(watched, "a pair");
    await watched.close();
  });

  it("that cannot be read are named: nothing, a workbook, a typing error in a number; mended, they are compared", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    const alert = page.getByRole("main").getByRole("alert");
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await expect.poll(() => alert.innerText()).toContain("There is nothing to compare yet");
    await choose(page, "studies.xlsx", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]));
    await expect.poll(() => alert.innerText()).toContain("studies.xlsx");
    await choose(page, "colours.csv", Buffer.from("colour,size\nred,3\n"));
    await expect.poll(() => alert.innerText()).toContain("lacks the columns study, treatment");
    const table = "study,treatment,events,n\nA,x,3,40\nA,placebo,9,4l\nB,x,2,30\nB,placebo,7,31\n";
    await choose(page, "typo.csv", Buffer.from(table));
    await expect.poll(() => alert.innerText()).toBe('Line 3: n has to be a number, not "4l".');
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "alert");
    await expectGoodScreen(watched, "a typing error");
    // What was read stands in the field: mended there, it is compared.
    await page.waitForTimeout(600);
    await paste(page, table.replace("4l", "41"));
    await page.getByRole("heading", { name: "2 studies compare 2 treatments." }).waitFor();
    expect(await alert.count()).toBe(0);
    await watched.close();
  });

  it("without a chain between them are kept apart and it is said; scores bring their own measure", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    const apart = `${smoking.text}X,m,3,40\nX,o,9,41\nY,m,4,60\nY,o,9,61\n`;
    await paste(page, apart);
    await page.getByText("No study connects these 2 groups of treatments").waitFor();
    await page.getByRole("heading", { name: "Group 2 of 2: m, o" }).waitFor();
    for (const label of ["Script for R, group 1", "Script for R, group 2"])
      expect(await page.getByRole("button", { name: label }).count()).toBe(1);
    await expectGoodScreen(watched, "apart");
    await paste(page, "study,treatment,n,mean,sd\nA,x,30,4.1,2.2\nA,placebo,31,5.6,2.4\n");
    await page.getByText("from one study").waitFor();
    expect(await page.getByLabel("Measure").inputValue()).toBe("MD");
    await expectGoodScreen(watched, "one study");
    await watched.close();
  });

  it("may be many, with long names", async () => {
    const treatments = Array.from({ length: 14 }, (_, i) => `A treatment with a rather long name ${i + 1}`);
    const rows = Array.from({ length: 160 }, (_, i) => {
      const names = [treatments[i % 14], treatments[(i + 1 + (Math.floor(i / 14) % 13)) % 14]];
      return names.map(
        (name, arm) =>
          `Study number ${i} of the long list,${name},${5 + ((i * 7 + arm * 3) % 20)},${60 + (i % 9)}`,
      );
    });
    const text = ["study,treatment,events,n", ...rows.flat()].join("\n");
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto(path, { waitUntil: "networkidle" });
    await paste(page, text);
    const value = answerTo(text);
    await page.getByRole("heading", { name: value.headline }).waitFor();
    await page.getByRole("list", { name: "Numbers in the picture" }).first().waitFor();
    await expectGoodScreen(watched, "many");
    await watched.close();
  });

  it("are compared without a connection after one visit", async () => {
    const watched = await openPage(house, { serviceWorkers: "allow" });
    const { page, context } = watched;
    await page.goto("/", { waitUntil: "networkidle" });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null)
        await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken));
    });
    await context.setOffline(true);
    await page.goto(path);
    await page.getByRole("button", { name: smoking.name }).click();
    await page.getByRole("heading", { name: expected.headline }).waitFor();
    expect(watched.strangers).toEqual([]);
    await watched.close();
  });
});
