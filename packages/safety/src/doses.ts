/** What a written dose says: read, or not there, or unclear. Never a guess. */
import { type Dose, plausible, rounded, unclear } from "./dose.ts";
import { prepared, riskyWriting } from "./doseLine.ts";
import { type Count, type Found, type Parts, readParts } from "./doseParts.ts";
import { byPattern, bySprays, inSeveral, type Shared, several } from "./doseSeveral.ts";
import { changingWords } from "./doseWords.ts";
import { routeOf } from "./routes.ts";
import { wordsOf } from "./spelling.ts";

export type { Amount, Dose } from "./dose.ts";
export type { DoseUnit } from "./doseWords.ts";

const strengthNeeded =
  "How strong one tablet is stands nowhere. Write the strength too, like “10 mg”, as it stands on the box.";
const unitNeeded = "A number stands here without its unit, like mg. Of what is it?";
const twoWays = "Two different ways of how often stand here. Which one holds?";
const severalNumbers = "Several numbers stand here. How many are taken each time?";
const notUnderstood = "This figure was not understood.";

/**
 * Reads the dose in a line of a medicine list. What has two meanings is asked back with a sentence.
 *
 * @example
 * parseDose("baclofen 10 mg 1-1-2") // perDay 40 mg, single 20 mg
 * parseDose("60 mg daily") // perDay 60 mg, single null
 * parseDose("baclofen 3 a day") // unclear: the strength is missing
 */
export function parseDose(text: string): Dose {
  const risky = riskyWriting(text);
  if (risky) return risky;
  const line = prepared(text);
  if (!/\d/.test(line)) return { type: "none" };
  if (changingWords.test(line)) {
    return unclear("This dose changes over time. Write the dose of one usual day.", line);
  }
  const parts = readParts(line);
  const doubt = askedBack(parts, line);
  if (doubt) return doubt;
  const { everyHours: hours, everyDays: days } = parts;
  const route = routeOf(wordsOf(text), []);
  const shared: Shared = {
    type: "read",
    asNeeded: parts.asNeeded,
    ...(hours !== null ? { every: { hours } } : days !== null ? { every: { days } } : {}),
    ...(route ? { route } : {}),
    notes: parts.notes,
  };
  return together(parts, shared, line);
}

/** Parts that cannot stand beside each other, and figures that were not understood. */
function askedBack({ amounts, rest, bare, times }: Parts, line: string): Dose | undefined {
  const rate = /(?:mg|mcg|g|ml|units) ?(?:\/|per) ?(?:h|hr|hour|min|minute)\b/.exec(line)?.[0];
  if (rate) return unclear("This is a speed, so much in an hour. Write how much a whole day holds.", rate);
  if (/(?<![a-z])(?:mg|mcg)(?![a-z])/.test(rest))
    return unclear("A unit stands here without its number.", line);
  const units = new Set(amounts.map(({ unit }) => unit));
  if (units.has("mg") && units.has("mcg")) {
    return unclear(
      "Milligrams (mg) and micrograms (mcg) stand side by side; one is a thousand of the other. Which is it?",
      line,
    );
  }
  if (bare.length > 0 && /\bx (?= *$| *[,;])/.test(rest)) {
    return unclear("Is this so many at once, or so many times a day?", line);
  }
  const left = /\S*\d\S*/.exec(rest)?.[0];
  if (left !== undefined) return unclear(notUnderstood, left);
  if (amounts.length < 2 && new Set(times.map(({ count }) => count)).size > 1) return unclear(twoWays, line);
  return undefined;
}

const timesOf = ({ times, everyHours }: Parts): number | null =>
  times[0]?.count ?? (everyHours === null ? null : rounded(24 / everyHours));

