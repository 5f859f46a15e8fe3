import { describe, expect, it } from "vitest";
import type { CsvFileError } from "../src/import/csvErrors.ts";
import { fileErrorSentence } from "../src/import/sentences.ts";
import { readTreatmentsCsv, type TreatmentsCsvReading } from "../src/import/treatmentsCsv.ts";

const read = (file: string): TreatmentsCsvReading => {
  const result = readTreatmentsCsv(file);
  if (!result.ok) throw new Error(fileErrorSentence(result.error));
  return result.value;
};
const refused = (file: string): CsvFileError => {
  const result = readTreatmentsCsv(file);
  if (result.ok) throw new Error("was not refused");
  return result.error;
};

describe("treatments CSV", () => {
  it("[RC-23] reads dose periods and injections; what is empty is not known", () => {
    const file = [
      "treatment,kind,start,stop,dose,unit",
      "Example medicine,medicine,2026-01-05,2026-01-31,5,mg per day",
      "Example medicine,Medicine,2026-02-01,,7.5,mg per day",
      "Example injection,injection,2026-01-20,,,",
    ].join("\n");
    expect(read(file).rows.map(({ row }) => row)).toEqual([
      {
        treatment: "Example medicine",
        kind: "medicine",
        treatmentId: null,
        start: "2026-01-05",
        stop: "2026-01-31",
        dose: 5,
        unit: "mg per day",
        taken: null,
      },
      {
        treatment: "Example medicine",
        kind: "medicine",
        treatmentId: null,
        start: "2026-02-01",
        stop: null,
        dose: 7.5,
        unit: "mg per day",
        taken: null,
      },
      {
        treatment: "Example injection",
        kind: "injection",
        treatmentId: null,
        start: "2026-01-20",
        stop: null,
        dose: null,
        unit: null,
        taken: null,
      },
    ]);
  });

  it("[RC-24] never guesses a dose that may be a fraction or thousands", () => {
    const doseOf = (file: string) => {
      const reading = read(file);
      return reading.unreadable[0]?.type ?? reading.rows[0]?.row.dose;
    };
    const semicolons = (dose: string) => `treatment;kind;start;dose\nx;medicine;2026-01-05;${dose}\n`;
    const commas = (dose: string) => `treatment,kind,start,dose\nx,medicine,2026-01-05,"${dose}"\n`;
    expect(doseOf(semicolons("1.500"))).toBe("AmbiguousNumber");
    expect(doseOf(semicolons("1,500"))).toBe("AmbiguousNumber");
    expect(doseOf(semicolons("0,125"))).toBe(0.125);
    expect(doseOf(semicolons("2,5"))).toBe(2.5);
    expect(doseOf(semicolons("2.5"))).toBe(2.5);
    expect(doseOf(commas("1,500"))).toBe("AmbiguousNumber");
    expect(doseOf(commas("1.500"))).toBe(1.5);
    expect(doseOf(commas("1500"))).toBe(1500);
    expect(doseOf(commas("10 mg"))).toBe("NotANumber");
    expect(doseOf(commas("2000000"))).toBe("DoseOutOfRange");
    expect(doseOf(commas("-5"))).toBe("NotANumber");
  });

  it("[RC-23] names the line and the column of what cannot be read", () => {
    const file = [
      "treatment,kind,start,stop,dose,unit",
      ",medicine,2026-01-05,,,",
      "x,pill,2026-01-05,,,",
      "x,,2026-01-05,,,",
      "x,medicine,,,,",
      "x,medicine,2026-01-05,2026-01-04,,",
      "x,medicine,2026-01-05,until now,,",
      `${"x".repeat(201)},medicine,2026-01-05,,,`,
      "x,medicine,2026-01-05,2026-01-05,1,mg",
    ].join("\n");
    const { rows, unreadable } = read(file);
    expect(unreadable.map(({ type, line, column }) => [type, line, column])).toEqual([
      ["EmptyCell", 2, "treatment"],
      ["UnknownKind", 3, "kind"],
      ["EmptyCell", 4, "kind"],
      ["EmptyCell", 5, "start"],
      ["StopBeforeStart", 6, "stop"],
      ["UnreadableDate", 7, "stop"],
      ["TextTooLong", 8, "treatment"],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([9]);
  });

  it("[RC-28] uses the later of two rows of one dose period and names the earlier, however it is capitalised", () => {
    const { rows, repeated } = read(
      "treatment,kind,start,dose\nExample  medicine,medicine,2026-01-05,5\nexample medicine,medicine,2026-01-05,10\n",
    );
    expect(rows.map(({ row }) => row.dose)).toEqual([10]);
    expect(repeated).toEqual([{ line: 2, key: "Example medicine, 2026-01-05", usedLine: 3, same: false }]);
  });

  it("[RC-23] refuses a diary, and a file without its columns, by name", () => {
    expect(refused("date,stiffness\n2026-01-05,3\n")).toEqual({
      type: "OtherKindOfFile",
      expected: "treatments",
      found: "diary",
    });
    expect(refused("treatment,dose\nx,1\n")).toEqual({
      type: "MissingColumn",
      columns: ["kind", "start"],
      found: ["treatment", "dose"],
    });
  });
});
