/** The studies a person wrote into a file, read or refused: rules EV-50 to EV-53. The format is in docs/formats.md. */

export type Arm = {
  readonly treatment: string;
  readonly n: number;
  readonly events?: number;
  readonly mean?: number;
  readonly sd?: number;
};

/** An effect that was worked out elsewhere, on the measure's scale (log for ratios). */
export type Contrast = {
  readonly treatment: string;
  readonly versus: string;
  readonly estimate: number;
  readonly se: number;
};

/** `year`: of publication, where the file gives one of four digits. */
export type Study =
  | { readonly study: string; readonly year?: number; readonly arms: readonly Arm[] }
  | { readonly study: string; readonly year?: number; readonly contrasts: readonly Contrast[] };

/** What a number has to be. */
export type NumberRule = "finite" | "not below 0" | "above 0" | "2 or more";

/** `field` is a path within the study, such as `arms[1].events`; `study` its name, or its place where it has none. */
export type StudiesFault =
  | { readonly type: "NotJson"; readonly detail: string }
  | { readonly type: "NoStudies" }
  | { readonly type: "UnknownFormat"; readonly format: unknown }
  | { readonly type: "NotAStudy"; readonly study: string }
  | { readonly type: "RepeatedStudy"; readonly study: string }
  | { readonly type: "ArmsOrContrasts"; readonly study: string }
  | { readonly type: "TooFewArms"; readonly study: string; readonly field: "arms" | "contrasts" }
  | { readonly type: "Missing"; readonly study: string; readonly field: string }
  | { readonly type: "NotAText"; readonly study: string; readonly field: string }
  | { readonly type: "NotANumber"; readonly study: string; readonly field: string; readonly found: unknown }
  | {
      readonly type: "OutOfRange";
      readonly study: string;
      readonly field: string;
      readonly found: number;
      readonly rule: NumberRule;
    }
  | {
      readonly type: "MoreEventsThanPeople";
      readonly study: string;
      readonly field: string;
      readonly events: number;
      readonly n: number;
    }
  | {
      readonly type: "RepeatedTreatment";
      readonly study: string;
      readonly field: string;
      readonly treatment: string;
    }
  | {
      readonly type: "AgainstItself";
      readonly study: string;
      readonly field: string;
      readonly treatment: string;
    };

export const isStudiesFault = (value: readonly Study[] | StudiesFault): value is StudiesFault =>
  !Array.isArray(value);

/**
 * Reads the text of a STUDIES.json.
 *
 * @example
 * readStudies('{"studies":[{"study":"A","contrasts":[{"treatment":"x","versus":"placebo","estimate":-0.4,"se":0.2}]}]}')
 * // one study, "A"
 */
export function readStudies(text: string): readonly Study[] | StudiesFault {
  let value: unknown;
  try {
    // Windows editors put a byte order mark in front, which JSON does not know.
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { type: "NotJson", detail: error instanceof Error ? error.message : String(error) };
  }
  return parseStudies(value);
}

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads studies from a value that JSON gave.
 *
 * @example
 * parseStudies({ studies: [] }) // { type: "NoStudies" }
 */
export function parseStudies(value: unknown): readonly Study[] | StudiesFault {
  if (!isObject(value) || !Array.isArray(value.studies) || value.studies.length === 0)
    return { type: "NoStudies" };
  if (value.format !== undefined && value.format !== 1)
    return { type: "UnknownFormat", format: value.format };
  const studies: Study[] = [];
  const names = new Set<string>();
  for (const [place, entry] of value.studies.entries()) {
    const study = parseStudy(entry, `number ${place + 1}`);
    if ("type" in study) return study;
    if (names.has(study.study)) return { type: "RepeatedStudy", study: study.study };
    names.add(study.study);
    studies.push(study);
  }
  return studies;
}