/** All parts together. */
function together(parts: Parts, shared: Shared, line: string): Dose {
  const { amounts, fluid, pieces, bare, pattern, slots, inParts } = parts;
  const howOften = timesOf(parts);
  const taken = amounts.filter(({ isStrength }) => !isStrength);
  const strengths = amounts.filter(({ isStrength }) => isStrength);
  let doses: readonly Found[] = taken.length === 0 && strengths.length === 1 ? strengths : taken;
  if (fluid !== null) {
    doses = doses.map((dose) =>
      dose.unit === "ml" ? { ...dose, amount: rounded(dose.amount * fluid.amount), unit: fluid.unit } : dose,
    );
    if (doses.length === 0 && (howOften !== null || pieces.length + bare.length > 0)) {
      return unclear("How many millilitres are taken stands nowhere.", line);
    }
  }
  const first = doses[0];
  if (inParts !== null && first && doses.length === 1 && howOften === null && slots.length === 0) {
    return inSeveral(first, inParts, shared, line);
  }
  doses = bySprays(doses);
  const one = doses.length === 1 ? doses[0] : undefined;
  if (pattern !== null) {
    if (pattern.unit === null && one === undefined) return unclear(strengthNeeded, pattern.written);
    const slotsTaken = pattern.counts.filter((count) => count > 0).length;
    const otherwise = howOften !== null && parts.everyHours === null && slotsTaken !== howOften;
    if (bare.length + pieces.length > 0 || otherwise) return unclear(twoWays, line);
    return byPattern(pattern, one, shared);
  }
  if (doses.length === 0) return withoutAmount(parts, shared, line);
  if (one === undefined)
    return several(
      doses,
      { slots, times: parts.times, otherNumbers: bare.length + pieces.length },
      line,
      shared,
    );
  return ofOneAmount(one, parts, shared, line);
}

/** No amount: only the most of a day, or tablets without their strength, or nothing. */
function withoutAmount(
  { limit, pieces, bare, times, days, slots, notes }: Parts,
  shared: Shared,
  line: string,
): Dose {
  if (limit !== null) {
    notes.push("Only the most of a day is told; it is counted whole.");
    return { ...shared, perTaking: [], timesPerDay: null, pattern: null, perDay: limit, single: null };
  }
  if (pieces.length + bare.length === 0) return { type: "none" };
  const tablets = pieces.length + times.length + days.length + slots.length > 0;
  return unclear(tablets ? strengthNeeded : unitNeeded, line);
}

/** How many of the amount are taken at a time, or a dose that is asked back. */
function countOf(dose: Found, { pieces, bare }: Parts, line: string): { counted: Count | undefined } | Dose {
  const counts = [...pieces, ...bare];
  if (counts.length > 1 || (counts.length > 0 && dose.count !== null)) return unclear(severalNumbers, line);
  const inBrackets = /\(\s*$/.test(line.slice(0, dose.at)) && !/\b(?:each|je)\b/.test(line);
  if (pieces[0] && pieces[0].count !== 1 && inBrackets) {
    return unclear("Is this the strength of one tablet, or of all of them together?", line);
  }
  return { counted: counts[0] };
}

/** One amount, taken so many times. */
function ofOneAmount(dose: Found, parts: Parts, shared: Shared, line: string): Dose {
  const { pieces, bare, times, slots, days, everyDays } = parts;
  const counts = [...pieces, ...bare].sort((left, right) => left.at - right.at);
  if (counts.length > 1 && dose.count === null && times.length === 0) {
    // "10 mg: 1 in the morning, 2 at night"
    const each = counts.map(({ at, end, count }) => ({ ...dose, at, end, count }));
    return several(each, { slots, times: [], otherNumbers: 0 }, line, shared);
  }
  const found = countOf(dose, parts, line);
  if ("type" in found) return found;
  const { counted } = found;
  const { unit } = dose;
  const count = counted?.count ?? dose.count ?? 1;
  const amount = rounded(dose.amount * count);
  if (!plausible(amount)) return unclear(notUnderstood, line);
  const partsOfDay = new Set(slots.map(({ slot }) => slot)).size;
  const told = times[0]?.count;
  if (partsOfDay > 0 && told !== undefined) {
    const andMore = partsOfDay < told && partsOfDay < 2 && /(?:\band\b|\+|&|\bplus\b)/.test(line);
    if (partsOfDay > told || andMore) return unclear(twoWays, line);
  }
  const howOften = timesOf(parts) ?? (partsOfDay > 0 ? partsOfDay : everyDays === null ? null : 1);
  const taking = { ...shared, perTaking: [{ amount, unit }], pattern: null, single: { amount, unit } };
  if (howOften !== null) {
    return {
      ...taking,
      timesPerDay: howOften,
      perDay: { amount: rounded(amount * Math.max(1, howOften)), unit },
    };
  }
  if (days.length > 0) {
    // "60 mg daily", "10 mg, 3 a day": the whole of a day. One tablet a day is one taking.
    if (counted !== undefined && count === 1) return { ...taking, timesPerDay: 1, perDay: { amount, unit } };
    return { ...taking, perTaking: [], single: null, timesPerDay: null, perDay: { amount, unit } };
  }
  if (bare.length > 0) return unclear(unitNeeded, line);
  return { ...taking, timesPerDay: null, perDay: null };
}
