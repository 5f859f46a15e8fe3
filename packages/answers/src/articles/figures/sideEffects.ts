/** `of="side-effects"`: one table of side effects of a label or a study, with and without the treatment, as its page has it. */
import { sideEffectsSheet } from "../../avoid/sideEffects.ts";
import { fault, type FigureKind, made } from "./kind.ts";

const MOST_ROWS = 8;

export const sideEffectsFigure: FigureKind = {
  of: "side-effects",
  about: "One table of side effects that a label or a study prints, with the treatment and without it.",
  places: ["block"],
  arguments: [
    { name: "treatment", about: "the id of the treatment", required: true },
    { name: "table", about: "the id of the table, as on its page of side effects", required: true },
    { name: "rows", about: `how many of its rows, at most ${MOST_ROWS}`, required: false },
  ],
  make({ treatment = "", table: wanted, rows: most = String(MOST_ROWS) }) {
    const sheet = sideEffectsSheet(treatment);
    if (!sheet.ok) return fault(sheet.error.sentence);
    const { name, tables } = sheet.value;
    const table = tables.find(({ id }) => id === wanted);
    if (table === undefined)
      return fault(
        `${name} has no table "${wanted}" that a person has read. There are: ${tables.map(({ id }) => id).join(", ")}.`,
      );
    const count = Number(most);
    if (!Number.isInteger(count) || count < 1 || count > MOST_ROWS)
      return fault(`"rows" is "${most}"; it can be a whole number from 1 to ${MOST_ROWS}.`);
    const groups = [...table.groups, ...(table.without === null ? [] : [table.without])];
    return made(
      `${name}: ${table.title.charAt(0).toLowerCase()}${table.title.slice(1)}`,
      [...table.limits, `How sure: ${table.certainty}.`, table.note]
        .filter((part) => part !== null)
        .join(" "),
      {
        table: {
          caption: `${table.title}, people of 100`,
          head: ["Effect", ...groups.map((group) => `With ${group.name}`)],
          rows: table.rows
            .slice(0, count)
            .map((row) => [
              row.effect,
              ...row.with.map(({ words }) => words),
              ...(row.without === null ? [] : [row.without.words]),
            ]),
        },
        sources: table.sources,
        more: {
          to: `/what-to-avoid/side-effects/${sheet.value.treatment}`,
          text: `All side effects of ${name} that were counted`,
        },
      },
    );
  },
};
