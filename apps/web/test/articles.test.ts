/** An article without any script: words explain themselves, marks lead to sources, and a mistake can be told. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { articlePage, type FilledFigure } from "@unclench/answers/articles";
import { articleIds } from "@unclench/content/article-ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, openHouse, openPage, phone, steadyClick } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const built = join(import.meta.dirname, "../build/client");
/** What a page says, without its elements. */
const saidOn = (path: string): string =>
  readFileSync(join(built, path, "index.html"), "utf8")
    .replace(/<(script|style|title)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");

/** Every text that was worked out for an article: within its lines, and in its figures and their tables. */
function* workedOut(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const inner of value) yield* workedOut(inner);
  else if (typeof value === "object" && value !== null) {
    const one = value as Partial<FilledFigure> & { type?: string };
    if ((one.type as string) === "computed" || one.type === "figure") yield one.text ?? "";
    for (const row of one.table?.rows ?? []) yield* row;
    for (const inner of Object.values(value)) yield* workedOut(inner);
  }
}

describe("an article", () => {
  it("[AN-427] shows on its page every figure as it is worked out here and now", () => {
    for (const id of articleIds) {
      const told = articlePage(id);
      if (!told.ok) throw new Error(told.error.sentence);
      const page = saidOn(told.value.path);
      const figures = [...workedOut(told.value.blocks)];
      expect(page, id).toContain(told.value.title);
      for (const figure of figures) expect(page, id).toContain(figure);
    }
  });

  it("[AN-422] explains words, opens sources and takes a challenge, without a script", async () => {
    const told = articlePage("read-a-trial");
    if (!told.ok) throw new Error(told.error.sentence);
    const watched = await openPage(house, { javaScriptEnabled: false, viewport: phone });
    const { page } = watched;
    await page.goto("/articles/read-a-trial");
    const [term] = told.value.terms;
    const explanation = page.getByText(term?.plain ?? "nothing", { exact: true });
    expect(await explanation.isVisible()).toBe(false);
    await page.getByRole("button", { name: term?.id ?? "", exact: true }).click();
    expect(await explanation.isVisible()).toBe(true);
    await steadyClick(page.getByRole("button", { name: `Close: ${term?.term}` }));
    expect(await explanation.isVisible()).toBe(false);
    // By keyboard too, and Escape closes it.
    await page.getByRole("button", { name: term?.id ?? "", exact: true }).press("Enter");
    expect(await explanation.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await explanation.isVisible()).toBe(false);

    await page.getByRole("link", { name: "4°, source, read in the abstract only" }).click();
    expect(new URL(page.url()).hash).toBe("#source-4");
    const source = told.value.sources[3];
    expect(await page.locator("#source-4").innerText()).toContain(source?.title);
    expect(await page.locator("#source-4").innerText()).toContain("Read in the abstract only");

    await page.getByText("Something wrong here?").click();
    expect(await page.getByText("Page: /articles/read-a-trial").isVisible()).toBe(true);
    await page.getByText("What was changed").click();
    expect(await page.getByText(told.value.changes[0]?.what ?? "", { exact: false }).isVisible()).toBe(true);

    // Every figure stands there as the command line has it.
    const text = (await page.getByRole("main").innerText()).replace(/\s+/g, " ");
    for (const block of told.value.blocks) if (block.type === "figure") expect(text).toContain(block.text);

    await page.emulateMedia({ media: "print" });
    expect(await explanation.isVisible()).toBe(true);
    expect(watched.strangers).toEqual([]);
    await watched.close();
  });
});
