/**
 * The CSV export of Track & Graph: `FeatureName,Timestamp,Value,Label,Note`; older versions have no `Label` and write it
 * behind the value ("2.0:often"). A value is a number or a duration (`1:10:00`). The day is the one on the clock on the
 * wall, which the timestamp holds with its offset.
 */
import { err, ok } from "../../result.ts";
import { tidyNumber } from "../../limits.ts";
import { type Cell, dateCell, textCell } from "../cells.ts";
import type { ForeignCsv } from "./csvFile.ts";

export const trackAndGraph: ForeignCsv = {
  app: "Track & Graph",
  columns: ["FeatureName", "Timestamp", "Value", "Label", "Note"],
  required: ["FeatureName", "Timestamp", "Value"],
  row(cells) {
    const date = cells.day("Timestamp", dayOfTimestamp);
    if (date === null) return;
    const name = cells.name("FeatureName");
    if (name === null) cells.refuse("EmptyCell", "FeatureName");
    const value = cells.read("Value", trackedValue);
    if (value === null) cells.refuse("EmptyCell", "Value");
    if (name === null || value === null || cells.problem !== null) return;
    const entry = { line: cells.line, date, value: value.number };
    if (value.isDuration) cells.collect.amount(name, "hours", entry);
    else cells.collect.number(name, entry);
    const note = textCell(cells.text("Note"));
    if (note !== null) cells.notes.push({ line: cells.line, date, value: `${name}: ${note}` });
  },
};

function dayOfTimestamp(text: string): ReturnType<typeof dateCell> {
  const trimmed = text.trim();
  if (trimmed === "") return ok(null);
  const day = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}/.exec(trimmed)?.[1];
  return day === undefined ? err("UnreadableDate") : dateCell(day);
}

type Tracked = { readonly number: number; readonly isDuration: boolean };

function trackedValue(text: string): Cell<Tracked> {
  const trimmed = text.trim();
  if (trimmed === "") return ok(null);
  const duration = /^(-?\d{1,9}):(-?\d{1,2}):(-?\d{1,2})(?::.*)?$/.exec(trimmed);
  if (duration !== null) {
    const [hours, minutes, seconds] = duration.slice(1, 4).map(Number);
    return ok({
      number: tidyNumber((hours ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600),
      isDuration: true,
    });
  }
  const number = /^(-?\d{1,15}(?:\.\d{1,20})?(?:E-?\d{1,2})?)(?::.*)?$/.exec(trimmed)?.[1];
  return number === undefined
    ? err("NotANumber")
    : ok({ number: tidyNumber(Number(number)), isDuration: false });
}
