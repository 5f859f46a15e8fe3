/** What people report: chosen by condition with and without scripts, and whole on paper. */
import { experiencesPage } from "@unclench/answers/experiences";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectGoodScreen, type House, openHouse, openPage, phone } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("what people report", () => {
  it("is chosen by condition without JavaScript, and says first that these are no effects", async () => {
    const result = experiencesPage("ms");
    if (!result.ok) throw new Error(result.error.sentence);
    const watched = await openPage(house, { viewport: phone, javaScriptEnabled: false });
    const { page } = watched;
    await page.goto("/");
    await page.getByRole("link", { name: "what people report" }).click();
    await page.getByRole("link", { name: /^Multiple sclerosis/ }).click();
    await page.getByText(result.value.shown).waitFor();
    const text = (await page.getByRole("main").innerText()).replace(/\s+/g, " ");
    expect(text.indexOf("They are not effects")).toBeLessThan(text.indexOf("Multiple sclerosis ("));
    for (const { findings } of result.value.groups)
      for (const { claim, who, paid, shares } of findings)
        for (const part of [claim, who, paid, ...shares.map((share) => share.text)])
          expect(text).toContain(part);
    // On paper the sources are open and the choices are gone.
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation", { name: "Choose a condition" }).isVisible()).toBe(false);
    const source = await page.locator("#px-ms-diverse").getByText("Read in the abstract only").boundingBox();
    expect(source?.height).toBeGreaterThan(5);
    await watched.close();
  });

  it("is reached from a treatment, and changes the condition in place once awake", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/treatments/botulinum-toxin-a");
    await page.getByRole("link", { name: "What people report about it" }).click();
    await page.getByRole("heading", { name: "Wearing off of injections" }).waitFor();
    expect(new URL(page.url()).hash).toBe("#wearing-off");
    const choices = page.getByRole("navigation", { name: "Choose a condition" });
    await choices.getByRole("link", { name: /^Stroke/ }).click();
    await choices.locator('a[aria-current="true"]', { hasText: "Stroke" }).waitFor();
    expect(await page.locator("#px-ms-asked").count()).toBe(0);
    await expectGoodScreen(watched, "experiences of stroke");
    expect(watched.strangers).toEqual([]);
    await watched.close();
  });
});
