/**
 * The kinds of value that a field of a table can have. Each kind both checks what a person hands in (a fault is named) and
 * reads what stands in the record (what this version cannot read counts as not known and stays where it is), so that the two
 * can never disagree.
 */
import { isLocalDate, type LocalDate } from "./localDate.ts";
import type { FieldValue } from "./operation.ts";
import { err, ok, type Result } from "./result.ts";
import { isTimeOfDay } from "./clockTime.ts";
import { isPlausibleDate, LONGEST_NAME, tidyNumber } from "./limits.ts";
import { tidyName, tidyText } from "./text.ts";

/** Why a field cannot be kept. `plain` is what the field is called in a sentence. */
export type FieldFault = {
  readonly type: "FieldNotValid";
  readonly field: string;
  readonly plain: string;
  readonly problem: "missing" | "unreadable" | "too-long" | "out-of-range" | "future" | "before" | "too-many";
  readonly text: string;
  readonly lowest?: number;
  readonly highest?: number;
};

/** `plain` only where a part of the field is at fault and has a name of its own. */
type Problem = Omit<FieldFault, "type" | "field" | "plain"> & { readonly plain?: string };

/** One kind of value: `null` is "not known". */
export type Kind<Value> = {
  readonly check: (value: unknown, today: LocalDate) => Result<Value | null, Problem>;
};

/** A field of a table. One that is required is never null, and a row without it is no row. */
export type Field<Value = unknown, Required extends boolean = boolean> = {
  readonly kind: Kind<Value>;
  /** what it is called in a sentence: "the day it was given" */
  readonly plain: string;
  readonly required: Required;
};

export const required = <Value>(plain: string, kind: Kind<Value>): Field<Value, true> => ({
  kind,
  plain,
  required: true,
});
export const optional = <Value>(plain: string, kind: Kind<Value>): Field<Value, false> => ({
  kind,
  plain,
  required: false,
});

const unreadable = (value: unknown) =>
  err({ problem: "unreadable", text: String(JSON.stringify(value) ?? value).slice(0, 120) } as const);

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

const textKind = (tidy: (text: string) => string | null, longest: number): Kind<string> => ({
  check(value) {
    if (isNothing(value)) return ok(null);
    if (typeof value !== "string") return unreadable(value);
    const text = tidy(value);
    return text !== null && text.length > longest
      ? err({ problem: "too-long", text: text.slice(0, 40), highest: longest })
      : ok(text);
  },
});

/** One line. */
export const line = (longest = LONGEST_NAME): Kind<string> => textKind(tidyName, longest);

/** Free text with line ends. */
export const longText = (longest: number): Kind<string> => textKind(tidyText, longest);

export const yesNo: Kind<boolean> = {
  check: (value) =>
    isNothing(value) ? ok(null) : typeof value === "boolean" ? ok(value) : unreadable(value),
};

/** A number between bounds that only a mistyped one leaves; they are no findings. */
export const numberBetween = (lowest: number, highest: number, whole = false): Kind<number> => ({
  check(value) {
    if (isNothing(value)) return ok(null);
    if (typeof value !== "number" || (whole && !Number.isInteger(value))) return unreadable(value);
    return value >= lowest && value <= highest
      ? ok(tidyNumber(value))
      : err({ problem: "out-of-range", text: String(value), lowest, highest });
  },
});

export const oneOf = <const Choice extends string>(choices: readonly Choice[]): Kind<Choice> => ({
  check(value) {
    if (isNothing(value)) return ok(null);
    const found = choices.find((choice) => choice === value);
    return found === undefined ? unreadable(value) : ok(found);
  },
});

export const anyDay: Kind<LocalDate> = {
  check(value) {
    if (isNothing(value) || value === "") return ok(null);
    if (!isLocalDate(value)) return unreadable(value);
    return isPlausibleDate(value) ? ok(value) : unreadable(value);
  },
};

/** A day that is over or going on: what happened cannot lie ahead. */
export const pastDay: Kind<LocalDate> = {
  check(value, today) {
    const day = anyDay.check(value, today);
    return day.ok && day.value !== null && day.value > today
      ? err({ problem: "future", text: day.value })
      : day;
  },
};

export const timeOfDay: Kind<string> = {
  check: (value) =>
    isNothing(value) || value === "" ? ok(null) : isTimeOfDay(value) ? ok(value) : unreadable(value),
};

