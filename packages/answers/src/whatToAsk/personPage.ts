/** The first page of the visit sheet: for ten minutes. */
import { addDays, daysBetween, type LocalDate, type Rating, ratings, takenWords } from "@unclench/record";
import { dateWords } from "../dates.ts";
import { outOf100 } from "../isItHelping/words.ts";
import { gradeWords } from "../whatToAvoid/gradeWords.ts";
import { average, lately, oneDecimal } from "./averages.ts";
import { warnings } from "./candidates.ts";
import { goesOn, takenBy } from "./now.ts";
import type { SheetBlock, SheetPage, SheetSection } from "./sheetTypes.ts";
import {
  attainment,
  first,
  item,
  list,
  livesWith,
  part,
  ratingWords,
  section,
  shortened,
  text,
} from "./sheetWords.ts";
import { trendPicture } from "./trend.ts";
import type { AskEvidence, AskSnapshot, WhatToAsk } from "./types.ts";

const MOST_QUESTIONS = 4;
const MOST_GOALS = 3;
const MOST_TREATMENTS = 6;
const MOST_VERDICTS = 4;
const MOST_WARNINGS = 3;
const MOST_NOTES = 2;
const LONGEST = 150;
const LONGEST_NAME = 50;
const FOUR_WEEKS = 28;

type From = {
  readonly snapshot: AskSnapshot;
  readonly evidence: AskEvidence;
  readonly asked: WhatToAsk;
  readonly today: LocalDate;
  /** of the room that everything has: 1 is all of it */
  readonly share: number;
};

const maybe = (words: string | null): SheetBlock | null => (words === null ? null : text(words));

function questions({ asked, snapshot, share }: From): SheetSection {
  const { shown, more } = first(asked.questions, part(MOST_QUESTIONS, share));
  const caring = snapshot.role === "caring";
  return section("questions", caring ? "What we ask" : "What I ask", [
    shown.length === 0
      ? text("No question is on the list.")
      : list(
          shown.map(({ text: words, because, answer }) =>
            item(
              shortened(words, part(LONGEST, share)),
              shortened(answer ?? because ?? "", part(LONGEST, share)) || null,
              true,
            ),
          ),
          true,
        ),
    maybe(more),
  ]);
}

function goals({ snapshot, today, share }: From): SheetSection | null {
  const open = snapshot.goals.filter(({ until }) => until === null || until >= today);
  if (open.length === 0) return null;
  const { shown, more } = first(open, part(MOST_GOALS, share));
  const rated = snapshot.checkIns.flatMap(({ date, goals: of }) => of.map((one) => ({ ...one, date })));
  return section("goals", "Goals", [
    list(
      shown.map(({ id, text: words }) => {
        const last = rated.findLast(({ goal }) => goal === id);
        return item(
          shortened(words, part(LONGEST, share)),
          last === undefined
            ? "not rated yet"
            : `last rated ${attainment(last.rating)} on ${dateWords(last.date)}`,
        );
      }),
    ),
    maybe(more),
  ]);
}

/** [AN-271] The last four weeks against the four before, for every rating that both have. */
function averagesSentence({ snapshot, today }: From): string | null {
  const last = snapshot.checkIns.findLast(({ date }) => date <= today);
  if (last === undefined) return null;
  const parts = ratings.flatMap((rating: Rating) => {
    const late = average(snapshot.checkIns, rating, ...lately(last.date, FOUR_WEEKS));
    const early = average(
      snapshot.checkIns,
      rating,
      ...lately(addDays(last.date, -2 * FOUR_WEEKS), FOUR_WEEKS),
    );
    if (late === null) return [];
    const { name } = ratingWords[rating];
    return early === null
      ? [`${name} ${oneDecimal(late.mean)}`]
      : [`${name} ${oneDecimal(late.mean)} (eight weeks before: ${oneDecimal(early.mean)})`];
  });
  return parts.length === 0
    ? null
    : `Average of the four weeks up to ${dateWords(last.date)}, 0 is good and 10 is worst: ${parts.join("; ")}.`;
}

function trend(from: From): SheetSection {
  const { helping } = from.evidence;
  const sentence = averagesSentence(from);
  return section("trend", "How it has been", [
    helping === null ? null : { type: "trend", picture: trendPicture(helping) },
    maybe(sentence ?? "There is no check-in yet."),
  ]);
}

type Dosed = { readonly dose: number | null; readonly unit: string | null; readonly taken?: string | null };

function doseOf({ dose, unit, taken = null }: Dosed): string {
  if (dose === null) return "dose not written down";
  const whole = `${dose} ${unit ?? ""}`.trim();
  const times = takenWords(taken, unit);
  return times === null ? whole : `${whole} a day (${times})`;
}

function doses({ snapshot, today, share }: From): SheetSection {
  const taken = takenBy(snapshot, today).filter((one) => goesOn(one, today));
  const { shown, more } = first(taken, part(MOST_TREATMENTS, share));
  const named = new Set(taken.map(({ name }) => name.toLowerCase()));
  const listed = snapshot.medicines.filter(
    ({ text: words }) => ![...named].some((name) => words.toLowerCase().startsWith(name)),
  );
  const { emergencyCard: card } = snapshot;
  const pump = [card.pump, card.pumpDrug, card.pumpDose === null ? null : `${card.pumpDose} a day`]
    .filter((part) => part !== null)
    .join(", ");
  return section("doses", snapshot.role === "caring" ? "What is taken and done" : "What I take and do", [
    shown.length === 0
      ? null
      : list(
          shown.map(({ name, kind, row, before }) => {
            const verb = kind === "injection" ? "on" : "since";
            const earlier =
              before === null || kind === "injection" || before.dose === row.dose
                ? ""
                : `; before that ${doseOf(before)} from ${dateWords(before.start)}`;
            const dose = row.dose === null && kind !== "medicine" ? "" : ` ${doseOf(row)},`;
            return item(
              `${shortened(name, LONGEST_NAME)}${dose === "" ? "," : `:${dose}`} ${verb} ${dateWords(row.start)}${earlier}`,
            );
          }),
        ),
    maybe(more),
    pump === "" ? null : text(`Pump: ${pump}.`),
    listed.length === 0
      ? null
      : text(
          shortened(
            `Also on my list: ${listed.map(({ text: words }) => words).join("; ")}.`,
            2 * part(LONGEST, share),
          ),
        ),
    shown.length === 0 && listed.length === 0 && pump === ""
      ? text("Nothing is written down as being taken or done.")
      : null,
  ]);
}

