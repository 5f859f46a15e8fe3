/** The emergency card as a picture for a phone's lock screen: an SVG, and the PNG that a phone can use. */
import type { EmergencyCardSheet } from "@unclench/answers/emergency-card";

/** A common size of phones; others scale it. */
export const LOCK_SCREEN = { width: 1080, height: 2340 } as const;
/** The clock and the notices of the phone stand above and below. */
const TOP = 760;
const BOTTOM = 2120;
const LEFT = 70;
const WIDTH_IN_LETTERS_AT_ONE_PIXEL = (LOCK_SCREEN.width - 2 * LEFT) / 0.56;
const LARGEST = 46;
const SMALLEST = 24;

type Line = { readonly text: string; readonly bold: boolean };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Breaks at blanks; a word longer than a line is cut. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph
      .split(" ")
      .flatMap((part) => part.match(new RegExp(`.{1,${letters}}`, "gu")) ?? [])) {
      if (line !== "" && line.length + 1 + word.length > letters) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.filter((line) => line !== "");
}

function linesAt(sheet: EmergencyCardSheet, size: number): Line[] {
  const letters = Math.floor(WIDTH_IN_LETTERS_AT_ONE_PIXEL / size);
  const of = (text: string, bold: boolean): Line[] =>
    wrapped(text, letters).map((line) => ({ text: line, bold }));
  return [
    ...sheet.tell.flatMap(({ title, text }) => [...of(title, true), ...of(text, false)]),
    ...sheet.lines.flatMap(({ label, text }) => of(`${label}: ${text}`, false)),
  ];
}

/**
 * The picture: as large as it fits, at least readable. What has no room is left off at the end, and the last line says so.
 * What to tell the crew comes first.
 */
export function lockScreenSvg(sheet: EmergencyCardSheet): string {
  const { width, height } = LOCK_SCREEN;
  let size = LARGEST;
  let lines = linesAt(sheet, size);
  const room = () => Math.floor((BOTTOM - TOP) / (size * 1.35));
  while (lines.length > room() && size > SMALLEST) {
    size -= 2;
    lines = linesAt(sheet, size);
  }
  if (lines.length > room())
    lines = [...lines.slice(0, room() - 1), { text: "More on my paper card.", bold: true }];
  const texts = lines.map(
    ({ text, bold }, place) =>
      `<text x="${LEFT}" y="${TOP + Math.round((place + 1) * size * 1.35)}" font-size="${size}"${bold ? ' font-weight="700"' : ""}>${escaped(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#000"/>`,
    `<g fill="#fff" font-family="Atkinson Hyperlegible Next, system-ui, sans-serif">`,
    `<text x="${LEFT}" y="${TOP - 30}" font-size="64" font-weight="700">In an emergency</text>`,
    ...texts,
    "</g></svg>",
  ].join("");
}

export const svgAddress = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** Draws the SVG on a canvas. Null if the browser cannot. Nothing leaves the device. */
export async function lockScreenPng(svg: string): Promise<Blob | null> {
  const picture = new Image(LOCK_SCREEN.width, LOCK_SCREEN.height);
  picture.src = svgAddress(svg);
  try {
    await picture.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement("canvas");
  canvas.width = LOCK_SCREEN.width;
  canvas.height = LOCK_SCREEN.height;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
