/** "The reader may argue": leave a trial out, see what changes, share it, take it along. */
import { readFileSync } from "node:fs";
import { argue, asPublished, rScriptOf } from "@unclench/answers/argue";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectGoodScreen, type House, openHouse, openPage, phone } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const question = {
  condition: "stroke",
  pattern: "upper-limb",
  treatment: "botulinum-toxin-a",
  key: "spasticity-responder.any.placebo.unselected",
};

function sentenceFor(choices: Parameters<typeof argue>[1]): string {
  const result = argue(question, choices);
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value.sentence;
}

const figureOn = (page: Page) =>
  page
    .getByRole("article", { name: "Botulinum toxin A" })
    .getByRole("region", { name: /^Botulinum toxin A, Clearly less stiff/ });

describe("arguing", () => {
  it("leaves a trial out, says what changed, and a link holds it", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/what-works/stroke/upper-limb", { waitUntil: "networkidle" });
    const figure = figureOn(page);
    await figure.getByText(/3 trials, .* see them/).click();
    await figure.getByText("Not convinced?").click();
    await figure.getByLabel("Without Gracies 2015").check();
    const without = { ...asPublished, without: ["gracies-2015"] };
    await figure.getByText(sentenceFor(without)).waitFor();
    await figure.getByRole("button", { name: "All the same" }).click();
    const common = { ...without, model: "common" as const };
    await figure.getByText(sentenceFor(common)).waitFor();
    await figure.getByLabel(/Of 100 people like you/).fill("20");
    const chosen = { ...common, baseline: 20 };
    await figure.getByText(sentenceFor(chosen)).waitFor();
    await expectGoodScreen(watched, "argued");
    const address = page.url();

    const download = page.waitForEvent("download");
    await figure.getByRole("button", { name: "Script for R" }).click();
    const script = readFileSync(await (await download).path(), "utf8");
    const result = argue(question, chosen);
    const after = result.ok ? result.value.after : null;
    if (after === null) throw new Error("no figure");
    const lines = (text: string): string[] => text.split("\n").filter((line) => !line.startsWith("#"));
    expect(lines(script)).toEqual(lines(rScriptOf(after, "")));
    await watched.close();

    const other = await openPage(house);
    await other.page.goto(address, { waitUntil: "networkidle" });
    const linked = figureOn(other.page);
    await linked.getByText(sentenceFor(chosen)).waitFor();
    expect(await linked.getByLabel("Without Gracies 2015").isChecked()).toBe(true);
    await linked.getByRole("button", { name: "Back to the published figure" }).click();
    await linked.getByText(sentenceFor(asPublished)).waitFor();
    expect(other.errors).toEqual([]);
    await other.close();
  });

  it("says when nothing is left", async () => {
    const watched = await openPage(house);
    const search = new URLSearchParams({
      argue: `${question.treatment}~${question.key}`,
      without: "elovic-2016,kanovsky-2009,gracies-2015",
    });
    await watched.page.goto(`/what-works/stroke/upper-limb?${search}`, { waitUntil: "networkidle" });
    await figureOn(watched.page).getByText("Nothing is left to pool: keep at least one trial.").waitFor();
    await expectGoodScreen(watched, "nothing left");
    await watched.close();
  });
});
