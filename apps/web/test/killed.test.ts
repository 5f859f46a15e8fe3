/** The browser is really killed; `npm run prove` does it 150 times. */
import { describe, expect, it } from "vitest";
import { killWhileWriting } from "../../../packages/record/prove/killed.ts";

describe("the browser killed while it writes", () => {
  it("[RC-75] several times: nothing that was acknowledged is lost, and no write is there in part", async () => {
    const killed = await killWhileWriting(5, 7, 2);
    expect(killed).toMatchObject({ kills: 5, lost: 0, torn: 0, damaged: 0 });
    // The copy that was cut short is lost, unless the browser keeps no log that can be cut.
    expect(killed.broughtBack > 0).toBe(killed.cut > 0);
    expect(killed.acknowledged).toBeGreaterThanOrEqual(5);
  }, 300_000);
});
