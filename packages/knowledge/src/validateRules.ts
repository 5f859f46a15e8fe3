/** What must hold for the alert rules, across the data files: rules KN-30 to KN-37. */
import type { AlertRule, MedicineRef, VocabularyEntry, When } from "./alertSchema.ts";
import type { Source } from "./schema.ts";
import { isWeakSource } from "./weakSource.ts";

/** Longest texts, in characters: what still fits a card on a phone and is read to its end. */
const longest = { title: 90, text: 320, action: 300 } as const;
const mostSentences = 3;

/** Words that promise, command or end a treatment; a reader in fear reads the first one only. */
const forbiddenWords = /\b(should|must|safe|safely|stop taking|harmless|guarantee[ds]?)\b/i;
/** An action names who is spoken to, or what is done while help comes. */
const saysWhomToAsk =
  /\b(ask|call|tell|talk|check|get it (?:seen|checked)|go to an emergency|sit up|prescriber|pharmacist|ambulance)\b/i;
/** "Take 5 mg" and the like: no action ever gives a dose. */
const givesADose = /\d\s*(mg|mcg|micrograms?|ml|sprays?|units?|tablets?|capsules?)\b/i;

/** Medicines whose way of stopping the facts describe, or of which they say that no such text was read. */
export const profiledMedicines: readonly string[] = [
  "baclofen",
  "tizanidine",
  "dantrolene",
  "diazepam",
  "clonazepam",
  "gabapentin",
  "pregabalin",
  "clonidine",
  "cyclobenzaprine",
  "methocarbamol",
  "tolperisone",
  "eperisone",
  "dronabinol",
  "nabiximols",
  "fampridine",
  "phenol",
  "onabotulinumtoxinA",
  "abobotulinumtoxinA",
  "incobotulinumtoxinA",
];

type Classes = readonly { readonly id: string; readonly members: readonly string[] }[];

/** One sentence for each fault. */
export function ruleFaults(data: {
  readonly alertRules: readonly AlertRule[];
  readonly vocabulary: readonly VocabularyEntry[];
  readonly sources: readonly Source[];
  readonly medicines: readonly string[];
  readonly medicineClasses: Classes;
}): string[] {
  const found: string[] = [];
  const sourceById = new Map(data.sources.map((source) => [source.id, source]));
  const words = new Set(data.vocabulary.map(({ id }) => id));
  const seen = new Set<string>();
  for (const rule of data.alertRules) {
    const fault = (what: string): void => {
      found.push(`alerts: ${rule.id}: ${what}`);
    };
    if (seen.has(rule.id)) fault("the id stands twice");
    seen.add(rule.id);
    for (const what of sourceFaults(rule, sourceById)) fault(what);
    for (const id of conditionsIn(rule.when)) if (!words.has(id)) fault(`unknown word ${id}`);
    for (const what of medicineFaults(rule, data.medicines, data.medicineClasses)) fault(what);
    for (const what of wordFaults(rule)) fault(what);
    for (const what of placeholderFaults(rule)) fault(what);
    for (const what of limitFaults(rule)) fault(what);
    if (countriesIn(rule.when).length > 0 && rule.conflict === null) {
      fault("a rule of some countries says nothing of the others");
    }
  }
  found.push(...stoppingFaults(data.alertRules, data.medicineClasses));
  for (const { id, implies } of data.vocabulary) {
    for (const implied of implies)
      if (!words.has(implied)) found.push(`vocabulary: ${id}: implies ${implied}`);
  }
  return found;
}

function* sourceFaults(rule: AlertRule, sourceById: ReadonlyMap<string, Source>): Generator<string> {
  const behind = rule.sources.map(({ id }) => sourceById.get(id));
  for (const [place, { id }] of rule.sources.entries()) {
    if (behind[place] === undefined) yield `unknown source ${id}`;
  }
  if (!behind.every((source) => source === undefined || isWeakSource(source))) return;
  if (rule.grade !== "minor") yield "only weak sources, and not minor";
  if (!/\?|\bask\b/i.test(rule.title + rule.action)) yield "only weak sources, and no question";
}

