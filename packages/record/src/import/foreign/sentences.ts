/** What a person is told of another app's file. */
import type { ForeignDays, MeasurementsPreview } from "./days.ts";
import type { ForeignReading } from "./reading.ts";

/** More kinds than this are counted and not named: an Apple Health export has some hundred. */
const MOST_NAMED = 8;

/** [RC-104] How the days came about, and what of the file is not brought in. */
export function foreignSentences(
  { app, leftOut, series }: ForeignReading,
  { averagedDays }: ForeignDays,
  measurements: MeasurementsPreview,
): string[] {
  const said: string[] = [`This is an export of ${app}.`];
  if (averagedDays > 0)
    said.push(
      `${averagedDays} day${averagedDays === 1 ? " has" : "s have"} several entries: their mean counts. The single entries stay in ${app}.`,
    );
  if (series.some(({ kind }) => kind === "amounts"))
    said.push("Times and distances fit no scale from 0 to 10: they can be kept as measurements.");
  if (measurements.edits.length > 0)
    said.push(`New: ${measurements.edits.length} measurement${measurements.edits.length === 1 ? "" : "s"}.`);
  if (measurements.known > 0)
    said.push(`There already: ${measurements.known} measurement${measurements.known === 1 ? "" : "s"}.`);
  const names = [...leftOut].sort(([, left], [, right]) => right - left).map(([name]) => name);
  const more = names.length - MOST_NAMED;
  if (names.length > 0)
    said.push(
      `Not brought in: ${names.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more kinds of entries` : ""}.`,
    );
  return said;
}
