/**
 * A plan of routines that is handed on: as a file, or in the part of a link that is never sent to a server (behind #). Both
 * hold the same JSON; the link's is packed and has a check sum, so that one that was cut off is recognised.
 *
 *     const link = `${address}/relief/plan#${planFragment(items)}`;
 *     const read = readPlanFragment(location.hash.slice(1), today);
 *     if (!read.ok) return planErrorSentence(read.error);
 *     read.value.items; // checked, as the table has them; nothing is added before the person says so
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import type { LocalDate } from "./localDate.ts";
import { planItem } from "./planTables.ts";
import { err, ok, type Result } from "./result.ts";
import { type EntryFor, type PlanItem, tableFields } from "./tables.ts";

export const PLAN_FORMAT = "unclench-plan";
export const PLAN_VERSION = 1;
export const MOST_ITEMS = 40;
/** A link of more letters is no link that anyone could scan or send. */
const LONGEST_FRAGMENT = 8_000;
const LONGEST_TEXT = 60_000;
const PREFIX = "p1";

/** One routine of a plan as it is handed on: whole, checked, without an id. */
export type SharedItem = Omit<PlanItem, "id">;

export type PlanError = {
  readonly type: "NotAPlan" | "CutOff" | "Newer" | "Empty" | "TooLarge" | "ItemNotValid";
  /** of "ItemNotValid": which one, from 1, and what is wrong with it */
  readonly item?: number;
  readonly plain?: string;
};

const fieldNames = Object.keys(planItem.fields);

/** [RC-127] Only what is known stands in it: no ids, no days on which it was done, nothing of the person. */
function itemJson(item: SharedItem): object {
  const known = fieldNames.flatMap((name) => {
    const value = item[name as keyof SharedItem];
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    return [[name, name === "days" ? item.days.map(({ day }) => day) : value]];
  });
  return Object.fromEntries(known);
}

const planOf = (items: readonly SharedItem[]): object => ({
  format: PLAN_FORMAT,
  version: PLAN_VERSION,
  items: items.map(itemJson),
});

/** The plan as a file that a person can read. */
export const planText = (items: readonly SharedItem[]): string =>
  `${JSON.stringify(planOf(items), null, 2)}\n`;

/**
 * [RC-128] The plan for a link, behind the #.
 * @example
 * planFragment(items) // "p1.9f3a2c01.q1YqU7Ky…"
 */
export function planFragment(items: readonly SharedItem[]): string {
  const packed = base64url(deflateSync(strToU8(JSON.stringify(planOf(items))), { level: 9 }));
  return `${PREFIX}.${checkSum(packed)}.${packed}`;
}

/** True if a link carries a plan, whole or not. */
export const isPlanFragment = (fragment: string): boolean => fragment.startsWith(`${PREFIX}.`);

/** [RC-128] Reads the part of a link behind the #. */
export function readPlanFragment(
  fragment: string,
  today: LocalDate,
): Result<readonly SharedItem[], PlanError> {
  if (fragment.length > LONGEST_FRAGMENT) return err({ type: "TooLarge" });
  const [prefix, sum, packed = ""] = fragment.split(".");
  if (prefix !== PREFIX) return err({ type: "NotAPlan" });
  if (sum !== checkSum(packed)) return err({ type: "CutOff" });
  try {
    // Room for what a plan can hold and no more: a small link may unfold to something huge.
    const bytes = inflateSync(bytesOf(packed), { out: new Uint8Array(LONGEST_TEXT) });
    return readPlanText(strFromU8(bytes), today);
  } catch {
    return err({ type: "CutOff" });
  }
}

/** [RC-127] Reads a file. Every field is checked as if the person had typed it. */
export function readPlanText(text: string, today: LocalDate): Result<readonly SharedItem[], PlanError> {
  if (text.length > LONGEST_TEXT) return err({ type: "TooLarge" });
  const plan = parsed(text);
  if (!isObject(plan) || plan.format !== PLAN_FORMAT || !Array.isArray(plan.items))
    return err({ type: "NotAPlan" });
  if (plan.version !== PLAN_VERSION) return err({ type: "Newer" });
  if (plan.items.length === 0) return err({ type: "Empty" });
  if (plan.items.length > MOST_ITEMS) return err({ type: "TooLarge" });
  const items: SharedItem[] = [];
  for (const [place, raw] of (plan.items as unknown[]).entries()) {
    const entry = isObject(raw) ? raw : {};
    const days = Array.isArray(entry.days) ? entry.days.map((day: unknown) => ({ day })) : entry.days;
    const checked = tableFields(planItem, { ...entry, days } as EntryFor<typeof planItem>, today);
    if (!checked.ok) return err({ type: "ItemNotValid", item: place + 1, plain: checked.error.plain });
    items.push(checked.value);
  }
  return ok(items);
}

/** What is wrong with it, and what to do. */
export function planErrorSentence({ type, item, plain }: PlanError): string {
  switch (type) {
    case "NotAPlan":
      return "This is no plan of routines. Ask for the link or the file again.";
    case "CutOff":
      return "The link is not whole: part of it was cut off or changed on the way. Ask for it again, or for the file.";
    case "Newer":
      return "This plan was made with a newer version of the app. Load the page again to get that version.";
    case "Empty":
      return "This plan has no routines in it.";
    case "TooLarge":
      return `This is too large for a plan: ${MOST_ITEMS} routines are the most.`;
    case "ItemNotValid":
      return `Routine ${item} of this plan cannot be read: ${plain} is wrong or missing. Ask for the plan again.`;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** FNV-1a, 32 bits: finds what was cut off or mistyped; it is no seal against anybody. */
function checkSum(text: string): string {
  let sum = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    sum ^= text.charCodeAt(place);
    sum = Math.imul(sum, 0x01000193) >>> 0;
  }
  return sum.toString(16).padStart(8, "0");
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
