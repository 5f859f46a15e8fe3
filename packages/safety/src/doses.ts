/** What a written dose says: read, or not there, or unclear. Never a guess. */
import {
  aDay,
  asNeededWords,
  changingWords,
  type DoseUnit,
  everyDays,
  everyHours,
  number,
  pieceWord,
  slotWords,
  timesADay,
  unitOf,
  unitWord,
  withFigures,
} from "./doseWords.ts";
import { type Route, routeOf } from "./routes.ts";
import { wordsOf } from "./spelling.ts";

export type { DoseUnit } from "./doseWords.ts";

/** `unit` is mg, mcg, U (units of toxin, insulin, vitamins), ml, sprays (puffs too), drops or patches. */
export type Amount = { readonly amount: number; readonly unit: DoseUnit };

export type Dose =
  | {
      readonly type: "read";
      /** One entry per taking of the day where they differ, else one. Empty when only the total of a day is told. */
      readonly perTaking: readonly Amount[];
      readonly timesPerDay: number | null;
      /** Morning, noon, evening, night, in the amounts of `perTaking`'s unit. */
      readonly pattern: readonly number[] | null;
      /** What is taken on a day on which it is taken ("10 mg weekly": 10 mg); null when how often is not told. */
      readonly perDay: Amount | null;
      /** The largest single taking; null when only the total of a day is told. */
      readonly single: Amount | null;
      readonly asNeeded: boolean;
      /** Not daily, or by the clock. */
      readonly every?: { readonly hours: number } | { readonly days: number };
      readonly route?: Route;
      /** How a range or a limit was read. */
      readonly notes: readonly string[];
    }
  | { readonly type: "none" }
  | { readonly type: "unclear"; readonly why: string; readonly part: string };

type Mark = { at: number; end: number };
type Slot = Mark & { slot: number };
type Found = Amount & Mark & { count: number | null; isStrength: boolean };

/** Figures so long that no dose has them are left alone. */
const plausible = (value: number): boolean => Number.isFinite(value) && value > 0 && value < 1e7;

const rounded = (value: number): number => Number(value.toPrecision(12));

const unclear = (why: string, part: string): Dose => ({
  type: "unclear",
  why,
  part: part.trim().slice(0, 80),
});

const strengthNeeded =
  "How strong one tablet is stands nowhere. Write the strength too, like “10 mg”, as it stands on the box.";

/** The text being read; what is understood is blanked out, so that what is left over shows what is not. */
class Line {
  text: string;
  constructor(text: string) {
    this.text = text;
  }
  /** Takes all matches out and hands them over. */
  take(pattern: RegExp): RegExpExecArray[] {
    const found = [...this.text.matchAll(new RegExp(pattern.source, "gu"))] as RegExpExecArray[];
    for (const { 0: whole, index } of found) {
      this.text =
        this.text.slice(0, index) + " ".repeat(whole.length) + this.text.slice(index + whole.length);
    }
    return found;
  }
}

const markOf = (match: RegExpExecArray): Mark => ({ at: match.index, end: match.index + match[0].length });

function prepared(text: string): string {
  return (
    withFigures(
      text
        .slice(0, 400)
        .replace(/[®™©℠]/g, " ")
        .replace(/(\d) ?½/g, "$1.5")
        .replace(/½/g, "0.5")
        .replace(/¼/g, "0.25")
        .replace(/¾/g, "0.75")
        .replace(/(\d) U(?![\p{L}\d])/gu, "$1 units")
        .normalize("NFKC")
        .replace(/[μµ]g\b/g, "mcg")
        .toLowerCase()
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .replace(/[‐‑‒–—−]/g, "-")
        .replace(/[×✕*]/g, "x")
        .replace(/\s+/g, " ")
        .trim(),
    )
      // 1,000 mg is a thousand; 0,5 and 2,5 are decimals.
      .replace(/\b([1-9]\d{0,2}),(\d{3})\b(?![.,]?\d)/g, "$1$2")
      .replace(/(\d),(\d)/g, "$1.$2")
  );
}

