/** "What do I ask?": what goes in, and the one object that screens draw and the command line prints. */
import type {
  Appointment,
  CheckIn,
  Circumstances,
  EmergencyCard,
  FairTest,
  Goal,
  Injection,
  LocalDate,
  Measurement,
  Medicine,
  MissedDose,
  Person,
  RoutineDone,
  Settings,
  TitrationStep,
  Treatment,
  Trigger,
  VisitQuestion,
  VisitSheetChoices,
} from "@unclench/record";
import type { AllMeasures, CyclesAnswer, IsItHelping } from "../isItHelping/index.ts";
import type { SourceLine } from "../sources.ts";
import type { WhatToAvoid } from "../whatToAvoid/index.ts";

/** The record as plain data, so that it can be handed to a worker. */
export type AskSnapshot = {
  readonly isExample: boolean;
  readonly checkIns: readonly CheckIn[];
  readonly treatments: readonly Treatment[];
  readonly person: Person;
  readonly fairTests: readonly FairTest[];
  readonly medicines: readonly Medicine[];
  readonly circumstances: Circumstances;
  readonly emergencyCard: EmergencyCard;
  readonly goals: readonly Goal[];
  readonly injections: readonly Injection[];
  readonly titrationSteps: readonly TitrationStep[];
  readonly missedDoses: readonly MissedDose[];
  readonly triggers: readonly Trigger[];
  readonly routinesDone?: readonly RoutineDone[];
  readonly measurements: readonly Measurement[];
  readonly appointments: readonly Appointment[];
  readonly questions: readonly VisitQuestion[];
  readonly sheet: VisitSheetChoices | null;
  readonly role: Settings["role"];
};

/** What the other answers say of this record. */
export type AskEvidence = {
  readonly helping: IsItHelping | null;
  /** why there is no verdict at all; null where there is one */
  readonly noVerdicts: string | null;
  readonly measures: AllMeasures | null;
  readonly cycles: readonly CyclesAnswer[];
  readonly avoid: WhatToAvoid;
};

/** A finding behind a reason, with how sure it is. */
export type FactLine = {
  readonly id: string;
  readonly text: string;
  readonly sureness: string;
  readonly sources: readonly SourceLine[];
};

/** What a question was picked for; in the order of importance. */
export type PickedFor =
  | "cannot-wait"
  | "suddenly-worse"
  | "warning"
  | "worse"
  | "stopping"
  | "missed-doses"
  | "wish"
  | "injection"
  | "price"
  | "not-helping"
  | "dose-changed"
  | "too-early"
  | "pump"
  | "sleep"
  | "helping"
  | "appointment"
  | "no-goal"
  | "any-visit";

export type AskedQuestion = {
  /** of the bank, of a warning ("alert:…"), or of the row */
  readonly id: string;
  /** the row in the record; null: only offered */
  readonly row: string | null;
  readonly text: string;
  readonly origin: "offered" | "kept" | "own";
  readonly pickedFor: PickedFor | null;
  /** why now; null for one's own */
  readonly because: string | null;
  /** why it is worth asking; null for one's own */
  readonly why: string | null;
  readonly facts: readonly FactLine[];
  readonly answer: string | null;
};

export type WhatToAsk = {
  readonly question: "what-to-ask";
  readonly format: 1;
  readonly isExample: boolean;
  readonly today: LocalDate;
  readonly role: Settings["role"];
  readonly visit: { readonly date: LocalDate; readonly with: string; readonly words: string } | null;
  /** in the order of the sheet */
  readonly questions: readonly AskedQuestion[];
  /** taken away and not yet offered again */
  readonly takenAway: readonly { readonly row: string; readonly text: string }[];
  /** what cannot wait for a visit, in words; empty mostly */
  readonly now: readonly string[];
  readonly notes: readonly string[];
};
