/** Files of other programs in, and files for other programs out, on the screen "Save or bring in". */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fairTestCalendar } from "../app/is-it-helping/calendar.ts";
import {
  desktop,
  expectGoodScreen,
  type House,
  openHouse,
  openPage,
  phone,
  type Watched,
  steadyClick,
} from "./browser.ts";
import { pressByKey } from "./keyboard.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const give = (page: Page, name: string, contents: string | Uint8Array) =>
  page
    .getByLabel("File (CSV or JSON)")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(contents) });

async function openData(options: Parameters<typeof openPage>[1] = {}): Promise<Watched> {
  const watched = await openPage(house, options);
  await watched.page.goto("/diary/data", { waitUntil: "networkidle" });
  return watched;
}

const saveFile = async (page: Page, button: string): Promise<Buffer> => {
  const download = page.waitForEvent("download");
  // A second activation of the same button within half a second is taken for an unsteady hand.
  await steadyClick(page.getByRole("button", { name: button }));
  return readFileSync(await (await download).path());
};

const daylio = [
  "full_date,date,weekday,time,mood,activities,note_title,note",
  '2026-01-07,January 7,Wednesday,10:00 pm,rad,"walk | music",,"A good day"',
  "2026-01-06,January 6,Tuesday,19:05,meh,,,",
].join("\n");

describe("another app's file", () => {
  for (const [name, viewport, colorScheme] of [
    ["phone, light", phone, "light"],
    ["desktop, dark", desktop, "dark"],
  ] as const) {
    it(`shows what its words mean, lets the person change it, and brings in days that one undo takes back, ${name}`, async () => {
      const watched = await openData({ viewport, colorScheme });
      const { page } = watched;
      await give(page, "daylio.csv", daylio);
      await page.getByRole("heading", { name: "Daylio: what is what here?" }).waitFor();
      expect(await page.getByLabel("“rad” (once) becomes").inputValue()).toBe("0");
      await page.getByLabel("“meh” (once) becomes").selectOption("6");
      await page.getByText("New: 2 days.").waitFor();
      await expectGoodScreen(watched, `daylio, ${name}`);
      await page.getByRole("button", { name: "Bring it in" }).click();
      await page.getByText("daylio.csv was brought in.").waitFor();
      await give(page, "daylio.csv", daylio);
      await page.getByLabel("“meh” (once) becomes").selectOption("6");
      await page.getByText("The same as yours: 2 days.").waitFor();
      await page.getByText("There is nothing to bring in.").waitFor();
      await page.getByRole("button", { name: "Close" }).click();
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("Taken back.").waitFor();
      await give(page, "daylio.csv", daylio);
      await page.getByText("New: 2 days.").waitFor();
      expect(watched.strangers).toEqual([]);
      await watched.close();
    });
  }

  it("with numbers brings nothing in until both ends are said", async () => {
    const watched = await openData({ viewport: phone });
    const { page } = watched;
    await give(
      page,
      "bearable.csv",
      'date,weekday,time of day,category,rating/amount,detail,notes\n"8th Dec 2021","Wednesday","mid","Symptom","2","Neck pain (Moderate)",""\n"9th Dec 2021","Thursday","mid","Symptom","4","Neck pain (Unbearable)",""\n',
    );
    await page.getByText("There is nothing to bring in.").waitFor();
    await page.getByLabel("What is “Neck pain” here?").selectOption("pain");
    await page.getByText("Say which number of “Neck pain” is the good end").waitFor();
    await page.getByLabel("The number in the file for “no pain”").fill("0");
    await page.getByLabel("The number in the file for “the worst pain”").fill("4");
    await page.getByText("So of “Neck pain” 2 becomes 5, 3 becomes 7.5, 4 becomes 10.").waitFor();
    await page.getByText("New: 2 days.").waitFor();
    await expectGoodScreen(watched, "bearable");
    await watched.close();
  });

  it("of Apple Health is read out of its zip, and can be stopped", async () => {
    const watched = await openData();
    const { page } = watched;
    const record = (day: number, value: string) =>
      `<Record type="HKCategoryTypeIdentifierFatigue" startDate="2026-01-0${day} 09:00:00 +0100" endDate="2026-01-0${day} 09:00:00 +0100" value="HKCategoryValueSeverity${value}"/>\n`;
    const xml = `<?xml version="1.0"?><HealthData>${record(1, "Mild")}${record(2, "Severe")}</HealthData>`;
    await give(page, "export.zip", zipSync({ "apple_health_export/export.xml": strToU8(xml) }));
    await page.getByRole("heading", { name: "Apple Health: what is what here?" }).waitFor();
    await page.getByText("New: 2 days.").waitFor();
    // Larger than what is read in the blink of an eye.
    const long = `<?xml version="1.0"?><HealthData>${record(1, "Mild").repeat(400_000)}</HealthData>`;
    const path = join(mkdtempSync(join(tmpdir(), "unclench-")), "long.xml");
    writeFileSync(path, long);
    await page.getByLabel("File (CSV or JSON)").setInputFiles(path);
    await page.getByRole("button", { name: "Stop reading" }).click();
    await page.getByText("Reading long.xml was stopped. Nothing was changed.").waitFor();
    expect(watched.errors).toEqual([]);
    await watched.close();
  });
});

