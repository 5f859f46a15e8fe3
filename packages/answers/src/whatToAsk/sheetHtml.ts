/** The visit sheet as an HTML document of its own, for the command line. The screen draws the same blocks. */
import type { SheetBlock, SheetPage, TrendPicture, VisitSheet } from "./sheetTypes.ts";

const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function pictureHtml({
  title,
  width,
  height,
  rows,
  columns,
  dots,
  line,
  bands,
  marks,
}: TrendPicture): string {
  const [top, bottom] = [rows.at(-1)?.y ?? 0, rows[0]?.y ?? 0];
  return [
    `<svg class="trend" role="img" aria-label="${escaped(title)}" viewBox="0 0 ${width} ${height}">`,
    ...rows.map(
      ({ y, label }) =>
        `<line class="rule" x1="26" x2="${width - 8}" y1="${y}" y2="${y}"/><text class="tick" x="20" y="${y + 4}" text-anchor="end">${label}</text>`,
    ),
    ...columns.map(
      ({ x, label }, place) =>
        `<line class="rule" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text class="tick" x="${x}" y="${bottom + 12}" text-anchor="${place === 0 ? "start" : "middle"}">${escaped(label)}</text>`,
    ),
    line === "" ? "" : `<path class="model" d="${line}"/>`,
    ...dots.map(
      ({ x, y, hollow }) => `<circle class="${hollow ? "dot hollow" : "dot"}" cx="${x}" cy="${y}" r="2.2"/>`,
    ),
    ...bands.map(
      ({ x, y, width: wide, label }) =>
        `<rect class="band" x="${x}" y="${y}" width="${wide}" height="14"/><text class="label" x="${x + 3}" y="${y + 11}">${escaped(label)}</text>`,
    ),
    ...marks.map(
      ({ x, y, label }) =>
        `<path class="mark" d="M${x - 4} ${y}h8l-4 8z"/><text class="label" x="${x - 7}" y="${y + 9}" text-anchor="end">${escaped(label)}</text>`,
    ),
    "</svg>",
  ].join("");
}

function blockHtml(block: SheetBlock): string {
  switch (block.type) {
    case "text":
      return `<p>${block.strong ? `<strong>${escaped(block.text)}</strong>` : escaped(block.text)}</p>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      const items = block.items.map(
        ({ text, note, room }) =>
          `<li${room ? ' class="room"' : ""}><span>${escaped(text)}</span>${note === null ? "" : ` <small>${escaped(note)}</small>`}</li>`,
      );
      return `<${tag}>${items.join("")}</${tag}>`;
    }
    case "table": {
      const head = block.head.map((words) => `<th scope="col">${escaped(words)}</th>`).join("");
      const rows = block.rows.map(
        ([name = "", ...cells]) =>
          `<tr><th scope="row">${escaped(name)}</th>${cells.map((words) => `<td>${escaped(words)}</td>`).join("")}</tr>`,
      );
      return `<table><caption>${escaped(block.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
    }
    case "trend":
      return `<figure>${pictureHtml(block.picture)}</figure>`;
  }
}

const pageHtml = ({ id, title, lead, letters, sections }: SheetPage, foot: string): string => {
  const body = sections.map(
    (section) =>
      `<section aria-labelledby="${section.id}"><h2 id="${section.id}">${escaped(section.title)}</h2>${section.blocks.map(blockHtml).join("")}</section>`,
  );
  return `<article class="visit-page ${id}" style="--letters:${letters}pt"><h1>${escaped(title)}</h1><p class="lead">${escaped(lead)}</p>${body.join("")}<p class="foot">${escaped(foot)}</p></article>`;
};

/**
 * [AN-275] A whole document: the blocks of the sheet and nothing else, every word escaped.
 *
 * @param style the style sheet of the visit sheet (`visitSheet.css`)
 */
export const sheetHtml = (sheet: VisitSheet, style: string): string =>
  [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(sheet.pages[0]?.title ?? "Visit sheet")}</title>`,
    `<style>body{margin:1rem auto;max-width:52rem;background:#fff}${style}</style></head><body>`,
    `<main class="visit-sheet">${sheet.pages.map((page) => pageHtml(page, sheet.foot)).join("")}</main>`,
    "</body></html>",
  ].join("\n");
