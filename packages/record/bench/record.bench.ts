import { rowsOf, timeColumns } from "../../../scripts/lib/time.mts";
import { createDeviceId, FIRST_STAMP, tick } from "../src/clock.ts";
import { readDiaryCsv } from "../src/import/diaryCsv.ts";
import { addDays, type LocalDate } from "../src/localDate.ts";
import { createOperation } from "../src/operation.ts";
import { openRecord } from "../src/record.ts";
import { checkInEdit } from "../src/rows.ts";
import { createMemoryStore } from "../src/store/memory.ts";

const first = "1950-01-01" as LocalDate;

export default async function bench() {
  const csv = (rows: number): string =>
    [
      "date,stiffness,spasms,pain,sleep,note",
      ...Array.from({ length: rows }, (_, day) => `${addDays(first, day)},${day % 11},3,2,1,note`),
    ].join("\r\n");
  const short = csv(3_650);
  const long = csv(50_000);
  let at = FIRST_STAMP;
  const device = createDeviceId(new Uint8Array(8));
  const operations = Array.from({ length: 36_500 }, (_, place) => {
    at = tick(at, 1);
    return createOperation(checkInEdit(addDays(first, place % 3_650), { stiffness: place % 11 }), at, device);
  });
  const rows = rowsOf(
    [
      ["read a diary CSV of 3,650 rows (ten years)", () => readDiaryCsv(short)],
      ["read a diary CSV of 50,000 rows", () => readDiaryCsv(long)],
    ],
    7,
  );
  const times: number[] = [];
  for (let run = 0; run < 7; run++) {
    const began = performance.now();
    const opened = await openRecord({ store: createMemoryStore(operations), now: () => 1, device });
    if (!opened.ok) throw new Error(opened.error.type);
    opened.value.checkIns();
    times.push(performance.now() - began);
  }
  times.sort((left, right) => left - right);
  const reference = Number(rows[0]?.[1] ?? 1);
  const median = times[3] ?? 0;
  rows.push([
    "open a record of 36,500 operations (ten years, each day changed ten times)",
    median.toFixed(2),
    (times[0] ?? 0).toFixed(2),
    (median / reference).toFixed(1),
  ]);
  return { title: "The record", columns: timeColumns, rows };
}
