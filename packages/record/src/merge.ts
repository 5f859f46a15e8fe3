/**
 * What the operations amount to. For each field of each row the latest writer wins: the larger stamp, then the larger
 * device id. A removal is a field under the same rule. Merging is commutative, associative and idempotent, so devices
 * that saw the same operations in any order, any number of times, show the same record.
 */
import type { DeviceId, Stamp } from "./clock.ts";
import { type FieldValue, OPERATION_VERSION, type Operation } from "./operation.ts";
import { type Register, RowState } from "./rowState.ts";

export type { Register, RowState } from "./rowState.ts";

/** table → row id → row. Tables and fields that this version does not know are kept like any other. */
export type RecordState = Map<string, Map<string, RowState>>;

export const createState = (): RecordState => new Map();

/**
 * [RC-11] Does the register `next` win over `current`? Equal stamps of one device with different values cannot come from
 * an honest device; the order of their JSON text decides, so that even then all devices agree.
 */
export function wins(next: Register, current: Register | null | undefined): boolean {
  if (current === null || current === undefined) return true;
  if (next.at !== current.at) return next.at > current.at;
  if (next.device !== current.device) return next.device > current.device;
  return orderedJson(next.value) > orderedJson(current.value);
}

/** [RC-12] Takes operations into the state, in place, and returns the rows that changed as [table, id]. */
export function applyOperations(
  state: RecordState,
  operations: Iterable<Operation>,
): (readonly [string, string])[] {
  const changed: (readonly [string, string])[] = [];
  for (const operation of operations) {
    const { table, id } = operation;
    const rows = rowsOf(state, table);
    const row = rows.get(id);
    if (row === undefined) rows.set(id, new RowState(operation));
    const didChange = row === undefined ? saysSomething(operation) : row.take(operation, wins);
    if (didChange) changed.push([table, id]);
  }
  return changed;
}

/** [RC-77] Would this operation change anything? One that would not need not be kept. */
export function isNews(state: RecordState, { table, id, at, device, set, deleted }: Operation): boolean {
  const row = state.get(table)?.get(id);
  if (row === undefined) return true;
  if (deleted !== undefined && wins({ value: deleted, at, device }, row.deleted)) return true;
  return Object.entries(set).some(([field, value]) => wins({ value, at, device }, row.fields.get(field)));
}

/** [RC-12] The state that has seen everything that either of the two has seen. Neither is changed. */
export function mergeStates(left: RecordState, right: RecordState): RecordState {
  const merged = createState();
  applyOperations(merged, operationsOf(left));
  applyOperations(merged, operationsOf(right));
  return merged;
}

/**
 * [RC-13] The fewest operations that rebuild the state, oldest first: overwritten values are gone, removals and unknown
 * fields are not. Fields of one row that were written together stay together.
 */
export function operationsOf(state: RecordState): Operation[] {
  const operations: Operation[] = [];
  for (const [table, rows] of state) {
    for (const [id, row] of rows) {
      const byStamp = new Map<
        string,
        { at: Stamp; device: DeviceId; set: [string, FieldValue][]; deleted?: boolean }
      >();
      const group = ({ at, device }: Register) => {
        const key = `${at} ${device}`;
        const found = byStamp.get(key) ?? { at, device, set: [] };
        byStamp.set(key, found);
        return found;
      };
      for (const [field, register] of row.fields) group(register).set.push([field, register.value]);
      if (row.deleted !== null) group(row.deleted).deleted = row.deleted.value === true;
      for (const { at, device, set, deleted } of byStamp.values()) {
        set.sort(([left], [right]) => (left < right ? -1 : 1));
        operations.push({
          version: OPERATION_VERSION,
          at,
          device,
          table,
          id,
          set: Object.fromEntries(set),
          ...(deleted === undefined ? {} : { deleted }),
        });
      }
    }
  }
  return operations.sort(byTimeThenPlace);
}

export const isRemoved = (row: RowState | undefined): boolean => row?.isRemoved === true;

/** Rows of a table that were not removed, as [id, row]. */
export function* liveRows(state: RecordState, table: string): Generator<readonly [string, RowState]> {
  for (const [id, row] of state.get(table) ?? []) if (!isRemoved(row)) yield [id, row];
}

const saysSomething = ({ set, deleted }: Operation): boolean => {
  if (deleted !== undefined) return true;
  for (const field in set) if (Object.hasOwn(set, field)) return true;
  return false;
};

function rowsOf(state: RecordState, table: string): Map<string, RowState> {
  const known = state.get(table);
  if (known !== undefined) return known;
  const rows = new Map<string, RowState>();
  state.set(table, rows);
  return rows;
}

/** Compared as plain text by code units: the order must be the same in every language setting. */
function byTimeThenPlace(left: Operation, right: Operation): number {
  const keys: readonly (readonly [string, string])[] = [
    [left.at, right.at],
    [left.device, right.device],
    [left.table, right.table],
    [left.id, right.id],
  ];
  for (const [a, b] of keys) if (a !== b) return a < b ? -1 : 1;
  return 0;
}

/** JSON with the keys of objects in order, so that equal values have equal text. */
export function orderedJson(value: FieldValue): string {
  if (Array.isArray(value)) return `[${value.map(orderedJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${orderedJson(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