function parseStudy(entry: unknown, place: string): Study | StudiesFault {
  if (!isObject(entry)) return { type: "NotAStudy", study: place };
  const name = textOf(entry, "study", place, "study");
  if (typeof name !== "string") return name;
  const { arms, contrasts } = entry;
  if ((arms === undefined) === (contrasts === undefined)) return { type: "ArmsOrContrasts", study: name };
  const field = arms === undefined ? "contrasts" : "arms";
  const list = arms ?? contrasts;
  if (!Array.isArray(list) || list.length < (field === "arms" ? 2 : 1))
    return { type: "TooFewArms", study: name, field };
  const parsed = field === "arms" ? parseArms(list, name) : parseContrasts(list, name);
  const year = yearIn(entry.year);
  return "type" in parsed || year === null ? parsed : { ...parsed, year };
}

/**
 * A year of four digits, as a number or a text. Anything else under that name is let be as any other key is; what needs a
 * year then says that it has none.
 */
const yearIn = (value: unknown): number | null =>
  (typeof value === "number" || typeof value === "string") && /^[12]\d{3}$/.test(String(value).trim())
    ? Number(value)
    : null;

function parseArms(list: readonly unknown[], study: string): Study | StudiesFault {
  const arms: Arm[] = [];
  for (const [i, entry] of list.entries()) {
    const field = `arms[${i}]`;
    if (!isObject(entry)) return { type: "Missing", study, field };
    const treatment = textOf(entry, "treatment", study, `${field}.treatment`);
    if (typeof treatment !== "string") return treatment;
    if (arms.some((arm) => arm.treatment === treatment))
      return { type: "RepeatedTreatment", study, field, treatment };
    const n = numberOf(entry, "n", study, field, "above 0");
    if (typeof n !== "number") return n;
    const arm: { -readonly [Key in keyof Arm]: Arm[Key] } = { treatment, n };
    for (const [key, rule] of [
      ["events", "not below 0"],
      ["mean", "finite"],
      ["sd", "above 0"],
    ] as const) {
      if (entry[key] === undefined || entry[key] === null) continue;
      const number = numberOf(entry, key, study, field, rule);
      if (typeof number !== "number") return number;
      arm[key] = number;
    }
    if (arm.events !== undefined && arm.events > n)
      return { type: "MoreEventsThanPeople", study, field: `${field}.events`, events: arm.events, n };
    arms.push(arm);
  }
  return { study, arms };
}

function parseContrasts(list: readonly unknown[], study: string): Study | StudiesFault {
  const contrasts: Contrast[] = [];
  for (const [i, entry] of list.entries()) {
    const field = `contrasts[${i}]`;
    if (!isObject(entry)) return { type: "Missing", study, field };
    const treatment = textOf(entry, "treatment", study, `${field}.treatment`);
    if (typeof treatment !== "string") return treatment;
    const versus = textOf(entry, "versus", study, `${field}.versus`);
    if (typeof versus !== "string") return versus;
    if (treatment === versus) return { type: "AgainstItself", study, field, treatment };
    const pair = [treatment, versus];
    // The same pair twice, in whatever order, would be counted twice.
    if (contrasts.some((other) => pair.includes(other.treatment) && pair.includes(other.versus)))
      return { type: "RepeatedTreatment", study, field, treatment };
    const estimate = numberOf(entry, "estimate", study, field, "finite");
    if (typeof estimate !== "number") return estimate;
    const se = numberOf(entry, "se", study, field, "above 0");
    if (typeof se !== "number") return se;
    contrasts.push({ treatment, versus, estimate, se });
  }
  return { study, contrasts };
}

function textOf(entry: Fields, key: string, study: string, field: string): string | StudiesFault {
  const value = entry[key];
  if (value === undefined || value === null) return { type: "Missing", study, field };
  return typeof value === "string" && value.trim() !== "" ? value.trim() : { type: "NotAText", study, field };
}

function numberOf(
  entry: Fields,
  key: string,
  study: string,
  of: string,
  rule: NumberRule,
): number | StudiesFault {
  const value = entry[key];
  const field = `${of}.${key}`;
  if (value === undefined || value === null) return { type: "Missing", study, field };
  if (typeof value !== "number" || !Number.isFinite(value))
    return { type: "NotANumber", study, field, found: value };
  const good = rule === "finite" || value > 0 || (rule === "not below 0" && value === 0);
  return good ? value : { type: "OutOfRange", study, field, found: value, rule };
}
