/** The questions for a visit as text. */
import type { WhatToAsk } from "@unclench/answers/what-to-ask";
import { indented, oneLine, sections, stopping } from "./lines.ts";

export function whatToAskText({ isExample, visit, questions, now, notes }: WhatToAsk): string {
  return sections(
    isExample ? ["Made-up example: nobody lived these days."] : [],
    now.map((words) => oneLine(`This cannot wait for a visit: ${words}`)),
    [visit === null ? "For the next visit" : oneLine(`For ${visit.words}`)],
    ...questions.map(({ text, because, why, answer }, place) => [
      oneLine(`${place + 1}. ${text}`),
      ...(because === null ? [] : [indented(1, `Why now: ${because}`)]),
      ...(why === null ? [] : [indented(1, `Why ask: ${why}`)]),
      ...(answer === null ? [] : [indented(1, `Answer: ${answer}`)]),
    ]),
    notes.map(oneLine),
    [stopping],
  );
}
