/** A person's medicines and circumstances → alerts, and what could not be checked. */
import { type AlertRule, alertRules, grades, type LabName } from "@unclench/knowledge/alerts";
import type { Alert } from "./alert.ts";
import { allergyAlerts, unknownMedicine } from "./withoutRule.ts";
import { type Case, dosedIn, evaluate, namedIn } from "./evaluate.ts";
import { isLocal, type Mention } from "./mention.ts";
import { merged } from "./merge.ts";
import type { NotChecked } from "./notChecked.ts";
import type { Person } from "./person.ts";
import { readMentions } from "./readMentions.ts";
import { alertsFrom } from "./report.ts";
import type { Need } from "./threeValued.ts";
import { understandPerson } from "./understandPerson.ts";

export type SafetyReport = {
  /** The gravest first. None is not the same as safe: see `notChecked`, which is never empty. */
  readonly alerts: readonly Alert[];
  readonly notChecked: readonly NotChecked[];
  /** What each written medicine was read as. */
  readonly mentions: readonly Mention[];
};

/** At most so many of the two mildest grades; the graver ones are never cut. */
const MOST = { moderate: 8, minor: 5 } as const;

/**
 * Checks by the rules of the knowledge base (SPEC.md, SF-30 on). Pure: the same person gives the same report.
 *
 * @param rules for tests; all of the knowledge base by default
 * @example check({ ...nobody, medicines: [{ text: "Zanaflex 4 mg", status: "current" }, { text: "fluvoxamine", status: "starting" }] })
 */
export function check(person: Person, rules: readonly AlertRule[] = alertRules): SafetyReport {
  const read = readMentions(person.medicines);
  const understood = understandPerson(person);
  const about: Case = {
    person: understood.person,
    mentions: read.mentions,
    has: understood.has,
    allergies: understood.allergies,
  };
  const found: Alert[] = [...read.unknown.map(unknownMedicine), ...allergyAlerts(about)];
  const needs: { need: Need; rule: AlertRule }[] = [];
  for (const rule of rules) {
    const truth = evaluate(rule.when, about);
    if (truth.value === true) found.push(...alertsFrom(rule, truth.leaves, about));
    else if (truth.value === null) for (const need of truth.needs) needs.push({ need, rule });
  }
  const { kept, cut } = bounded(ranked(merged(found)));
  return {
    alerts: kept,
    notChecked: [
      ...read.notChecked.filter((gap) => gap.type !== "dose" || hasDoseRule(gap.ids, rules)),
      ...understood.notChecked,
      ...asked(needs),
      ...read.mentions
        .filter((mention) => isLocal(mention.route))
        .map((mention): NotChecked => ({ type: "localRoute", asWritten: mention.asWritten })),
      ...without(read.mentions, rules),
      ...(cut > 0 ? [{ type: "leftOut" as const, count: cut }] : []),
      { type: "always" },
    ],
    mentions: read.mentions,
  };
}

/** By grade; within one, what is new before what is taken anyway; then by rule, so that the order is always the same. */
function ranked(alerts: readonly Alert[]): Alert[] {
  const isNew = (alert: Alert): number =>
    alert.mentions.some(({ status }) => status === "starting" || status === "changing") ? 0 : 1;
  return alerts.toSorted(
    (one, other) =>
      grades.indexOf(one.grade) - grades.indexOf(other.grade) ||
      isNew(one) - isNew(other) ||
      (one.ruleId < other.ruleId ? -1 : one.ruleId > other.ruleId ? 1 : 0),
  );
}

function bounded(alerts: readonly Alert[]): { kept: Alert[]; cut: number } {
  const seen = { moderate: 0, minor: 0 };
  const kept = alerts.filter(({ grade }) => {
    if (grade !== "moderate" && grade !== "minor") return true;
    seen[grade]++;
    return seen[grade] <= MOST[grade];
  });
  return { kept, cut: alerts.length - kept.length };
}

/** One question for each thing that is not known, with the gravest of what hangs on it. */
function asked(needs: readonly { need: Need; rule: AlertRule }[]): NotChecked[] {
  const byQuestion = Map.groupBy(needs, ({ need }) => questionKey(need));
  return [...byQuestion.values()]
    .map((same) => {
      const rules = [...new Set(same.map(({ rule }) => rule))];
      const gravest = Math.min(...rules.map(({ grade }) => grades.indexOf(grade)));
      return { need: same[0]!.need, rules: rules.map(({ id }) => id), grade: grades[gravest]! };
    })
    .toSorted((one, other) => grades.indexOf(one.grade) - grades.indexOf(other.grade))
    .map(
      ({ need, rules, grade }): NotChecked => ({ type: "needs", need: withoutMention(need), rules, grade }),
    );
}

const organOf = (labs: readonly LabName[]): "kidney" | "liver" =>
  labs.some((lab) => lab === "egfr" || lab === "creatinine_clearance") ? "kidney" : "liver";

const questionKey = (need: Need): string =>
  need.type === "lab"
    ? organOf(need.labs)
    : "mention" in need
      ? `${need.type} ${need.mention.place}`
      : need.type;

function withoutMention(need: Need): Extract<NotChecked, { type: "needs" }>["need"] {
  if (need.type === "lab") return { type: organOf(need.labs) };
  return "mention" in need ? { type: need.type, asWritten: need.mention.asWritten } : { type: need.type };
}

/** An unclear dose is asked back where a rule looks at the dose of that medicine, and where the medicine is not known. */
const hasDoseRule = (ids: readonly string[], rules: readonly AlertRule[]): boolean =>
  ids.length === 0 || ids.some((id) => spokenOfBy(rules).dosed.has(id));

/** Medicines whose name is known, and that no rule speaks of by name or class. */
function without(mentions: readonly Mention[], rules: readonly AlertRule[]): NotChecked[] {
  const { named } = spokenOfBy(rules);
  return mentions
    .filter(({ ids, classId }) => classId === null && ids.length > 0 && !ids.some((id) => named.has(id)))
    .map((mention) => ({ type: "noRules", asWritten: mention.asWritten, called: mention.called }));
}

type SpokenOf = { readonly named: ReadonlySet<string>; readonly dosed: ReadonlySet<string> };
const spokenOf = new WeakMap<readonly AlertRule[], SpokenOf>();

/** The medicines that rules name, and those whose dose they look at; worked out once for a set of rules. */
function spokenOfBy(rules: readonly AlertRule[]): SpokenOf {
  const kept = spokenOf.get(rules);
  if (kept !== undefined) return kept;
  const found = {
    named: new Set(rules.flatMap((rule) => [...namedIn(rule.when)])),
    dosed: new Set(rules.flatMap((rule) => [...dosedIn(rule.when)])),
  };
  spokenOf.set(rules, found);
  return found;
}
