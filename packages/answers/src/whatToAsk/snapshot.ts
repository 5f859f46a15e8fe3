/** A record as plain data. */
import { type PersonalRecord, tables } from "@unclench/record";
import type { AskSnapshot } from "./types.ts";

export const snapshotOf = (record: PersonalRecord): AskSnapshot => ({
  isExample: record.isExample,
  checkIns: record.checkIns(),
  treatments: record.treatments(),
  person: record.person(),
  fairTests: record.fairTests(),
  medicines: record.medicines(),
  circumstances: record.circumstances(),
  emergencyCard: record.emergencyCard(),
  goals: record.rows(tables.goal),
  injections: record.rows(tables.injection),
  titrationSteps: record.rows(tables.titrationStep),
  missedDoses: record.rows(tables.missedDose),
  triggers: record.rows(tables.trigger),
  routinesDone: record.rows(tables.routineDone),
  measurements: record.rows(tables.measurement),
  appointments: record.rows(tables.appointment),
  questions: record.rows(tables.question),
  sheet: record.rows(tables.visitSheet)[0] ?? null,
  role: record.rows(tables.settings)[0]?.role ?? null,
});
