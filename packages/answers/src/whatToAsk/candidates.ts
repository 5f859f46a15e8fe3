/** What may be asked now, most important first: one rule for each thing that can be found. */
import { addDays, type LocalDate } from "@unclench/record";
import { bankQuestions, questionSituations } from "@unclench/knowledge/questions";
import { dateWords } from "../dates.ts";
import type { AlertCard } from "../whatToAvoid/index.ts";
import { average, lately, oneDecimal } from "./averages.ts";
import { fromTheDiary } from "./fromTheDiary.ts";
import {
  catalogueIds,
  fits,
  hasPump,
  isDangerousToStop,
  kindOfVisit,
  nextAppointment,
  type Taken,
  takenBy,
  withinDays,
} from "./now.ts";
import type { AskEvidence, AskSnapshot, PickedFor } from "./types.ts";

export type Candidate = {
  readonly pickedFor: PickedFor;
  /** an id of the bank, or the warning that is asked about */
  readonly ask: string | AlertCard;
  readonly because: string;
};

export type Around = {
  readonly snapshot: AskSnapshot;
  readonly evidence: AskEvidence;
  readonly today: LocalDate;
  readonly taken: readonly Taken[];
  readonly ids: ReadonlySet<string>;
};

export const around = (snapshot: AskSnapshot, evidence: AskEvidence, today: LocalDate): Around => ({
  snapshot,
  evidence,
  today,
  taken: takenBy(snapshot, today),
  ids: catalogueIds(snapshot, today),
});

/** [Note: Two points in a week] Our own mark, above what a usual week moves; it asks a question and judges nothing. */
const SUDDEN_POINTS = 2;
const SUDDEN_DAYS = 7;
const BEFORE_DAYS = 28;

export const warnings = ({ evidence }: Pick<Around, "evidence">): readonly AlertCard[] =>
  evidence.avoid.alerts.filter(({ kind }) => kind !== "unknown-medicine");

const aboutWarnings = (grades: readonly string[], pickedFor: PickedFor) =>
  function aboutWarning(at: Around): Candidate[] {
    return warnings(at)
      .filter(({ grade }) => grades.includes(grade))
      .map((card) => ({ pickedFor, ask: card, because: `The check of your medicines: ${card.text}` }));
  };

function suddenlyWorse({ snapshot, today }: Around): Candidate[] {
  const [from, to] = lately(today, SUDDEN_DAYS);
  const dayBefore = addDays(from, -1);
  const worse = (["stiffness", "spasms"] as const).flatMap((rating) => {
    const week = average(snapshot.checkIns, rating, from, to, 3);
    const before = average(snapshot.checkIns, rating, ...lately(dayBefore, BEFORE_DAYS), 7);
    return week !== null && before !== null && week.mean - before.mean >= SUDDEN_POINTS
      ? [
          `${rating} ${oneDecimal(week.mean)} of 10 in the last ${SUDDEN_DAYS} days, ${oneDecimal(before.mean)} before`,
        ]
      : [];
  });
  if (worse.length === 0) return [];
  const because = `The diary: ${worse.join("; ")}.`;
  return [
    { pickedFor: "suddenly-worse", ask: "q-sudden-change", because },
    { pickedFor: "suddenly-worse", ask: "q-what-triggers", because },
  ];
}

/** [AN-263] A wish to come off, a last day that was written down, or a medicine listed as being stopped. */
function stopping({ snapshot, taken, today, ids }: Around): Candidate[] {
  const wished = snapshot.sheet?.wishes.some(({ situation }) => situation === "stopping") ?? false;
  const ending = taken.filter(
    ({ kind, row }) =>
      kind !== "injection" && kind !== "session" && row.stop !== null && withinDays(row.stop, today, 14, 28),
  );
  const listed = snapshot.medicines.filter(({ status }) => status === "stopping");
  const [treatment = null] = [
    ...ending.map((one) => one.catalogue),
    ...[...ids].filter((id) => isDangerousToStop(id)),
  ];
  const because =
    ending[0] !== undefined
      ? `The diary has ${dateWords(ending[0].row.stop ?? today)} as the last day of ${ending[0].name}.`
      : listed[0] !== undefined
        ? `Your list says that ${listed[0].text} is being stopped.`
        : wished
          ? "You want to speak about coming off a treatment."
          : null;
  if (because === null) return [];
  return ["q-stop-how", "q-stop-signs", "q-stop-not-alone", "q-stop-test"]
    .filter((ask) => fits(ask, treatment))
    .map((ask) => ({ pickedFor: "stopping", ask, because }));
}

