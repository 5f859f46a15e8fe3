import { describe, expect, it } from "vitest";
import type { CsvFileError } from "../src/import/csvErrors.ts";
import { type DiaryCsvReading, readDiaryCsv } from "../src/import/diaryCsv.ts";
import type { LocalDate } from "../src/localDate.ts";
import { emptyCheckIn } from "../src/vocabulary.ts";
import { fileErrorSentence, rowErrorSentence } from "../src/import/sentences.ts";

const read = (file: string | Uint8Array): DiaryCsvReading => {
  const result = readDiaryCsv(file);
  if (!result.ok) throw new Error(fileErrorSentence(result.error));
  return result.value;
};
const refused = (file: string | Uint8Array): CsvFileError => {
  const result = readDiaryCsv(file);
  if (result.ok) throw new Error("was not refused");
  return result.error;
};
const problems = (file: string) =>
  read(file).unreadable.map(({ type, line, column, text }) => [type, line, column, text]);

const plain = "date,stiffness,spasms,pain,sleep,note\n2026-01-05,6,3,2,4,a walk\n2026-01-06,7,,,,\n";

describe("diary CSV", () => {
  it("[RC-22] reads a plain diary; an empty cell is not known and never zero", () => {
    const { rows, unreadable, ignoredColumns, absentColumns, delimiter } = read(plain);
    expect(rows).toEqual([
      {
        line: 2,
        row: {
          ...emptyCheckIn,
          id: "2026-01-05",
          date: "2026-01-05",
          stiffness: 6,
          spasms: 3,
          pain: 2,
          sleep: 4,
          spasmCount: null,
          note: "a walk",
          backfilled: false,
          recordedAt: null,
        },
      },
      {
        line: 3,
        row: {
          ...emptyCheckIn,
          id: "2026-01-06",
          date: "2026-01-06",
          stiffness: 7,
        },
      },
    ]);
    expect({ unreadable, ignoredColumns, absentColumns, delimiter }).toEqual({
      unreadable: [],
      ignoredColumns: [],
      absentColumns: [],
      delimiter: ",",
    });
  });

  it("[RC-20] reads the same diary with a byte order mark, Windows or old Mac line ends, UTF-16, no last line end", () => {
    const expected = read(plain).rows;
    const utf16 = new Uint8Array(2 + plain.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let at = 0; at < plain.length; at++) utf16[2 + at * 2] = plain.charCodeAt(at);
    for (const file of [
      `\uFEFF${plain}`,
      new TextEncoder().encode(`\uFEFF${plain}`),
      plain.replaceAll("\n", "\r\n"),
      plain.replaceAll("\n", "\r"),
      plain.trimEnd(),
      utf16,
    ]) {
      expect(read(file).rows).toEqual(expected);
    }
  });

  it("[RC-20] reads accents from older spreadsheets, and says so", () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode("date,pain,note\n2026-01-05,1,m"),
      0xfc,
      0x64,
      0x65,
    ]);
    const reading = read(bytes);
    expect(reading.rows[0]?.row.note).toBe("müde");
    expect(reading.encoding).toBe("windows-1252");
  });

  it("[RC-21] finds semicolons and tabs by itself, and reads decimal commas there", () => {
    for (const [mark, name] of [
      [";", ";"],
      ["\t", "\t"],
    ] as const) {
      const reading = read(plain.replaceAll(",", mark).replace("6;", "6,5;").replace("6\t", "6,5\t"));
      expect(reading.delimiter).toBe(name);
      expect(reading.rows[0]?.row.stiffness).toBe(6.5);
      expect(reading.rows[0]?.row.note).toBe("a walk");
    }
    expect(read("sep=;\ndate;pain\n2026-01-05;1\n").rows[0]).toMatchObject({ line: 3, row: { pain: 1 } });
  });

  it("[RC-21] takes columns in any order and case, and names those that it does not use", () => {
    const reading = read("Mood; NOTE ;Stiffness;DATE;Weather\ngood;ok;3;05.01.2026;rain\n");
    expect(reading.rows[0]?.row).toMatchObject({ date: "2026-01-05", stiffness: 3, note: "ok" });
    expect(reading.ignoredColumns).toEqual(["Mood", "Weather"]);
    expect(reading.absentColumns).toEqual(["spasms", "pain", "sleep"]);
  });

  it("[RC-21] reads quoted notes with line breaks, and still counts the lines of the file", () => {
    const file =
      'date,stiffness,note\r\n2026-01-05,1,"first, ""second""\r\n\r\nthird"\r\n\r\n2026-01-06,14,\r\n';
    expect(read(file).rows[0]?.row.note).toBe('first, "second"\n\nthird');
    expect(problems(file)).toEqual([["RatingOutOfRange", 6, "stiffness", "14"]]);
  });

  it("[RC-22] names the line, the column and the text of every cell that cannot be read, and keeps the other rows", () => {
    const file = [
      "date,stiffness,spasms,pain,sleep,note,spasmCount,backfilled",
      "2026-01-01,14,,,,,,",
      "03/04/2026,1,,,,,,",
      "2026-02-30,1,,,,,,",
      "soon,1,,,,,,",
      ",1,,,,,,",
      "2026-01-02,-1,,,,,,",
      "2026-01-03,,1e1,,,,,",
      "2026-01-04,,,seven,,,,",
      "2026-01-05,1,2,3,4,bad day, slept late,,",
      "2026-01-06,,,,NaN,,,",
      "2026-01-07,,,,,,2.5,",
      "2026-01-08,1,,,,,,maybe",
      "1026-01-08,1,,,,,,",
      "2026-01-09,5,,,,,,",
    ].join("\n");
    expect(problems(file)).toEqual([
      ["RatingOutOfRange", 2, "stiffness", "14"],
      ["AmbiguousDate", 3, "date", "03/04/2026"],
      ["NoSuchDay", 4, "date", "2026-02-30"],
      ["UnreadableDate", 5, "date", "soon"],
      ["EmptyCell", 6, "date", ""],
      ["NotANumber", 7, "stiffness", "-1"],
      ["NotANumber", 8, "spasms", "1e1"],
      ["NotANumber", 9, "pain", "seven"],
      ["NotANumber", 10, "spasmCount", "slept late"],
      ["NotANumber", 11, "sleep", "NaN"],
      ["CountOutOfRange", 12, "spasmCount", "2.5"],
      ["UnknownYesNo", 13, "backfilled", "maybe"],
      ["DateOutOfRange", 14, "date", "1026-01-08"],
    ]);
    expect(read(file).rows.map(({ line }) => line)).toEqual([15]);
    for (const error of read(file).unreadable) expect(rowErrorSentence(error)).toMatch(/^Line \d+: .+\.$/);
  });

  it("[RC-22] names rows with more cells than columns and stray quotation marks", () => {
    expect(problems("date,pain,note\n2026-01-05,1,a, b\n2026-01-06,2,ok\n")).toEqual([
      ["TooManyCells", 2, "", "2026-01-05,1,a, b"],
    ]);
    expect(
      problems('date,pain,note\n2026-01-05,1,"say "hi" now"\n2026-01-06,2,ok\n')[0]?.slice(0, 2),
    ).toEqual(["StrayQuote", 2]);
  });

  it("[RC-22] refuses days that have not come yet when it knows today; tomorrow may be today elsewhere", () => {
    const today = "2026-01-05" as LocalDate;
    const result = readDiaryCsv("date,pain\n2026-01-06,1\n2026-01-07,1\n", { today });
    expect(result.ok && result.value.unreadable).toEqual([
      { type: "FutureDate", line: 3, column: "date", text: "2026-01-07" },
    ]);
  });

  it("[RC-26] uses the later of two rows of one day and names the earlier", () => {
    const reading = read("date,pain\n2026-01-05,1\n2026-01-06,2\n2026-01-05,3\n2026-01-06,2\n");
    expect(reading.rows.map(({ row }) => [row.date, row.pain])).toEqual([
      ["2026-01-05", 3],
      ["2026-01-06", 2],
    ]);
    expect(reading.repeated).toEqual([
      { line: 2, key: "2026-01-05", usedLine: 4, same: false },
      { line: 3, key: "2026-01-06", usedLine: 5, same: true },
    ]);
  });

  it("[RC-22] leaves out lines that say nothing but the day, and counts them", () => {
    const reading = read("date,pain\n2026-01-05,\n2026-01-06,0\n");
    expect(reading.blankLines).toEqual([2]);
    expect(reading.rows.map(({ row }) => row.pain)).toEqual([0]);
  });

  it("[RC-22] refuses a file that is no diary, and says what is missing", () => {
    expect(refused("stiffness,note\n3,ok\n")).toEqual({
      type: "MissingColumn",
      columns: ["date"],
      found: ["stiffness", "note"],
    });
    expect(refused("date,note\n2026-01-05,ok\n")).toMatchObject({ type: "NoRatingColumn" });
    expect(refused("treatment,kind,start\nx,medicine,2026-01-05\n")).toEqual({
      type: "OtherKindOfFile",
      expected: "diary",
      found: "treatments",
    });
    expect(refused("date,pain,Pain\n2026-01-05,1,2\n")).toEqual({ type: "RepeatedColumn", column: "pain" });
    expect(refused("date,pain\n")).toEqual({ type: "NoRows" });
    expect(refused("")).toEqual({ type: "EmptyFile" });
    expect(refused("\uFEFF \r\n ")).toEqual({ type: "EmptyFile" });
    expect(refused('date,pain,note\n2026-01-05,1,"never closed\n2026-01-06,2,ok\n')).toEqual({
      type: "QuoteNotClosed",
      line: 2,
    });
    expect(refused(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({
      type: "NotText",
      looksLike: "workbook",
    });
    expect(refused("%PDF-1.7\n\0")).toEqual({ type: "NotText", looksLike: "pdf" });
    expect(fileErrorSentence(refused("stiffness,note\n3,ok\n"), "diary.csv")).toBe(
      "diary.csv has no column date: name it in the first line, which reads “stiffness, note”.",
    );
  });

  it("[RC-27] reads 50,000 rows at once", () => {
    const lines = ["date,stiffness,spasms,pain,sleep,note"];
    for (let day = 0; day < 50_000; day++) {
      const iso = new Date(Date.UTC(1950, 0, 1 + day)).toISOString().slice(0, 10);
      lines.push(`${iso},${day % 11},3,2,4,"day ${day}, with a comma"`);
    }
    const file = lines.join("\r\n");
    const { rows, unreadable } = read(file);
    expect([rows.length, unreadable.length]).toEqual([50_000, 0]);
    expect(rows[49_999]?.row.note).toBe("day 49999, with a comma");
  });
});