/** Several of the same. Entries that cannot be read are left out when reading and named when writing. */
export const listOf = <Shape extends FieldShapes>(
  shape: Shape,
  most: number,
): Kind<readonly ValuesOf<Shape>[]> => ({
  check(value, today) {
    if (isNothing(value)) return ok([]);
    if (!Array.isArray(value)) return unreadable(value);
    if (value.length > most) return err({ problem: "too-many", text: String(value.length), highest: most });
    const rows: ValuesOf<Shape>[] = [];
    for (const entry of value as unknown[]) {
      const row = checkFields(shape, isFields(entry) ? entry : {}, today);
      if (!row.ok) {
        const { type: _, field: __, ...problem } = row.error;
        return err(problem);
      }
      rows.push(row.value);
    }
    return ok(rows);
  },
});

export type FieldShapes = Readonly<Record<string, Field>>;

type ValueOf<One> =
  One extends Field<infer Value, infer Required>
    ? Value extends readonly unknown[]
      ? Value
      : Required extends true
        ? Value
        : Value | null
    : never;

/** All fields of a shape with their values, as they are read. */
export type ValuesOf<Shape extends FieldShapes> = { readonly [Name in keyof Shape]: ValueOf<Shape[Name]> };

type RequiredNames<Shape extends FieldShapes> = {
  [Name in keyof Shape]: Shape[Name] extends Field<unknown, true> ? Name : never;
}[keyof Shape];

/** What a caller hands in: what is left out is not known. */
export type EntryOf<Shape extends FieldShapes> = Pick<ValuesOf<Shape>, RequiredNames<Shape>> &
  Partial<ValuesOf<Shape>>;

const isFields = (value: unknown): value is Readonly<Record<string, FieldValue>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** All fields of the shape, or the first fault. */
export function checkFields<Shape extends FieldShapes>(
  shape: Shape,
  entry: Readonly<Record<string, unknown>>,
  today: LocalDate,
): Result<ValuesOf<Shape>, FieldFault> {
  const values: Record<string, unknown> = {};
  for (const [field, { kind, plain, required }] of Object.entries(shape)) {
    const checked = kind.check(Object.hasOwn(entry, field) ? entry[field] : null, today);
    if (!checked.ok) return err({ type: "FieldNotValid", field, plain, ...checked.error });
    if (required && checked.value === null)
      return err({ type: "FieldNotValid", field, plain, problem: "missing", text: "" });
    values[field] = checked.value;
  }
  return ok(values as ValuesOf<Shape>);
}

/** A day after every other: what stands in the record is read whatever day it is. */
const ANY_TIME = "9999-12-31" as LocalDate;

/** [RC-81] What stands in the record; null if a required field cannot be read. */
export function readFields<Shape extends FieldShapes>(
  shape: Shape,
  lookup: (field: string) => FieldValue | undefined,
): ValuesOf<Shape> | null {
  const values: Record<string, unknown> = {};
  for (const [field, { kind, required }] of Object.entries(shape)) {
    const written = lookup(field);
    const whole = kind.check(written, ANY_TIME);
    const checked = whole.ok ? whole : kind.check(readableOnes(kind, written), ANY_TIME);
    const nothing = kind.check(null, ANY_TIME);
    const value = checked.ok ? checked.value : nothing.ok ? nothing.value : null;
    if (required && value === null) return null;
    values[field] = value;
  }
  return values as ValuesOf<Shape>;
}

/** Of a list the entries that can be read one by one; of everything else nothing. */
const readableOnes = (kind: Kind<unknown>, written: FieldValue | undefined): FieldValue =>
  Array.isArray(written) ? written.filter((entry: FieldValue) => kind.check([entry], ANY_TIME).ok) : null;

/** What is wrong, and what to do, in a sentence. */
export function fieldFaultSentence({ plain, problem, text, lowest, highest }: FieldFault): string {
  const name = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
  switch (problem) {
    case "missing":
      return `${name} is missing: fill it in.`;
    case "unreadable":
      return `${name} cannot be read as it is (${text}): correct it.`;
    case "too-long":
      return `${name} is too long: ${highest ?? 0} characters are the most.`;
    case "out-of-range":
      return `${text} cannot be right for ${plain}: it lies between ${lowest ?? 0} and ${highest ?? 0}.`;
    case "future":
      return `${name} is ${text}, which has not come yet: correct it.`;
    case "before":
      return `${name} is ${text}, which is before it began: correct one of the two.`;
    case "too-many":
      return `${name}: there are ${text}, and ${highest ?? 0} are the most.`;
    default:
      return problem satisfies never;
  }
}
