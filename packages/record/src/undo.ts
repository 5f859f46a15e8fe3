/**
 * Taking a step back by writing its opposite: operations are never deleted.
 *
 * [Note: Undo takes back only what is still ours] A field that someone else, or this person in another tab, has written
 * since is left as it is.
 */
import { isRemoved, type Register, type RecordState, wins } from "./merge.ts";
import type { Edit, FieldValue, Operation } from "./operation.ts";

type Written = { readonly prior: Register | null; ours: Register };
type WrittenRow = {
  readonly fields: Map<string, Written>;
  deleted: Written | null;
  readonly wasThere: boolean;
};

/** What the rows were before a step: table → id → row. */
export type UndoStep = ReadonlyMap<string, ReadonlyMap<string, WrittenRow>>;

/** To be called before the operations are applied. */
export function rememberBefore(state: RecordState, operations: readonly Operation[]): UndoStep {
  const step = new Map<string, Map<string, WrittenRow>>();
  for (const { table, id, at, device, set, deleted } of operations) {
    const current = state.get(table)?.get(id);
    const rows = step.get(table) ?? new Map<string, WrittenRow>();
    step.set(table, rows);
    const row = rows.get(id) ?? {
      fields: new Map<string, Written>(),
      deleted: null,
      wasThere: current !== undefined && !isRemoved(current),
    };
    rows.set(id, row);
    for (const [field, value] of Object.entries(set)) {
      const written = remember(row.fields.get(field), current?.fields.get(field), { value, at, device });
      if (written !== null) row.fields.set(field, written);
    }
    if (deleted !== undefined)
      row.deleted = remember(row.deleted, current?.deleted, { value: deleted, at, device });
  }
  return step;
}

/** Of several writes to one field in one step, the state before the first and the value of the last count. */
function remember(
  earlier: Written | null | undefined,
  current: Register | null | undefined,
  next: Register,
): Written | null {
  if (!wins(next, earlier?.ours ?? current)) return earlier ?? null;
  return { prior: earlier ? earlier.prior : (current ?? null), ours: next };
}

/** [RC-18] The edits that take the step back. A field that was not there before becomes "not known". */
export function editsToUndo(state: RecordState, step: UndoStep): Edit[] {
  const edits: Edit[] = [];
  for (const [table, rows] of step) {
    for (const [id, before] of rows) {
      const current = state.get(table)?.get(id);
      const set: [string, FieldValue][] = [];
      for (const [field, { prior, ours }] of before.fields) {
        const isOurs = isSame(current?.fields.get(field), ours);
        if (isOurs && prior?.value !== ours.value) set.push([field, prior?.value ?? null]);
      }
      const takesDeletion = before.deleted !== null && isSame(current?.deleted, before.deleted.ours);
      const deleted = takesDeletion && isRemoved(current) === before.wasThere ? !before.wasThere : undefined;
      if (set.length === 0 && deleted === undefined) continue;
      edits.push({
        table,
        id,
        set: Object.fromEntries(set),
        ...(deleted === undefined ? {} : { deleted }),
      });
    }
  }
  return edits;
}

function isSame(register: Register | null | undefined, ours: Register): boolean {
  return register?.at === ours.at && register.device === ours.device;
}

/** Did the step change anything at all? One that did not is not worth an undo. */
export function changesSomething(step: UndoStep): boolean {
  for (const rows of step.values()) {
    for (const row of rows.values()) if (row.deleted !== null || row.fields.size > 0) return true;
  }
  return false;
}

/**
 * After `undone` was taken back by `operations`: what an earlier step had written stands there again, under a new stamp.
 * It is still that step's, so that the next undo can take it back too.
 */
export function handBack(
  earlier: readonly UndoStep[],
  undone: UndoStep,
  operations: readonly Operation[],
): void {
  for (const { table, id, at, device, set, deleted } of operations) {
    const row = undone.get(table)?.get(id);
    const own = (
      written: Written | null | undefined,
      restored: Written | null | undefined,
      value: FieldValue,
    ) => {
      if (written && restored?.prior && isSame(restored.prior, written.ours))
        written.ours = { value, at, device };
    };
    for (const step of earlier) {
      const before = step.get(table)?.get(id);
      for (const [field, value] of Object.entries(set)) {
        own(before?.fields.get(field), row?.fields.get(field), value);
      }
      if (deleted !== undefined) own(before?.deleted, row?.deleted, deleted);
    }
  }
}
