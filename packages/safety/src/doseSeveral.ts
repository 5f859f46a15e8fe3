/** Doses that are not the same at each taking, or told as a whole. */
import { type Dose, plausible, rounded, sum, unclear } from "./dose.ts";
import type { Count, Found, Pattern, Slot } from "./doseParts.ts";

/** What every read dose carries. */
export type Shared = Pick<Extract<Dose, { type: "read" }>, "type" | "asNeeded" | "every" | "route" | "notes">;

/** When several amounts are taken, and how many numbers stand beside them without a meaning. */
export type When = {
  readonly slots: readonly Slot[];
  readonly times: readonly Count[];
  readonly otherNumbers: number;
};

const twoAmounts = "Two amounts stand here. Write when each of them is taken, or only what one day holds.";

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

/** "10 mg in the morning and 20 mg at night", "20 mg four times a day and 10 mg at bedtime": each amount with its own. */
export function several(doses: readonly Found[], when: When, written: string, shared: Shared): Dose {
  const units = new Set(doses.map(({ unit }) => unit));
  if (units.size > 1 || when.otherNumbers > 0) return unclear(twoAmounts, written);
  const { slots, times } = when;
  const marks = [...slots, ...times].sort((left, right) => left.at - right.at);
  const whenFirst = marks[0] !== undefined && marks[0].at < (doses[0]?.at ?? 0);
  const takings: { amount: number; count: number; slot: number | null }[] = [];
  for (const [place, dose] of doses.entries()) {
    const last = doses[place - 1]?.at ?? -1;
    const next = doses[place + 1]?.at ?? Number.POSITIVE_INFINITY;
    const isOwn = ({ at }: { at: number }): boolean =>
      whenFirst ? at < dose.at && at > last : at > dose.at && at < next;
    const ownSlots = slots.filter(isOwn);
    const ownTimes = times.filter(isOwn);
    const amount = rounded(dose.amount * (dose.count ?? 1));
    // Either parts of the day or how often; both for one amount may overlap.
    if (ownSlots.length > 0 && ownTimes.length === 0) {
      takings.push(...ownSlots.map(({ slot }) => ({ amount, count: 1, slot })));
    } else if (ownSlots.length === 0 && ownTimes.length === 1 && ownTimes[0]) {
      takings.push({ amount, count: ownTimes[0].count, slot: null });
    } else return unclear(twoAmounts, written);
  }
  const parts = takings.flatMap(({ slot }) => (slot === null ? [] : [slot]));
  if (parts.length !== slots.length || new Set(parts).size !== parts.length)
    return unclear(twoAmounts, written);
  const unit = doses[0]?.unit ?? "mg";
  const amounts = takings.map(({ amount }) => amount);
  const inParts = takings.every(({ slot }) => slot !== null && slot < 4);
  return {
    ...shared,
    perTaking: amounts.map((amount) => ({ amount, unit })),
    timesPerDay: rounded(takings.reduce((total, { count }) => total + count, 0)),
    pattern: inParts
      ? [0, 1, 2, 3].map((part) => takings.find(({ slot }) => slot === part)?.amount ?? 0)
      : null,
    perDay: { amount: sum(takings.map(({ amount, count }) => amount * count)), unit },
    single: { amount: Math.max(...amounts), unit },
  };
}
