/** Files into the diary and out of it: nothing changes before the person says so, and all of it can be taken back. */
import { readFileSync } from "node:fs";
import { localDateOf } from "@unclench/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectGoodScreen, type House, openHouse, openPage } from "./browser.ts";
import { rate, tab } from "./diaryPage.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const files = {
  "a wrong date": [
    "date,stiffness\n2026-02-31,5\n2026-02-01,5\n",
    "Line 2: date is “2026-02-31”",
    "New: 1 day.",
  ],
  "a rating of 14": [
    "date,stiffness\n2026-02-01,14\n2026-02-02,4\n",
    "Line 2: stiffness is “14”",
    "New: 1 day.",
  ],
  "Windows line ends": ["date,stiffness\r\n2026-02-01,5\r\n2026-02-02,4\r\n", "New: 2 days.", "New: 2 days."],
  semicolons: ["date;stiffness\n01.02.2026;5,5\n13.02.2026;4\n", "New:", "New:"],
  "a byte-order mark": ["\uFEFFdate,stiffness\n2026-02-01,5\n", "New: 1 day.", "New: 1 day."],
} as const;

describe("files", () => {
  it("changes nothing until confirmed", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary/data");
    for (const [name, [text, first, second]] of Object.entries(files)) {
      await page
        .getByLabel("File (CSV or JSON)")
        .setInputFiles({ name: "days.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
      await page.getByRole("heading", { name: "days.csv: nothing is changed yet" }).waitFor();
      const preview = await page.getByRole("region", { name: /nothing is changed yet/ }).innerText();
      expect(preview, name).toContain(first);
      expect(preview, name).toContain(second);
      await expectGoodScreen(watched, name);
      await page.getByRole("button", { name: "Cancel" }).click();
    }
    await page
      .getByLabel("File (CSV or JSON)")
      .setInputFiles({ name: "days.csv", mimeType: "text/csv", buffer: Buffer.from("colour,size\nred,3\n") });
    await page.getByRole("alert").getByText("days.csv has no column date").waitFor();
    await page.getByRole("alert").getByText("Nothing was changed.").waitFor();
    await page.getByLabel("File (CSV or JSON)").setInputFiles({
      name: "scan.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7\n1 0 obj"),
    });
    await page.getByRole("alert").getByText("scan.pdf is a PDF").waitFor();
    await tab(page, "My days").click();
    await page.getByText("Nothing yet").waitFor();
    await watched.close();
  });

  it("of 50,000 rows are read, and what cannot be read is counted", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary/data");
    const first = Date.UTC(1900, 0, 1);
    const lines = Array.from({ length: 50_000 }, (_, day) => {
      const date = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
      return `${date},${day % 11}`;
    });
    await page.getByLabel("File (CSV or JSON)").setInputFiles({
      name: "long.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(["date,stiffness", ...lines].join("\r\n")),
    });
    const preview = page.getByRole("region", { name: /nothing is changed yet/ });
    await preview.waitFor();
    const text = await preview.innerText();
    const fresh = Number(/New: (\d+) days/.exec(text)?.[1]);
    const left = Number(/left out: (\d+) lines/.exec(text)?.[1]);
    // Days that have not come yet are named; at least those until the end of 2025 are read.
    expect(fresh).toBeGreaterThan(46_000);
    expect(fresh + left).toBe(50_000);
    await watched.close();
  });

  it("that were saved can be brought in again, and an undo takes all of it back", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    await page.goto("/diary");
    await rate(page, "Stiffness", 6).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await tab(page, "Save or bring in").click();
    const saved: Record<string, string> = {};
    for (const label of ["Days as CSV", "Everything as JSON"]) {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: label }).click();
      saved[label] = readFileSync(await (await download).path(), "utf8");
    }
    expect(saved["Days as CSV"]).toMatch(new RegExp(`^${localDateOf(new Date())},\\d\\d:\\d\\d,6,`, "m"));
    await page.getByRole("button", { name: "Remove everything …" }).click();
    await page.getByRole("button", { name: "Delete all of it" }).click();
    await page.getByText("There is nothing to save yet.").waitFor();
    await expectGoodScreen(watched, "everything removed");
    await page.getByLabel("File (CSV or JSON)").setInputFiles({
      name: "copy.json",
      mimeType: "application/json",
      buffer: Buffer.from(saved["Everything as JSON"] ?? ""),
    });
    await page.getByText("Days: 1 day new, 0 changed, 0 removed, 0 the same.").waitFor();
    await page.getByRole("button", { name: "Bring it in" }).click();
    await tab(page, "My days").click();
    await page.getByText("1 of 1 day shown.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Nothing yet").waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });

  it("that differ from the diary change it only where the person says so", async () => {
    const watched = await openPage(house);
    const { page } = watched;
    const bring = (text: string) =>
      page
        .getByLabel("File (CSV or JSON)")
        .setInputFiles({ name: "days.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.goto("/diary/data");
    await bring("date,stiffness,note\n2026-01-05,6,mine\n");
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByText("days.csv was brought in.").waitFor();
    await bring("date,stiffness,note\n2026-01-05,2,\n2026-01-06,3,\n");
    await page.getByText("5 January 2026: stiffness “6” here, “2” in the file.").waitFor();
    await page.getByRole("button", { name: "Take the file’s" }).click();
    await expectGoodScreen(watched, "differences");
    await page.getByRole("button", { name: "Bring it in" }).click();
    await tab(page, "My days").click();
    await page.getByText("2 of 2 days shown.").waitFor();
    const text = (await page.getByRole("main").innerText()).replace(/\s+/g, " ");
    expect(text).toContain("Stiffness 2");
    expect(text).toContain("mine");
    await watched.close();
  });
});
