/** How large the letters of the printed sheet may be, so that the table, its notes and its sources fill one page of A4. */
import type { SideBySide } from "@unclench/answers/side-by-side/arrange";

const MM_PER_POINT = 0.3528;
const WIDTH_MM = 192;
const HEIGHT_MM = 281;
/** The widths of a letter and of a line, in parts of the letter size; fitted to printed sheets, with some room to spare. */
const LETTER_WIDTH = 0.465;
const LINE_HEIGHT = 1.19;
/** Letters that a line loses because words are not cut. */
const WRAP_LOSS = 2.5;
const QUESTION_WIDTH = 11;
const CELL_PADDING = 1;
/** The block of people under a share, in lines. */
const PEOPLE_LINES = 2.6;
/** The large number of a share makes its first line higher, and takes the room of some letters. */
const NUMBER_LINES = 0.3;
const NUMBER_LETTERS = 16;
/** Padding and rule of a row, in lines. */
const ROW_LINES = 0.45;
/** Title, names and the footer do not shrink with the letters. */
const FIXED_MM = 25;
const LARGEST = 9.5;
const SMALLEST = 5;
/** Smaller letters than these are read by few: then the sheet does without the blocks of people. */
const LETTERS_BEFORE_PEOPLE = 7.2;
const STEP = 0.1;

const marks = (sources: readonly number[]): number => (sources.length === 0 ? 0 : 2 + 3.2 * sources.length);

/** The height of the sheet in mm with letters of a size in points. */
function heightOf(side: SideBySide, points: number, people: boolean): number {
  const letter = points * MM_PER_POINT;
  const whole = WIDTH_MM / (letter * LETTER_WIDTH);
  const column = (WIDTH_MM - QUESTION_WIDTH * letter) / side.treatments.length - CELL_PADDING * letter;
  const cell = column / (letter * LETTER_WIDTH) - WRAP_LOSS;
  const question = (QUESTION_WIDTH - CELL_PADDING) / (LETTER_WIDTH * 1.08);
  const lines = (length: number, perLine: number): number => Math.ceil(length / perLine);
  const rows = side.rows.map((row) => {
    const heights = row.cells.map(({ words, figures }) => {
      const said = words.map(({ text, sources }) => lines(text.length + marks(sources), cell));
      const drawn = figures.map((figure) => {
        const range = figure.rangeSentence.length + (figure.measuredIn === null ? 0 : 4);
        const sure = figure.certainty.words.length + 12;
        if (figure.per100 === null)
          return lines(figure.sentence.length + marks(figure.sources), cell) + lines(range + sure, cell);
        const named = lines(figure.versus.length + NUMBER_LETTERS, cell / 2 - WRAP_LOSS / 2);
        const shares = named + NUMBER_LINES + (people ? PEOPLE_LINES : 0);
        return shares + lines(range + marks(figure.sources) + sure, cell);
      });
      return [...said, ...drawn].reduce((sum, one) => sum + one, 0);
    });
    const title = row.title.length + (row.side === null ? 0 : 6);
    return Math.max(lines(title, question), ...heights) + ROW_LINES;
  });
  const sources = side.sources.reduce((sum, { short }) => sum + short.length + 6, 90);
  const below = [side.notFound, side.doingNothing, side.measuredIn.join(" ")]
    .filter((text) => text !== null && text !== "")
    .map((text) => lines((text ?? "").length + 12, whole) + 0.6);
  const total =
    rows.reduce((sum, one) => sum + one, 0) +
    below.reduce((sum, one) => sum + one, 0) +
    lines(sources * 0.85, whole) * 0.85 +
    lines(side.readingSentence.length + 40, whole) +
    lines(110, whole) +
    4;
  return total * letter * LINE_HEIGHT + FIXED_MM;
}

/**
 * The largest letters, in points, with which everything fits on one page, and whether the blocks of 100 people fit too;
 * the numbers say the same.
 *
 * @example
 * sheetLetters(side) // { points: 8.3, people: true }
 */
export function sheetLetters(side: SideBySide): { points: number; people: boolean } {
  for (const people of [true, false]) {
    const smallest = people ? LETTERS_BEFORE_PEOPLE : SMALLEST;
    for (let points = LARGEST; points > smallest; points -= STEP) {
      if (heightOf(side, points, people) <= HEIGHT_MM) return { points: Number(points.toFixed(1)), people };
    }
  }
  return { points: SMALLEST, people: false };
}
