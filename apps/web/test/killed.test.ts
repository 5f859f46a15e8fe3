/** The browser is really killed; `npm run prove` does it fifty times. */
import { describe, expect, it } from "vitest";
import { killWhileWriting } from "../../../packages/record/prove/killed.ts";

describe("the browser killed while it writes", () => {
  it("[RC-75] several times: nothing that was acknowledged is lost, and no write is there in part", async () => {
    const killed = await killWhileWriting(4);
    expect(killed).toMatchObject({ kills: 4, lost: 0, torn: 0, damaged: 0 });
    expect(killed.acknowledged).toBeGreaterThanOrEqual(4);
  }, 300_000);
});
