/** Adding a plan that came from somebody else: one step, so that one undo takes all of it back. */
import { isKnownRoutine } from "@unclench/answers/relief-plan";
import {
  type Edit,
  type PersonalRecord,
  type PlanItem,
  type RowOf,
  tableEdit,
  tableRowId,
  tables,
} from "@unclench/record";
import type { SharedItem } from "@unclench/record/plan";

export type Incoming = {
  /** new to this plan */
  readonly fresh: readonly SharedItem[];
  /** there already, word for word */
  readonly there: number;
  /** not known to this version of the app */
  readonly unknown: readonly SharedItem[];
};

const fieldsOf = ({
  routine,
  days,
  times,
  holdSeconds,
  repeats,
  minutes,
  side,
  note,
  at,
}: SharedItem): string =>
  JSON.stringify([
    routine,
    days.map(({ day }) => day).sort(),
    times,
    holdSeconds,
    repeats,
    minutes,
    side,
    note,
    at,
  ]);

/** What of it is new. */
export function incoming(items: readonly SharedItem[], plan: readonly PlanItem[]): Incoming {
  const have = new Set(plan.map(fieldsOf));
  const known = items.filter(({ routine }) => isKnownRoutine(routine));
  const fresh = known.filter((item) => !have.has(fieldsOf(item)));
  return {
    fresh,
    there: known.length - fresh.length,
    unknown: items.filter(({ routine }) => !isKnownRoutine(routine)),
  };
}

/** The edits that add them behind what is there. */
export function additions(items: readonly SharedItem[], record: PersonalRecord): Edit[] {
  const made = new Map<string, RowOf<typeof tables.planItem>>();
  const last = Math.max(0, ...record.rows(tables.planItem).map(({ place }) => place ?? 0));
  return items.map((item, at) => {
    const fields = { ...item, place: last + at + 1 };
    const id = tableRowId(
      tables.planItem,
      fields,
      (taken) => made.get(taken) ?? record.row(tables.planItem, taken),
    );
    made.set(id, { ...fields, id });
    return tableEdit(tables.planItem, id, fields);
  });
}
