/**
 * Kleene's three-valued logic, with what it hangs on: a rule is met (`true`), not met (`false`), or hangs on something
 * that is not known (`null`). Unknown is never false: the report then asks for it.
 */
import type { LabName } from "@unclench/knowledge/alerts";
import type { Mention } from "./mention.ts";

/** Something that would have to be known. */
export type Need =
  | { readonly type: "lab"; readonly labs: readonly LabName[] }
  | { readonly type: "age" | "sex" | "pregnant" | "breastfeeding" | "bloodPressure" | "alcohol" | "driving" }
  | { readonly type: "dose"; readonly mention: Mention }
  | { readonly type: "whichMedicine"; readonly mention: Mention };

/** The medicines that met one leaf of a rule ("takes", "dose", "count", "twice"), in the order of the rule. */
export type Leaf = {
  /** What the rule named, and whether it speaks of taking it ("takes", "count") or of more about it ("dose", "twice"). */
  readonly ref: string;
  readonly taking: boolean;
  readonly medicines: readonly string[];
  readonly mentions: readonly Mention[];
};

export type Truth = {
  readonly value: boolean | null;
  readonly leaves: readonly Leaf[];
  readonly needs: readonly Need[];
};

export const known = (value: boolean): Truth => ({ value, leaves: [], needs: [] });
export const hangsOn = (...needs: Need[]): Truth => ({ value: null, leaves: [], needs });

/** False if one is false; else unknown if one is unknown. What a false one hung on is nobody's business. */
export function allOf(parts: readonly Truth[]): Truth {
  const leaves = parts.flatMap((part) => part.leaves);
  if (parts.some((part) => part.value === false)) return { value: false, leaves: [], needs: [] };
  const open = parts.filter((part) => part.value === null);
  return { value: open.length === 0 ? true : null, leaves, needs: open.flatMap((part) => part.needs) };
}

/** True if one is true; else unknown if one is unknown. */
export function anyOf(parts: readonly Truth[]): Truth {
  const met = parts.filter((part) => part.value === true);
  if (met.length > 0) return { value: true, leaves: met.flatMap((part) => part.leaves), needs: [] };
  const open = parts.filter((part) => part.value === null);
  return {
    value: open.length === 0 ? false : null,
    leaves: open.flatMap((part) => part.leaves),
    needs: open.flatMap((part) => part.needs),
  };
}

export const not = (part: Truth): Truth => ({
  value: part.value === null ? null : !part.value,
  leaves: [],
  needs: part.needs,
});
