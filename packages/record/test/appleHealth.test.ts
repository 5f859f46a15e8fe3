/** Apple Health: the samples that are taken, in zip files and out of them, and files that want to do harm. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readAppleHealth } from "../src/import/foreign/appleHealth.ts";
import { ratingOf, suggestedChoices } from "../src/import/foreign/choices.ts";
import { value } from "./storeContract.ts";

const record = (type: string, more: string): string =>
  `<Record type="${type}" sourceName="A &quot;watch&quot; >" device="&lt;&lt;HKDevice: 0x1>, name:W&gt;" ${more}/>\n`;
const at = (start: string, end = start): string => `startDate="${start}" endDate="${end}"`;
const asleep = (start: string, end: string, stage = "AsleepCore"): string =>
  record(
    "HKCategoryTypeIdentifierSleepAnalysis",
    `${at(start, end)} value="HKCategoryValueSleepAnalysis${stage}"`,
  );
const fatigue = (day: string, severity: string): string =>
  record(
    "HKCategoryTypeIdentifierFatigue",
    `${at(`${day} 09:00:00 +0100`)} value="HKCategoryValueSeverity${severity}"`,
  );

const xmlOf = (records: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [ <!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)> <!ATTLIST Record type CDATA #REQUIRED> ]>
<HealthData locale="en_GB">
 <ExportDate value="2026-01-15 10:00:00 +0100"/>
 <Me HKCharacteristicTypeIdentifierDateOfBirth="1970-01-01"/>
${records}</HealthData>`;

const xml = xmlOf(
  [
    asleep("2026-01-05 22:30:00 +0100", "2026-01-05 23:30:00 +0100"),
    asleep("2026-01-05 23:30:00 +0100", "2026-01-06 06:30:00 +0100", "AsleepREM"),
    // The telephone recorded the same night.
    asleep("2026-01-06 00:00:00 +0100", "2026-01-06 06:00:00 +0100", "Asleep"),
    asleep("2026-01-05 22:00:00 +0100", "2026-01-06 07:00:00 +0100", "InBed"),
    asleep("2026-01-06 02:00:00 +0100", "2026-01-06 02:10:00 +0100", "Awake"),
    fatigue("2026-01-06", "Mild"),
    fatigue("2026-01-07", "NotPresent"),
    fatigue("2026-01-08", "Unspecified"),
    record(
      "HKQuantityTypeIdentifierWalkingSpeed",
      `unit="km/hr" ${at("2026-01-06 08:00:00 +0100")} value="3"`,
    ),
    record(
      "HKQuantityTypeIdentifierWalkingSpeed",
      `unit="km/hr" ${at("2026-01-06 09:00:00 +0100")} value="4"`,
    ),
    record(
      "HKQuantityTypeIdentifierStepCount",
      `unit="count" ${at("2026-01-06 09:00:00 +0100")} value="412"`,
    ),
    record("HKQuantityTypeIdentifierStepCount", `unit="count" ${at("2026-01-06 10:00:00 +0100")} value="12"`),
  ].join(""),
);

const zipOf = (files: Readonly<Record<string, string>>): Blob =>
  new Blob([zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))]);

const streamOf = (pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

const seriesOf = async (file: Blob) =>
  value(await readAppleHealth(file)).series.map((series) => [
    series.name,
    series.entries.map((entry): [string, string | number] => [entry.date, entry.value]),
  ]);

const expected = [
  [
    "Fatigue",
    [
      ["2026-01-06", "Mild"],
      ["2026-01-07", "Not present"],
    ],
  ],
  ["Time asleep", [["2026-01-06", 8]]],
  ["Walking speed", [["2026-01-06", 3.5]]],
];

describe("Apple Health", () => {
  it("[RC-102] takes time asleep once whoever recorded it, severities, and the day's mean of walking speed", async () => {
    expect(await seriesOf(new Blob([xml]))).toEqual(expected);
    const { leftOut, app } = value(await readAppleHealth(new Blob([xml])));
    expect(app).toBe("Apple Health");
    expect([...leftOut]).toEqual([
      ["SleepAnalysis", 2],
      ["Fatigue", 1],
      ["StepCount", 2],
    ]);
  });

  it("[RC-102] finds the file in the zip whatever language named it, and passes the clinical document by", async () => {
    const cda = "<?xml version='1.0'?><ClinicalDocument><Record type='x'/></ClinicalDocument>";
    for (const name of ["apple_health_export/export.xml", "apple_health_export/Exportieren.xml"]) {
      const zip = zipOf({
        "apple_health_export/export_cda.xml": cda,
        "apple_health_export/other.xml": "<svg></svg>".repeat(10),
        "apple_health_export/workout-routes/route.gpx": "<gpx/>",
        [name]: xml,
      });
      expect(await seriesOf(zip)).toEqual(expected);
    }
  });

  it("[RC-102] severities are suggested with the good end at 0, evenly spread, and shown before anything is written", async () => {
    const reading = value(await readAppleHealth(new Blob([xml])));
    const [fatigueChoice] = suggestedChoices(reading).series;
    if (fatigueChoice === undefined) throw new Error("one choice a series");
    expect(fatigueChoice.target).toBe("tiredness");
    expect(["Not present", "Mild"].map((word) => ratingOf(word, fatigueChoice.scale))).toEqual([0, 3.3]);
  });

  it("[RC-102] reads a piece at a time, wherever it is cut, says how far it is, and can be ended", async () => {
    const bytes = strToU8(xml);
    for (const size of [5, 64]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, place) =>
        bytes.slice(place * size, (place + 1) * size),
      );
      const cut = { size: bytes.length, stream: () => streamOf(pieces) } as unknown as Blob;
      expect(await seriesOf(cut)).toEqual(expected);
    }
    const shares: number[] = [];
    value(await readAppleHealth(new Blob([xml]), { onProgress: (share) => shares.push(share) }));
    expect(shares.at(-1)).toBe(1);
    const signal = AbortSignal.abort();
    expect(await readAppleHealth(new Blob([xml]), { signal })).toEqual({
      ok: false,
      error: { type: "Cancelled" },
    });
  });

  it("[RC-103] what is no export is refused, and so is a zip that is broken or of something else", async () => {
    const refusal = async (file: Blob) => {
      const read = await readAppleHealth(file);
      return read.ok ? "read" : read.error.type;
    };
    expect(await refusal(new Blob([]))).toBe("EmptyFile");
    expect(await refusal(new Blob(["<?xml version='1.0'?><svg></svg>"]))).toBe("NotAppleHealth");
    expect(await refusal(zipOf({ "a.txt": "hello", "b/c.xml": "<svg/>" }))).toBe("NotAppleHealth");
    const zip = new Uint8Array(await zipOf({ "export.xml": xml.repeat(20) }).arrayBuffer());
    const middle = zip.slice();
    middle.fill(0xff, 60, 400);
    expect(["BrokenZip", "NotAppleHealth"]).toContain(await refusal(new Blob([middle])));
    const noise = Uint8Array.from({ length: 5000 }, (_, place) => (place * 7919) % 251);
    expect(await refusal(new Blob([noise]))).toBe("NotAppleHealth");
    expect(["BrokenZip", "NotAppleHealth"]).toContain(
      await refusal(new Blob([new Uint8Array([0x50, 0x4b, 3, 4]), noise])),
    );
  });

  it("[RC-103] a small zip that swells without end is refused before it is unpacked", async () => {
    const bomb = zipOf({ "export.xml": `<HealthData>${" ".repeat(40_000_000)}` });
    expect(bomb.size).toBeLessThan(100_000);
    expect(await readAppleHealth(bomb)).toEqual({ ok: false, error: { type: "Bomb" } });
  });

  it("[RC-103] a tag that never ends, days that cannot be and numbers that are none are passed over", async () => {
    const endless = xmlOf(`<Record type="HKCategoryTypeIdentifierFatigue" note="${"x".repeat(150_000)}\n`);
    expect(value(await readAppleHealth(new Blob([endless]))).series).toEqual([]);
    const odd = xmlOf(
      [
        fatigue("2026-02-31", "Mild"),
        asleep("2026-01-06 06:00:00 +0100", "2026-01-05 06:00:00 +0100"),
        asleep("2026-01-01 06:00:00 +0100", "2026-01-05 06:00:00 +0100"),
        record(
          "HKQuantityTypeIdentifierWalkingSpeed",
          `unit="km/hr" ${at("2026-01-06 08:00:00 +0100")} value="NaN"`,
        ),
        record("HKQuantityTypeIdentifierWalkingSpeed", `${at("2026-01-06 08:00:00 +0100")} value="3"`),
        "<RecordCount/>",
      ].join(""),
    );
    expect(value(await readAppleHealth(new Blob([odd]))).series).toEqual([]);
  });
});
