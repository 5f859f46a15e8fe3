/** The sheet of all routines, and a wrong form beside the right one. */
import { routines } from "@unclench/knowledge/routines";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse, openPage, phone } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it("shows every routine with a picture that says what it shows, without JavaScript", async () => {
  const watched = await openPage(house, { viewport: phone, javaScriptEnabled: false });
  const { page } = watched;
  await page.goto("/relief/all");
  const figures = page.getByRole("main").getByRole("img");
  expect(await figures.count()).toBe(routines.length);
  const names = await figures.evaluateAll((list) => list.map((one) => one.getAttribute("aria-label") ?? ""));
  for (const name of names) expect(name).toMatch(/^[A-Z].{6,}\.$/);
  for (const { id, name } of routines)
    expect(await page.getByRole("link", { name, exact: true }).getAttribute("href")).toBe(`/relief/${id}`);
  // Every figure is on the screen, as wide to high as the others.
  const sizes = await figures.evaluateAll((list) =>
    list.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return [width, width / height] as const;
    }),
  );
  for (const [width, shape] of sizes) {
    expect(width).toBeGreaterThan(90);
    expect(shape).toBeCloseTo(4 / 3, 1);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);

  await page.goto("/relief/hamstring-sitting");
  const wrong = page.getByRole("img", { name: "Wrong: Back rounded" });
  expect(await wrong.locator(".f-cross").count()).toBe(1);
  expect(await page.getByText("Wrong: Back rounded").count()).toBe(1);
  expect(watched.errors).toEqual([]);
  await watched.close();
});
