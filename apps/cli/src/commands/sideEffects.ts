/** `unclench side-effects TREATMENT`: how often, with the treatment and without it. */
import {
  type EffectTable,
  sideEffectsList,
  type SideEffectsSheet,
  sideEffectsSheet,
} from "@unclench/answers/side-effects";
import { answer, type Command, fault } from "../command.ts";
import { indented, sections, stopping } from "../lines.ts";
import { sourceText } from "../sourceText.ts";

const help = `unclench side-effects TREATMENT [--json]

How often a treatment has which side effects, with it and without it, out of the same 100 people; in whom that was counted,
and what no group without it was read for.

  TREATMENT  an id, a name or a brand: ${sideEffectsList()
    .map(({ treatment }) => treatment)
    .join(", ")}
  --json     the answer as JSON (docs/formats.md)`;

const groupText = ({ name, people }: { name: string; people: number | null }): string =>
  people === null ? name : `${name}: ${people} people`;

const tableLines = (table: EffectTable): string[] => [
  indented(1, table.title),
  indented(
    2,
    `Groups: ${[...table.groups, ...(table.without === null ? [] : [table.without])].map(groupText).join("; ")}.`,
  ),
  ...table.rows.map(({ sentence, note }) => indented(2, note === null ? sentence : `${sentence} (${note})`)),
  ...table.limits.map((limit) => indented(2, limit)),
  ...(table.note === null ? [] : [indented(2, table.note)]),
  indented(2, `How sure: ${table.certainty}.`),
  ...table.sources.map((source) => indented(3, sourceText(source))),
];

const text = (sheet: SideEffectsSheet): string =>
  sections(
    [`Side effects: ${sheet.name}`, ...(sheet.missing === null ? [] : [sheet.missing])],
    sheet.tables.length === 0 ? [] : ["HOW OFTEN", ...sheet.tables.flatMap(tableLines)],
    sheet.conflict === null ? [] : ["WHERE SOURCES DIFFER", indented(1, sheet.conflict)],
    sheet.serious === null
      ? []
      : [
          "RARE OR SERIOUS",
          ...sheet.serious.signs.map((sign) => indented(1, sign)),
          ...sheet.serious.sources.map((source) => indented(2, sourceText(source))),
        ],
    sheet.pooled.length === 0
      ? []
      : [
          "FROM OUR POOLED TRIALS (unclench what-works)",
          ...sheet.pooled.flatMap(({ place, sentence, rangeSentence, certainty }) => [
            indented(1, `${place}: ${sentence}`),
            indented(2, `${rangeSentence} How sure: ${certainty.words}.`),
          ]),
        ],
    ...sheet.unconfirmed.map(({ question, table }) => [
      "READ BY A PROGRAM ONLY",
      indented(1, question),
      ...tableLines(table),
    ]),
    [sheet.ownWords, stopping],
  );

export const sideEffects: Command = {
  help,
  options: { json: { type: "boolean" } },
  run(typed) {
    const called = typed.positionals.join(" ");
    if (called === "") return fault("side-effects needs a treatment (unclench side-effects --help).");
    const sheet = sideEffectsSheet(called);
    if (!sheet.ok) return fault(sheet.error.sentence);
    return answer(typed.values.json === true ? JSON.stringify(sheet.value, null, 2) : text(sheet.value));
  },
};
