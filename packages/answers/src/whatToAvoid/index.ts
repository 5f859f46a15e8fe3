/** What should I avoid? A list of medicines and circumstances → alerts with their sources, and what could not be checked. */
import type { AlertKind, Grade } from "@unclench/knowledge/alerts";
import { type Alert, check, type NotChecked, type Person, readPerson } from "@unclench/safety";
import { type SourceLine, sourceLine } from "../sources.ts";
import { gradeWords, kindWords, surenessOf } from "./gradeWords.ts";
import { notCheckedSentence, unreadSentence } from "./notCheckedWords.ts";
import { medicineRead, type ReadMedicine } from "./readAs.ts";

export { type GradeWords, gradeWords, kindWords } from "./gradeWords.ts";
export type { PersonDescription } from "./circumstances.ts";
export { medicineRead, type ReadMedicine } from "./readAs.ts";
export { nobody, type Person, type WrittenMedicine } from "@unclench/safety";

export type AlertCard = {
  readonly ruleId: string;
  readonly kind: AlertKind;
  readonly kindName: string;
  readonly grade: Grade;
  readonly gradeName: string;
  /** Generic names. */
  readonly medicines: readonly string[];
  readonly title: string;
  /** What happens, and why. */
  readonly text: string;
  /** What to do, and whom to ask. */
  readonly action: string;
  /** How sure the fact is, in words; null where there is no fact (a name that nobody knows). */
  readonly sureness: string | null;
  /** Where sources or countries differ. */
  readonly conflict: string | null;
  /** Holds only if a name that was spelt differently was read rightly. */
  readonly assumption: string | null;
  readonly sources: readonly SourceLine[];
  /** Milder rules that say the same. */
  readonly also: readonly string[];
};

export type NotCheckedLine = {
  readonly type: NotChecked["type"] | "unread";
  /** As written, or the place in the description. */
  readonly about: string | null;
  readonly text: string;
  /** Rules that hang on it. */
  readonly rules: readonly string[];
};

export type WhatToAvoid = {
  readonly question: "what-to-avoid";
  readonly format: 1;
  /** One sentence on what was found, never that it is safe. */
  readonly sentence: string;
  readonly alerts: readonly AlertCard[];
  readonly notChecked: readonly NotCheckedLine[];
  readonly medicines: readonly ReadMedicine[];
};

/**
 * The report for a person; `value` may be anything, as it comes from a file or a form.
 *
 * @example whatToAvoidFrom({ medicines: [{ text: "Zanaflex 4 mg" }, { text: "fluvoxamine 50 mg", status: "starting" }] })
 */
export function whatToAvoidFrom(value: unknown): WhatToAvoid {
  const { person, unread } = readPerson(value);
  const answer = whatToAvoid(person);
  return {
    ...answer,
    notChecked: [
      ...unread.map(
        (part): NotCheckedLine => ({
          type: "unread",
          about: part.at,
          text: unreadSentence(part),
          rules: [],
        }),
      ),
      ...answer.notChecked,
    ],
  };
}

export function whatToAvoid(person: Person): WhatToAvoid {
  const { alerts, notChecked } = check(person);
  return {
    question: "what-to-avoid",
    format: 1,
    sentence: sentenceOf(alerts, person),
    alerts: alerts.map(cardOf),
    notChecked: notChecked.map(lineOf),
    medicines: person.medicines.map(({ text }) => medicineRead(text)),
  };
}

function sentenceOf(alerts: readonly Alert[], person: Person): string {
  const told = alerts.filter(({ kind }) => kind !== "unknown-medicine");
  if (person.medicines.length === 0 && told.length === 0)
    return "No medicine is on the list, so there is little that could be checked.";
  if (told.length === 0) return "Our rules found nothing. That is not a promise: see what was not checked.";
  const urgent = told.filter(({ grade }) => grade === "emergency").length;
  const grave = told.filter(({ grade }) => grade === "contraindicated" || grade === "major").length;
  const mild = told.length - urgent - grave;
  const parts = [
    urgent > 0 ? `${urgent} that cannot wait` : null,
    grave > 0 ? `${grave} to ask about before anything else` : null,
    mild > 0 ? `${mild} to keep in mind` : null,
  ].filter((part) => part !== null);
  return `${told.length} ${told.length === 1 ? "warning" : "warnings"}: ${parts.join(", ")}.`;
}

const cardOf = (alert: Alert): AlertCard => ({
  ruleId: alert.ruleId,
  kind: alert.kind,
  kindName: kindWords[alert.kind],
  grade: alert.grade,
  gradeName: gradeWords[alert.grade].name,
  medicines: alert.medicines,
  title: alert.title,
  text: alert.text,
  action: alert.action,
  sureness: surenessOf(alert.certainty),
  conflict: alert.conflict,
  assumption:
    alert.assumed.length === 0
      ? null
      : `This holds if ${alert.assumed.map(([written, read]) => `“${written}” is ${read}`).join(", and ")}.`,
  sources: alert.sources.map(({ id, where }) => sourceLine(id, where)),
  also: alert.also,
});

const lineOf = (gap: NotChecked): NotCheckedLine => ({
  type: gap.type,
  about:
    "asWritten" in gap
      ? gap.asWritten
      : gap.type === "needs" && "asWritten" in gap.need
        ? gap.need.asWritten
        : null,
  text: notCheckedSentence(gap),
  rules: gap.type === "needs" ? gap.rules : [],
});
