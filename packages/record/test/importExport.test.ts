import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDeviceId } from "../src/clock.ts";
import { openExample } from "../src/example.ts";
import { diaryCsv, treatmentsCsv } from "../src/export/csv.ts";
import { recordJson } from "../src/export/json.ts";
import { readDiaryCsv } from "../src/import/diaryCsv.ts";
import { previewRestore, readRecordJson } from "../src/import/json.ts";
import { confirmDiary, confirmTreatments, previewDiary, previewTreatments } from "../src/import/preview.ts";
import { readTreatmentsCsv } from "../src/import/treatmentsCsv.ts";
import type { LocalDate } from "../src/localDate.ts";
import { openRecord } from "../src/record.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import * as arbitrary from "./arbitrary.ts";
import { value } from "./storeContract.ts";

const today = "2026-03-01" as LocalDate;
const device = createDeviceId(new Uint8Array([1]));
const open = async () =>
  value(await openRecord({ store: createMemoryStore(), now: () => Date.UTC(2026, 2, 1), device }));

const bytes = (text: string) => new TextEncoder().encode(text);

describe("diary import", () => {
  const file =
    "date,stiffness,pain,note\n2026-01-05,6,,from the file\n2026-01-06,5,2,\n2026-01-07,4,1,\n2026-01-08,14,,\n";

  it("[RC-30] changes nothing until confirmed, and says what is new, different, the same and unreadable", async () => {
    const record = await open();
    value(
      await record.putCheckIn({ date: "2026-01-05" as LocalDate, stiffness: 3, pain: 9, sleep: 1 }, today),
    );
    value(
      await record.putCheckIn(
        { date: "2026-01-06" as LocalDate, stiffness: 5, pain: 2, note: "mine" },
        today,
      ),
    );
    const before = JSON.stringify(record.operations());
    const preview = value(previewDiary(value(readDiaryCsv(file)), record.checkIns()));
    expect(JSON.stringify(record.operations())).toBe(before);
    expect(preview.additions.map(({ line, row }) => [line, row.date])).toEqual([[4, "2026-01-07"]]);
    expect(preview.unchanged.map(({ line }) => line)).toEqual([3]);
    expect(preview.unreadable.map(({ line }) => line)).toEqual([5]);
    expect(preview.changes).toMatchObject([
      {
        line: 2,
        fields: ["stiffness", "note"],
        before: { stiffness: 3, pain: 9, note: null },
        after: { stiffness: 6, pain: 9, sleep: 1, note: "from the file", backfilled: true },
      },
    ]);
  });

  it("[RC-32] the person chooses between their own days and the file's; one undo takes the whole import back", async () => {
    for (const [changes, stiffness] of [
      ["keep-mine", 3],
      ["take-the-file", 6],
    ] as const) {
      const record = await open();
      value(await record.putCheckIn({ date: "2026-01-05" as LocalDate, stiffness: 3, pain: 9 }, today));
      const before = JSON.stringify(record.checkIns());
      const preview = value(previewDiary(value(readDiaryCsv(file)), record.checkIns()));
      value(await record.write(confirmDiary(preview, { changes })));
      expect(record.checkIns().map((row) => [row.date, row.stiffness, row.pain])).toEqual([
        ["2026-01-05", stiffness, 9],
        ["2026-01-06", 5, 2],
        ["2026-01-07", 4, 1],
      ]);
      value(await record.undo());
      expect(JSON.stringify(record.checkIns())).toBe(before);
    }
  });

  it("[RC-30] reading the same file twice adds nothing the second time", async () => {
    const record = await open();
    for (const added of [3, 0]) {
      const preview = value(previewDiary(value(readDiaryCsv(file)), record.checkIns()));
      expect([preview.additions.length, preview.changes.length]).toEqual([added, 0]);
      value(await record.write(confirmDiary(preview, { changes: "take-the-file" })));
    }
  });

  it("[RC-31] matches treatments by name, kind and first day, and never erases what is known", async () => {
    const record = await open();
    const start = "2026-01-05" as LocalDate;
    value(
      await record.putTreatment({
        treatment: "Example medicine",
        kind: "medicine",
        start,
        dose: 5,
        unit: "mg",
      }),
    );
    const rows =
      "treatment,kind,start,stop,dose,unit\nexample medicine,medicine,2026-01-05,2026-02-01,,\nOther,session,2026-01-05,,,\n";
    const preview = value(previewTreatments(value(readTreatmentsCsv(rows)), record.treatments()));
    value(await record.write(confirmTreatments(preview, { changes: "take-the-file" })));
    expect(record.treatments()).toMatchObject([
      { treatment: "Example medicine", stop: "2026-02-01", dose: 5, unit: "mg" },
      { treatment: "Other", kind: "session" },
    ]);
    const again = value(previewTreatments(value(readTreatmentsCsv(rows)), record.treatments()));
    expect([again.additions.length, again.changes.length, again.unchanged.length]).toEqual([0, 0, 2]);
    value(await record.undo());
    expect(record.treatments()).toHaveLength(1);
  });
});

