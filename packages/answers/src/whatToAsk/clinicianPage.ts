/** The second page of the visit sheet: the figures, and how they were reckoned. */
import type { LocalDate } from "@unclench/record";
import { dateWords } from "../dates.ts";
import type { CycleLine, Effect, IsItHelping, Probabilities } from "../isItHelping/index.ts";
import { outOf100 } from "../isItHelping/words.ts";
import type { SheetBlock, SheetPage, SheetSection } from "./sheetTypes.ts";
import {
  first,
  guidanceOf,
  item,
  list,
  livesWith,
  musclesWords,
  part,
  section,
  shortened,
  text,
} from "./sheetWords.ts";
import type { AskEvidence, AskSnapshot } from "./types.ts";

const MOST_ROWS = 6;
const MOST_CYCLES = 5;
const MOST_INJECTIONS = 3;
const MOST_MEASUREMENTS = 5;
const MOST_STEPS = 3;
const LONGEST = 220;
const LONGEST_NAME = 40;

/** Negative points are better; the sign is written out, so that it cannot be lost in print. */
const points = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${Math.abs(rounded).toFixed(1)}`;
};
const range = ({ q05, q50, q95 }: Pick<Effect, "q05" | "q50" | "q95">): string =>
  `${points(q50)} (${points(q05)} to ${points(q95)})`;
const chances = (chance: Probabilities | null): [string, string, string] =>
  chance === null
    ? ["–", "–", "–"]
    : [outOf100(chance.helps), outOf100(chance.helpsEnough), outOf100(chance.worse)];

/** A row with a figure of the change. */
const isSized = (row: readonly string[]): boolean => /\d/.test(row[1] ?? "");

function figures(helping: IsItHelping, share: number): SheetBlock[] {
  // [AN-23] Where no size may be told, no figure of it stands here either.
  const told = helping.treatments.map((answer) => {
    const { treatment, headline, size, effect, days, withoutTrials, trials } = answer;
    const isTold = size !== null && effect !== null;
    return [
      shortened(treatment, LONGEST_NAME),
      isTold ? range(effect) : headline,
      ...chances(isTold ? answer.probabilities : null),
      `${days.before} / ${days.on}`,
      trials === null
        ? "wide"
        : `trials; without: ${isTold && withoutTrials !== null ? range(withoutTrials.effect) : "–"}`,
    ];
  });
  const together = helping.combined.map(
    ({ treatments, exchanged, headline, size, effect, probabilities }) => [
      shortened(treatments.join(exchanged ? " instead of " : " with "), 2 * LONGEST_NAME),
      size === null ? headline : range(effect),
      ...chances(size === null ? null : probabilities),
      "–",
      "–",
    ],
  );
  const [sized, unsized] = [
    [...together, ...told].filter(isSized),
    [...together, ...told].filter((row) => !isSized(row)),
  ];
  const { shown, more } = first([...sized, ...unsized], part(MOST_ROWS, share));
  return [
    {
      type: "table",
      caption: `Change of ${helping.measureName} at full effect, in points of 0 to 10; minus is better. Median and 90 % range.`,
      head: [
        "Treatment",
        "Change",
        "Helps",
        `Helps by ${helping.baseline.smallestThatMatters.toFixed(1)} or more`,
        "Worse",
        "Days rated before / on",
        "Starting belief",
      ],
      rows: shown,
    },
    ...(more === null ? [] : [text(more)]),
  ];
}

const when = ({ when: dated }: CycleLine): string =>
  dated === null
    ? "cannot be dated"
    : `${dated.onset.days.likely} / ${dated.peak.days.likely} / ${dated.wearOff.days.likely}${dated.ownSpeed ? "" : " *"}`;

function cycles({ cycles: all }: AskEvidence, share: number): SheetSection | null {
  const rows = all.flatMap(({ treatment, cycles: of }) =>
    of.map((cycle) => [
      shortened(treatment, LONGEST_NAME),
      dateWords(cycle.date),
      cycle.dose ?? "–",
      cycle.effect === null ? "too few check-ins" : range(cycle.effect),
      when(cycle),
    ]),
  );
  if (rows.length === 0) return null;
  // The latest ones are what the visit is about.
  const shown = rows.slice(-part(MOST_CYCLES, share));
  return section("cycles", "Injection by injection", [
    {
      type: "table",
      caption: "Change at the peak, in points (90 % range); days to onset / peak / half gone.",
      head: ["Injection", "Given", "Dose", "At its peak", "Days"],
      rows: shown,
    },
    shown.some((row) => row[4]?.endsWith("*") === true)
      ? text("* mostly the course of the average injection, not this person’s own.")
      : null,
  ]);
}

function given({ injections }: AskSnapshot, share: number): SheetSection | null {
  if (injections.length === 0) return null;
  const shown = injections.slice(-part(MOST_INJECTIONS, share));
  return section("injections", "Injections as written down", [
    list(
      shown.map((one) =>
        item(
          shortened(
            `${dateWords(one.date)}, ${one.product}: ${musclesWords(one)}; ${guidanceOf(one)}`,
            LONGEST,
          ),
        ),
      ),
    ),
  ]);
}

const kindWords: Readonly<Record<string, string>> = {
  "walk-10m": "10 metre walk, s",
  "timed-up-and-go": "Timed up and go, s",
  "range-of-motion": "Range of motion, °",
  "modified-ashworth": "Modified Ashworth",
};

function measured({ measurements }: AskSnapshot, share: number): SheetSection | null {
  if (measurements.length === 0) return null;
  const rows = measurements
    .slice(-part(MOST_MEASUREMENTS, share))
    .map(({ date, kind, value, grade, what, unit, where, by }) => [
      dateWords(date),
      kind === "other" ? shortened(what ?? "–", LONGEST_NAME) : (kindWords[kind] ?? kind),
      shortened(where ?? "–", LONGEST_NAME),
      `${grade ?? value ?? "–"}${unit === null ? "" : ` ${unit}`}`,
      shortened(by ?? "–", LONGEST_NAME),
    ]);
  return section("measurements", "Measurements", [
    {
      type: "table",
      caption: "The latest measurements.",
      head: ["Day", "What", "Where", "Value", "By"],
      rows,
    },
  ]);
}

function steps({ titrationSteps }: AskSnapshot, share: number): SheetSection | null {
  if (titrationSteps.length === 0) return null;
  return section("plan", "Plan of doses as written down", [
    list(
      titrationSteps
        .slice(-part(MOST_STEPS, share))
        .map(({ from, medicine, text: words }) =>
          item(shortened(`${dateWords(from)}, ${medicine}: ${words}`, part(LONGEST, share))),
        ),
    ),
  ]);
}

/** [AN-274] How it was reckoned, how often such a verdict is wrong, what was assumed, what could not be checked. */
function methods({ helping, avoid }: AskEvidence, share: number): SheetSection {
  const unchecked = avoid.notChecked
    .filter(({ type }) => type !== "unread")
    .map(({ text: words }) => words)
    .slice(0, 2);
  if (helping === null)
    return section("methods", "How this was reckoned", [
      text("There is no verdict: too little is in the diary to reckon with."),
      ...unchecked.map((words) => text(shortened(words, part(LONGEST, share)))),
    ]);
  const { period, look, baseline } = helping;
  const assumed = [...new Set(helping.treatments.flatMap((one) => one.assumed))].slice(0, part(3, share));
  return section("methods", "How this was reckoned", [
    text(
      `${period.filled} of ${period.days} days have a rating of ${helping.measureName} (${dateWords(period.from)} to ${dateWords(period.to)}), self-rated from 0 (good) to 10; looked at on ${dateWords(look.date)}. Level without treatment: ${baseline.level.toFixed(1)}.`,
    ),
    text(
      "Model: Bayesian regression of the daily rating on each treatment’s exposure (build-up and wear-off curves), with days that resemble the day before. A verdict is given only with enough days before and on the treatment. It is no randomised comparison: expectation, other changes and chance remain.",
    ),
    text(baseline.words),
    text(helping.falseAlarms),
    ...assumed.map((words) => text(`Assumed: ${words}`)),
    ...unchecked.map((words) => text(`Not checked: ${shortened(words, part(LONGEST, share))}`)),
  ]);
}

export function clinicianPage(
  snapshot: AskSnapshot,
  evidence: AskEvidence,
  today: LocalDate,
  share: number,
): Omit<SheetPage, "letters"> {
  const { person, sheet } = snapshot;
  const lead = [
    sheet?.name ?? null,
    livesWith(person.condition, person.pattern),
    `Reckoned from a diary on the person’s own device, ${dateWords(today)}`,
  ].filter((part) => part !== null);
  const { helping } = evidence;
  return {
    id: "clinician",
    title: "For the clinician: figures and methods",
    lead: lead.map((words) => shortened(words, 100)).join(" · "),
    sections: [
      helping === null ? null : section("figures", "Verdicts in figures", figures(helping, share)),
      cycles(evidence, share),
      given(snapshot, share),
      measured(snapshot, share),
      steps(snapshot, share),
      methods(evidence, share),
    ].filter((one) => one !== null),
  };
}
