/** The parts of a written dose: amounts, how often, when. What they say together is in `doses.ts`. */
import { type Amount, plausible, rounded } from "./dose.ts";
import { Line, type Mark, markOf, notDoses } from "./doseLine.ts";
import {
  aDay,
  anyOf,
  asNeededWords,
  type DoseUnit,
  everyDays,
  everyHours,
  number,
  pieceWord,
  slotWords,
  timesADay,
  unitOf,
  unitWord,
} from "./doseWords.ts";

/** A part of the day: morning 0, noon 1, evening 2, night 3; times of the clock from 10 on. */
export type Slot = Mark & { readonly slot: number };
/** An amount with its unit; `count` of "2 x 10 mg"; "10 mg tablets" is a strength. */
export type Found = Amount & Mark & { readonly count: number | null; readonly isStrength: boolean };
export type Count = Mark & { readonly count: number };
/** "1-1-2" or "300-300-600 mg". */
export type Pattern = {
  readonly counts: readonly number[];
  readonly unit: { readonly unit: DoseUnit; readonly factor: number } | null;
  readonly written: string;
};

export type Parts = {
  readonly asNeeded: boolean;
  /** "in 3 doses" */
  readonly inParts: number | null;
  readonly everyDays: number | null;
  readonly everyHours: number | null;
  readonly times: readonly Count[];
  readonly slots: readonly Slot[];
  readonly pattern: Pattern | null;
  readonly amounts: readonly Found[];
  /** "2 tablets" */
  readonly pieces: readonly Count[];
  /** Numbers without a unit. */
  readonly bare: readonly Count[];
  /** Where "a day", "daily", "/day" stand. */
  readonly days: readonly Mark[];
  /** "max 80 mg a day" */
  readonly limit: Amount | null;
  /** "5 mg/5 ml", per millilitre. */
  readonly fluid: Amount | null;
  /** What was not understood. */
  readonly rest: string;
  readonly notes: string[];
};

