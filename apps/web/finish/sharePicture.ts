/** The picture that stands beside a shared link: a title on warm paper, in the house typeface. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import opentype from "opentype.js";

const require = createRequire(import.meta.url);

function typeface(weight: 400 | 700): opentype.Font {
  const file = readFileSync(
    require.resolve(
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
    ),
  );
  return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
}

export const WIDTH = 1200;
export const HEIGHT = 630;
const EDGE = 90;
/** As on the screen, in the light. */
const colours = { paper: "#faf6ef", ink: "#1d2a30", soft: "#46545a", accent: "#07545e" };

/** Words in lines that are no wider than this. */
function lines(text: string, font: opentype.Font, size: number, width: number): string[] {
  const found: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${found.at(-1) ?? ""} ${word}`.trim();
    if (found.length > 0 && font.getAdvanceWidth(longer, size) <= width) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

/** The largest letters in which the title fits into three lines. */
function fitted(text: string, font: opentype.Font, width: number): { size: number; rows: string[] } {
  for (const size of [88, 76, 66, 58]) {
    const rows = lines(text, font, size, width);
    if (rows.length <= 3) return { size, rows };
  }
  return { size: 50, rows: lines(text, font, 50, width) };
}

/** Written out here: the library's own writer makes NaN of numbers close to nought. */
function shape(path: opentype.Path): string {
  const at = (...numbers: number[]) => numbers.map((number) => number.toFixed(1)).join(" ");
  return path.commands
    .map((step) => {
      if (step.type === "Z") return "Z";
      if (step.type === "Q") return `Q${at(step.x1, step.y1, step.x, step.y)}`;
      if (step.type === "C") return `C${at(step.x1, step.y1, step.x2, step.y2, step.x, step.y)}`;
      return `${step.type}${at(step.x, step.y)}`;
    })
    .join("");
}

/** The same title gives the same drawing, to the letter. */
export function shareDrawing(title: string, kind: string): string {
  const [plain, bold] = [typeface(400), typeface(700)];
  const { size, rows } = fitted(title, bold, WIDTH - 2 * EDGE);
  const drawn = (text: string, font: opentype.Font, x: number, y: number, height: number, fill: string) =>
    `<path d="${shape(font.getPath(text, x, y, height))}" fill="${fill}"/>`;
  const first = 330 - ((rows.length - 1) * size * 1.15) / 2 + size * 0.35;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colours.paper}"/>`,
    `<rect y="${HEIGHT - 18}" width="${WIDTH}" height="18" fill="${colours.accent}"/>`,
    // The mark, as in the header.
    `<g transform="translate(${EDGE - 12} 58) scale(2.4)"><path d="M6 20c0-8 6-13 10-13s10 5 10 13" fill="none" stroke="${colours.ink}" stroke-width="3.4" stroke-linecap="round"/><circle cx="16" cy="21" r="4.4" fill="${colours.accent}"/></g>`,
    drawn("Unclench", bold, EDGE + 76, 116, 44, colours.ink),
    ...rows.map((row, place) => drawn(row, bold, EDGE, first + place * size * 1.15, size, colours.ink)),
    drawn(kind, plain, EDGE, 540, 34, colours.soft),
    "</svg>",
  ].join("");
}

let ready: Promise<void> | null = null;

/** A PNG of 1200 by 630. */
export async function sharePicture(title: string, kind: string): Promise<Uint8Array> {
  ready ??= initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  await ready;
  return new Resvg(shareDrawing(title, kind), { fitTo: { mode: "width", value: WIDTH } }).render().asPng();
}
