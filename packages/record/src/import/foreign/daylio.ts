/**
 * The CSV export of Daylio: `full_date,date,weekday,time,mood,activities,note_title,note`, and `scales` in newer versions.
 * Its mood is one of five names that the person may rename; the file holds the name and not its place.
 */
import { tidyText } from "../../text.ts";
import { textCell } from "../cells.ts";
import type { ForeignCsv } from "./csvFile.ts";

export const daylio: ForeignCsv = {
  app: "Daylio",
  columns: ["full_date", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note"],
  required: ["full_date", "mood"],
  row(cells) {
    const date = cells.day("full_date");
    if (date === null) return;
    const mood = cells.name("mood");
    if (mood !== null) cells.collect.word("Mood", { line: cells.line, date, value: mood });
    if (cells.text("scales").trim() !== "") cells.collect.leaveOut("scales");
    const activities = tidyText(cells.text("activities").replace(/\s*\|\s*/g, ", "));
    const parts = [withoutTags(cells.text("note_title")), withoutTags(cells.text("note")), activities];
    const note = parts.filter((part) => part !== null).join("\n");
    if (note !== "") cells.notes.push({ line: cells.line, date, value: note });
  },
};

/** Notes may hold the tags of a few text styles. Only tags are taken out; "a < b" stays. */
function withoutTags(text: string): string | null {
  const plain = text
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d)>/gi, "\n")
    .replace(/<li[^<>]*>/gi, "- ")
    .replace(/<\/?(?:b|i|u|s|strike|strong|em|ul|ol|p|div|span|h\d)(?:\s[^<>]*)?>/gi, "")
    .replace(/\n{2,}/g, "\n");
  return textCell(plain);
}
