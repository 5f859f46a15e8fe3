/** Two to four treatments side by side, for a terminal: row by row, one treatment below the other. */
import type { SideBySide } from "@unclench/answers/side-by-side";
import { indented, oneLine, sections, stopping } from "./lines.ts";

type Cell = SideBySide["rows"][number]["cells"][number];

const marks = (sources: readonly number[]): string =>
  sources.length === 0 ? "" : ` [${sources.join(", ")}]`;

export function sideBySideText(side: SideBySide): string {
  const names = side.treatments.map(({ name }) => name);
  return sections(
    [
      `Side by side: ${names.join(", ")}`,
      `${side.about.condition.name}, worst ${side.about.pattern.where}`,
      side.readingSentence,
    ],
    ...side.rows.map((row) => [
      row.side === null ? row.title.toUpperCase() : `${row.side === "gain" ? "GAIN" : "HARM"}: ${row.title}`,
      ...row.cells.flatMap((cell, place) => cellLines(names[place] ?? "", cell)),
    ]),
    [...(side.notFound === null ? [] : [side.notFound])],
    [
      "SOURCES",
      ...side.sources.map(({ number, authors, title, year, link, readWords }) => {
        const who = authors?.replace(/\.$/, "") ?? null;
        const about = [who, title, year, link].filter((part) => part !== null).join(", ");
        return indented(1, `${number} ${about} (${readWords})`);
      }),
    ],
    [
      ...(side.doingNothing === null ? [] : [`Doing nothing more: ${oneLine(side.doingNothing)}`]),
      `Trials searched and read up to ${side.readUntil}.`,
      stopping,
    ],
  );
}

function cellLines(name: string, { words, figures }: Cell): string[] {
  return [
    indented(1, name),
    ...words.map(({ text, sources }) => indented(2, `${text}${marks(sources)}`)),
    ...figures.flatMap((figure) => [
      indented(2, `${figure.sentence}${marks(figure.sources)}`),
      indented(2, figure.rangeSentence),
      ...(figure.anotherGroupSentence === null ? [] : [indented(2, figure.anotherGroupSentence)]),
      ...(figure.measuredIn === null ? [] : [indented(2, figure.measuredIn)]),
      indented(2, `How sure: ${figure.certainty.words}. ${figure.certainty.reasons.join(" ")}`),
    ]),
  ];
}
