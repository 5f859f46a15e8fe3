/** The words of a prescription: units, how often, when in the day. Only patterns; what they mean together is in `doses.ts`. */

export const doseUnits = ["mg", "mcg", "U", "ml", "sprays", "drops", "patches"] as const;
/** Grams are kept as milligrams; puffs as sprays; international units as U. */
export type DoseUnit = (typeof doseUnits)[number];

export const number = String.raw`\d+(?:\.\d+)?`;

/** A unit as written → ours, and by how much its number is multiplied. */
const units: readonly (readonly [RegExp, DoseUnit, number])[] = [
  [/^(?:mg|mgs|milligrams?|milligramm|milligrammes?)$/, "mg", 1],
  [/^(?:mcg|mcgs|ug|micrograms?|mikrogramm|microgrammes?)$/, "mcg", 1],
  [/^(?:g|gr?m|gms|grams?|gramm|grammes?)$/, "mg", 1000],
  [/^(?:ml|mls|cc|millilit(?:re|er)s?)$/, "ml", 1],
  [/^(?:units?|iu|ie|i\.u\.?|ui|einheiten)$/, "U", 1],
  [/^(?:sprays?|puffs?|hub|hube|spruhstosse?|inhalations?|pumps?)$/, "sprays", 1],
  [/^(?:drops?|gtt|tropfen|gouttes?|gotas)$/, "drops", 1],
  [/^(?:patch|patches|pflaster)$/, "patches", 1],
];

export const unitWord = String.raw`(?:mgs?|milligram(?:s|m|mes?)?|mcgs?|ug|micrograms?|mikrogramm|microgrammes?|gr?ms?|grams?|gramm|grammes?|g|mls?|cc|millilit(?:re|er)s?|units?|iu|ie|i\.u\.?|ui|einheiten|sprays?|puffs?|hube?|spruhstosse?|inhalations?|pumps?|drops?|gtt|tropfen|gouttes?|gotas|patch(?:es)?|pflaster)`;

/** Things that are counted and have a strength of their own. */
export const pieceWord = `(?:tablets?|tabs?|tabl|tbl|tabletten?|tablette|comprim(?:es?|idos?)|pills?|capsules?|caps?|kapseln?|gelules?|lozenges?|wafers?|sachets?|suppositor(?:y|ies)|vials?|ampoules?)`;

/** The unit as the engine keeps it, and the factor for the number. */
export function unitOf(written: string): { unit: DoseUnit; factor: number } | undefined {
  const found = units.find(([pattern]) => pattern.test(written));
  return found && { unit: found[1], factor: found[2] };
}

const spelled: readonly (readonly [RegExp, string])[] = [
  [/\bone and a half\b/g, "1.5"],
  [/\btwo and a half\b/g, "2.5"],
  [/\bhalf an?\b|\ba half\b|\bhalf\b(?= (?:tab|pill|cap|mg))/g, "0.5"],
  [/\ban? (?=(?:tablet|tab|pill|capsule|spray|puff|drop|patch)\b)/g, "1 "],
  [/\b(?:one|ein|eine|un|una)\b/g, "1"],
  [/\b(?:two|zwei|deux|dos)\b/g, "2"],
  [/\b(?:three|drei|trois|tres)\b/g, "3"],
  [/\b(?:four|vier|quatre|cuatro)\b/g, "4"],
  [/\b(?:five|funf)\b/g, "5"],
  [/\b(?:six|sechs)\b/g, "6"],
  [/\b(?:seven|sieben)\b/g, "7"],
  [/\b(?:eight|acht)\b/g, "8"],
  [/\b(?:nine|neun)\b/g, "9"],
  [/\b(?:ten|zehn)\b/g, "10"],
  [/\b(?:twelve|zwolf)\b/g, "12"],
  [/\beinmal\b/g, "1 x"],
  [/\bzweimal\b/g, "2 x"],
  [/\bdreimal\b/g, "3 x"],
  [/\bviermal\b/g, "4 x"],
  [/(\d)\s?\+\s?1\/2\b|(\d) 1\/2\b/g, "$1$2.5"],
  [/\b1\/2\b/g, "0.5"],
  [/\b1\/4\b/g, "0.25"],
  [/\b3\/4\b/g, "0.75"],
];

/** One pattern that fits where any of these does: most lines hold none of a family, and one look tells. */
export const anyOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join("|"));

const anySpelled = anyOf(spelled.map(([pattern]) => pattern));

/** Number words and fractions as figures. */
export function withFigures(text: string): string {
  let line = text;
  if (!anySpelled.test(line)) return line;
  for (const [pattern, figure] of spelled) line = line.replaceAll(pattern, figure);
  return line;
}

const n = `(${number})`;

