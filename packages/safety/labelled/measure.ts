/**
 * Holds the labelled regimens (`regimens.json`) against the check: what is found, what is missed, what is told without
 * cause. Pure; the caller reads the file.
 *
 * A label is "met" by an alert of one of its kinds that names its medicines and whose grade lies within its range.
 * Ranges stand where the sources leave the grade open.
 */
import { type AlertKind, type AlertRule, alertRules, type Grade, grades } from "@unclench/knowledge/alerts";
import { type Alert, check, nameOf, readPerson } from "../src/index.ts";

/** What has to be told: from the lowest to the highest grade that is right, naming these medicines. */
export type Label = {
  readonly kinds: readonly AlertKind[];
  readonly grade: Grade;
  readonly highest: Grade;
  readonly medicines: readonly string[];
};

/** What must not be told: an alert of these kinds (`null`: any), at least this grave, naming one of these (`null`: any). */
export type Forbidden = {
  readonly kinds: readonly AlertKind[] | null;
  readonly atLeast: Grade;
  readonly medicines: readonly string[] | null;
};

export type Regimen = {
  readonly id: string;
  /** Why it is in the set, in one sentence. */
  readonly about: string;
  /** Of the knowledge base; empty for lists in which nothing is grave. */
  readonly sources: readonly { readonly id: string; readonly where: string | null }[];
  /** A list as people take it, for the count of alerts per 100 of them. */
  readonly everyday: boolean;
  /** As in the file of a person (docs/formats.md). */
  readonly person: unknown;
  readonly expect: readonly Label[];
  readonly forbid: readonly Forbidden[];
  /** Words that have to occur in what was not checked. */
  readonly notChecked: readonly string[];
};

