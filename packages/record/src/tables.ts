/**
 * What a person writes down beside check-ins and treatments. One definition for each table: reading, checking, editing,
 * undo and the saved file all follow from it. A new field is a new line here; older versions keep what they do not know.
 *
 * @example
 * await record.put(tables.trigger, { date: today, trigger: "cold" }, today);
 * record.rows(tables.trigger); // [{ id: "2026-01-05|cold", date: "2026-01-05", trigger: "cold" }]
 */
import {
  anyDay,
  checkFields,
  type EntryOf,
  type FieldFault,
  type FieldShapes,
  line,
  listOf,
  longText,
  numberBetween,
  oneOf,
  optional,
  pastDay,
  readFields,
  required,
  timeOfDay,
  type ValuesOf,
  yesNo,
} from "./fieldKinds.ts";
import type { LocalDate } from "./localDate.ts";
import type { Edit, Fields, FieldValue } from "./operation.ts";
import { bodyCheck, reliefChoice, suspects } from "./reliefTables.ts";
import { err, type Result } from "./result.ts";
import { planItem } from "./planTables.ts";
import { question, visitSheet } from "./visitTables.ts";
import { LONGEST_NOTE } from "./limits.ts";
import { sameNameKey } from "./text.ts";

export type Table<Shape extends FieldShapes = FieldShapes> = {
  /** as it stands in operations and files */
  readonly name: string;
  /** one and many of it, in a sentence */
  readonly plain: readonly [one: string, many: string];
  readonly fields: Shape;
  /** the fields that a new row's id is made of and rows are sorted by; none: the table has one row */
  readonly idFrom: readonly string[];
  /** a first day and a last day that may not lie before it */
  readonly span?: readonly [from: string, until: string];
  /** what hangs on two fields at once */
  fits?(row: ValuesOf<Shape>): Omit<FieldFault, "type"> | null;
  /** the same may happen twice a day; else the same entry twice is one */
  readonly repeats?: boolean;
};

export type RowOf<One extends { readonly fields: FieldShapes }> = ValuesOf<One["fields"]> & {
  readonly id: string;
};
export type EntryFor<One extends { readonly fields: FieldShapes }> = EntryOf<One["fields"]>;

/** The id of the row of a table that has one row. */
export const ONLY_ROW = "me";

const defineTable = <const Shape extends FieldShapes>(table: Table<Shape>): Table<Shape> => table;

/** Goal attainment in its light form: from much less to much more than hoped. */
export const LOWEST_ATTAINMENT = -2;
export const HIGHEST_ATTAINMENT = 2;
export const attainmentWords: Readonly<Record<number, string>> = {
  [-2]: "much less than hoped",
  [-1]: "less than hoped",
  0: "as hoped",
  1: "more than hoped",
  2: "much more than hoped",
};

export const goal = defineTable({
  name: "goal",
  plain: ["goal", "goals"],
  fields: {
    text: required("the goal", line()),
    from: required("the first day", anyDay),
    until: optional("the last day", anyDay),
  },
  idFrom: ["from", "text"],
  span: ["from", "until"],
});

export const sides = ["left", "right", "both"] as const;
export const guidances = ["ultrasound", "emg", "stimulation", "none"] as const;
export const MOST_MUSCLES = 60;

export const injection = defineTable({
  name: "injection",
  plain: ["injection", "injections"],
  fields: {
    date: required("the day it was given", pastDay),
    product: required("the product", line()),
    muscles: optional(
      "the muscles",
      listOf(
        {
          muscle: required("the muscle", line()),
          side: optional("the side", oneOf(sides)),
          units: optional("the units", numberBetween(0, 100_000)),
        },
        MOST_MUSCLES,
      ),
    ),
    guidance: optional("how the muscle was found", oneOf(guidances)),
    clinic: optional("the clinic", line()),
    next: optional("the next one", anyDay),
    note: optional("the note", longText(LONGEST_NOTE)),
  },
  idFrom: ["date", "product"],
});

export const titrationStep = defineTable({
  name: "titrationStep",
  plain: ["step of a plan", "steps of a plan"],
  fields: {
    medicine: required("the medicine", line()),
    from: required("the first day", anyDay),
    text: required("the step as the prescriber gave it", line()),
  },
  idFrom: ["medicine", "from"],
});

export const missedDose = defineTable({
  name: "missedDose",
  plain: ["missed dose", "missed doses"],
  fields: { date: required("the day", pastDay), medicine: required("the medicine", line()) },
  idFrom: ["date", "medicine"],
});

