/** What a medicine does not go with, from the rules that "My medicines" runs: only those that hold for everyone. */
import { type AlertRule, alertRules, medicineClasses, type MedicineRef } from "@unclench/knowledge/alerts";
import { sourceLines } from "../avoid/sourceLines.ts";
import type { Cite } from "./figures.ts";
import type { Line } from "./types.ts";

const listOf = (ref: MedicineRef): readonly string[] => (typeof ref === "string" ? [ref] : ref);

const classOf = (ref: string) =>
  ref.startsWith("class:") ? medicineClasses.find(({ id }) => id === ref.slice("class:".length)) : undefined;

const isMeant = (ref: MedicineRef, medicine: string): boolean =>
  listOf(ref).some((one) => one === medicine || (classOf(one)?.members.includes(medicine) ?? false));

const plainNames = (ref: MedicineRef): string[] => listOf(ref).map((one) => classOf(one)?.name ?? one);

/** The other medicines of a rule of two; null for a rule with any further condition (a country, a value, an illness). */
function otherOf({ kind, grade, when }: AlertRule, medicine: string): MedicineRef | null {
  if (kind !== "interaction" || (grade !== "contraindicated" && grade !== "major")) return null;
  if (!("all" in when) || when.all.length !== 2) return null;
  const [first, second] = when.all;
  if (first === undefined || second === undefined || !("takes" in first) || !("takes" in second)) return null;
  if (isMeant(first.takes, medicine)) return second.takes;
  return isMeant(second.takes, medicine) ? first.takes : null;
}

/** [AN-455] Combinations that are forbidden or seriously risky for everyone; the stronger grade first. */
export function togetherLines(medicine: string, cite: Cite): Line[] {
  const grades = { contraindicated: "Forbidden with", major: "Seriously risky with" } as const;
  return (["contraindicated", "major"] as const).flatMap((grade) =>
    alertRules
      .filter((rule) => rule.grade === grade)
      .flatMap((rule): Line[] => {
        const other = otherOf(rule, medicine);
        if (other === null) return [];
        return [
          {
            text: `${grades[grade]} ${plainNames(other).join(", ")}.`,
            sure: null,
            sources: cite(sourceLines(rule.sources)),
          },
        ];
      }),
  );
}
