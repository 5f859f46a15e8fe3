/** Reading the record's own JSON file back, with a preview. See docs/formats.md. */
import * as v from "valibot";
import { RECORD_FORMAT, RECORD_FORMAT_VERSION } from "../export/json.ts";
import {
  applyOperations,
  createState,
  isRemoved,
  mergeStates,
  orderedJson,
  type RowState,
} from "../merge.ts";
import { type Operation, parseOperation } from "../operation.ts";
import { err, ok, type Result } from "../result.ts";
import { type FileTextError, readFileText } from "./fileText.ts";

export type JsonFileError =
  | FileTextError
  | { readonly type: "NotJson" }
  | { readonly type: "NotARecord" }
  | { readonly type: "WrittenByNewerVersion"; readonly version: number };

export type RecordFile = {
  readonly operations: readonly Operation[];
  /** entries that are broken, by their place in the file, the first being 1 */
  readonly unreadable: readonly { readonly place: number; readonly path: string }[];
  readonly isExample: boolean;
};

const envelope = v.object({
  format: v.literal(RECORD_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  example: v.exactOptional(v.boolean()),
  operations: v.optional(v.array(v.unknown())),
});

/**
 * [RC-36] Reads a record file. One that a newer version wrote is refused as a whole, because cutting it to fit would lose
 * what this version does not know; a single broken entry is named and left out.
 */
export function readRecordJson(file: string | Uint8Array): Result<RecordFile, JsonFileError> {
  const text = readFileText(file);
  if (!text.ok) return text;
  let value: unknown;
  try {
    value = JSON.parse(text.value.text);
  } catch {
    return err({ type: "NotJson" });
  }
  const parsed = v.safeParse(envelope, value);
  if (!parsed.success) return err({ type: "NotARecord" });
  const { version, operations: entries, example } = parsed.output;
  if (version > RECORD_FORMAT_VERSION) return err({ type: "WrittenByNewerVersion", version });
  if (entries === undefined) return err({ type: "NotARecord" });
  const operations: Operation[] = [];
  const unreadable: { place: number; path: string }[] = [];
  for (const [index, entry] of entries.entries()) {
    const operation = parseOperation(entry);
    if (operation.ok) operations.push(operation.value);
    else if (operation.error.type === "NotAnOperation")
      unreadable.push({ place: index + 1, path: operation.error.path });
    else return err({ type: "WrittenByNewerVersion", version: operation.error.version });
  }
  return ok({ operations, unreadable, isExample: example ?? false });
}

export type RestorePreview = {
  /** rows by table: how many the file would add, change, remove, or leave as they are */
  readonly tables: readonly {
    readonly table: string;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly unchanged: number;
  }[];
  readonly unreadable: RecordFile["unreadable"];
  /** hand these to `record.restore` to confirm */
  readonly operations: readonly Operation[];
};

/** [RC-36] What restoring the file would do to the record. Writes nothing. */
export function previewRestore(
  file: RecordFile,
  current: readonly Operation[],
): Result<RestorePreview, { readonly type: "ExampleFile" }> {
  if (file.isExample) return err({ type: "ExampleFile" });
  const before = createState();
  applyOperations(before, current);
  const fromFile = createState();
  applyOperations(fromFile, file.operations);
  const after = mergeStates(before, fromFile);
  const tables = [...fromFile].map(([table, rows]) => {
    const count = { table, added: 0, changed: 0, removed: 0, unchanged: 0 };
    for (const id of rows.keys()) count[outcome(before.get(table)?.get(id), after.get(table)?.get(id))] += 1;
    return count;
  });
  return ok({ tables, unreadable: file.unreadable, operations: file.operations });
}

function outcome(before: RowState | undefined, after: RowState | undefined) {
  const wasThere = before !== undefined && !isRemoved(before);
  const isThere = after !== undefined && !isRemoved(after);
  if (wasThere && isThere) return rowText(before) === rowText(after) ? "unchanged" : "changed";
  return isThere ? "added" : wasThere ? "removed" : "unchanged";
}

const rowText = ({ fields }: RowState): string =>
  orderedJson(Object.fromEntries([...fields].map(([field, { value }]) => [field, value])));
