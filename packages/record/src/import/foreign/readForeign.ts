/** The CSV files of other diaries. What each is known to look like, and from where, stands in docs/formats.md. */
import { err, type Result } from "../../result.ts";
import { bearable } from "./bearable.ts";
import { type ForeignCsvError, foreignCsvApp, readForeignTable } from "./csvFile.ts";
import { daylio } from "./daylio.ts";
import type { ForeignReading } from "./reading.ts";
import { trackAndGraph } from "./trackAndGraph.ts";

const formats = { Daylio: daylio, Bearable: bearable, "Track & Graph": trackAndGraph } as const;

/**
 * [RC-100] Reads a CSV file of Daylio, Bearable or Track & Graph. Rows that cannot be read are named, and the others kept.
 * @example
 *   const read = readForeignCsv("full_date,date,weekday,time,mood,activities\n2026-01-05,5 January,Monday,21:00,meh,\n");
 *   if (read.ok) read.value.series[0]; // { name: "Mood", kind: "words", entries: [{ date: "2026-01-05", value: "meh" … }] }
 */
export function readForeignCsv(
  file: string | Uint8Array,
): Result<ForeignReading, ForeignCsvError | { readonly type: "UnknownApp" }> {
  const app = foreignCsvApp(file);
  return app === null ? err({ type: "UnknownApp" }) : readForeignTable(file, formats[app]);
}
