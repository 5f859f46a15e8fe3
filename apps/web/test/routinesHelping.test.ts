/** Routines that were done, all the way: a saved record is brought in, and the page says whether they help. */
import {
  createDeviceId,
  createMemoryStore,
  type LocalDate,
  openRecord,
  recordJson,
  tables,
} from "@unclench/record";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dateOf, madeDiary } from "../../../packages/answers/test/diaries.ts";
import { expectGoodScreen, type House, openHouse, openPage, phone } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const DAYS = 112;
const CALF = "Calf stretch with a towel, sitting";
/** Two weeks with it, two without. */
const on = (day: number): boolean => day > 14 && Math.floor((day - 15) / 14) % 2 === 0;

async function savedWith(effect: number): Promise<string> {
  const opened = await openRecord({
    store: createMemoryStore([]),
    now: () => 0,
    device: createDeviceId(new Uint8Array(8)),
    isExample: false,
  });
  if (!opened.ok) throw new Error(opened.error.type);
  const record = opened.value;
  const days = madeDiary({ seed: 2, days: DAYS, missing: 0.05, effectOn: (day) => (on(day) ? effect : 0) });
  for (const { date, stiffness } of days)
    if (stiffness !== null) await record.putCheckIn({ date, stiffness }, date);
  const last: LocalDate = dateOf(DAYS);
  for (let day = 1; day <= DAYS; day++)
    if (on(day)) await record.put(tables.routineDone, { date: dateOf(day), routine: CALF, minutes: 8 }, last);
  return recordJson(record);
}

it("says of the same sessions that they help where they do, and not where they do not", async () => {
  for (const [effect, says] of [
    [-3, /^Very probably helping, and enough to matter\.$/],
    [0, /^(Probably not helping enough to notice|Cannot tell yet)\.$/],
  ] as const) {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.clock.setFixedTime(new Date(`${dateOf(DAYS + 1)}T12:00:00`));
    await page.goto("/diary/data");
    await page.getByLabel("File (CSV or JSON)").setInputFiles({
      name: "record.json",
      mimeType: "application/json",
      buffer: Buffer.from(await savedWith(effect)),
    });
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByText("record.json was brought in.").waitFor();
    await page
      .getByRole("navigation", { name: "Questions" })
      .getByRole("link", { name: "Is it helping me?" })
      .click();
    await page.getByRole("heading", { name: "What your days show" }).waitFor();
    await page.getByText(says).first().waitFor();
    await page.getByText(/^(Looking further|Working it out)/).waitFor({ state: "detached" });
    expect(await page.getByRole("button", { name: `Plan a fair test of ${CALF}` }).count()).toBe(1);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    expect(await page.getByText("A week with 56 minutes counts as full").count()).toBe(1);
    await expectGoodScreen(watched, `routines, effect ${effect}`);
    expect(watched.errors).toEqual([]);
    await watched.close();
  }
});
