/** All tables in one zip file. */
import { strToU8, zipSync } from "fflate";
import type { CsvFile } from "./tablesCsv.ts";

/** [RC-108] `checkIn.csv`, `treatment.csv` … The same tables give the same bytes: the files carry no time of their own. */
export function csvZip(files: readonly CsvFile[]): Uint8Array<ArrayBuffer> {
  const contents = Object.fromEntries(files.map(({ table, text }) => [`${table}.csv`, strToU8(text)]));
  // The earliest time that a zip file can hold.
  return zipSync(contents, { mtime: new Date(1980, 0, 1) }) as Uint8Array<ArrayBuffer>;
}
