/** "What do I ask?": at most three questions that matter now, each with its reason; the person changes, adds and orders. */
import { bankQuestionById } from "@unclench/knowledge/questions";
import { addDays, type LocalDate, type Settings, type VisitQuestion } from "@unclench/record";
import { dateWords } from "../dates.ts";
import type { AlertCard } from "../whatToAvoid/index.ts";
import { bankText, factLines } from "./bankWords.ts";
import { around, type Candidate, candidatesByRule, GRAVE_RULES, warnings } from "./candidates.ts";
import { evidenceOf } from "./evidence.ts";
import { nextAppointment } from "./now.ts";
import type { AskedQuestion, AskEvidence, AskSnapshot, FactLine, WhatToAsk } from "./types.ts";

export { evidenceOf, helpingInput } from "./evidence.ts";
export { snapshotOf } from "./snapshot.ts";
export type * from "./types.ts";

export const MOST_PICKED = 3;
/** What was taken away leaves its place empty for so long. */
const AWAY_DAYS = 30;

export const isAlert = (ask: string | AlertCard): ask is AlertCard => typeof ask !== "string";
export const idOf = (ask: string | AlertCard): string => (isAlert(ask) ? `alert:${ask.ruleId}` : ask);

/** [AN-261] The first of each rule in turn, then the second of each, until there are three; no question twice. */
export function picked(
  byRule: readonly (readonly Candidate[])[],
  most: number,
  without: ReadonlySet<string>,
): Candidate[] {
  const found: Candidate[] = [];
  const seen = new Set(without);
  const depth = Math.max(0, ...byRule.map((rule) => rule.length));
  for (let place = 0; place < depth; place++) {
    for (const rule of byRule) {
      const candidate = rule[place];
      if (found.length >= most) return found;
      if (candidate === undefined || seen.has(idOf(candidate.ask))) continue;
      seen.add(idOf(candidate.ask));
      found.push(candidate);
    }
  }
  return found;
}

function offered({ ask, pickedFor, because }: Candidate, role: Settings["role"]): AskedQuestion {
  const fields = { id: idOf(ask), row: null, origin: "offered", pickedFor, because, answer: null } as const;
  if (isAlert(ask)) {
    const fact: FactLine = {
      id: ask.ruleId,
      text: ask.text,
      sureness: ask.sureness ?? "not recorded",
      sources: ask.sources,
    };
    return { ...fields, text: `“${ask.title}”: what do we do about it?`, why: ask.action, facts: [fact] };
  }
  return {
    ...fields,
    text: bankText(ask, role),
    why: bankQuestionById.get(ask)?.why ?? null,
    facts: factLines(ask),
  };
}

/** A question of the record; what it was picked for is told as long as it holds. */
function kept(row: VisitQuestion, candidates: readonly Candidate[]): AskedQuestion {
  const candidate = candidates.find(({ ask }) => idOf(ask) === row.bank);
  const known = row.bank === null ? undefined : bankQuestionById.get(row.bank);
  return {
    id: row.bank ?? row.id,
    row: row.id,
    text: row.text,
    origin: row.bank === null ? "own" : "kept",
    pickedFor: candidate?.pickedFor ?? null,
    because: candidate?.because ?? null,
    why: known?.why ?? (candidate !== undefined && isAlert(candidate.ask) ? candidate.ask.action : null),
    facts: row.bank === null ? [] : factLines(row.bank),
    answer: row.answer,
  };
}

const byPlace = (left: VisitQuestion, right: VisitQuestion): number =>
  (left.place ?? Number.POSITIVE_INFINITY) - (right.place ?? Number.POSITIVE_INFINITY) ||
  (left.id < right.id ? -1 : 1);

/**
 * The questions for the next visit. Nothing but the record, the day and what the other answers say of the record goes in;
 * the same give the same.
 *
 * @example
 * whatToAsk(snapshotOf(record), today).questions[0]?.because
 * // "The dose of Baclofen changed on 3 June 2026."
 */
export function whatToAsk(
  snapshot: AskSnapshot,
  today: LocalDate,
  evidence: AskEvidence = evidenceOf(snapshot, today),
): WhatToAsk {
  const { role } = snapshot;
  const at = around(snapshot, evidence, today);
  const byRule = candidatesByRule(at);
  const all = byRule.flat();
  const rows = [...snapshot.questions].sort(byPlace);
  const there = rows.filter(({ takenAway }) => takenAway === null);
  const away = rows.filter(({ takenAway }) => takenAway !== null && takenAway > addDays(today, -AWAY_DAYS));
  const fromBank = [...there, ...away].filter(({ bank }) => bank !== null);
  // [AN-267] What is kept or was taken away holds one of the three places, so that taking one away makes the list shorter.
  const free = Math.max(0, MOST_PICKED - fromBank.length);
  const held = new Set(fromBank.flatMap(({ bank }) => bank ?? []));
  // What is dangerous is offered beside whatever was kept from earlier visits.
  const grave = picked(byRule.slice(0, GRAVE_RULES), MOST_PICKED, held);
  const picks = grave.length >= free ? grave : picked(byRule, free, held);
  const visit = nextAppointment(snapshot, today);
  return {
    question: "what-to-ask",
    format: 1,
    isExample: snapshot.isExample,
    today,
    role,
    visit:
      visit === null
        ? null
        : { date: visit.date, with: visit.with, words: `${visit.with}, ${dateWords(visit.date)}` },
    questions: [...there.map((row) => kept(row, all)), ...picks.map((one) => offered(one, role))],
    takenAway: away.map(({ id, text }) => ({ row: id, text })),
    now: warnings(at)
      .filter(({ grade }) => grade === "emergency")
      .map(({ title, action }) => `${title}. ${action}`),
    notes: notesOf(snapshot, evidence, byRule),
  };
}

function notesOf(
  snapshot: AskSnapshot,
  { noVerdicts }: AskEvidence,
  byRule: readonly (readonly Candidate[])[],
): string[] {
  const found = new Set(
    byRule.flat().flatMap(({ pickedFor, ask }) => (pickedFor === "any-visit" ? [] : [idOf(ask)])),
  ).size;
  return [
    ...(found > MOST_PICKED
      ? [`${found} questions could matter now; ${MOST_PICKED} are picked, because a visit is short.`]
      : []),
    ...(noVerdicts === null || snapshot.checkIns.length === 0 ? [] : [noVerdicts]),
    ...(snapshot.role === "caring" ? ["“They” is the person you care for."] : []),
  ];
}