export const routineDone = defineTable({
  name: "routineDone",
  plain: ["routine done", "routines done"],
  fields: {
    date: required("the day", pastDay),
    routine: required("the routine", line()),
    minutes: optional("the minutes", numberBetween(0, 1440)),
    after: optional("how it was afterwards", oneOf(["easier", "same", "worse"])),
    /** its id in the catalogue; null: a name of the person's own */
    routineId: optional("the routine of the catalogue", line()),
    side: optional("the side", oneOf(sides)),
    /** it hurt, and was ended for that */
    pain: optional("pain", yesNo),
  },
  idFrom: ["date", "routine"],
  repeats: true,
});

export const trigger = defineTable({
  name: "trigger",
  plain: ["trigger", "triggers"],
  fields: { date: required("the day", pastDay), trigger: required("the trigger", line()) },
  idFrom: ["date", "trigger"],
});

/** The six grades of the Modified Ashworth Scale; "1+" lies between 1 and 2, so they are names and no numbers. */
export const ashworthGrades = ["0", "1", "1+", "2", "3", "4"] as const;
export const measurementKinds = [
  "walk-10m",
  "timed-up-and-go",
  "range-of-motion",
  "modified-ashworth",
  "other",
] as const;
export type MeasurementKind = (typeof measurementKinds)[number];

export const measurement = defineTable({
  name: "measurement",
  plain: ["measurement", "measurements"],
  fields: {
    date: required("the day", pastDay),
    kind: required("what was measured", oneOf(measurementKinds)),
    /** seconds or degrees by the kind; of "other" in `unit` */
    value: optional("the value", numberBetween(-100_000, 100_000)),
    /** only of the Modified Ashworth Scale */
    grade: optional("the grade", oneOf(ashworthGrades)),
    /** of "other": what it was, in own words */
    what: optional("what it was", line()),
    unit: optional("the unit", line(50)),
    where: optional("the joint or muscle", line()),
    by: optional("who measured", line()),
  },
  idFrom: ["date", "kind", "where", "what"],
  fits({ kind, value, grade, what }) {
    if (kind === "modified-ashworth") return grade === null ? missing("grade", "the grade") : null;
    if (value === null) return missing("value", "the value");
    if (kind === "other") return what === null ? missing("what", "what it was") : null;
    const [lowest, highest] = kind === "range-of-motion" ? [-180, 360] : [0, 36_000];
    return value >= lowest && value <= highest
      ? null
      : { field: "value", plain: "the value", problem: "out-of-range", text: String(value), lowest, highest };
  },
});

const missing = (field: string, plain: string): Omit<FieldFault, "type"> => ({
  field,
  plain,
  problem: "missing",
  text: "",
});

export const appointment = defineTable({
  name: "appointment",
  plain: ["appointment", "appointments"],
  fields: {
    date: required("the day", anyDay),
    time: optional("the time", timeOfDay),
    with: required("whom you see", line()),
    place: optional("the place", line()),
    note: optional("the note", longText(LONGEST_NOTE)),
  },
  idFrom: ["date", "with"],
});

/** Days on which nobody wants to write: a pause is no gap. */
export const pause = defineTable({
  name: "pause",
  plain: ["pause", "pauses"],
  fields: { from: required("the first day", anyDay), until: optional("the last day", anyDay) },
  idFrom: ["from"],
  span: ["from", "until"],
});

export const roles = ["living-with", "caring", "understanding"] as const;
export const textSizes = ["normal", "large", "larger", "largest"] as const;
export const themes = ["system", "light", "dark", "high-contrast"] as const;

/** Everything that can be set. Null is "not chosen": the screens then do what is usual. */
export const settings = defineTable({
  name: "settings",
  plain: ["setting", "settings"],
  fields: {
    role: optional("who you are", oneOf(roles)),
    hand: optional("the hand", oneOf(["left", "right"])),
    /** a second touch within so many milliseconds is ignored */
    ignoreMs: optional("the time between two touches", numberBetween(0, 5000, true)),
    /** a touch counts only if it was held this long; null: at once */
    holdMs: optional("the time to hold", numberBetween(0, 5000, true)),
    textSize: optional("the size of the text", oneOf(textSizes)),
    theme: optional("the colours", oneOf(themes)),
    reducedMotion: optional("less movement", yesNo),
    /** words only, one thing at a time */
    plainMode: optional("plain mode", yesNo),
    /** the days between two check-ins that are wanted */
    rhythmDays: optional("the days between check-ins", numberBetween(1, 31, true)),
    reminderTime: optional("the time of the reminder", timeOfDay),
  },
  idFrom: [],
});

/** All of them, by name. `Object.values(tables)` is a `Table[]` for whoever walks over all of them. */
export const tables = {
  goal,
  injection,
  titrationStep,
  missedDose,
  routineDone,
  trigger,
  measurement,
  appointment,
  pause,
  settings,
  question,
  visitSheet,
  bodyCheck,
  reliefChoice,
  planItem,
  suspects,
} as const;

