/**
 * The CSV export of Bearable: one reading a line, `date,weekday,time of day,category,rating/amount,detail,notes`; newer
 * versions have `date formatted` (year-month-day) too. Which scale a rating is on stands nowhere in the file.
 */
import { type LocalDate, localDateFrom } from "../../localDate.ts";
import { err, ok } from "../../result.ts";
import { isPlausibleDate, LONGEST_NAME } from "../../limits.ts";
import { type Cell, dateCell, numberCell, textCell } from "../cells.ts";
import type { ForeignCsv } from "./csvFile.ts";

/** Categories whose ratings say how someone was; all others are counted and left out. */
const rated = new Set(["Mood", "Energy", "Sleep quality"]);

export const bearable: ForeignCsv = {
  app: "Bearable",
  columns: [
    "date",
    "date formatted",
    "weekday",
    "time of day",
    "category",
    "rating/amount",
    "detail",
    "notes",
  ],
  required: ["date", "category", "rating/amount"],
  row(cells) {
    const date =
      cells.text("date formatted").trim() === ""
        ? cells.day("date", ordinalDate)
        : cells.day("date formatted", dateCell);
    if (date === null) return;
    const note = textCell(cells.text("notes"));
    if (note !== null) cells.notes.push({ line: cells.line, date, value: note });
    const category = cells.name("category") ?? "";
    const isSymptom = category === "Symptom";
    if (!isSymptom && !rated.has(category)) {
      if (category !== "") cells.collect.leaveOut(category);
      return;
    }
    const value = cells.read("rating/amount", (text) => numberCell(text, cells.delimiter));
    if (value === null) return;
    const name = isSymptom ? symptomName(cells.name("detail")) : category;
    if (name === null) cells.refuse("EmptyCell", "detail");
    else cells.collect.number(name, { line: cells.line, date, value });
  },
};

/** "Neck pain (Moderate)" is Neck pain; the number beside it says how bad it was. */
const symptomName = (detail: string | null): string | null =>
  detail === null
    ? null
    : detail.replace(/ \((?:Mild|Moderate|Severe|Unbearable)\)$/, "").slice(0, LONGEST_NAME);

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** "8th Dec 2021" */
export function ordinalDate(text: string): Cell<LocalDate> {
  const trimmed = text.trim();
  if (trimmed === "") return ok(null);
  const parts = /^(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?\s+(\d{4})$/.exec(trimmed);
  const month = months.indexOf((parts?.[2] ?? "").slice(0, 3).toLowerCase());
  if (parts === null || month === -1) return dateCell(text);
  const date = localDateFrom(Number(parts[3]), month + 1, Number(parts[1]));
  if (date === null) return err("NoSuchDay");
  return isPlausibleDate(date) ? ok(date) : err("DateOutOfRange");
}
