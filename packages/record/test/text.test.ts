import { describe, expect, it } from "vitest";
import { createDeviceId } from "../src/clock.ts";
import { diaryCsv } from "../src/export/csv.ts";
import { readDiaryCsv } from "../src/import/diaryCsv.ts";
import type { LocalDate } from "../src/localDate.ts";
import { openRecord } from "../src/record.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import type { CheckIn } from "../src/vocabulary.ts";
import { tidyText } from "../src/text.ts";
import { emptyCheckIn } from "../src/vocabulary.ts";

const day = (text: string): LocalDate => text as LocalDate;

async function open(now = 1_000) {
  const opened = await openRecord({
    store: createMemoryStore(),
    now: () => now,
    device: createDeviceId(new Uint8Array([1])),
  });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

describe("text as it is kept", () => {
  it("[RC-6] has one kind of line end, no control characters, no broken characters and no blanks around it", () => {
    expect(tidyText("  stiff\r\nall\rday \u0007\u007f")).toBe("stiff\nall\nday");
    expect(tidyText("half \ud83d of a face")).toBe("half \ufffd of a face");
    expect(tidyText(" \n\t ")).toBeNull();
    expect(tidyText(null)).toBeNull();
  });

  it("[RC-25] comes back from a file as it was, also where a spreadsheet would have run it", () => {
    for (const note of ["=1+1", "'=1+1", "''@x", "+4 is bad", "-", "plain", "'quoted'"]) {
      const checkIn: CheckIn = {
        ...emptyCheckIn,
        id: "2026-01-05",
        date: day("2026-01-05"),
        stiffness: 3,
        note,
      };
      const csv = diaryCsv([checkIn]);
      expect(csv).not.toMatch(/,[=+@-]/);
      const read = readDiaryCsv(csv);
      expect(read.ok && read.value.rows[0]?.row.note, note).toBe(note);
    }
  });
});

describe("rows of treatments", () => {
  it("[RC-15] are written whole: a new one unless an id is named", async () => {
    const record = await open();
    const start = day("2026-01-05");
    const first = await record.putTreatment({
      treatment: "Baclofen",
      kind: "medicine",
      start,
      dose: 5,
      unit: "mg",
    });
    const second = await record.putTreatment({ treatment: "Baclofen", kind: "medicine", start, dose: 10 });
    if (!first.ok || !second.ok) throw new Error("not written");
    expect(record.treatments().length).toBe(2);
    await record.putTreatment({ treatment: "Baclofen", kind: "medicine", start }, first.value);
    const written = record.treatments().find(({ id }) => id === first.value);
    expect([written?.dose, written?.unit]).toEqual([null, null]);
    expect(record.treatments().length).toBe(2);
  });

  it("[RC-35] that come from a backup keep the stamps that they have, and come as one step", async () => {
    const other = await open(5_000);
    await other.putCheckIn({ date: day("2026-01-05"), stiffness: 4 }, day("2026-01-06"));
    await other.putTreatment({ treatment: "A", kind: "other", start: day("2026-01-01") });
    const record = await open(9_000);
    const restored = await record.restore(other.operations());
    expect(restored.ok).toBe(true);
    expect(record.operations()).toEqual(other.operations());
    await record.undo();
    expect([record.checkIns(), record.treatments()]).toEqual([[], []]);
  });
});
