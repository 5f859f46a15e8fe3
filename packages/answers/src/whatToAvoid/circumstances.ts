/** Between the person's record and the check: what may be ticked, what the diary offers, and the description to check. */
import { type VocabularyEntry, vocabulary } from "@unclench/knowledge/vocabulary";
import {
  addDays,
  type Circumstances,
  type Injection,
  type LocalDate,
  type Medicine,
  sameNameKey,
  type Treatment,
} from "@unclench/record";

/** What `whatToAvoidFrom` reads: the form of PERSON.json (docs/formats.md). */
export type PersonDescription = {
  readonly age: number | null;
  readonly sex: "f" | "m" | null;
  readonly country: string | null;
  readonly pregnant: boolean | null;
  readonly breastfeeding: boolean | null;
  readonly labs: { readonly egfr: number | null; readonly alt_x_uln: number | null };
  readonly blood_pressure: { readonly systolic: number } | null;
  readonly alcohol: boolean | null;
  readonly driving: boolean | null;
  readonly conditions: readonly string[];
  readonly context: readonly string[];
  readonly symptoms: readonly string[];
  readonly medicines: readonly { readonly text: string; readonly status: Medicine["status"] }[];
};

export type Choice = { readonly id: string; readonly name: string };

const byId = new Map(vocabulary.map((entry) => [entry.id, entry]));
function choicesOf(ids: readonly string[]): Choice[] {
  return ids.map((id) => {
    const entry: VocabularyEntry | undefined = byId.get(id);
    if (entry === undefined) throw new Error(`no word ${id}`);
    return { id, name: entry.name };
  });
}

/** The common ones, to tick; anything else can be written. */
export const circumstanceChoices = {
  conditions: choicesOf([
    "multiple-sclerosis",
    "stroke",
    "spinal-cord-injury",
    "spinal-cord-injury-t6-or-above",
    "cerebral-palsy",
    "brain-injury",
    "hereditary-spastic-paraplegia",
    "epilepsy",
    "kidney-disease",
    "liver-disease",
    "sleep-apnoea",
    "lung-disease",
    "heart-disease",
    "low-blood-pressure",
    "depression",
    "psychosis",
    "peptic-ulcer",
    "narrow-angle-glaucoma",
    "myasthenia-gravis",
    "falls",
  ]),
  context: choicesOf([
    "baclofen-pump",
    "walks-using-spasticity",
    "planned-mri",
    "planned-surgery",
    "planning-pregnancy",
    "hormonal-contraception",
    "stopped-suddenly",
    "switches-tablet-capsule",
    "pump-alarm-critical",
    "pump-alarm-single",
    "pump-refill-overdue",
  ]),
} as const;

/** Signs that may make it urgent. */
export const signChoices: readonly Choice[] = choicesOf([
  "sudden-stiffness",
  "fever",
  "confusion",
  "hallucinations",
  "seizure",
  "unrousable",
  "slow-breathing",
  "trouble-swallowing",
  "pounding-headache",
  "sweating-flushing",
  "itching-without-rash",
  "muscles-too-loose",
  "jaundice",
  "fainting",
  "drowsy",
  "new-weakness",
]);

/** The words of the check for a condition of the catalogue of trials. */
const wordOfCondition: Readonly<Record<string, string>> = {
  ms: "multiple sclerosis",
  stroke: "stroke",
  sci: "spinal cord injury",
  "cp-child": "cerebral palsy",
  "cp-adult": "cerebral palsy",
  tbi: "brain injury",
  hsp: "hereditary spastic paraplegia",
};

export function describe({
  medicines,
  circumstances,
  signs,
  condition,
}: {
  readonly medicines: readonly Medicine[];
  readonly circumstances: Circumstances;
  readonly signs: readonly string[];
  /** of the catalogue, as the record keeps it */
  readonly condition: string | null;
}): PersonDescription {
  const { egfr, alt, systolic, ...told } = circumstances;
  const lived = condition === null ? undefined : wordOfCondition[condition];
  return {
    ...told,
    labs: { egfr, alt_x_uln: alt },
    blood_pressure: systolic === null ? null : { systolic },
    conditions: [...new Set([...circumstances.conditions, ...(lived === undefined ? [] : [lived])])],
    symptoms: signs,
    medicines: medicines.map(({ text, status }) => ({ text, status })),
  };
}

/** Our choice: what was injected more than half a year ago is no longer taken for a medicine of today. */
const INJECTED_WITHIN_DAYS = 183;

/**
 * Medicines that the diary says are taken today, and products injected in the last half year, that the list does not name yet,
 * as the list would write them.
 */
export function fromDiary(
  treatments: readonly Treatment[],
  injections: readonly Injection[],
  medicines: readonly Medicine[],
  today: LocalDate,
): string[] {
  const listed = medicines.map(({ text }) => sameNameKey(text));
  const isListed = (name: string): boolean => listed.some((text) => text.startsWith(sameNameKey(name)));
  const taken = treatments.filter(
    ({ kind, start, stop }) =>
      (kind === "medicine" || kind === "injection") && start <= today && (stop === null || stop >= today),
  );
  const latest = new Map(taken.map((row) => [sameNameKey(row.treatment), row]));
  const offered = [...latest]
    .filter(([name]) => !isListed(name))
    .map(([, { treatment, kind, dose, unit }]) => {
      const amount = dose === null ? "" : ` ${dose} ${unit ?? ""}`.trimEnd();
      return `${treatment}${amount}${dose === null || kind === "injection" ? "" : " a day"}`;
    });
  const since = addDays(today, -INJECTED_WITHIN_DAYS);
  const given = new Map(
    injections
      .filter(({ date }) => date > since && date <= today)
      .map((injection) => [sameNameKey(injection.product), injection]),
  );
  return [
    ...offered,
    ...[...given].filter(([name]) => !isListed(name) && !latest.has(name)).map(([, row]) => injected(row)),
  ];
}

/** With all of its units, if they are told for every muscle. */
function injected({ product, muscles }: Injection): string {
  const units = (muscles ?? []).map((muscle) => muscle.units);
  if (units.length === 0 || units.some((one) => one === null)) return product;
  return `${product} ${units.reduce<number>((sum, one) => sum + (one ?? 0), 0)} units`;
}
