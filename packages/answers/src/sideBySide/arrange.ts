/**
 * Puts treatments of a board side by side. Needs neither trials nor engines, so that a page can do it as soon as
 * somebody has chosen.
 */
import { treatmentCalled } from "./called.ts";
import { createNumbering } from "./numbering.ts";
import { questionsAfter, questionsBefore, type TitledQuestion } from "./questions.ts";
import {
  type Board,
  type Cell,
  type Column,
  FEWEST_SIDE_BY_SIDE,
  MOST_SIDE_BY_SIDE,
  type SideBySideError,
  type SideBySideResult,
  type SideBySideRow,
  type Told,
} from "./types.ts";
import {
  noFigureWords,
  notFoundSentence,
  notFoundWords,
  nothingMoreFigureWords,
  readingSentence,
} from "./words.ts";

export * from "./types.ts";

const fault = (type: SideBySideError["type"], sentence: string): SideBySideResult => ({
  ok: false,
  error: { type, sentence },
});

/** A cell whose sources are places on the board; `arrange` turns them into numbers. */
const said = (told: Told | null, missing: string): Cell =>
  told === null
    ? { words: [{ text: missing, sources: [] }], figures: [], found: false }
    : { words: [told], figures: [], found: true };

/**
 * [AN-70] Two to four treatments of a board, named by id, name, brand or another name.
 *
 * @example
 * const side = arrange(board, ["baclofen-oral", "Zanaflex"]);
 * // side.ok && side.value.rows.find(({ id }) => id === "stopping")?.cells.length // 2
 */
export function arrange(board: Board, names: readonly string[]): SideBySideResult {
  const wanted = names.map((name) => name.trim()).filter((name) => name !== "");
  const chosen: Column[] = [];
  for (const name of wanted) {
    const column = treatmentCalled(board.columns, name);
    if ("sentence" in column) return { ok: false, error: column };
    const twin = chosen.indexOf(column);
    if (twin >= 0) {
      return fault(
        "SameTreatmentTwice",
        `"${wanted[twin]}" and "${name}" are the same: ${column.name}. Name each treatment once.`,
      );
    }
    chosen.push(column);
  }
  if (chosen.length < FEWEST_SIDE_BY_SIDE) {
    return fault(
      "TooFewTreatments",
      `Two to four treatments stand side by side; ${chosen.length === 0 ? "none" : chosen.length} was named. Name ${FEWEST_SIDE_BY_SIDE - chosen.length} more.`,
    );
  }
  if (chosen.length > MOST_SIDE_BY_SIDE) {
    return fault(
      "TooManyTreatments",
      `Two to four treatments stand side by side; ${chosen.length} were named. Leave ${chosen.length - MOST_SIDE_BY_SIDE} out.`,
    );
  }
  const numbering = createNumbering(board.sources);
  const all = [
    ...questionsBefore.map((entry) => factRow(chosen, entry)),
    ...board.figureRows.flatMap((id) => figureRow(chosen, id)),
    ...reviewRow(chosen),
    evidenceRow(chosen),
    ...questionsAfter.map((entry) => factRow(chosen, entry)),
  ];
  const found = all.filter(({ cells }) => cells.some((cell) => cell.found));
  const rows = found.map((row) => ({ ...row, cells: row.cells.map(numbering.numbered) }));
  return {
    ok: true,
    value: {
      question: "side-by-side",
      format: 1,
      condition: board.condition,
      pattern: board.pattern,
      about: board.about,
      treatments: chosen.map(({ treatment, name, groupName, form, brands }) => ({
        treatment,
        name,
        groupName,
        form,
        brands,
      })),
      rows,
      notFound: notFoundSentence(all.filter((row) => !found.includes(row)).map(({ title }) => title)),
      readingSentence,
      measuredIn: [
        ...new Set(
          rows.flatMap(({ cells }) =>
            cells.flatMap(({ figures }) => figures.map(({ measuredIn }) => measuredIn)),
          ),
        ),
      ].filter((words) => words !== null),
      doingNothing: board.doingNothing,
      sources: numbering.list,
      readUntil: board.readUntil,
    },
  };
}

const factRow = (chosen: readonly Column[], [id, title]: TitledQuestion): SideBySideRow => ({
  id,
  title,
  kind: "fact",
  side: null,
  cells: chosen.map(({ facts }) => said(facts[id], notFoundWords)),
});

function figureRow(chosen: readonly Column[], id: string): SideBySideRow[] {
  const cells = chosen.map((column): Cell => {
    const figures = column.figures.filter(({ row }) => row === id).map(({ figure }) => figure);
    if (figures.length > 0) return { words: [], figures, found: true };
    return said(null, column.treatment === "nothing-more" ? nothingMoreFigureWords : noFigureWords);
  });
  const first = cells.flatMap(({ figures }) => figures)[0];
  return first === undefined ? [] : [{ id, title: first.label, kind: "figure", side: first.side, cells }];
}

function reviewRow(chosen: readonly Column[]): SideBySideRow[] {
  if (chosen.every(({ reviews }) => reviews.length === 0)) return [];
  const cells = chosen.map(
    ({ reviews }): Cell =>
      reviews.length === 0 ? said(null, noFigureWords) : { words: reviews, figures: [], found: true },
  );
  return [{ id: "reviews", title: "Pooled by others", kind: "fact", side: null, cells }];
}

const evidenceRow = (chosen: readonly Column[]): SideBySideRow => ({
  id: "evidence",
  title: "How much is known",
  kind: "fact",
  side: null,
  cells: chosen.map(({ evidence }) => said({ text: evidence, sources: [] }, "")),
});
