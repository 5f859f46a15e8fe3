/** What hands do on the screens of the diary. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

export const rate = (page: Page, row: string, value: number): Locator =>
  page.getByRole("group", { name: row }).getByRole("button", { name: String(value), exact: true });

export const isChosen = (page: Page, row: string, value: number): Promise<void> =>
  expect.poll(() => rate(page, row, value).getAttribute("aria-pressed")).toBe("true");

export const tab = (page: Page, name: string): Locator =>
  page.getByRole("navigation", { name: "Diary" }).getByRole("link", { name });
