/** `unclench stopping MEDICINE`: what a sudden stop does, how texts say it is lowered, what to ask. */
import { stoppingList, type StoppingSheet, stoppingSheet } from "@unclench/answers/stopping";
import { answer, type Command, fault } from "../command.ts";
import { indented, sections, stopping as warning } from "../lines.ts";
import { sourceText } from "../sourceText.ts";

const help = `unclench stopping MEDICINE [--json]

What stopping a medicine suddenly does, its signs, how labels say that it is usually lowered (a report, no plan for you),
and what to ask.

  MEDICINE  an id, a name or a brand: ${stoppingList()
    .map(({ id }) => id)
    .join(", ")}
  --json    the answer as JSON (docs/formats.md)`;

const text = (sheet: StoppingSheet): string =>
  sections(
    [sheet.title, sheet.kindWords, sheet.what, ...(sheet.missing === null ? [] : [sheet.missing])],
    sheet.signs.length === 0 ? [] : ["SIGNS", ...sheet.signs.map((sign) => indented(1, sign))],
    sheet.urgent === null ? [] : ["CALL AT ONCE", indented(1, sheet.urgent)],
    sheet.risk === null ? [] : [sheet.risk],
    [
      "HOW TEXTS SAY IT IS LOWERED",
      indented(1, sheet.loweredSentence),
      ...sheet.lowered.flatMap(({ region, text: words, sources }) => [
        indented(1, `${region}: ${words}`),
        ...sources.map((source) => indented(2, sourceText(source))),
      ]),
    ],
    sheet.note === null ? [] : [sheet.note],
    ["WHAT TO ASK", ...sheet.ask.map((question) => indented(1, question))],
    sheet.sources.length === 0
      ? []
      : ["SOURCES", ...sheet.sources.map((source) => indented(1, sourceText(source)))],
    [sheet.ownWords, warning],
  );

export const stopping: Command = {
  help,
  options: { json: { type: "boolean" } },
  run(typed) {
    const called = typed.positionals.join(" ");
    if (called === "") return fault("stopping needs a medicine (unclench stopping --help).");
    const sheet = stoppingSheet(called);
    if (!sheet.ok) return fault(sheet.error.sentence);
    return answer(typed.values.json === true ? JSON.stringify(sheet.value, null, 2) : text(sheet.value));
  },
};
