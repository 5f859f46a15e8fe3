/** Doses that are not the same at each taking, or told as a whole. */
import { type Dose, plausible, rounded, sum, unclear } from "./dose.ts";
import type { Found, Pattern, Slot } from "./doseParts.ts";

/** What every read dose carries. */
export type Shared = Pick<Extract<Dose, { type: "read" }>, "type" | "asNeeded" | "every" | "route" | "notes">;

/** "100 micrograms, 2 puffs": the strength of one spray times how many. */
export function bySprays(doses: readonly Found[]): readonly Found[] {
  const [left, right] = doses;
  if (doses.length !== 2 || !left || !right) return doses;
  const weighs = ({ unit }: Found): boolean => unit === "mg" || unit === "mcg";
  const counted = ({ unit }: Found): boolean => unit === "sprays" || unit === "drops" || unit === "patches";
  const pair =
    weighs(left) && counted(right) ? [left, right] : weighs(right) && counted(left) ? [right, left] : null;
  if (pair === null) return doses;
  const [strength, many] = pair as [Found, Found];
  return [{ ...many, amount: rounded(strength.amount * many.amount), unit: strength.unit }];
}

/** "900 mg in 3 doses": the total of the day in equal parts. */
export function inSeveral(dose: Found, parts: number, shared: Shared, written: string): Dose {
  const total = rounded(dose.amount * (dose.count ?? 1));
  if (!plausible(parts) || !Number.isInteger(parts) || !plausible(total)) {
    return unclear("This figure was not understood.", written);
  }
  const each = { amount: rounded(total / parts), unit: dose.unit };
  return {
    ...shared,
    perTaking: [each],
    timesPerDay: parts,
    pattern: null,
    perDay: { amount: total, unit: dose.unit },
    single: each,
  };
}

/** "1-1-2" of a tablet, or "300-300-600 mg"; `one` is the strength where the pattern has no unit of its own. */
export function byPattern(pattern: Pattern, one: Found | undefined, shared: Shared): Dose {
  const { unit: own, counts, written } = pattern;
  const unit = own?.unit ?? one?.unit ?? "mg";
  const each = counts.map((count) => rounded(count * (own ? own.factor : (one?.amount ?? 0))));
  const taken = each.filter((amount) => amount > 0);
  if (taken.length === 0) return unclear("This adds up to nothing.", written);
  return {
    ...shared,
    perTaking: taken.map((amount) => ({ amount, unit })),
    timesPerDay: taken.length,
    pattern: each,
    perDay: { amount: sum(taken), unit },
    single: { amount: Math.max(...taken), unit },
  };
}

/** "10 mg in the morning and 20 mg at night": each amount with its own part of the day. */
export function several(
  doses: readonly Found[],
  slots: readonly Slot[],
  written: string,
  shared: Shared,
  otherNumbers: number,
): Dose {
  const twoAmounts = "Two amounts stand here. Write when each of them is taken, or only what one day holds.";
  const units = new Set(doses.map(({ unit }) => unit));
  if (units.size > 1 || otherNumbers > 0) return unclear(twoAmounts, written);
  const slotsFirst = slots.length > 0 && (slots[0] as Slot).at < (doses[0] as Found).at;
  const takings = doses.flatMap((dose, place) => {
    const next = doses[place + 1];
    const last = doses[place - 1];
    const own = slotsFirst
      ? slots.filter(({ at }) => at < dose.at && (last === undefined || at > last.at))
      : slots.filter(({ at }) => at > dose.at && (next === undefined || at < next.at));
    const amount = rounded(dose.amount * (dose.count ?? 1));
    return own.map(({ slot }) => ({ amount, unit: dose.unit, slot, of: place }));
  });
  const all = doses.every((_, place) => takings.some(({ of }) => of === place));
  if (!all || takings.length !== slots.length) return unclear(twoAmounts, written);
  if (new Set(takings.map(({ slot }) => slot)).size !== takings.length) return unclear(twoAmounts, written);
  const amounts = takings.map(({ amount }) => amount);
  const unit = (doses[0] as Found).unit;
  const byPart = takings.every(({ slot }) => slot < 4)
    ? [0, 1, 2, 3].map((part) => takings.find(({ slot }) => slot === part)?.amount ?? 0)
    : null;
  return {
    ...shared,
    perTaking: amounts.map((amount) => ({ amount, unit })),
    timesPerDay: takings.length,
    pattern: byPart,
    perDay: { amount: sum(amounts), unit },
    single: { amount: Math.max(...amounts), unit },
  };
}
