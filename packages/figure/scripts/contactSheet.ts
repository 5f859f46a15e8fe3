/**
 * Draws every routine into one picture, docs/pictures/routines.svg: `node packages/figure/scripts/contactSheet.ts`.
 * A test keeps the picture and the poses together.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { routines } from "@unclench/knowledge/routines";
import { draw } from "../src/draw.ts";
import type { Tone } from "../src/person.ts";

const COLUMNS = 8;
const WIDTH = 150;
const PICTURE = WIDTH * 0.75;
const HEIGHT = PICTURE + 30;
/** More letters do not fit on a line below a figure. */
const LETTERS = 27;

/** The light colours of apps/web/app/styles/figure.css, for a picture that has no style sheet. */
const fills: Readonly<Partial<Record<Tone, string>>> = {
  trousers: "#33464e",
  shirt: "#93a69f",
  skin: "#c98f69",
  shoe: "#1d2a30",
  hair: "#2c2420",
  face: "#2c2420",
  "far-trousers": "#818d92",
  "far-shirt": "#b3c1bb",
  "far-skin": "#d9b094",
  "far-shoe": "#737a7d",
  prop: "#ece3d3",
  wood: "#d3c4aa",
  soft: "#fffdf9",
  device: "#f1c27d",
  target: "#58cfc7",
  "arrow-head": "#07545e",
};
const helpers: Readonly<Partial<Record<Tone, string>>> = {
  trousers: "#6f6a5f",
  shirt: "#d6b58a",
  skin: "#8e5d42",
  hair: "#4a4038",
  "far-trousers": "#a5a29b",
  "far-shirt": "#e2cba9",
  "far-skin": "#b08d78",
};
const lines: Readonly<Partial<Record<Tone, readonly [colour: string, width: number]>>> = {
  line: ["#d3c4aa", 2.6],
  strap: ["#a8997f", 2.2],
  ground: ["#ece3d3", 2.4],
  arrow: ["#07545e", 2.8],
};

/** Drawn without a rim. */
const bare: readonly Tone[] = ["prop", "wood", "hair", "face", "arrow-head"];

const wrapped = (name: string): string[] => {
  const out = [""];
  for (const word of name.split(" ")) {
    const last = out[out.length - 1] ?? "";
    if (last !== "" && last.length + word.length >= LETTERS) out.push(word);
    else out[out.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return out;
};

function cell(id: string, name: string, place: number): string {
  const drawing = draw(id);
  if (drawing === undefined) throw new Error(`no drawing of ${id}`);
  const x = (place % COLUMNS) * WIDTH;
  const y = Math.floor(place / COLUMNS) * HEIGHT;
  const paths = drawing.shapes.map(({ tone, d, helper }) => {
    const stroke = lines[tone];
    if (stroke !== undefined)
      return `<path d="${d}" class="l" stroke="${stroke[0]}" stroke-width="${stroke[1]}"/>`;
    if (tone === "water") return `<path d="${d}" fill="#07545e" opacity=".16"/>`;
    const fill = (helper ? helpers[tone] : undefined) ?? fills[tone] ?? "#000";
    return `<path d="${d}" fill="${fill}"${bare.includes(tone) ? "" : ' class="b"'}/>`;
  });
  const text = wrapped(name).map(
    (line, at) => `<text x="${x + WIDTH / 2}" y="${y + PICTURE + 12 + at * 11}">${line}</text>`,
  );
  return `<svg x="${x + 6}" y="${y + 2}" width="${WIDTH - 12}" height="${PICTURE - 6}" viewBox="${drawing.viewBox.join(" ")}">${paths.join("")}</svg>${text.join("")}`;
}

/** All routines in one picture that needs nothing from elsewhere. */
export function contactSheetSvg(): string {
  const width = COLUMNS * WIDTH;
  const height = Math.ceil(routines.length / COLUMNS) * HEIGHT + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="All ${routines.length} routines, each drawn at its end"><style>text{font:600 9.5px system-ui,sans-serif;fill:#1d2a30;text-anchor:middle}.b{stroke:#fffdf9;stroke-width:1.3;stroke-linejoin:round;paint-order:stroke}.l{fill:none;stroke-linecap:round;stroke-linejoin:round}</style><rect width="${width}" height="${height}" fill="#fffdf9"/>
${routines.map(({ id, name }, place) => cell(id, name, place)).join("\n")}
</svg>
`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(import.meta.dirname, "../../../docs/pictures/routines.svg"), contactSheetSvg());