describe("a FHIR file", () => {
  const status = (code: string) => ({ coding: [{ code }] });
  const bundle = JSON.stringify({
    resourceType: "Bundle",
    type: "collection",
    entry: [
      { resource: { resourceType: "Patient", name: [{ family: "Quillfeather" }] } },
      {
        resource: {
          resourceType: "MedicationRequest",
          status: "active",
          intent: "order",
          medicationCodeableConcept: { text: "baclofen 10 MG Oral Tablet" },
        },
      },
      {
        resource: {
          resourceType: "Condition",
          clinicalStatus: status("active"),
          code: { text: "Multiple sclerosis (disorder)" },
        },
      },
      {
        resource: {
          resourceType: "Condition",
          clinicalStatus: status("active"),
          code: { text: "Full-time employment (finding)" },
        },
      },
    ],
  });

  it("offers medicines and conditions one by one, by keyboard alone, and the chosen ones are in the list", async () => {
    const watched = await openData({ viewport: phone });
    const { page } = watched;
    await give(page, "bundle.json", bundle);
    await page.getByRole("heading", { name: "bundle.json: what belongs in your list?" }).waitFor();
    expect(await page.getByLabel("baclofen 10 MG Oral Tablet").isChecked()).toBe(true);
    expect(await page.getByLabel(/^Full-time employment/).isChecked()).toBe(false);
    expect(await page.getByText("Quillfeather").count()).toBe(0);
    await expectGoodScreen(watched, "fhir");
    await pressByKey(page, "Bring in what is chosen");
    await page.getByText("bundle.json was brought in.").waitFor();
    await give(page, "bundle.json", bundle);
    await page.getByText("2 entries are in your list already: not offered again.").waitFor();
    await page.goto("/what-to-avoid/my-medicines");
    await page.getByText("baclofen 10 MG Oral Tablet").first().waitFor();
    await watched.close();
  });
});

describe("files that are nothing of ours", () => {
  it("end in one sentence each, and nothing is changed", async () => {
    const watched = await openData();
    const { page } = watched;
    const noise = Uint8Array.from({ length: 4000 }, (_, place) => (place * 7919) % 256);
    const files: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ["noise.bin", noise, /^noise\.bin .* Nothing was changed\.$/],
      [
        "bomb.zip",
        zipSync({ "export.xml": strToU8(`<HealthData>${" ".repeat(40_000_000)}`) }),
        /swells to far more/,
      ],
      ["deep.json", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, /^deep\.json is /],
      ["proto.json", '{"__proto__":{"resourceType":"Bundle"}}', /no saved record and no FHIR file/],
      ["book.xlsx", zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }), /save it as CSV/],
    ];
    for (const [name, contents, sentence] of files) {
      await give(page, name, contents);
      const alert = page.getByRole("alert");
      await alert.filter({ hasText: name }).waitFor();
      expect(await alert.innerText()).toMatch(sentence);
    }
    await expectGoodScreen(watched, "refused");
    await watched.close();
  });
});

describe("files for other programs", () => {
  it("are tables in a zip, a FHIR bundle without a name unless wished, and a calendar without names unless wished", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/diary", { waitUntil: "networkidle" });
    await page
      .getByRole("group", { name: "Stiffness" })
      .getByRole("button", { name: "6", exact: true })
      .click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText(/^Saved for /).waitFor();
    await page.goto("/diary/data", { waitUntil: "networkidle" });
    await give(
      page,
      "list.json",
      '{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"baclofen 10 mg"}}',
    );
    await page.getByRole("button", { name: "Bring in what is chosen" }).click();
    await page.getByText("list.json was brought in.").waitFor();

    const zip = unzipSync(new Uint8Array(await saveFile(page, "All tables (CSV in a zip)")));
    expect(Object.keys(zip)).toEqual(["checkIn.csv", "medicine.csv"]);

    const bundle = async () => JSON.parse((await saveFile(page, "For a clinic (FHIR)")).toString("utf8"));
    expect((await bundle()).entry[0].resource).toEqual({ resourceType: "Patient" });
    await page.getByLabel("Your name in the FHIR file").fill("A Name");
    expect((await bundle()).entry[0].resource.name).toEqual([{ text: "A Name" }]);

    await page.getByRole("button", { name: "Save the calendar file" }).click();
    await page.getByText("There is nothing to be reminded of yet").waitFor();
    await page.getByLabel("baclofen 10 mg: at what times?").fill("8, 20:30");
    await steadyClick(page.getByRole("button", { name: "Save the calendar file" }));
    await page.getByText("“8” is no time of day for baclofen 10 mg").waitFor();
    await expectGoodScreen(watched, "calendar");
    await page.getByLabel("baclofen 10 mg: at what times?").fill("8:00, 20:30");
    const summaries = async () =>
      new ICAL.Component(ICAL.parse((await saveFile(page, "Save the calendar file")).toString("utf8")))
        .getAllSubcomponents("vevent")
        .map((event) => new ICAL.Event(event).summary);
    expect(await summaries()).toEqual(["Reminder", "Reminder"]);
    await page.getByLabel("Write names of medicines").check();
    expect(await summaries()).toEqual(["baclofen 10 mg", "baclofen 10 mg"]);
    expect(watched.errors).toEqual([]);
    expect(watched.strangers).toEqual([]);
    await watched.close();
  });
});

describe("the plan of a fair test as a calendar", () => {
  it("has its days in every time zone, also east of Greenwich", () => {
    const before = process.env.TZ;
    const blocks = [{ from: "2026-01-05", to: "2026-01-18", on: true }] as unknown as Parameters<
      typeof fairTestCalendar
    >[1];
    for (const zone of ["UTC", "Asia/Tokyo", "Pacific/Auckland", "America/Los_Angeles"]) {
      process.env.TZ = zone;
      const file = fairTestCalendar("Stretching", blocks);
      expect(file, zone).toContain("DTSTART;VALUE=DATE:20260105");
      expect(file, zone).toContain("DTEND;VALUE=DATE:20260119");
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
});
