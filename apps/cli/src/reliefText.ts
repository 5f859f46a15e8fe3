/** Routines for a terminal: a list of three, or the page of one. */
import type { ReliefFound } from "@unclench/answers/relief";
import { findingLine, type RoutinePage } from "@unclench/answers/relief-page";
import { indented, sections } from "./lines.ts";
import { sourceText } from "./sourceText.ts";

const foot =
  "Stop at sharp pain or a spasm that does not let go. Signs that cannot wait, and whom to call: unclench help-today";

export function reliefText(found: ReliefFound): string {
  const { sentence, ask, proposals, leftOut, urgent, changes, moments, known } = found;
  return sections(
    [sentence, ...urgent],
    ask.length === 0
      ? []
      : [
          "IS ANY OF THIS SO?",
          ...ask.map(({ id, ask: question, before }) =>
            indented(1, `${id}: ${question}${before === null ? "" : ` (${before.on}: ${before.answer})`}`),
          ),
          indented(
            1,
            `Say what is so, or what you are not sure about: --not ${ask[0]?.id ?? "ID"}. If none is: --not none.`,
          ),
        ],
    ...proposals.map(({ id, name, because, minutesWords, needsWords, against }, place) => [
      `${place + 1}. ${name} (${minutesWords})`,
      ...because.map((line) => indented(1, line)),
      indented(1, `Needs: ${needsWords}.`),
      ...against.map((line) => indented(1, line)),
      indented(1, `All of it: unclench relief ${id}`),
    ]),
    changes.length === 0
      ? []
      : ["WHAT WOULD FIND MORE", ...changes.map(({ words, count }) => indented(1, `${words}: ${count}`))],
    moments.length === 0
      ? []
      : [
          "GOOD MOMENTS, AN INFERENCE",
          ...moments.flatMap(({ text, findings }) => [indented(1, text), ...behind(findings)]),
        ],
    known.length === 0
      ? []
      : [
          "WHAT IS KNOWN ABOUT ROUTINES LIKE THESE",
          ...known.flatMap(({ text, findings }) => [indented(1, text), ...behind(findings)]),
        ],
    leftOut.length === 0
      ? []
      : ["LEFT OUT", ...leftOut.map(({ name, why }) => indented(1, `${name}: ${why}`))],
    [foot],
  );
}

const behind = (findings: readonly string[]): string[] =>
  findings.flatMap((id) => {
    const { certainty, sources } = findingLine(id);
    return sources.map((source) => indented(2, `${sourceText(source)}; how sure: ${certainty}`));
  });

export function routineText(page: RoutinePage): string {
  const { dose, effect } = page;
  return sections(
    [page.name, page.lead, ...(page.why === null ? [] : [page.why])],
    page.notForNow === null ? [] : [`NOT FOR NOW: ${page.notForNow}`],
    ["STEPS", ...page.steps.map((step, place) => indented(1, `${place + 1}. ${step}`))],
    page.forHelper === null
      ? []
      : ["FOR WHOEVER HELPS", ...page.forHelper.map((step, place) => indented(1, `${place + 1}. ${step}`))],
    [
      "HOW LONG AND HOW OFTEN",
      ...dose.lines.map((line) => indented(1, line)),
      indented(1, dose.basisWords),
      ...(dose.note === null ? [] : [indented(1, dose.note)]),
      ...dose.sources.map((source) => indented(2, sourceText(source))),
    ],
    ["NEEDS", indented(1, page.equipment.length === 0 ? "nothing" : page.equipment.join("; "))],
    ["WRONG", ...page.wrong.map((line) => indented(1, line))],
    ["STOP WHEN", ...page.stop.flatMap(signLines)],
    page.askFirst.length === 0 ? [] : ["ASK FIRST, IF THERE IS", ...page.askFirst.flatMap(signLines)],
    [
      `WHAT IS KNOWN ABOUT IT (how sure: ${effect.certainty})`,
      ...(effect.none === null ? [] : [indented(1, effect.none)]),
      ...effect.honest.map((line) => indented(1, line)),
      ...effect.findings.flatMap(findingLines),
    ],
    page.moments.length === 0 ? [] : ["GOOD MOMENTS, AN INFERENCE", ...page.moments.flatMap(findingLines)],
    page.related.length === 0
      ? []
      : ["OTHERS", ...page.related.map(({ id, name }) => indented(1, `${id}: ${name}`))],
    [page.forPeople, page.notChecked, foot],
  );
}

const signLines = ({ text, ours, sources }: RoutinePage["stop"][number]): string[] => [
  indented(1, `${text}${ours ? " (ours: no source was read)" : ""}`),
  ...sources.map((source) => indented(2, sourceText(source))),
];

const findingLines = ({ claim, certainty, sources }: RoutinePage["moments"][number]): string[] => [
  indented(1, `${claim} How sure: ${certainty}.`),
  ...sources.map((source) => indented(2, sourceText(source))),
];
