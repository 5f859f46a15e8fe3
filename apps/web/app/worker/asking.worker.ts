/** Questions and visit sheet, off the main thread: they rest on every other answer. */
import {
  type AskEvidence,
  type AskSnapshot,
  evidenceOf,
  type WhatToAsk,
  whatToAsk,
} from "@unclench/answers/what-to-ask";
import { type VisitSheet, visitSheet } from "@unclench/answers/visit-sheet";
import type { LocalDate } from "@unclench/record";
import { expose } from "comlink";

export type Asked = { readonly asked: WhatToAsk; readonly sheet: VisitSheet };

let kept: { key: string; evidence: AskEvidence } | null = null;

/** What does not change when a question is moved or the sheet gets a name is worked out once. */
function evidenceFor(snapshot: AskSnapshot, today: LocalDate): AskEvidence {
  const key = JSON.stringify([{ ...snapshot, questions: null, sheet: null, role: null, goals: null }, today]);
  if (kept?.key !== key) kept = { key, evidence: evidenceOf(snapshot, today) };
  return kept.evidence;
}

const engine = {
  ask(snapshot: AskSnapshot, today: LocalDate): Asked {
    const evidence = evidenceFor(snapshot, today);
    return {
      asked: whatToAsk(snapshot, today, evidence),
      sheet: visitSheet(snapshot, today, evidence),
    };
  },
};
export type AskingEngine = typeof engine;
expose(engine);
