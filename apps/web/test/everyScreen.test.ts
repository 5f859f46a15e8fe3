/** What holds on every screen: readable, reachable, quiet, and help one touch away. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  desktop,
  expectGoodScreen,
  type House,
  openHouse,
  openPage,
  phone,
  type Watched,
} from "./browser.ts";

const screens = [
  "/",
  "/what-works",
  "/what-works/your-studies",
  "/what-works/stroke",
  "/what-works/stroke/upper-limb",
  "/what-works/ms/generalised",
  "/what-works/hsp/axial",
  "/what-works/stroke/upper-limb/side-by-side",
  "/what-works/hsp/axial/side-by-side",
  "/treatments",
  "/treatments/botulinum-toxin-a",
  "/treatments/stretch",
  "/what-to-avoid/my-medicines",
  "/is-it-helping",
  "/is-it-helping?example",
  "/diary",
  "/diary/entries",
  "/diary/timeline",
  "/diary/treatments",
  "/diary/measurements",
  "/diary/appointments",
  "/diary/data",
  "/what-do-i-ask",
  "/what-do-i-ask/visit-sheet",
  "/experiences/stroke",
  "/search",
  "/sources",
  "/sources/guidelines",
  "/settings",
  "/help",
  "/help-today",
  "/what-to-avoid",
  "/what-to-avoid/stopping",
  "/what-to-avoid/stopping/baclofen",
  "/what-to-avoid/stopping/dantrolene",
  "/what-to-avoid/side-effects",
  "/what-to-avoid/side-effects/tizanidine",
  "/what-to-avoid/side-effects/botulinum-toxin-a",
  "/what-to-avoid/side-effects/gabapentin",
  "/what-to-avoid/suddenly-worse",
  "/what-to-avoid/stretching",
  "/what-to-avoid/emergency-card",
  "/relief",
  "/relief/all",
  "/relief/calf-wall-straight-knee",
  "/relief/standing-frame",
  "/relief/calf-wall-straight-knee/go",
  "/relief/plan",
  "/learn",
  "/learn/spasticity",
  "/learn/signs",
  "/learn/scales",
  "/learn/nights",
  "/learn/hsp",
  "/learn/glossary",
  "/articles",
  "/articles/baclosign-alternatives",
  "/about",
  "/about/intended-use",
  "/show-me",
];
/** Made like another page of the list: looked at once, on the phone. */
const likeAnother = new Set([
  "/what-works/ms/generalised",
  "/what-works/hsp/axial",
  "/what-works/hsp/axial/side-by-side",
  "/treatments/stretch",
  "/what-to-avoid/stopping/dantrolene",
  "/what-to-avoid/side-effects/botulinum-toxin-a",
  "/what-to-avoid/side-effects/gabapentin",
  "/relief/standing-frame",
  "/learn/nights",
  "/learn/hsp",
]);
/** Looks at the width of the window only as it begins. */
const asksHowWideAtFirst = new Set(["/diary/timeline"]);
/** What may be read by anyone, so also without JavaScript. */
const pages = screens.filter((path) => !/diary|helping|emergency-card|visit-sheet|settings|plan/.test(path));

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("every screen", () => {
  /** The page as it stands, everything unfolded. */
  async function look({ page }: Watched, path: string): Promise<void> {
    const help = page.getByRole("banner").getByRole("link", { name: "Needs help today?" });
    expect(await help.getAttribute("href"), path).toBe("/help-today");
    expect(await page.getByText("Do not stop a medicine or a pump suddenly").count(), path).toBe(1);
    if (path.includes("example"))
      await page.getByRole("heading", { name: /^Very probably helping/ }).waitFor();
    for (const summary of await page.locator("summary:visible").all())
      await summary.evaluate((element) => element.parentElement?.setAttribute("open", ""));
  }

  // Colours hang on light and dark, sizes and places on the width: each is met once, not in all combinations.
  for (const [name, some] of [
    ["to read", pages],
    ["of one’s own", screens.filter((path) => !pages.includes(path))],
  ] as const) {
    it(`has no fault that can be found and offers help today, phone in light and desktop in dark, ${name}`, async () => {
      const watched = await openPage(house, { viewport: phone });
      const { page } = watched;
      // A page to be read sleeps once it is there; the others have their scripts to fetch.
      const waitUntil = some === pages ? "load" : "networkidle";
      for (const path of some) {
        await page.goto(path, { waitUntil });
        await look(watched, path);
        await expectGoodScreen(watched, `${path} phone, light`);
        if (likeAnother.has(path)) continue;
        // The same page turned dark and wide is there sooner than the page once more.
        await page.setViewportSize(desktop);
        await page.emulateMedia({ colorScheme: "dark" });
        if (asksHowWideAtFirst.has(path)) await page.reload({ waitUntil });
        await look(watched, path);
        // The elements are the same; what differs is colour, size and place.
        await expectGoodScreen(watched, `${path} desktop, dark`, [
          "color-contrast",
          "target-size",
          "scrollable-region-focusable",
        ]);
        await page.setViewportSize(phone);
        await page.emulateMedia({ colorScheme: "light" });
      }
      await watched.close();
    });
  }

  it("leads to help today with one touch", async () => {
    const watched = await openPage(house);
    await watched.page.goto("/diary");
    await watched.page.getByRole("link", { name: "Needs help today?" }).first().click();
    await watched.page.getByRole("heading", { name: "Call an ambulance, or go now" }).waitFor();
    await watched.close();
  });

  it("can be read without JavaScript", async () => {
    const watched = await openPage(house, { javaScriptEnabled: false });
    for (const path of pages) {
      await watched.page.goto(path);
      expect(
        (await watched.page.getByRole("heading", { level: 1 }).textContent())?.length,
        path,
      ).toBeGreaterThan(3);
      expect((await watched.page.getByRole("main").innerText()).length, path).toBeGreaterThan(100);
    }
    // From the start to a comparison by links alone.
    await watched.page.goto("/");
    await watched.page
      .getByRole("main")
      .getByRole("link", { name: /^What works\?/ })
      .click();
    await watched.page.getByRole("link", { name: "Stroke", exact: true }).click();
    await watched.page.getByRole("link", { name: "Arm and hand" }).click();
    await watched.page.getByRole("heading", { name: "Botulinum toxin A" }).waitFor();
    for (const path of ["/is-it-helping", "/diary"]) {
      await watched.page.goto(path);
      const text = await watched.page.getByRole("main").innerText();
      expect(text, path).toContain("so this page needs JavaScript");
      expect(await watched.page.getByText("Opening your diary").isVisible(), path).toBe(false);
    }
    expect(watched.strangers).toEqual([]);
    await watched.close();
  });

  it("says when there is no such page, and leads back", async () => {
    const watched = await openPage(house);
    for (const path of [
      "/nothing-here",
      "/what-works/stroke/elbow",
      "/what-works/nothing",
      "/what-to-avoid/stopping/snake-oil",
      "/relief/yoga",
      "/learn/yoga",
      "/articles/yoga",
    ]) {
      const response = await watched.page.goto(path, { waitUntil: "load" });
      expect(response?.status(), path).toBe(404);
      await watched.page.getByRole("heading", { name: "There is no such page" }).waitFor();
      await watched.page.getByRole("link", { name: "To the start" }).click();
      await watched.page.getByRole("heading", { name: "When muscles won’t let go" }).waitFor();
    }
    await watched.close();
  });
});