const range = `(${number})(?: ?(?:-|to|or|bis) ?(${number}))?`;
const slot = String.raw`(\d{1,4}(?:\.\d+)?)`;
const patterns = {
  inParts: new RegExp(String.raw`\bin (${number}) (?:divided |split |equal )?(?:doses|portions|takings)\b`),
  clock: /\b(?:at )?(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?(?:a\.?m\.?|p\.?m\.?|o'?clock|uhr)(?= |$|[.,;:)])/,
  limit: new RegExp(
    String.raw`\b(?:max(?:imum)?\.?(?: of)?|not more than|no more than) ?(${number}) ?(${unitWord})\b(?: ?(?:${aDay.source}))?`,
  ),
  upTo: /\bup to\b/,
  liquid: new RegExp(String.raw`\b(${number}) ?(mgs?|mcg|g|units?|iu) ?(?:/|per|in) ?(${number})? ?mls?\b`),
  perDayPattern: new RegExp(
    String.raw`(?<![\d-])${slot} ?[-+] ?${slot} ?[-+] ?${slot}(?: ?[-+] ?${slot})?(?![\d-])(?: ?(${unitWord})\b| ?${pieceWord}\b)?`,
  ),
  amount: new RegExp(
    String.raw`(?:\b(${number}) ?(?:x|${pieceWord}(?: of| at| a|,)?) ?)?\b(${number})(?: ?(?:${unitWord})?? ?(?:-|to|or|bis) ?(${number}))? ?-?(${unitWord})(?![a-z])( ?${pieceWord}\b)?`,
  ),
  pieces: new RegExp(String.raw`\b${range} ?x? ?${pieceWord}\b`),
  bare: new RegExp(String.raw`\b${range}\b`),
};

const family = {
  everyDays: anyOf(everyDays.map(([pattern]) => pattern)),
  everyHours: anyOf(everyHours),
  times: anyOf(timesADay.map(([pattern]) => pattern)),
  slots: anyOf(slotWords.map(([pattern]) => pattern)),
  notDoses: anyOf(notDoses),
};

/** Takes all parts out of a prepared line. */
export function readParts(prepared: string): Parts {
  const notes: string[] = [];
  const line = new Line(prepared);
  const counts = (pattern: RegExp, what: string): Count[] =>
    line.take(pattern).map((match) => ({ ...markOf(match), count: upper(match[1], match[2], notes, what) }));
  // In this order: what has a figure of its own goes before the plain figures.
  const asNeeded = line.take(asNeededWords).length > 0;
  const inParts = line.take(patterns.inParts)[0]?.[1];
  const days = readEveryDays(line);
  const hours = readEveryHours(line, notes);
  const times = readTimes(line);
  const clock = line.take(patterns.clock);
  if (family.notDoses.test(line.text)) for (const pattern of notDoses) line.take(pattern);
  const limit = line.take(patterns.limit)[0];
  if (line.take(patterns.upTo).length > 0) notes.push("“Up to” is counted as the whole of it.");
  const liquid = line.take(patterns.liquid);
  const pattern = readPattern(line);
  const amounts = readAmounts(line, notes);
  const pieces = counts(patterns.pieces, "tablets");
  const slots = readSlots(line, clock);
  const dayMarks = line.take(aDay).map(markOf);
  const bare = counts(patterns.bare, "it");
  return {
    asNeeded,
    inParts: inParts === undefined ? null : Number(inParts),
    everyDays: days,
    everyHours: hours,
    times,
    slots,
    pattern,
    amounts,
    pieces,
    bare,
    days: dayMarks,
    limit: limit ? amountOf(limit[1], limit[2]) : null,
    fluid: fluidStrength(liquid),
    rest: line.text,
    notes,
  };
}

function amountOf(figure: string | undefined, unit: string | undefined): Amount | null {
  const own = unitOf(unit ?? "");
  const amount = Number(figure) * (own?.factor ?? 1);
  return own && plausible(amount) ? { amount: rounded(amount), unit: own.unit } : null;
}

/** Of a range the larger end, with a note. */
function upper(low: string | undefined, high: string | undefined, notes: string[], what: string): number {
  if (high === undefined) return Number(low);
  notes.push(`A range is written (${low} to ${high}); the larger counts for ${what}.`);
  return Math.max(Number(low), Number(high));
}

function readEveryDays(line: Line): number | null {
  if (!family.everyDays.test(line.text)) return null;
  for (const [pattern, days] of everyDays) {
    const found = line.take(pattern)[0];
    if (!found) continue;
    const written = Number(found[1]);
    const many =
      typeof days === "number"
        ? days
        : days === "aWeek"
          ? Number((7 / written).toFixed(2))
          : written * { days: 1, weeks: 7, months: 30 }[days];
    if (plausible(many) && many > 1) return many;
    return null;
  }
  return null;
}

function readEveryHours(line: Line, notes: string[]): number | null {
  if (!family.everyHours.test(line.text)) return null;
  for (const pattern of everyHours) {
    const found = line.take(pattern)[0];
    if (!found) continue;
    const low = Number(found[1]);
    const shortest = found[2] === undefined ? low : Math.min(low, Number(found[2]));
    if (!plausible(shortest)) return null;
    if (found[2] !== undefined)
      notes.push(`Every ${found[1]} to ${found[2]} hours is written; the shorter time counts.`);
    return shortest;
  }
  return null;
}

function readTimes(line: Line): Count[] {
  if (!family.times.test(line.text)) return [];
  return timesADay.flatMap(([pattern, times]) =>
    line
      .take(pattern)
      .map((match) => ({ ...markOf(match), count: times === "group" ? Number(match[1]) : times }))
      .filter(({ count }) => plausible(count)),
  );
}

function readSlots(line: Line, clock: readonly RegExpExecArray[]): Slot[] {
  const found: Slot[] = family.slots.test(line.text)
    ? slotWords.flatMap(([pattern, slot]) => line.take(pattern).map((match) => ({ ...markOf(match), slot })))
    : [];
  // Times of the clock are parts of the day of their own.
  clock.forEach((match, place) => {
    found.push({ ...markOf(match), slot: 10 + place });
  });
  return found.sort((left, right) => left.at - right.at);
}

function readPattern(line: Line): Pattern | null {
  const found = line.take(patterns.perDayPattern)[0];
  if (!found) return null;
  const counts = found
    .slice(1, 5)
    .filter((value) => value !== undefined)
    .map(Number);
  const own = found[5] === undefined ? undefined : unitOf(found[5]);
  return { counts, unit: own ?? null, written: found[0] };
}

/** Amounts with a unit; "2 x 10 mg" carries its count, "10 mg tablets" is a strength. */
function readAmounts(line: Line, notes: string[]): Found[] {
  const found = line.take(patterns.amount);
  return found
    .flatMap((match) => {
      const own = unitOf(match[4] ?? "");
      if (!own) return [];
      const amount = upper(match[2], match[3], notes, "each taking") * own.factor;
      const before = match[1];
      return [
        {
          ...markOf(match),
          amount: rounded(amount),
          unit: own.unit,
          count: before === undefined ? null : Number(before),
          isStrength: match[5] !== undefined && before === undefined,
        },
      ];
    })
    .filter(({ amount }) => plausible(amount));
}

/** "5 mg/5 ml": how much of the medicine is in one millilitre. */
function fluidStrength(liquid: readonly RegExpExecArray[]): Amount | null {
  const first = liquid[0];
  if (!first || liquid.length > 1) return null;
  const own = unitOf(first[2] ?? "");
  const volume = first[3] === undefined ? 1 : Number(first[3]);
  if (!own || !plausible(volume)) return null;
  return { amount: (Number(first[1]) * own.factor) / volume, unit: own.unit };
}
