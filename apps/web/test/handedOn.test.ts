/** The window that is handed from test to test keeps nothing of the test before. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, type House, openHouse, openPage, phone } from "./browser.ts";

type Buckets = {
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
  keys(): Promise<string[]>;
};

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("a page of a window that had another page before", () => {
  it("finds no storage, clock, script, route or size of it", async () => {
    const before = await openPage(house, { viewport: phone, colorScheme: "dark" });
    await before.page.addInitScript(() => Object.assign(globalThis, { left: "behind" }));
    await before.page.clock.setFixedTime(new Date("2020-01-01T12:00:00"));
    await before.page.route("**/icon.svg", (route) => route.abort());
    await before.page.goto("/about");
    await before.page.emulateMedia({ media: "print" });
    await (await before.context.newPage()).goto("/help");
    const left = await before.page.evaluate(async () => {
      localStorage.setItem("left", "behind");
      sessionStorage.setItem("left", "behind");
      // biome-ignore lint/suspicious/noDocumentCookie: the app has none; this one is to be gone
      document.cookie = "left=behind";
      const bucket = await (navigator as unknown as { storageBuckets: Buckets }).storageBuckets.open("left");
      for (const place of [indexedDB, bucket.indexedDB])
        await new Promise((opened) => {
          place.open("left", 1).onsuccess = opened;
        });
      await caches.open("left");
      return [new Date().getFullYear(), (globalThis as { left?: string }).left];
    });
    expect(left).toEqual([2020, "behind"]);
    const { context } = before;
    await before.close();

    const after = await openPage(house, { viewport: desktop });
    // The very browser context: what is not found below is gone, and not merely elsewhere.
    expect(context.pages()).toEqual([]);
    expect(house.browser.contexts().length).toBe(1);
    expect(after.context.pages().length).toBe(1);
    await after.page.goto("/about");
    const found = await after.page.evaluate(async () => ({
      stored: [localStorage.length, sessionStorage.length, document.cookie],
      databases: (await indexedDB.databases()).map(({ name }) => name),
      buckets: await (navigator as unknown as { storageBuckets: Buckets }).storageBuckets.keys(),
      caches: await caches.keys(),
      script: (globalThis as { left?: string }).left,
      icon: (await fetch("/icon.svg")).status,
      size: [innerWidth, innerHeight],
      looks: ["(prefers-color-scheme: dark)", "print"].map((query) => matchMedia(query).matches),
      year: new Date().getFullYear() > 2020,
    }));
    expect(found).toEqual({
      stored: [0, 0, ""],
      databases: [],
      buckets: [],
      caches: [],
      script: undefined,
      icon: 200,
      size: [desktop.width, desktop.height],
      looks: [false, false],
      year: true,
    });
    expect(after.errors).toEqual([]);
    await after.close();
  });

  it("is another device where the first is still open, and where nothing may have been here before", async () => {
    const first = await openPage(house);
    const second = await openPage(house);
    const fresh = await openPage(house, { fresh: true });
    expect(new Set([first.context, second.context, fresh.context]).size).toBe(3);
    for (const one of [first, second, fresh]) {
      await one.page.goto("/about");
      expect(await one.page.evaluate(() => localStorage.getItem("mine"))).toBe(null);
      await one.page.evaluate(() => localStorage.setItem("mine", "yes"));
    }
    for (const one of [first, second, fresh]) await one.close();
  });
});
