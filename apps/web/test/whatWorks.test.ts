/** "What works?" from the start page to a trial's source, and the same figures on screen, without JavaScript and in the answer. */
import { type Outcome, whatWorks } from "@unclench/answers/what-works";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectGoodScreen, type House, openHouse, openPage, phone } from "./browser.ts";
import { focusIsVisible, pressByKey } from "./keyboard.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const answer = whatWorks("stroke", "upper-limb");
if (!answer.ok) throw new Error(answer.error.sentence);
const row = answer.value.rows.find(({ treatment }) => treatment === "botulinum-toxin-a");
const responder = row?.outcomes.find(({ outcome }) => outcome === "spasticity-responder") as Outcome;

const ratio = (value: number): string => Math.exp(value).toFixed(2);

describe("What works?", () => {
  for (const [name, viewport] of [
    ["phone", phone],
    ["desktop", desktop],
  ] as const) {
    it(`leads by mouse from the start to each trial of a figure, ${name}`, async () => {
      const watched = await openPage(house, { viewport });
      const { page } = watched;
      await page.goto("/");
      await page
        .getByRole("main")
        .getByRole("link", { name: /^What works\?/ })
        .click();
      await page.getByRole("link", { name: "Stroke", exact: true }).click();
      await page.getByRole("link", { name: "Arm and hand" }).click();
      await page.waitForURL("**/what-works/stroke/upper-limb");
      const card = page.getByRole("article", { name: "Botulinum toxin A" });
      const figure = card.getByRole("region", { name: /Clearly less stiff, against/ });
      await expect.poll(() => figure.innerText()).toContain(responder.sentence);
      await figure
        .getByText(`${responder.trials.length} trials, ${responder.people} people: see them`)
        .click();
      const rows = await figure.getByRole("row").allInnerTexts();
      for (const study of responder.studies) {
        const line = rows.find((text) => text.startsWith(study.label)) ?? "";
        expect(line).toContain(ratio(study.estimate));
        expect(line).toContain(`${ratio(study.ciLower)} to ${ratio(study.ciUpper)}`);
        expect(await figure.getByText(study.source.title).count(), study.trial).toBeGreaterThan(0);
        expect(await figure.getByText(study.source.readWords).count(), study.trial).toBeGreaterThan(0);
      }
      expect(rows.find((text) => text.startsWith("All together"))).toContain(ratio(responder.estimate));
      await expectGoodScreen(watched, name);
      await page.goBack();
      await page.getByRole("heading", { name: "Where is it worst?" }).waitFor();
      await watched.close();
    });

    it(`leads there by keyboard alone, ${name}`, async () => {
      const watched = await openPage(house, { viewport });
      const { page } = watched;
      await page.goto("/", { waitUntil: "networkidle" });
      await pressByKey(page, "What works?");
      await page.getByRole("heading", { name: "Where does the stiffness come from?" }).waitFor();
      await pressByKey(page, "Stroke");
      await page.getByRole("heading", { name: "Where is it worst?" }).waitFor();
      await pressByKey(page, "Arm and hand");
      await page.getByRole("heading", { name: "Botulinum toxin A" }).waitFor();
      const summary = `${responder.trials.length} trials, ${responder.people} people: see them`;
      await pressByKey(page, summary);
      expect(await focusIsVisible(page)).toBe(true);
      await page.getByRole("row", { name: /^All together/ }).waitFor();
      await page.keyboard.press("Enter");
      expect(await page.getByRole("row", { name: /^All together/ }).isVisible()).toBe(false);
      expect(watched.errors).toEqual([]);
      await watched.close();
    });
  }

  it("says the same without JavaScript as with it", async () => {
    const texts: string[] = [];
    for (const javaScriptEnabled of [true, false]) {
      const watched = await openPage(house, { javaScriptEnabled });
      await watched.page.goto("/what-works/stroke/upper-limb", { waitUntil: "networkidle" });
      texts.push((await watched.page.getByRole("main").textContent()) ?? "");
      await watched.close();
    }
    const [enlivened = "", written = ""] = texts;
    expect(enlivened).toBe(written);
    expect(written).toContain(responder.sentence);
    expect(written).toContain(responder.rangeSentence);
    for (const { name } of answer.value.rows) expect(written).toContain(name);
  });

  it("says that no figures is neither no effect nor safe, on screen too", async () => {
    const watched = await openPage(house, { javaScriptEnabled: false });
    await watched.page.goto("/what-works/hsp/axial");
    const text = (await watched.page.getByRole("main").textContent()) ?? "";
    expect(text).toContain("No figures does not mean no effect, and it does not mean safe.");
    await watched.close();
  });

  it("shows 100 people on both sides, as many of them filled as the number says", async () => {
    const watched = await openPage(house);
    await watched.page.goto("/what-works/stroke/upper-limb");
    const filled = await watched.page
      .getByRole("article", { name: "Botulinum toxin A" })
      .getByRole("region", { name: /Clearly less stiff, against/ })
      .locator("svg.icons")
      .evaluateAll((pictures) =>
        pictures.map((picture) => {
          const of = (kind: string): number =>
            [...picture.querySelectorAll(`rect[fill="url(#person-${kind})"]`)].reduce((sum, part) => {
              const { width, height } = (part as SVGRectElement).getBBox();
              return sum + Math.round((width / 13) * (height / 20));
            }, 0);
          return [of("gain"), of("rest")];
        }),
      );
    const { with: withIt, without } = responder.per100 ?? { with: -1, without: -1 };
    expect(filled).toEqual([
      [withIt, 100 - withIt],
      [without, 100 - without],
    ]);
    await watched.close();
  });

  it("finds a treatment by a brand, by keyboard, and says when nobody knows a name", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/what-works/ms/generalised", { waitUntil: "networkidle" });
    const field = page.getByLabel("Find a treatment by any name or brand");
    await field.focus();
    await page.keyboard.type("baclosign");
    // The page slept until now: what was typed is answered as soon as it is awake.
    await page
      .getByRole("search")
      .getByRole("link", { name: /Baclofen/ })
      .first()
      .waitFor();
    await expectGoodScreen(watched, "a name typed");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/what-works/ms/generalised#baclofen-oral");
    expect(await page.locator("#baclofen-oral").isVisible()).toBe(true);
    await field.fill("zzz");
    await page.getByText("Nothing here is called “zzz”").waitFor();
    await watched.close();
  });
});
