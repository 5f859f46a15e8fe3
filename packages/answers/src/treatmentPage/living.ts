/** The parts on living with a treatment: what it is, for whom, how it is taken, what it asks, what then. */
import { articles } from "@unclench/content/articles";
import { burdenOf } from "@unclench/knowledge/burden";
import { exposures } from "@unclench/knowledge";
import { injectionReasons } from "@unclench/knowledge/injection-reasons";
import { bankQuestions } from "@unclench/knowledge/questions";
import { sourceLines } from "../avoid/sourceLines.ts";
import { sureWords } from "../avoid/sureWords.ts";
import { sourceLine } from "../sources.ts";
import { factLines as questionFacts } from "../whatToAsk/bankWords.ts";
import { block, type PageContext, part, plain } from "./context.ts";
import { factLine, factLines, practicalLine } from "./facts.ts";
import type { Line, Part, Way } from "./types.ts";

/** Articles that name this treatment among the pages they lead to. */
const articlesOn = (treatment: string): Way[] =>
  articles
    .filter(({ related }) => related.some((path) => path.replace(/#.*$/, "") === `/treatments/${treatment}`))
    .map(({ id, title }) => ({ to: `/articles/${id}`, text: `Read: ${title}` }));

export function whatPart({ treatment, cite }: PageContext): Part {
  const { id } = treatment;
  const works = practicalLine(id, "howItWorks", cite);
  return part(
    "what",
    "What it is and how it works",
    block(null, [...works, ...factLines(id, "what", cite)]),
    works.length === 0 && treatment.group !== "nothing"
      ? "How it works was not found in what we read."
      : null,
    articlesOn(id),
  );
}

export function forWhomPart({ treatment, cite }: PageContext): Part {
  const { id } = treatment;
  const forWhom = factLines(id, "forWhom", cite);
  const whoNot = practicalLine(id, "whoNot", cite);
  return part(
    "for-whom",
    "For whom, and for whom not",
    [...block("To weigh first", forWhom), ...block("Not for everyone", whoNot)],
    whoNot.length > 0
      ? null
      : "For whom it is not was not found in what we read. That does not mean that it suits everyone: ask first.",
  );
}

export function takenPart({ treatment, cite }: PageContext): Part {
  const { id, group } = treatment;
  const how = practicalLine(id, "howTaken", cite);
  const soon = practicalLine(id, "howSoon", cite);
  const exposure = exposures.find(({ treatments }) => treatments.includes(id));
  const course: Line[] =
    exposure === undefined
      ? []
      : [
          {
            text: exposure.words,
            sure: null,
            sources: cite(exposure.sources.map((source) => sourceLine(source, null))),
          },
        ];
  const lacking = [
    ...(how.length === 0 ? [group === "physical" ? "how it is done" : "how it is taken"] : []),
    ...(soon.length === 0 ? ["how soon it works"] : []),
  ];
  return part(
    "taken",
    group === "physical"
      ? "How it is done, and how soon"
      : group === "operation"
        ? "How it is done"
        : "How it is taken, and how soon",
    [
      ...block(null, [...how, ...factLines(id, "taken", cite)]),
      ...block("How soon", soon),
      ...block("How the diary counts it", course),
    ],
    lacking.length === 0 ? null : `Not found in what we read: ${lacking.join("; ")}.`,
  );
}

const needles = { none: null, injection: "It takes needles.", operation: "It takes an operation." } as const;

/** [AN-456] Cost and effort; a price that was not read is said to be so, never guessed. */
export function effortPart({ treatment, cite }: PageContext): Part {
  const { id } = treatment;
  const burden = burdenOf.get(id);
  const needle = burden === undefined ? null : needles[burden.needles.level];
  const visits = practicalLine(id, "visits", cite);
  const why: Line[] =
    visits.length > 0 || burden?.visits == null || burden.visits.sources.length === 0
      ? []
      : [
          {
            text: burden.visits.why,
            sure: null,
            sources: cite(burden.visits.sources.map((source) => sourceLine(source, null))),
          },
        ];
  const cost = practicalLine(id, "cost", cite);
  const effort = [
    ...(needle === null ? [] : [plain(needle)]),
    ...visits,
    ...why,
    ...factLines(id, "effort", cite),
  ];
  return part(
    "effort",
    "Cost and effort",
    [...block(null, effort), ...block("Driving", practicalLine(id, "driving", cite)), ...block("Cost", cost)],
    cost.length > 0
      ? null
      : "No price was read. What it costs you depends on your country and on who pays: ask where you get it.",
  );
}

/** [AN-457] What to look at before it is given up, and what to ask. */
export function ifNotPart({ treatment, cite }: PageContext): Part {
  const { id, group } = treatment;
  const reasons: Line[] =
    id === "botulinum-toxin-a"
      ? injectionReasons.map(({ reason, ask, certainty, sources }) => ({
          text: `${reason} Ask: “${ask}”`,
          sure: sureWords(certainty),
          sources: cite(sourceLines(sources)),
        }))
      : [];
  const medicine = group !== "physical" && group !== "operation" && group !== "nothing";
  return part(
    "if-not",
    group === "nothing" ? "If it gets worse" : "If it does not help",
    [
      ...block(null, factLines(id, "ifNot", cite)),
      ...block("Why an injection may disappoint", reasons),
      // A trigger can hide what a treatment does; an operation is not undone by one.
      ...block("First look for a trigger", group === "operation" ? [] : [factLine("co-triggers-list", cite)]),
      ...block(
        null,
        medicine
          ? [
              plain(
                "Change or end nothing on your own: talk to whoever prescribed it. A sudden stop can be dangerous.",
              ),
            ]
          : [],
      ),
    ],
    group === "operation" ? "What is done if it does not help was not found in what we read." : null,
    [
      { to: "/what-to-avoid/suddenly-worse", text: "Why is it suddenly worse?" },
      ...(group === "nothing" || group === "operation"
        ? []
        : [{ to: "/is-it-helping", text: "Is it helping me? From my own diary" }]),
    ],
  );
}

const MOST_QUESTIONS = 8;

/** [AN-458] The questions of the bank that name this treatment, what is most asked first. */
export function askPart({ treatment, cite }: PageContext): Part {
  const own = bankQuestions
    .filter(({ treatments }) => treatments.includes(treatment.id))
    .sort((left, right) => left.priority - right.priority)
    .slice(0, MOST_QUESTIONS);
  const any = bankQuestions
    .filter(
      ({ treatments, situations, priority }) =>
        treatments.includes("any") && situations.includes("before-starting") && priority === 1,
    )
    .slice(0, Math.max(0, 4 - own.length));
  const lines = [...own, ...any].map(
    ({ id, text, why }): Line => ({
      text: `“${text}” ${why}`,
      sure: null,
      sources: cite(questionFacts(id).flatMap((fact) => fact.sources)),
    }),
  );
  return part("ask", "Questions to ask", block(null, lines), null, [
    { to: "/what-do-i-ask", text: "What do I ask? Three that matter now" },
  ]);
}