function missedDoses({ snapshot, today }: Around): Candidate[] {
  const missed = snapshot.missedDoses.filter(({ date }) => withinDays(date, today, BEFORE_DAYS, 0));
  const [first] = missed;
  if (first === undefined) return [];
  const because =
    missed.length === 1
      ? `The diary has a missed dose of ${first.medicine} on ${dateWords(first.date)}.`
      : `The diary has ${missed.length} missed doses in the last four weeks.`;
  return ["q-before-missed-dose", "q-before-supply"].map((ask) => ({
    pickedFor: "missed-doses",
    ask,
    because,
  }));
}

/** What the person wants to speak about comes with the questions of that situation that fit what they take. */
function wishes({ snapshot, ids }: Around): Candidate[] {
  return (snapshot.sheet?.wishes ?? [])
    .filter(({ situation }) => situation !== "stopping")
    .flatMap(({ situation }) => {
      const name = questionSituations.find(({ id }) => id === situation)?.name;
      if (name === undefined) return [];
      return situationQuestions(situation, ids).map(
        (ask): Candidate => ({
          pickedFor: "wish",
          ask,
          because: `You want to speak about: ${name.toLowerCase()}.`,
        }),
      );
    });
}

function doseChanged({ taken, today }: Around): Candidate[] {
  return taken
    .filter(
      ({ kind, row, before }) =>
        kind === "medicine" &&
        before !== null &&
        before.dose !== row.dose &&
        withinDays(row.start, today, 2 * BEFORE_DAYS, 0),
    )
    .map(({ name, catalogue, row }) => ({
      pickedFor: "dose-changed",
      ask: fits("q-4w-dose", catalogue) ? "q-4w-dose" : "q-4w-better",
      because: `The dose of ${name} changed on ${dateWords(row.start)}.`,
    }));
}

function pump({ snapshot, today }: Around): Candidate[] {
  if (!hasPump(snapshot)) return [];
  const { refillOn, alarmOn } = snapshot.emergencyCard;
  const due = [refillOn, alarmOn].some((date) => date !== null && withinDays(date, today, 365, 42));
  if (!due) return [];
  const because =
    refillOn !== null
      ? `Your emergency card has ${dateWords(refillOn)} as the day of the next refill.`
      : "Your emergency card has a date of the pump that comes near.";
  return ["q-pv-alarm", "q-pv-refill"].map((ask) => ({ pickedFor: "pump", ask, because }));
}

function appointment({ snapshot, today, ids }: Around): Candidate[] {
  const visit = nextAppointment(snapshot, today);
  const situation = kindOfVisit(visit);
  if (visit === null || situation === null) return [];
  const because = `You see ${visit.with} on ${dateWords(visit.date)}.`;
  return situationQuestions(situation, ids).map((ask) => ({ pickedFor: "appointment", ask, because }));
}

function noGoal({ snapshot, today }: Around): Candidate[] {
  const open = snapshot.goals.some(({ until }) => until === null || until >= today);
  return open
    ? []
    : [{ pickedFor: "no-goal", ask: "q-goal", because: "There is no goal in the record yet." }];
}

function anyVisit({ snapshot, ids }: Around): Candidate[] {
  const because = "Worth asking at any visit.";
  const forCarers = ["q-ca-emergency", "q-ca-spasm-what", "q-ca-break"];
  const some = ["q-what-triggers", "q-useful-tone", "q-nw-refer"];
  const pumpQuestions = ids.has("baclofen-intrathecal") ? ["q-pv-alarm"] : [];
  return [...pumpQuestions, ...(snapshot.role === "caring" ? forCarers : []), ...some].map((ask) => ({
    pickedFor: "any-visit",
    ask,
    because,
  }));
}

/** [AN-262] In the order of importance: what is dangerous, what the person wishes, what the diary found, what fits any visit. */
const rules: readonly ((at: Around) => readonly Candidate[])[] = [
  aboutWarnings(["emergency"], "cannot-wait"),
  suddenlyWorse,
  aboutWarnings(["contraindicated", "major"], "warning"),
  fromTheDiary.worse,
  stopping,
  missedDoses,
  wishes,
  fromTheDiary.injection,
  fromTheDiary.price,
  fromTheDiary.notHelping,
  doseChanged,
  fromTheDiary.tooEarly,
  pump,
  fromTheDiary.sleep,
  fromTheDiary.helping,
  appointment,
  noGoal,
  anyVisit,
];

/** So many rules at the head of the list are about danger. */
export const GRAVE_RULES = 4;

/** The candidates of each rule, in the order of the rules. */
export const candidatesByRule = (at: Around): (readonly Candidate[])[] => rules.map((rule) => rule(at));

/** Questions of a situation that hold for any treatment or for one that is taken, what is most asked first. */
export function situationQuestions(situation: string, ids: ReadonlySet<string>): string[] {
  return bankQuestions
    .filter(({ situations }) => situations.includes(situation))
    .filter(({ treatments }) => treatments.some((id) => id === "any" || ids.has(id)))
    .sort((a, b) => a.priority - b.priority)
    .map(({ id }) => id);
}