describe("CSV export", () => {
  it("[RC-33] export, then import, is the identity for any diary, notes and zeros included", () => {
    fc.assert(
      fc.property(arbitrary.checkIns, (checkIns) => {
        const read = readDiaryCsv(bytes(diaryCsv(checkIns)));
        if (checkIns.length === 0) {
          expect(read).toEqual({ ok: false, error: { type: "NoRows" } });
          return;
        }
        const reading = value(read);
        expect(reading.unreadable).toEqual([]);
        expect(reading.rows.map(({ row }) => row)).toEqual(
          [...checkIns].sort((a, b) => (a.date < b.date ? -1 : 1)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("[RC-33] the same for treatments, through a preview into an empty record", () => {
    fc.assert(
      fc.property(arbitrary.treatments, (treatments) => {
        if (treatments.length === 0) return;
        const preview = value(previewTreatments(value(readTreatmentsCsv(treatmentsCsv(treatments))), []));
        expect(preview.unreadable).toEqual([]);
        expect(preview.additions.map(({ row: { id: _, ...row } }) => row)).toEqual(
          treatments.map(({ id: _, ...row }) => row),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("[RC-33] no cell begins with what a spreadsheet would run", async () => {
    const record = await open();
    const notes = [
      '=HYPERLINK("http://x")',
      "+1",
      "-1",
      "@SUM(A1)",
      "'=1",
      "''-x",
      "＝1",
      "\t=1",
      "fine = 1",
      "'tis",
    ];
    for (const [place, note] of notes.entries()) {
      value(await record.putCheckIn({ date: `2026-01-${10 + place}` as LocalDate, note }, today));
    }
    value(await record.putTreatment({ treatment: "=cmd", kind: "other", start: today, unit: "@x" }));
    const diary = diaryCsv(record.checkIns());
    const treatments = treatmentsCsv(record.treatments());
    for (const text of [diary, treatments]) expect(text).not.toMatch(/(^|,)"?[=+\-@＝＋－＠]/m);
    expect(value(readDiaryCsv(diary)).rows.map(({ row }) => row.note)).toEqual(
      record.checkIns().map(({ note }) => note),
    );
    expect(value(readTreatmentsCsv(treatments)).rows[0]?.row).toMatchObject({
      treatment: "=cmd",
      unit: "@x",
    });
  });
});

describe("record JSON", () => {
  it("[RC-34] export, wipe, import is the identity: zeros, removals and what is unknown included", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitrary.operation, { maxLength: 25 }), async (operations) => {
        const record = await open();
        value(await record.restore(operations));
        const file = value(readRecordJson(bytes(recordJson(record))));
        const empty = await open();
        value(await empty.restore(value(previewRestore(file, empty.operations())).operations));
        expect(recordJson(empty)).toBe(recordJson(record));
        expect(file.unreadable).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("[RC-36] says what a restore would add, change and remove, and changes nothing until then", async () => {
    const record = await open();
    value(await record.putCheckIn({ date: "2026-01-05" as LocalDate, pain: 1 }, today));
    value(await record.putCheckIn({ date: "2026-01-06" as LocalDate, pain: 1 }, today));
    const other = await open();
    value(await other.restore(record.operations()));
    value(await other.removeCheckIn("2026-01-05" as LocalDate));
    value(await other.putCheckIn({ date: "2026-01-06" as LocalDate, pain: 2 }, today));
    value(await other.putCheckIn({ date: "2026-01-07" as LocalDate, pain: 2 }, today));
    const file = value(readRecordJson(recordJson(other)));
    const preview = value(previewRestore(file, record.operations()));
    expect(preview.tables).toEqual([{ table: "checkIn", added: 1, changed: 1, removed: 1, unchanged: 0 }]);
    expect(record.checkIns()).toHaveLength(2);
    value(await record.restore(preview.operations));
    expect(record.checkIns()).toEqual(other.checkIns());
    value(await record.undo());
    expect(record.checkIns().map(({ date, pain }) => [date, pain])).toEqual([
      ["2026-01-05", 1],
      ["2026-01-06", 1],
    ]);
  });

  it("[RC-36] refuses what is no record or newer, and names broken entries", async () => {
    const problem = (text: string) => {
      const read = readRecordJson(text);
      return read.ok ? "ok" : read.error.type;
    };
    expect(problem("")).toBe("EmptyFile");
    expect(problem('{"format":"unclench-record","version":1,"operations":[')).toBe("NotJson");
    expect(problem("[1,2]")).toBe("NotARecord");
    expect(problem('{"format":"something-else","version":1,"operations":[]}')).toBe("NotARecord");
    expect(problem('{"format":"unclench-record","version":1}')).toBe("NotARecord");
    expect(problem('{"format":"unclench-record","version":2,"log":"new"}')).toBe("WrittenByNewerVersion");
    expect(problem('{"format":"unclench-record","version":1,"operations":[{"version":9}]}')).toBe(
      "WrittenByNewerVersion",
    );
    const broken = value(
      readRecordJson('{"format":"unclench-record","version":1,"operations":[{"version":1},7]}'),
    );
    expect(broken.unreadable.map(({ place }) => place)).toEqual([1, 2]);
  });

  it("[RC-41] keeps the example apart from the person's own record", async () => {
    const example = await openExample(today);
    expect(example.isExample).toBe(true);
    const options = { isExample: example.isExample };
    const diary = value(readDiaryCsv(diaryCsv(example.checkIns(), options)));
    expect(diary.rows.map(({ row }) => row)).toEqual(example.checkIns());
    expect(previewDiary(diary, [])).toEqual({ ok: false, error: { type: "ExampleFile" } });
    const treatments = value(readTreatmentsCsv(treatmentsCsv(example.treatments(), options)));
    expect(previewTreatments(treatments, [])).toEqual({ ok: false, error: { type: "ExampleFile" } });
    const file = value(readRecordJson(recordJson(example)));
    expect(previewRestore(file, [])).toEqual({ ok: false, error: { type: "ExampleFile" } });
  });
});
