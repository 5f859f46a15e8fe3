/** Search: on the device, in everyday words, by keyboard, and without a connection. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectGoodScreen, type House, openHouse, openPage, phone, workerReady } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("search", () => {
  it("finds while one types, leads there, and lists every page besides; by keyboard, on a phone", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/");
    await page.getByRole("link", { name: "Search", exact: true }).click();
    await page.getByRole("searchbox", { name: "What do you look for?" }).focus();
    await page.keyboard.type("my leg locks at nihgt");
    const found = page.getByRole("region", { name: "Found" });
    await found.getByRole("link", { name: "Legs up on a stool to break straightening spasms" }).waitFor();
    await expectGoodScreen(watched, "found");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("my leg locks at nihgt");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname).not.toBe("/search");
    await page.goBack();
    await found.getByRole("link").first().waitFor();
    await page.getByRole("searchbox").fill("xqzvwk");
    await page.getByText(/^Nothing was found for “xqzvwk”/).waitFor();
    await expectGoodScreen(watched, "nothing found");
    await watched.close();
  });

  it("answers an address with a question without a connection", async () => {
    const watched = await openPage(house, { serviceWorkers: "allow" });
    const { page, context } = watched;
    await page.goto("/search");
    await workerReady(page);
    await context.setOffline(true);
    await page.goto("/search?q=baclosign");
    await page
      .getByRole("region", { name: "Found" })
      .getByRole("link", { name: "Baclofen tablets", exact: true })
      .waitFor();
    await watched.close();
  });

  it("is a list of every page where there is no JavaScript", async () => {
    const watched = await openPage(house, { javaScriptEnabled: false });
    const { page } = watched;
    await page.goto("/search");
    expect(await page.getByRole("main").innerText()).toContain("Searching needs JavaScript");
    await page.getByText(/^Routines for relief/).click();
    await page.getByRole("link", { name: "Open a clenched hand in the right order" }).click();
    await page.getByRole("heading", { level: 1, name: "Open a clenched hand in the right order" }).waitFor();
    await watched.close();
  });
});
