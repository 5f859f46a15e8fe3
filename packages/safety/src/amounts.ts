/** How much of a medicine, in the unit that a rule speaks of. */
import type { Dose } from "./doses.ts";

type RuleUnit = "mg" | "mcg" | "U" | "ml" | "sprays";

/** Milligrams in one of these. Other units stand for themselves: millilitres are no milligrams without a strength. */
const milligrams: Readonly<Record<string, number>> = { mg: 1, mcg: 0.001 };

/** A rule about millilitres, sprays or units of toxin does not speak of a dose in milligrams. */
export const isOtherKind = (dose: Dose, unit: RuleUnit): boolean =>
  dose.type === "read" &&
  milligrams[unit] === undefined &&
  [dose.perDay, dose.single].every((amount) => amount === null || amount.unit !== unit);

/** `null` where it is not known: no dose written, unclear, or in a unit that cannot be turned into this one. */
export function amountPer(dose: Dose, per: "day" | "single", unit: RuleUnit): number | null {
  if (dose.type !== "read") return null;
  const amount = per === "day" ? dose.perDay : dose.single;
  if (amount === null) return null;
  if (amount.unit === unit) return amount.amount;
  const [from, to] = [milligrams[amount.unit], milligrams[unit]];
  return from === undefined || to === undefined ? null : (amount.amount * from) / to;
}