function* medicineFaults(rule: AlertRule, medicines: readonly string[], classes: Classes): Generator<string> {
  const known = new Set(medicines);
  const classIds = new Set(classes.map(({ id }) => id));
  for (const ref of medicinesIn(rule.when)) {
    if (ref === "*") continue;
    if (ref.startsWith("class:")) {
      if (!classIds.has(ref.slice("class:".length))) yield `unknown class ${ref}`;
    } else if (!known.has(ref)) yield `unknown medicine ${ref}`;
  }
}

function* wordFaults(rule: AlertRule): Generator<string> {
  for (const part of ["title", "text", "action"] as const) {
    const words = rule[part];
    const forbidden = forbiddenWords.exec(words);
    if (forbidden !== null) yield `the ${part} says "${forbidden[0]}"`;
    if (words.length > longest[part]) yield `the ${part} is longer than ${longest[part]} letters`;
  }
  if (sentences(rule.text) > mostSentences) yield `the text has more than ${mostSentences} sentences`;
  if (!saysWhomToAsk.test(rule.action)) yield "the action names nobody to ask";
  if (givesADose.test(rule.action)) yield "the action gives a dose";
  if (rule.grade === "emergency" && !/\b(call|emergency)\b/i.test(rule.action)) {
    yield "an emergency without a call";
  }
}

const sentences = (words: string): number =>
  words.split(/[.!?](?:\s|$)/).filter((part) => part !== "").length;

/** "{a}" is the first medicine that made the rule fire; without a first leaf there is none. */
function* placeholderFaults(rule: AlertRule): Generator<string> {
  const leaves = new Set(leavesIn(rule.when).map((ref) => JSON.stringify(ref))).size;
  for (const part of ["title", "text", "action"] as const) {
    for (const [shown, letter = ""] of rule[part].matchAll(/\{(.)\}/g)) {
      const place = "abcd".indexOf(letter);
      if (place < 0 || place >= leaves) yield `the ${part} has ${shown} and the rule no such medicine`;
    }
  }
}

/** A limit of dose in `when` is the one that the reader is told. */
function* limitFaults(rule: AlertRule): Generator<string> {
  for (const { above } of dosesIn(rule.when)) {
    if (above === undefined || above === 0) continue;
    const told = rule.title + rule.text;
    if (!told.replaceAll(",", "").includes(String(above))) yield `the limit ${above} is not told`;
  }
}

function stoppingFaults(rules: readonly AlertRule[], classes: Classes): string[] {
  const covered = new Set<string>();
  for (const { kind, when } of rules) {
    if (kind !== "stopping") continue;
    for (const ref of medicinesIn(when)) {
      covered.add(ref);
      const members = classes.find(({ id }) => `class:${id}` === ref)?.members ?? [];
      for (const member of members) covered.add(member);
    }
  }
  return profiledMedicines
    .filter((medicine) => !covered.has(medicine))
    .map((medicine) => `alerts: ${medicine}: no rule about stopping, and no note that no text was read`);
}

const listed = (ref: MedicineRef): readonly string[] => (typeof ref === "string" ? [ref] : ref);

function* parts(when: When): Generator<When> {
  yield when;
  if ("all" in when) for (const part of when.all) yield* parts(part);
  else if ("any" in when) for (const part of when.any) yield* parts(part);
  else if ("not" in when) yield* parts(when.not);
}
const conditionsIn = (when: When): string[] =>
  [...parts(when)].flatMap((part) => ("has" in part ? [...listed(part.has)] : []));
const countriesIn = (when: When): string[] =>
  [...parts(when)].flatMap((part) => ("country" in part ? part.country : []));
const dosesIn = (when: When): Extract<When, { dose: unknown }>["dose"][] =>
  [...parts(when)].flatMap((part) => ("dose" in part ? [part.dose] : []));
const medicinesIn = (when: When): string[] =>
  [...parts(when)].flatMap((part) => [
    ...leafOf(part).flatMap(listed),
    ...("allergicTo" in part ? listed(part.allergicTo) : []),
  ]);

function leafOf(part: When): MedicineRef[] {
  if ("takes" in part) return [part.takes];
  if ("dose" in part) return [part.dose.of];
  if ("count" in part) return [part.count.of];
  if ("twice" in part) return [part.twice];
  return [];
}
/** Leaves that can name a medicine; what stands under "not" names none. */
function leavesIn(when: When): MedicineRef[] {
  if ("all" in when) return when.all.flatMap(leavesIn);
  if ("any" in when) return when.any.flatMap(leavesIn);
  return "not" in when ? [] : leafOf(when);
}