/** How often in a day: the pattern and the times, or which of its groups holds them. */
export const timesADay: readonly (readonly [RegExp, number | "group"])[] = [
  [
    new RegExp(
      String.raw`\b${n} ?(?:x|times|fois|veces|mal)[ -]?(?:(?:a|per|each|every|par|al|pro|am|por|le|le)[ -])?(?:day|daily|d|dia|jour|tag|taglich|tgl\.?)\b`,
    ),
    "group",
  ],
  [new RegExp(String.raw`\b${n} ?(?:x|times) ?/ ?(?:day|d|tag)\b`), "group"],
  [new RegExp(String.raw`\bx ?${n} ?(?:/ ?(?:day|d)|a day|per day|daily)\b`), "group"],
  [
    /\bonce (?:a|per|each|every) (?:day|night|evening|morning)\b|\bonce[ -]daily\b|\b(?:o\.?d\.?|q\.?d\.?)(?= |$|[.,;)])/,
    1,
  ],
  [
    /\btwice (?:a|per|each|every) day\b|\btwice[ -]daily\b|\btwice\b|\b(?:b\.?d\.?s?|b\.?i\.?d\.?)(?= |$|[,;)])/,
    2,
  ],
  [
    /\bthrice (?:a|per|each|every) day\b|\bthrice(?:[ -]daily)?\b|\b(?:t\.?d\.?s\.?|t\.?i\.?d\.?)(?= |$|[,;)])/,
    3,
  ],
  [/\b(?:q\.?d\.?s\.?|q\.?i\.?d\.?)(?= |$|[,;)])/, 4],
];

/** Every so many hours. */
export const everyHours: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:every|each|alle) ${n}(?: ?(?:-|to|or|bis) ?${n})? ?(?:h|hrs?|hours?|stunden|std)\b`,
  ),
  new RegExp(String.raw`\bq ?${n}(?: ?- ?${n})? ?(?:h|hrs?|hours?)\b`),
  new RegExp(String.raw`\b${n}(?: ?(?:-|to) ?${n})?[ -]?hourly\b`),
];

/** Every so many days: the days, or the group that holds the number. */
export const everyDays: readonly (readonly [RegExp, number | "days" | "weeks" | "months" | "aWeek"])[] = [
  [
    new RegExp(String.raw`\b${n} ?(?:x|times|days?) ?(?:a|per|each|every|/|pro) ?(?:week|wk|woche)\b`),
    "aWeek",
  ],
  [/\btwice (?:a|per|each|every) week\b|\btwice[ -]weekly\b/, 3.5],
  [
    /\b(?:alternate days?|alternating days|every other day|every second day|every alternate day|qod|q\.o\.d\.|eod|jeden 2\.? tag)\b/,
    2,
  ],
  [/\bevery other week\b|\bfortnightly\b|\balternate weeks\b/, 14],
  [new RegExp(String.raw`\b(?:every|each|alle) ${n} (?:days?|tage)\b`), "days"],
  [new RegExp(String.raw`\b(?:every|each|alle) ${n} (?:weeks?|wks?|wochen)\b`), "weeks"],
  [new RegExp(String.raw`\b(?:every|each|alle) ${n} (?:months?|mths?|monate)\b`), "months"],
  [
    /\bonce (?:a|per|each|every) week\b|\bonce[ -]weekly\b|\bweekly\b|\b(?:a|per|each|every) week\b|\b(?:wochentlich|1 ?x ?(?:pro woche|weekly))\b/,
    7,
  ],
  [/\bonce (?:a|per|each|every) month\b|\bonce[ -]monthly\b|\bmonthly\b|\b(?:a|per|each|every) month\b/, 30],
  [
    /\b(?:every|each|on|once every) (?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\b/,
    7,
  ],
];

/** Parts of the day: morning 0, noon 1, evening 2, night 3. */
export const slotWords: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:in the|each|every|with)? ?(?:mornings?|mane|o\.m\.|breakfast|a\.?m\.?|morgens|fruh|le matin|manana)(?= |$|[.,;:)+&])/,
    0,
  ],
  [
    /\b(?:at|with|in the|each|every)? ?(?:noon|mid-?day|lunch(?:time)?|afternoons?|mittags|midi)(?= |$|[.,;:)+&])/,
    1,
  ],
  [
    /\b(?:in the|each|every|with|at)? ?(?:evenings?|teatime|dinner|supper|p\.?m\.?|abends|soir)(?= |$|[.,;:)+&])/,
    2,
  ],
  [
    /\b(?:at|each|every|in the|before|once)? ?(?:nights?|nightly|bed ?time|bed|nocte|q\.?h\.?s\.?|h\.?s\.?|nachts|zur nacht|noche)(?= |$|[.,;:)+&])/,
    3,
  ],
];

/** The number before it is for a whole day. */
export const aDay =
  /(?:\b(?:a|per|each|every|par|pro) ?(?:day|24 ?h(?:ours)?|tag|jour)\b|\/ ?(?:day|24 ?h|d|tag)\b|\bdaily\b|\bin 24 hours\b|\btaglich\b|\btgl\b|\bin total\b|\btotal\b)/;

export const asNeededWords =
  /\b(?:p\.?r\.?n\.?|as (?:needed|required|necessary)|(?:when|if|only when|only if) (?:needed|required|necessary|it hurts|in pain)|sos|bei bedarf|b\.b\.|si besoin|occasionally|sometimes|now and then)(?= |$|[.,;)])/;

/** A dose that is on its way to another one. */
export const changingWords =
  /\b(?:increas\w*|titrat\w*|taper\w*|reduc\w*|decreas\w*|wean\w*|step(?:ping)? (?:up|down)|build(?:ing)? up|then|escalat\w*|going up|going down)\b|(?:->|→|⇒)/;
