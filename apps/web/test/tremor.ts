/** A hand with tremor, made up from a seed: every aim is missed by up to 6 mm, and every hit comes twice. */
import type { Locator, Page } from "playwright-core";

/** 6 mm of a screen at 96 CSS pixels an inch. */
const MISS = 23;

export type Hand = { readonly hit: (aim: Locator) => Promise<void> };

/** Park and Miller's minimal generator (CACM 31, 1988). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** The second hit comes 40 to 400 ms after the first and as far from the aim, so up to 46 px from the first. */
export function tremblingHand(page: Page, seed: number): Hand {
  const chance = generator(seed);
  const session = page.context().newCDPSession(page);
  const miss = (): { x: number; y: number } => {
    const [angle, far] = [2 * Math.PI * chance(), MISS * Math.sqrt(chance())];
    return { x: far * Math.cos(angle), y: far * Math.sin(angle) };
  };
  /** The browser is told when the hit was, so that a slow machine does not turn a double hit into two aims. */
  const tap = async (x: number, y: number, timestamp: number): Promise<void> => {
    const at = { x, y, clickCount: 1, timestamp } as const;
    const devtools = await session;
    await devtools.send("Input.dispatchMouseEvent", { ...at, type: "mouseMoved" });
    await devtools.send("Input.dispatchMouseEvent", { ...at, type: "mousePressed", button: "left" });
    await devtools.send("Input.dispatchMouseEvent", { ...at, type: "mouseReleased", button: "left" });
  };
  return {
    async hit(aim) {
      await aim.scrollIntoViewIfNeeded();
      const box = await aim.boundingBox();
      if (box === null) throw new Error("nothing to aim at");
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const [first, second] = [miss(), miss()];
      const now = Date.now() / 1000;
      await tap(x + first.x, y + first.y, now);
      await tap(x + second.x, y + second.y, now + 0.04 + 0.36 * chance());
      // Nobody with a tremor aims anew within a second.
      await page.waitForTimeout(1000);
    },
  };
}