export type Goal = RowOf<typeof goal>;
export type Injection = RowOf<typeof injection>;
export type InjectedMuscle = Injection["muscles"][number];
export type TitrationStep = RowOf<typeof titrationStep>;
export type MissedDose = RowOf<typeof missedDose>;
export type RoutineDone = RowOf<typeof routineDone>;
export type Trigger = RowOf<typeof trigger>;
export type Measurement = RowOf<typeof measurement>;
export type Appointment = RowOf<typeof appointment>;
export type Pause = RowOf<typeof pause>;
export type Settings = RowOf<typeof settings>;
export type PlanItem = RowOf<typeof planItem>;
export type VisitQuestion = RowOf<typeof question>;
export type VisitSheetChoices = RowOf<typeof visitSheet>;
export type BodyCheck = RowOf<typeof bodyCheck>;
export type ReliefChoice = RowOf<typeof reliefChoice>;

/** [RC-80] Checks an entry and completes it: what is left out is not known. */
export function tableFields<Shape extends FieldShapes>(
  table: Table<Shape>,
  entry: EntryOf<Shape>,
  today: LocalDate,
): Result<ValuesOf<Shape>, FieldFault> {
  const checked = checkFields(table.fields, entry as Readonly<Record<string, unknown>>, today);
  if (!checked.ok) return checked;
  const row = checked.value;
  if (table.span !== undefined) {
    const [from, until] = [row[table.span[0]], row[table.span[1]]];
    if (typeof from === "string" && typeof until === "string" && until < from) {
      const field = table.span[1];
      const plain = table.fields[field]?.plain ?? field;
      return err({ type: "FieldNotValid", field, plain, problem: "before", text: until });
    }
  }
  const fault = table.fits?.(row) ?? null;
  return fault === null ? checked : err({ type: "FieldNotValid", ...fault });
}

/** [RC-81] The row that these fields describe, or null if what it cannot be without cannot be read. */
export function readRow<Shape extends FieldShapes>(
  table: Table<Shape>,
  id: string,
  lookup: (field: string) => FieldValue | undefined,
): (ValuesOf<Shape> & { readonly id: string }) | null {
  const values = readFields(table.fields, lookup);
  if (values === null || (table.fits !== undefined && table.fits(values) !== null)) return null;
  return { ...values, id };
}

/** The fields of a row whole, as an edit; of a partial one only those that are named. */
export const tableEdit = (table: { readonly name: string }, id: string, set: object): Edit => ({
  table: table.name,
  id,
  set: set as Fields,
  deleted: false,
});

/** Longer ids than this are cut; a number behind them keeps them apart. */
const LONGEST_ID = 300;

/** What a row says of itself, as a name. */
function saidBy<Shape extends FieldShapes>({ idFrom }: Table<Shape>, row: ValuesOf<Shape>): string {
  const parts = idFrom.map((field) => {
    const value = row[field];
    return value === null || value === undefined ? "" : sameNameKey(String(value));
  });
  return parts.join("|").slice(0, LONGEST_ID).toWellFormed();
}

/**
 * [RC-82] The id of a new row: made of what it says, so that the same entry made on two devices, or twice by one unsteady
 * hand, is one row; another entry of the same name gets a number behind it. It is only a name: changing the row later does
 * not change it. `existing` looks up what is there under an id.
 */
export function tableRowId<Shape extends FieldShapes>(
  table: Table<Shape>,
  row: ValuesOf<Shape>,
  existing: (id: string) => (ValuesOf<Shape> & { readonly id: string }) | null = () => null,
): string {
  if (table.idFrom.length === 0) return ONLY_ROW;
  const wanted = saidBy(table, row);
  const isFree = (id: string): boolean => {
    const there = existing(id);
    if (there === null) return true;
    if (table.repeats === true) return false;
    return Object.keys(table.fields).every(
      (field) => JSON.stringify(there[field]) === JSON.stringify(row[field]),
    );
  };
  let id = wanted;
  for (let copy = 2; !isFree(id); copy++) id = `${wanted}|${copy}`;
  return id;
}

/** Rows in the order of what their ids are made of: by day where a day comes first. */
export function byOrder<Shape extends FieldShapes>(
  table: Table<Shape>,
): (left: ValuesOf<Shape> & { id: string }, right: ValuesOf<Shape> & { id: string }) => number {
  const key = (row: ValuesOf<Shape> & { id: string }): string => `${saidBy(table, row)} ${row.id}`;
  return (left, right) => {
    const [a, b] = [key(left), key(right)];
    return a < b ? -1 : a > b ? 1 : 0;
  };
}
