/** "What matters to me" for a terminal: options in the order of the catalogue, never by rank. */
import type { MattersOption, WhatMatters } from "@unclench/answers/what-matters";
import { table } from "./figures.ts";
import { indented, sections, stopping } from "./lines.ts";

export function whatMattersText(answer: WhatMatters): string {
  const counting = answer.wishes.filter(({ answer: given }) => given !== "no");
  return sections(
    [
      `What matters to me? ${answer.about.condition.name}, ${answer.about.pattern.name.toLowerCase()}`,
      ...counting.map(({ name, answerName, cannotSeparate }) =>
        indented(
          1,
          `${name}: ${answerName.toLowerCase()}.${cannotSeparate === null ? "" : ` ${cannotSeparate}`}`,
        ),
      ),
    ],
    [answer.readingSentence],
    [answer.sentence, ...(answer.surenessSentence === null ? [] : [answer.surenessSentence])],
    [
      "OF 100 TRIES, HOW OFTEN IT CAME …",
      ...table([
        ["", ...answer.options.map((_, place) => `${place + 1}.`)],
        ...answer.options.map(({ name, ranks }) => [name, ...ranks.map(String)]),
      ]),
    ],
    ...answer.options.map(optionLines),
    answer.apart === null ? [] : [answer.apart.sentence, indented(1, `${answer.apart.names.join(", ")}.`)],
    [
      `${answer.draws} tries, seed ${answer.seed}. Figures and sources: the same command without --matters.`,
      stopping,
    ],
  );
}

function optionLines({ name, why, toComeFirst }: MattersOption): string[] {
  const told = (head: string, sentences: readonly string[]): string[] =>
    sentences.map((sentence) => indented(1, `${head}: ${sentence}`));
  return [
    name,
    ...told("For it", why.speaksFor),
    ...told("Against it", why.speaksAgainst),
    ...told("Not clear", why.notKnown),
    indented(1, toComeFirst),
  ];
}
