/** An article without any script: words explain themselves, marks lead to sources, and a mistake can be told. */
import { articlePage } from "@unclench/answers/articles";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, openHouse, openPage, phone, steadyClick } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("an article", () => {
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
