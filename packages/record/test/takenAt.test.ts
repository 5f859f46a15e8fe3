import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDeviceId } from "../src/clock.ts";
import { treatmentsCsv } from "../src/export/csv.ts";
import { entryErrorSentence } from "../src/import/sentences.ts";
import { readTreatmentsCsv } from "../src/import/treatmentsCsv.ts";
import type { LocalDate } from "../src/localDate.ts";
import { openRecord } from "../src/record.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import { dailyDose, readTaken, takenFaultSentence, takenLine, takenWords } from "../src/takenAt.ts";
import { treatmentFields } from "../src/entries.ts";
import { treatments } from "./arbitrary.ts";

const start = "2026-01-05" as LocalDate;
const medicine = { treatment: "Baclofen", kind: "medicine", start } as const;
const read = (line: string) => {
  const found = readTaken(line);
  if (!found.ok) throw new Error(takenFaultSentence(found.error));
  return found.value;
};
const fault = (line: string): string => {
  const found = readTaken(line);
  return found.ok ? "none" : takenFaultSentence(found.error);
};

describe("doses that differ by the time and the day", () => {
  it("[RC-86] are read as people write them, and kept as one line that is always the same", () => {
    const { doses, unit } = read("8am 2,5 mg, 22:00 10\n2pm 5mg");
    expect(unit).toBe("mg");
    expect(takenLine(doses)).toBe("08:00 2.5; 14:00 5; 22:00 10");
    expect(takenLine(read("Thursday mon 22.00 20; 08:00 5").doses)).toBe("08:00 5; mon thu 22:00 20");
    expect(takenLine(read("mon tue wed thu fri sat sun 08:00 5").doses)).toBe("08:00 5");
    expect(takenLine(read(" ; ").doses)).toBeNull();
    expect(takenWords("08:00 5; mon thu 22:00 20", "mg")).toBe("08:00 5 mg, Monday and Thursday 22:00 20 mg");
  });

  it("[RC-86] add up to the dose of a day, over the week where days differ", () => {
    expect(dailyDose(read("08:00 5; 14:00 5; 22:00 10").doses)).toBe(20);
    expect(dailyDose(read("mon thu 22:00 35").doses)).toBe(10);
    expect(dailyDose(read("08:00 0").doses)).toBe(0);
    const known = treatmentFields({ ...medicine, taken: "08:00 5 mg; 22:00 10 mg" });
    expect(known.ok && [known.value.dose, known.value.unit, known.value.taken]).toEqual([
      15,
      "mg",
      "08:00 5; 22:00 10",
    ]);
  });

  it("[RC-86] what cannot be is refused with a sentence that says what and where", () => {
    expect(fault("in the morning 5")).toContain("no time of day");
    expect(fault("25:00 5")).toContain("no time of day");
    expect(fault("08:00")).toContain("no dose behind the time");
    expect(fault("08:00 -5")).toContain("no dose behind the time");
    expect(fault("08:00 5; mon 08:00 10")).toContain("another dose of the same day");
    expect(fault("mon 08:00 5; tue 08:00 10")).toBe("none");
    expect(fault("08:00 5 mg; 22:00 10 ml")).toContain("another unit");
    expect(
      fault(Array.from({ length: 41 }, (_, place) => `${place % 24}:${10 + (place % 50)} 1`).join("; ")),
    ).toContain("More than 40");
    const twoSums = treatmentFields({ ...medicine, dose: 25, taken: "08:00 5; 22:00 10" });
    expect(!twoSums.ok && entryErrorSentence(twoSums.error)).toContain(
      "add up to 15 a day, and the dose a day says 25",
    );
    const twoUnits = treatmentFields({ ...medicine, unit: "ml", taken: "08:00 5 mg" });
    expect(!twoUnits.ok && entryErrorSentence(twoUnits.error)).toContain("another unit");
    fc.assert(
      fc.property(fc.string(), (line) => {
        const found = readTaken(line);
        if (!found.ok) expect(takenFaultSentence(found.error)).toMatch(/[.]$/);
        else
          expect(takenLine(read(takenLine(found.value.doses) ?? "").doses)).toBe(
            takenLine(found.value.doses),
          );
      }),
      { seed: 86 },
    );
  });

  it("[RC-86] live in the record and go through a file and back; a line that cannot be read stays and is not shown", async () => {
    const kept: unknown[] = [];
    const open = async () => {
      const opened = await openRecord({
        store: createMemoryStore(kept),
        now: () => 1_000,
        device: createDeviceId(new Uint8Array([1])),
      });
      if (!opened.ok) throw new Error(opened.error.type);
      return opened.value;
    };
    const record = await open();
    const put = await record.putTreatment({ ...medicine, unit: "mg", taken: "22:00 10; 08:00 5" });
    expect(put.ok).toBe(true);
    const [row] = (await open()).treatments();
    expect(row).toMatchObject({ dose: 15, unit: "mg", taken: "08:00 5; 22:00 10" });
    const later = { table: "treatment", id: row?.id ?? "", set: { taken: "as needed" }, deleted: false };
    expect((await record.write([later])).ok).toBe(true);
    expect(record.treatments()[0]?.taken).toBeNull();
    expect(JSON.stringify(record.operations())).toContain("as needed");
    await fc.assert(
      fc.asyncProperty(treatments, async (rows) => {
        if (rows.length === 0) return;
        const back = readTreatmentsCsv(treatmentsCsv(rows));
        expect(back.ok && back.value.rows.map(({ row: { taken, dose } }) => [taken, dose])).toEqual(
          rows.map(({ taken, dose }) => [taken, dose]),
        );
      }),
      { seed: 87, numRuns: 40 },
    );
    const broken = readTreatmentsCsv("treatment,kind,start,dose,taken\nA,medicine,2026-01-05,20,08:00 5\n");
    expect(broken.ok && broken.value.unreadable.map(({ type }) => type)).toEqual(["TakenNotValid"]);
  });
});
