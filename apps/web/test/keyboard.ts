/** What a person without a mouse does: Tab until the thing has the focus, then press a key. */
import type { Page } from "playwright-core";

const MOST_TABS = 150;

/** Presses Tab until the focus is on what is called `name`; fails with what was passed on the way. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let tab = 0; tab < MOST_TABS; tab++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return "";
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      return (element.getAttribute("aria-label") ?? label ?? element.textContent ?? "").trim();
    });
    if (focused === name) return;
    passed.push(focused.slice(0, 30));
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to "${name}"; it passed ${passed.join(" | ")}`);
}

export async function pressByKey(page: Page, name: string, key = "Enter"): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** Is the focus visible? WCAG 2.4.7: an outline, or a ring of the control's own. */
export const focusIsVisible = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