/** [AN-272] Each verdict with its size and its chance. */
function verdicts({ evidence, share }: From): SheetSection {
  const { helping, noVerdicts } = evidence;
  if (helping === null) return section("verdicts", "Is it helping?", [maybe(noVerdicts)]);
  const all = [
    ...helping.treatments.map(({ treatment, headline, size, probabilities, daysNeeded }) => ({
      name: treatment,
      headline,
      size,
      chance: probabilities?.helps ?? null,
      daysNeeded,
    })),
    // The headline of several names them itself.
    ...helping.combined.map(({ headline, size, probabilities }) => ({
      name: null,
      headline,
      size,
      chance: probabilities.helps,
      daysNeeded: null,
    })),
  ];
  // What could be told comes before what is too early.
  const told = [...all.filter(({ size }) => size !== null), ...all.filter(({ size }) => size === null)];
  const { shown, more } = first(told, part(MOST_VERDICTS, share));
  return section("verdicts", `Is it helping? (${helping.measureName}, by the diary)`, [
    list(
      shown.map(({ name, headline, size, chance, daysNeeded }) => {
        const notes = [
          size,
          // [AN-23] Where no size may be told, no chance is.
          size !== null && chance !== null ? `Chance that it helps at all: ${outOf100(chance)}.` : null,
          daysNeeded === null ? null : `About ${daysNeeded} more days may settle it.`,
        ].filter((part) => part !== null);
        return item(
          name === null
            ? shortened(headline, part(LONGEST, share))
            : `${shortened(name, LONGEST_NAME)}: ${headline}`,
          notes.length === 0 ? null : notes.join(" "),
        );
      }),
    ),
    maybe(more),
  ]);
}

/** What became worse by the diary, and doses that were missed; nothing is guessed from notes. */
function sideEffects({ snapshot, evidence, today, share }: From): SheetSection | null {
  if (snapshot.sheet?.withSideEffects === false) return null;
  const prices = (evidence.measures?.treatments ?? []).flatMap(({ treatments, lines }) =>
    lines
      .filter(({ direction }) => direction === "price")
      .map(
        ({ words, sureness }) =>
          `Since ${treatments.join(" and ")} began: ${words ?? "worse"} (${sureness ?? "not sure"}).`,
      ),
  );
  const missed = snapshot.missedDoses.filter(({ date }) => daysBetween(date, today) <= FOUR_WEEKS).length;
  const words = [
    ...prices,
    ...(missed === 0 ? [] : [`${missed} missed ${missed === 1 ? "dose" : "doses"} in the last four weeks.`]),
  ];
  return section("side-effects", "What got worse", [
    words.length === 0
      ? text("The diary shows nothing that clearly got worse. It does not ask about every side effect.")
      : list(
          words.slice(0, part(MOST_VERDICTS, share)).map((one) => item(shortened(one, part(LONGEST, share)))),
        ),
  ]);
}

function alerts({ snapshot, evidence, share }: From): SheetSection | null {
  if (snapshot.sheet?.withAlerts === false) return null;
  const { shown, more } = first(warnings({ evidence }), part(MOST_WARNINGS, share));
  return section("warnings", "Warnings of the check", [
    shown.length === 0
      ? text(evidence.avoid.sentence)
      : list(shown.map(({ grade, title }) => item(`${gradeWords[grade].name}: ${title}`))),
    maybe(more),
  ]);
}

/** [AN-273] Only notes that were chosen. */
function notes({ snapshot, share }: From): SheetSection | null {
  const chosen = new Set((snapshot.sheet?.notes ?? []).map(({ checkIn }) => checkIn));
  const found = snapshot.checkIns.filter(({ id, note }) => chosen.has(id) && note !== null);
  if (found.length === 0) return null;
  const { shown, more } = first(found, part(MOST_NOTES, share));
  return section("notes", "From the diary", [
    list(
      shown.map(({ date, note }) =>
        item(`${dateWords(date)}: ${shortened((note ?? "").replace(/\s+/g, " "), part(LONGEST, share))}`),
      ),
    ),
    maybe(more),
  ]);
}

export function personPage(from: From): Omit<SheetPage, "letters"> {
  const { snapshot, asked, today, share } = from;
  const { sheet, person } = snapshot;
  const lead = [
    sheet?.name ?? null,
    livesWith(person.condition, person.pattern),
    asked.visit === null ? null : `For ${asked.visit.words}`,
    sheet?.about ?? null,
    `Written ${dateWords(today)}`,
  ].filter((part) => part !== null);
  return {
    id: "person",
    title: "For my visit",
    lead: lead.map((words) => shortened(words, part(LONGEST, share))).join(" · "),
    sections: [
      questions(from),
      goals(from),
      trend(from),
      doses(from),
      verdicts(from),
      sideEffects(from),
      alerts(from),
      notes(from),
    ].filter((one) => one !== null),
  };
}
