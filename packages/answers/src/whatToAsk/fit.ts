/**
 * How large the letters of a printed page may be, so that it stays one page. The height is reckoned from the letters that are
 * in it; a browser test prints the fullest sheet and counts its pages.
 */
import type { SheetBlock, SheetPage, SheetSection } from "./sheetTypes.ts";

/** A4 within the margins of `visitSheet.css`, in points, with a little to spare. */
const HEIGHT = 755;
const WIDTH = 520;
/** Mean width of a letter and height of a line, in letters. */
const LETTER = 0.53;
const LINE = 1.3;
/** Sizes in points, the largest first. Below the smallest nobody wants to read. */
const SIZES = [10.5, 10, 9.5, 9, 8.5, 8] as const;

type Reckoned = { readonly lines: number; readonly points: number };

const linesOf = (length: number, room: number): number => Math.max(1, Math.ceil(length / room));

function block(one: SheetBlock, room: number): Reckoned {
  switch (one.type) {
    case "text":
      return { lines: linesOf(one.text.length, room) + 0.15, points: 0 };
    case "list": {
      const lines = one.items.map(
        ({ text, note, room: answer }) =>
          // Bold letters are wider.
          linesOf(text.length * 1.12 + (note?.length ?? 0) + 1, room - 4) + 0.15 + (answer ? 1.7 : 0),
      );
      return { lines: lines.reduce((sum, line) => sum + line, 0), points: 0 };
    }
    case "table": {
      const columns = one.head.length;
      const widths = one.head.map((_, place) =>
        Math.max(...[one.head, ...one.rows].map((row) => Math.min(40, row[place]?.length ?? 0)), 1),
      );
      const whole = widths.reduce((sum, width) => sum + width + 1, 0);
      const rows = [one.head, ...one.rows].map((row) =>
        Math.max(
          ...row.map((cell, place) =>
            linesOf(cell.length * 1.1, Math.max(6, (room * 1.1 * (widths[place] ?? columns)) / whole)),
          ),
        ),
      );
      return {
        lines: (rows.reduce((sum, row) => sum + row + 0.45, 0) + linesOf(one.caption.length, room)) * 0.92,
        points: 0,
      };
    }
    case "trend":
      return { lines: 0.3, points: (WIDTH * one.picture.height) / one.picture.width };
  }
}

const section = ({ blocks }: SheetSection, room: number): Reckoned => {
  const parts = blocks.map((one) => block(one, room));
  return {
    lines: 2.2 + parts.reduce((sum, { lines }) => sum + lines, 0),
    points: parts.reduce((sum, { points }) => sum + points, 0),
  };
};

/** The height of the page in points, with letters of that size. */
export function heightOf(page: Omit<SheetPage, "letters">, foot: string, size: number): number {
  const room = WIDTH / (size * LETTER);
  const parts = page.sections.map((one) => section(one, room));
  const head = 2 + linesOf(page.lead.length, room) + linesOf(foot.length * 0.8, room) + 1;
  const lines = head + parts.reduce((sum, one) => sum + one.lines, 0);
  return lines * size * LINE + parts.reduce((sum, { points }) => sum + points, 0);
}

/**
 * [AN-276] The fullest version of a page that fits, with the largest letters with which it does. `versions` go from full to
 * brief; the last one is taken even if it is reckoned too long.
 */
export function fitted(versions: readonly Omit<SheetPage, "letters">[], foot: string): SheetPage {
  for (const page of versions) {
    const size = SIZES.find((one) => heightOf(page, foot, one) <= HEIGHT);
    if (size !== undefined) return { ...page, letters: size };
  }
  const last = versions.at(-1);
  if (last === undefined) throw new Error("no version of the page");
  return { ...last, letters: SIZES.at(-1) ?? 8 };
}
