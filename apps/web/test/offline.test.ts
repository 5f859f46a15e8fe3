/** After one visit the app works without a connection. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectGoodScreen, type House, openHouse, openPage, workerReady } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("without a connection", () => {
  it("shows help, the diary, the verdict and every comparison that was looked at", async () => {
    const watched = await openPage(house, { serviceWorkers: "allow" });
    const { page, context } = watched;
    await page.goto("/what-works/stroke/upper-limb", { waitUntil: "networkidle" });
    await workerReady(page);
    // Looked at once more, now through the worker, which keeps it.
    await page.reload({ waitUntil: "networkidle" });
    await context.setOffline(true);

    await page.reload();
    await page.getByRole("heading", { name: "Botulinum toxin A" }).waitFor();
    await page.getByRole("link", { name: "Needs help today?" }).click();
    await page.getByRole("heading", { name: "Call an ambulance, or go now" }).waitFor();
    await page.goto("/help-today");
    await page.getByRole("heading", { name: "Call an ambulance, or go now" }).waitFor();

    await page.goto("/diary?day=2026-01-05");
    await page
      .getByRole("group", { name: "Stiffness" })
      .getByRole("button", { name: "4", exact: true })
      .click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText(/^Saved for /).waitFor();
    await page.goto("/diary/entries");
    await page.getByText("1 of 1 day shown.").waitFor();
    await page.goto("/is-it-helping?example");
    await page.getByRole("heading", { name: /^Very probably helping/ }).waitFor();
    await page.goto("/what-works/stroke");
    await page.getByRole("heading", { name: "Where is it worst?" }).waitFor();
    expect(watched.strangers).toEqual([]);
    await watched.close();
  });

  it("says so on a comparison that was never looked at, and works again with a connection", async () => {
    const watched = await openPage(house, { serviceWorkers: "allow" });
    const { page, context } = watched;
    await page.goto("/what-works/ms", { waitUntil: "networkidle" });
    await workerReady(page);
    await context.setOffline(true);
    await page.getByRole("link", { name: "Legs" }).click();
    await page.getByRole("heading", { name: "No connection" }).waitFor();
    expect((await page.getByRole("main").innerText()).replace(/\s+/g, " ")).toContain("was not changed");
    watched.errors.length = 0;
    await expectGoodScreen(watched, "no connection");
    await context.setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Tried, with figures" }).waitFor();
    await watched.close();
  });
});