/** Figures that belong to names, times and dates, not to a dose. */
const notDoses: readonly RegExp[] = [
  /\b(?:for|x|since|over|during|fur) (?:the )?(?:last |past |next )?\d+(?:\.\d+)?(?: ?- ?\d+)? ?(?:days?|weeks?|wks?|months?|years?|tage?|wochen?)\b/,
  /\b(?:since|until|from|on|till|seit) (?:\w+ )?(?:19|20)\d{2}\b/,
  /\b(?:19|20)\d{2}-\d{2}-\d{2}\b/,
  /\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}\b/,
  /\bomega[ -]?3\b/,
  /\bdelta[ -]9\b/,
  /\b[a-z]{1,12}-?\d+[a-z]?(?:-[a-z]+)?\b(?<!\b(?:x|q)\d+)/,
  /\b\d+-[a-z]{2,}\b/,
  /\b\d+(?:\.\d+)? ?%/,
];

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
  const prepare = prepared(text);
  const changing = changingWords.exec(prepare);
  if (changing && /\d/.test(prepare)) {
    return unclear("This dose changes over time. Write the dose of one usual day.", prepare);
  }
  const notes: string[] = [];
  const line = new Line(prepare);

  const asNeeded = line.take(asNeededWords).length > 0;
  const inParts = line.take(
    new RegExp(String.raw`\bin (${number}) (?:divided |split |equal )?(?:doses|portions|takings)\b`),
  )[0];
  const everyDay = readEveryDays(line);
  const hours = readEveryHours(line, notes);
  const times = readTimes(line);
  const clock = line.take(
    /\b(?:at )?(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?(?:a\.?m\.?|p\.?m\.?|o'?clock|uhr)(?= |$|[.,;:)])/,
  );
  for (const pattern of notDoses) line.take(pattern);

  const limit = line.take(
    new RegExp(
      String.raw`\b(?:max(?:imum)?\.?(?: of)?|not more than|no more than) ?(${number}) ?(${unitWord})\b(?: ?(?:${aDay.source}))?`,
    ),
  );
  const upTo = line.take(/\bup to\b/).length > 0;
  if (upTo) notes.push("“Up to” is counted as the whole of it.");

  const liquid = line.take(
    new RegExp(String.raw`\b(${number}) ?(mgs?|mcg|g|units?|iu) ?(?:/|per|in) ?(${number})? ?mls?\b`),
  );
  const pattern = readPattern(line);
  const amounts = readAmounts(line, notes);
  const pieces = line
    .take(new RegExp(String.raw`\b(${number})(?: ?(?:-|to|or) ?(${number}))? ?x? ?${pieceWord}\b`))
    .map((match) => ({ ...markOf(match), count: upper(match[1], match[2], notes, "tablets") }));
  const slots = readSlots(line, clock);
  const days = line.take(aDay).map(markOf);
  const bare = line
    .take(new RegExp(String.raw`\b(${number})(?: ?(?:-|to) ?(${number}))?\b`))
    .map((match) => ({ ...markOf(match), count: upper(match[1], match[2], notes, "it") }));
  // Figures glued to letters were names; any other figure that is left was not understood.
  const left = /\S*\d\S*/.exec(line.text)?.[0];

  const rate = /(?:mg|mcg|g|ml|units) ?(?:\/|per) ?(?:h|hr|hour|min|minute)\b/.exec(prepare)?.[0];
  if (rate) return unclear("This is a speed, so much in an hour. Write how much a whole day holds.", rate);
  const lost = /(?<![a-z])(?:mg|mcg)(?![a-z])/.exec(line.text)?.[0];
  if (lost) return unclear("A unit stands here without its number.", prepare);
  const unitsSeen = new Set(amounts.map(({ unit }) => unit));
  if (unitsSeen.has("mg") && unitsSeen.has("mcg")) {
    return unclear(
      "Milligrams (mg) and micrograms (mcg) stand side by side; one is a thousand of the other. Which is it?",
      prepare,
    );
  }
  const route = routeOf(wordsOf(text), []);
  const shared = {
    type: "read" as const,
    asNeeded,
    ...(hours ? { every: { hours } } : everyDay ? { every: { days: everyDay } } : {}),
    ...(route ? { route } : {}),
    notes,
  };
  const timesSign = /\bx (?= *$| *[,;])/.exec(line.text);
  if (timesSign && bare.length > 0) {
    return unclear("Is this so many at once, or so many times a day?", prepare);
  }
  if (left !== undefined) return unclear("This figure was not understood.", left);
  if (times.length > 1 && new Set(times.map(({ count }) => count)).size > 1) {
    return unclear("Two different ways of how often stand here. Which one holds?", prepare);
  }
  const howOften = times[0]?.count ?? (hours ? rounded(24 / hours) : null);

  const strengths = amounts.filter(({ isStrength }) => isStrength);
  let doses = amounts.filter(({ isStrength }) => !isStrength);
  if (doses.length === 0 && strengths.length === 1) doses = strengths;
  const fluid = fluidStrength(liquid);
  if (fluid !== null) {
    doses = doses.map((dose) =>
      dose.unit === "ml" ? { ...dose, amount: rounded(dose.amount * fluid.amount), unit: fluid.unit } : dose,
    );
    if (doses.length === 0 && (howOften !== null || pieces.length > 0 || bare.length > 0)) {
      return unclear("How many millilitres are taken stands nowhere.", prepare);
    }
  }

  if (inParts && doses.length === 1 && howOften === null && slots.length === 0) {
    return inSeveral(doses[0] as Found, Number(inParts[1]), shared, prepare);
  }
  doses = bySprays(doses);

  if (pattern !== null) {
    const own = pattern.unit;
    const one = doses.length === 1 ? doses[0] : undefined;
    if (own === null && one === undefined) return unclear(strengthNeeded, pattern.written);
    if (
      bare.length > 0 ||
      pieces.length > 0 ||
      (howOften !== null && hours === null && !fits(pattern.counts, howOften))
    ) {
      return unclear("Two different ways of how often stand here. Which one holds?", prepare);
    }
    const unit = own?.unit ?? one?.unit ?? "mg";
    const each = pattern.counts.map((count) => rounded(count * (own ? own.factor : (one?.amount ?? 0))));
    const taken = each.filter((amount) => amount > 0);
    if (taken.length === 0) return unclear("This adds up to nothing.", pattern.written);
    return {
      ...shared,
      perTaking: taken.map((amount) => ({ amount, unit })),
      timesPerDay: taken.length,
      pattern: each,
      perDay: { amount: sum(taken), unit },
      single: { amount: Math.max(...taken), unit },
    };
  }

  if (doses.length === 0) {
    if (limit[0]) {
      const own = unitOf(limit[0][2] ?? "");
      const amount = Number(limit[0][1]) * (own?.factor ?? 1);
      if (own && plausible(amount)) {
        notes.push("Only the most of a day is told; it is counted whole.");
        return {
          ...shared,
          perTaking: [],
          timesPerDay: null,
          pattern: null,
          perDay: { amount, unit: own.unit },
          single: null,
        };
      }
    }
    if (pieces.length > 0 || bare.length > 0) {
      return unclear(
        pieces.length > 0 || howOften !== null || days.length > 0 || slots.length > 0
          ? strengthNeeded
          : "A number stands here without its unit, like mg. Of what is it?",
        prepare,
      );
    }
    return { type: "none" };
  }

  if (doses.length > 1) return several(doses, slots, prepare, shared, bare.length + pieces.length);

  const dose = doses[0] as Found;
  const counts = [...pieces, ...bare].sort((left, right) => left.at - right.at);
  if (counts.length > 1 && dose.count === null && times.length === 0) {
    // "10 mg: 1 in the morning, 2 at night"
    const each = counts.map(({ at, end, count }) => ({ ...dose, at, end, count }));
    return several(each, slots, prepare, shared, 0);
  }
  if (counts.length > 1) return unclear("Several numbers stand here. How many are taken each time?", prepare);
  const counted = counts[0];
  const piecesOfOne = pieces[0];
  if (counted && dose.count !== null)
    return unclear("Several numbers stand here. How many are taken each time?", prepare);
  if (
    piecesOfOne &&
    piecesOfOne.count !== 1 &&
    /\(\s*$/.test(prepare.slice(0, dose.at)) &&
    !/\b(?:each|je)\b/.test(prepare)
  ) {
    return unclear("Is this the strength of one tablet, or of all of them together?", prepare);
  }
  // "10 mg, 3 a day": so many in a day, at times we do not know.
  const dayAfterCount = counted && days.some(({ at }) => at >= counted.end && at - counted.end <= 2);
  const dayAfterDose = days.length > 0;
  const unit = dose.unit;
  const count = counted?.count ?? dose.count ?? 1;
  const amount = rounded(dose.amount * count);
  if (!plausible(amount)) return unclear("This figure was not understood.", prepare);
  if (slots.length > 0 && times.length > 0) {
    const parts = new Set(slots.map(({ slot }) => slot)).size;
    const once = times[0] as { count: number };
    if (
      parts > once.count ||
      (parts < once.count && /(?:\band\b|\+|&|\bplus\b)/.test(prepare) && parts < 2)
    ) {
      return unclear("Two different ways of how often stand here. Which one holds?", prepare);
    }
  }
  const perDayTimes = howOften ?? (slots.length > 0 ? new Set(slots.map(({ slot }) => slot)).size : null);
  if (perDayTimes !== null) {
    return {
      ...shared,
      perTaking: [{ amount, unit }],
      timesPerDay: perDayTimes,
      pattern: null,
      perDay: { amount: rounded(amount * Math.max(1, perDayTimes)), unit },
      single: { amount, unit },
    };
  }
  if (everyDay !== null) {
    return {
      ...shared,
      perTaking: [{ amount, unit }],
      timesPerDay: 1,
      pattern: null,
      perDay: { amount, unit },
      single: { amount, unit },
    };
  }
  if (dayAfterCount || dayAfterDose) {
    const alone = count === 1;
    const oneTaking = counted !== undefined && alone;
    return {
      ...shared,
      perTaking: oneTaking ? [{ amount, unit }] : [],
      timesPerDay: oneTaking ? 1 : null,
      pattern: null,
      perDay: { amount, unit },
      single: oneTaking ? { amount, unit } : null,
    };
  }
  if (counted && bare.length > 0) {
    return unclear("A number stands here without its unit, like mg. Of what is it?", prepare);
  }
  return {
    ...shared,
    perTaking: [{ amount, unit }],
    timesPerDay: null,
    pattern: null,
    perDay: null,
    single: { amount, unit },
  };
}

/** "100 micrograms, 2 puffs": the strength of one spray times how many. */
function bySprays(doses: Found[]): Found[] {
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
function inSeveral(dose: Found, parts: number, shared: Shared, written: string): Dose {
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

const sum = (values: readonly number[]): number => rounded(values.reduce((total, value) => total + value, 0));

const fits = (counts: readonly number[], times: number): boolean =>
  counts.filter((count) => count > 0).length === times;

function upper(low: string | undefined, high: string | undefined, notes: string[], what: string): number {
  if (high === undefined) return Number(low);
  notes.push(`A range is written (${low} to ${high}); the larger counts for ${what}.`);
  return Math.max(Number(low), Number(high));
}

/** Writings that have harmed people: "10u" reads as 100, "1.000" is one or a thousand, per kilogram needs a weight. */
function riskyWriting(text: string): Dose | undefined {
  const short = text.slice(0, 400);
  const glued = /(?<![\p{L}\d])\d+(?:[.,]\d+)?(?:\s?u|U)(?![\p{L}\d])/u.exec(short);
  if (glued) {
    return unclear(
      "A “u” right behind a number is easily misread as a zero. If units are meant, write “units”.",
      glued[0],
    );
  }
  const thousand = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])/.exec(short);
  if (thousand) {
    return unclear(
      "This point may stand for a thousand or for a decimal. Write the number without it, or as 0.5.",
      thousand[0],
    );
  }
  const naked = /(?<![\d\p{L}])\.\d+\s?(?:mg|mcg|g|ml)/u.exec(short);
  if (naked)
    return unclear("A point without a zero before it is easily overlooked. Write 0.5, not .5.", naked[0]);
  const weight = /(?:mg|mcg|µg|ug|units?|iu)\s?\/\s?kg|per (?:kg|kilo)/i.exec(short);
  if (weight) return unclear("This dose is per kilogram. Write how much is taken in all.", weight[0]);
  return undefined;
}

function readEveryDays(line: Line): number | null {
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

function readTimes(line: Line): (Mark & { count: number })[] {
  return timesADay.flatMap(([pattern, times]) =>
    line
      .take(pattern)
      .map((match) => ({ ...markOf(match), count: times === "group" ? Number(match[1]) : times }))
      .filter(({ count }) => plausible(count)),
  );
}

function readSlots(line: Line, clock: readonly RegExpExecArray[]): Slot[] {
  const found: Slot[] = slotWords.flatMap(([pattern, slot]) =>
    line.take(pattern).map((match) => ({ ...markOf(match), slot })),
  );
  // Times of the clock are parts of the day of their own.
  clock.forEach((match, place) => {
    found.push({ ...markOf(match), slot: 10 + place });
  });
  return found.sort((left, right) => left.at - right.at);
}

function readPattern(line: Line) {
  const part = String.raw`(\d{1,4}(?:\.\d+)?)`;
  const found = line.take(
    new RegExp(
      String.raw`(?<![\d-])${part} ?[-+] ?${part} ?[-+] ?${part}(?: ?[-+] ?${part})?(?![\d-])(?: ?(${unitWord})\b| ?${pieceWord}\b)?`,
    ),
  )[0];
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
  const found = line.take(
    new RegExp(
      String.raw`(?:\b(${number}) ?(?:x|${pieceWord}(?: of| at| a|,)?) ?)?\b(${number})(?: ?(?:${unitWord})?? ?(?:-|to|or|bis) ?(${number}))? ?-?(${unitWord})(?![a-z])( ?${pieceWord}\b)?`,
    ),
  );
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

type Shared = { type: "read"; asNeeded: boolean; notes: string[] };

/** "10 mg in the morning and 20 mg at night": each amount with its own part of the day. */
function several(
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