/** `found` of `of`, with the 95 % interval of Wilson. `of` 0: everything is `null`. */
export type Share = {
  readonly found: number;
  readonly of: number;
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

export type ToldAlert = {
  readonly regimen: string;
  readonly ruleId: string;
  readonly kind: AlertKind;
  readonly grade: Grade;
  readonly medicines: readonly string[];
};

export type Measured = {
  readonly regimens: number;
  readonly everyday: number;
  /** Labels that are emergency, contraindicated or major at the least. */
  readonly grave: Share;
  readonly byGrade: Readonly<Record<Grade, Share>>;
  /** Labels whose lowest right grade is moderate or minor. */
  readonly mild: Share;
  /** Of the regimens in which no label allows major or above: those in which none is told. */
  readonly specificity: Share;
  /** Regimens whose labels leave open whether something is major: neither in `specificity` nor in `grave`. */
  readonly open: number;
  /** Alerts of major or above that no label expects, in any regimen. */
  readonly unexpected: readonly ToldAlert[];
  readonly forbidden: readonly ToldAlert[];
  /** `told`: the gravest alert of its kinds that names its medicines, if there is one. */
  readonly missed: readonly (Label & { readonly regimen: string; readonly told: Grade | null })[];
  /** Of 100 everyday regimens. One can be told several. */
  readonly perHundredEveryday: Readonly<Record<Grade, number>>;
  /** Everyday regimens that are told nothing of moderate or above. */
  readonly quietEveryday: Share;
  readonly notChecked: Share;
  readonly notCheckedMissing: readonly { readonly regimen: string; readonly words: string }[];
};

const isAtLeast = (grade: Grade, than: Grade): boolean => grades.indexOf(grade) <= grades.indexOf(than);

/**
 * Interval of Wilson (1927) for a proportion: the values that a score test at 5 % does not refuse.
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 *
 * @example shareOf(97, 100) // share 0.97, from 0.9155 to 0.9897
 */
export function shareOf(found: number, of: number): Share {
  if (of === 0) return { found, of, share: null, lower: null, upper: null };
  const z = 1.959963984540054;
  const share = found / of;
  const centre = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return { found, of, share, lower: (centre - half) / whole, upper: (centre + half) / whole };
}

const named = (ids: readonly string[]): string[] => ids.map((id) => nameOf(id));

const isOf = (label: Label, alert: Alert): boolean =>
  label.kinds.includes(alert.kind) && named(label.medicines).every((name) => alert.medicines.includes(name));

const isAbout = (label: Label, alert: Alert): boolean =>
  isOf(label, alert) && isAtLeast(label.highest, alert.grade);

const meets = (label: Label, alert: Alert): boolean =>
  isAbout(label, alert) && isAtLeast(alert.grade, label.grade);

const breaks = ({ kinds, atLeast, medicines }: Forbidden, alert: Alert): boolean =>
  (kinds === null || kinds.includes(alert.kind)) &&
  isAtLeast(alert.grade, atLeast) &&
  (medicines === null || named(medicines).some((name) => alert.medicines.includes(name)));

/**
 * @param rules for tests; all of the knowledge base by default
 * @example measure(regimens).grave.share // 0.98
 */
export function measure(regimens: readonly Regimen[], rules: readonly AlertRule[] = alertRules): Measured {
  const runs = regimens.map((regimen) => ({ regimen, ...check(readPerson(regimen.person).person, rules) }));

  const labels = runs.flatMap(({ regimen, alerts }) =>
    regimen.expect.map((label) => ({
      regimen: regimen.id,
      ...label,
      met: alerts.some((alert) => meets(label, alert)),
      told: alerts.find((alert) => isOf(label, alert))?.grade ?? null,
    })),
  );
  const foundOf = (of: readonly { readonly met: boolean }[]): Share =>
    shareOf(of.filter(({ met }) => met).length, of.length);
  const ofGrade = (grade: Grade): Share => foundOf(labels.filter((label) => label.grade === grade));

  const isGrave = ({ grade }: { readonly grade: Grade }): boolean => isAtLeast(grade, "major");
  const negatives = runs.filter(
    ({ regimen }) => !regimen.expect.some(({ highest: grade }) => isGrave({ grade })),
  );
  const positives = runs.filter(({ regimen }) => regimen.expect.some(isGrave));
  const wanted = runs.flatMap(({ regimen, notChecked, alerts }) => {
    const unknown = alerts
      .filter(({ kind }) => kind === "unknown-medicine")
      .flatMap(({ medicines }) => medicines);
    const said = JSON.stringify([notChecked, unknown]).toLowerCase();
    return regimen.notChecked.map((words) => ({
      regimen: regimen.id,
      words,
      met: said.includes(words.toLowerCase()),
    }));
  });
  const everyday = runs.filter(({ regimen }) => regimen.everyday);

  const toldWhere = (is: (regimen: Regimen, alert: Alert) => boolean): ToldAlert[] =>
    runs.flatMap(({ regimen, alerts }) =>
      alerts
        .filter((alert) => is(regimen, alert))
        .map(({ ruleId, kind, grade, medicines }) => ({
          regimen: regimen.id,
          ruleId,
          kind,
          grade,
          medicines,
        })),
    );

  return {
    regimens: runs.length,
    everyday: everyday.length,
    grave: foundOf(labels.filter(isGrave)),
    byGrade: {
      emergency: ofGrade("emergency"),
      contraindicated: ofGrade("contraindicated"),
      major: ofGrade("major"),
      moderate: ofGrade("moderate"),
      minor: ofGrade("minor"),
    },
    mild: foundOf(labels.filter((label) => !isGrave(label))),
    specificity: shareOf(negatives.filter(({ alerts }) => !alerts.some(isGrave)).length, negatives.length),
    open: runs.length - negatives.length - positives.length,
    unexpected: toldWhere(
      (regimen, alert) => isGrave(alert) && !regimen.expect.some((label) => isAbout(label, alert)),
    ),
    forbidden: toldWhere((regimen, alert) => regimen.forbid.some((forbidden) => breaks(forbidden, alert))),
    missed: labels.filter(({ met }) => !met).map(({ met, ...label }) => label),
    perHundredEveryday: perHundred(everyday),
    quietEveryday: shareOf(
      everyday.filter(({ alerts }) => !alerts.some(({ grade }) => isAtLeast(grade, "moderate"))).length,
      everyday.length,
    ),
    notChecked: foundOf(wanted),
    notCheckedMissing: wanted.filter(({ met }) => !met).map(({ met, ...rest }) => rest),
  };
}

function perHundred(runs: readonly { readonly alerts: readonly Alert[] }[]): Record<Grade, number> {
  const of = (grade: Grade): number => {
    const count = runs.flatMap(({ alerts }) => alerts.filter((alert) => alert.grade === grade)).length;
    return runs.length === 0 ? 0 : Math.round((1000 * count) / runs.length) / 10;
  };
  return {
    emergency: of("emergency"),
    contraindicated: of("contraindicated"),
    major: of("major"),
    moderate: of("moderate"),
    minor: of("minor"),
  };
}
