/** `of="coming-down"`: what texts say on how medicines are brought down, country by country. A report, never a plan. */
import { stoppingSheet } from "../../avoid/stopping.ts";
import type { SourceLine } from "../../sources.ts";
import { fault, type FigureKind, made } from "./kind.ts";

export const comingDown: FigureKind = {
  of: "coming-down",
  about: "What a sudden stop of several medicines can do, and how texts say that they are brought down.",
  places: ["block"],
  arguments: [{ name: "medicines", about: "ids of the pages on stopping, with commas", required: true }],
  make({ medicines = "" }) {
    const rows: string[][] = [];
    const sources: SourceLine[] = [];
    for (const id of medicines.split(",")) {
      const sheet = stoppingSheet(id.trim());
      if (!sheet.ok) return fault(sheet.error.sentence);
      const { name, what, lowered } = sheet.value;
      rows.push([
        name,
        what,
        lowered.length === 0
          ? "No text that says how was read."
          : lowered.map(({ region, text }) => `${region}: ${text}`).join(" "),
      ]);
      sources.push(...sheet.value.sources, ...lowered.flatMap((one) => one.sources));
    }
    return made(
      "What texts say on coming down",
      "This is what texts say, with the country they are for. It is no plan for you: how fast is right hangs on you, and your prescriber decides it with you.",
      {
        table: {
          caption: "A sudden stop, and how texts say it is brought down",
          head: ["Medicine", "What a sudden stop can do", "How texts say it is brought down"],
          rows,
        },
        sources,
        more: { to: "/what-to-avoid/stopping", text: "Every medicine, with its signs and whom to call" },
      },
    );
  },
};
