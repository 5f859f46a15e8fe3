/** Everything that the record holds, as one JSON file. See docs/formats.md. */
import type { Operation } from "../operation.ts";

export const RECORD_FORMAT = "unclench-record";
export const RECORD_FORMAT_VERSION = 1;

/** A `PersonalRecord` is one. */
export type ExportableRecord = {
  readonly isExample: boolean;
  readonly notUnderstood: readonly unknown[];
  operations(): readonly Operation[];
};

/** [RC-34] One operation a line, so that a person can read it and two files can be compared. */
export function recordJson(record: ExportableRecord): string {
  const lines = [...record.operations(), ...record.notUnderstood].map((operation) =>
    JSON.stringify(operation),
  );
  const example = record.isExample ? `"example":true,` : "";
  const head = `{"format":"${RECORD_FORMAT}","version":${RECORD_FORMAT_VERSION},${example}"operations":[`;
  return lines.length === 0 ? `${head}]}\n` : `${head}\n${lines.join(",\n")}\n]}\n`;
}
