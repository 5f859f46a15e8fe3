/**
 * The only thing that is ever written: an operation, which sets some fields of one row of one table. Rows, diaries and
 * files are all read off the operations.
 */
import * as v from "valibot";
import { type DeviceId, isDeviceId, isStamp, type Stamp } from "./clock.ts";
import { err, ok, type Result } from "./result.ts";

export type FieldValue =
  | null
  | boolean
  | number
  | string
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue };

export type Fields = Readonly<Record<string, FieldValue>>;

/** A wish to write: an operation that has no stamp yet. */
export type Edit = {
  readonly table: string;
  readonly id: string;
  readonly set: Fields;
  /** true removes the row, false brings it back; a field of its own under the same rule as the others */
  readonly deleted?: boolean;
};

export type Operation = Edit & {
  readonly version: number;
  readonly at: Stamp;
  readonly device: DeviceId;
};

export type OperationError =
  | { readonly type: "NotAnOperation"; readonly path: string }
  | { readonly type: "NewerOperation"; readonly version: number };

export const OPERATION_VERSION = 1;

/** Deeper nesting than any table needs is an attack on whoever walks through it. */
const DEEPEST_NESTING = 20;

const isFieldValue = (value: unknown, depth = 0): value is FieldValue => {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (depth >= DEEPEST_NESTING) return false;
  const inner = Array.isArray(value) ? value : isPlainObject(value) ? Object.values(value) : null;
  return inner?.every((part) => isFieldValue(part, depth + 1)) ?? false;
};

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const isFields = (value: unknown): value is Fields =>
  isPlainObject(value) && Object.values(value).every((part) => isFieldValue(part));

const MOST_IN_NAME = 500;
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_IN_NAME));

const operationShape = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: v.custom<Stamp>(isStamp),
  device: v.custom<DeviceId>(isDeviceId),
  table: name,
  id: name,
  set: v.custom<Fields>(isFields),
  deleted: v.exactOptional(v.boolean()),
});

const isName = (value: unknown): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= MOST_IN_NAME;

/** The same checks without the reasons: ten years are opened several times faster. */
function asOperation(value: unknown): Operation | null {
  if (!isPlainObject(value)) return null;
  const { version, at, device, table, id, set, deleted } = value;
  if (version !== OPERATION_VERSION || !isStamp(at) || !isDeviceId(device)) return null;
  if (!isName(table) || !isName(id) || !isFields(set)) return null;
  if (deleted === undefined) return "deleted" in value ? null : { version, at, device, table, id, set };
  return typeof deleted === "boolean" ? { version, at, device, table, id, set, deleted } : null;
}

/**
 * [RC-10] Checks something read from storage, a file or another device. What a newer version wrote is reported as such
 * and never cut to fit.
 */
export function parseOperation(value: unknown): Result<Operation, OperationError> {
  if (isPlainObject(value) && typeof value.version === "number" && value.version > OPERATION_VERSION) {
    return err({ type: "NewerOperation", version: value.version });
  }
  const plain = asOperation(value);
  if (plain !== null) return ok(plain);
  const parsed = v.safeParse(operationShape, value);
  if (parsed.success) return ok(parsed.output);
  return err({ type: "NotAnOperation", path: v.getDotPath(parsed.issues[0]) ?? "" });
}

export function createOperation(edit: Edit, at: Stamp, device: DeviceId): Operation {
  return { version: OPERATION_VERSION, at, device, ...edit };
}
