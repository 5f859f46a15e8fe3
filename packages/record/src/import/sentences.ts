/**
 * Each thing that can be wrong with a file, as one sentence: what is wrong, where, and what to do. The command line and
 * the screens say the same.
 */
import { fieldFaultSentence } from "../fieldKinds.ts";
import type { WriteError } from "../ledger.ts";
import { takenFaultSentence } from "../takenAt.ts";
import type { EntryError } from "../entries.ts";
import type { AnyFileError } from "./anyFile.ts";
import type { CsvRowError } from "./csvErrors.ts";
import type { AppleHealthError } from "./foreign/appleHealth.ts";
import type { CsvReading, RepeatedRow } from "./diaryCsv.ts";
import type { RecordFile } from "./json.ts";
import type { PreviewError } from "./preview.ts";

/** Why a whole file was refused. `name` is the file's name, if there is one. */
export function fileErrorSentence(
  error: AnyFileError | AppleHealthError | PreviewError,
  name = "The file",
): string {
  switch (error.type) {
    case "EmptyFile":
      return `${name} is empty: choose a file that has something in it.`;
    case "NoRows":
      return `${name} has column names but no rows below them: add one line for each entry.`;
    case "FileTooLarge":
      return `${name} has ${error.bytes} characters and at most ${error.most} can be read: split it into smaller files.`;
    case "NotText":
      return notTextSentence(error.looksLike, name);
    case "OtherKindOfFile":
      return error.found === "treatments"
        ? `${name} is a list of treatments, not a diary: give it as the treatments file.`
        : `${name} is a diary, not a list of treatments: give it as the diary file.`;
    case "MissingColumn":
      return `${name} has no column ${listed(error.columns, "and")}: name it in the first line, which reads ${quoted(error.found.join(", "))}.`;
    case "NoRatingColumn":
      return `${name} has no column with ratings: name at least one of ${listed(error.columns, "or")} in the first line, which reads ${quoted(error.found.join(", "))}.`;
    case "RepeatedColumn":
      return `${name} has two columns called ${error.column}: keep the one that counts.`;
    case "QuoteNotClosed":
      return `${name} has a quotation mark that opens in line ${error.line} and never closes: close it or take it out.`;
    case "NotJson":
      return `${name} is damaged: it is no whole JSON file. Save or download it again, then choose it.`;
    case "NotARecord":
      return `${name} is a JSON file, but no saved record and no FHIR file: choose the .json file that was saved from here, or the one from your hospital or surgery.`;
    case "NotFhir":
      return `${name} is a JSON file, but no FHIR resource is in it: choose the file from your hospital or surgery.`;
    case "TooManyEntries":
      return `${name} has ${error.entries} entries and at most ${error.most} can be read: split it into smaller files.`;
    case "MissingForeignColumn":
      return `${name} looks like an export of ${error.app}, but has no column ${listed(error.columns, "and")}: export it again with a present version of ${error.app}.`;
    case "TooManyNames":
      return `${name} has more than ${error.most} different names in it, so it is no export of ${error.app} that can be gone through: take out what you do not need.`;
    case "NotAppleHealth":
      return `${name} is a zip file, an XML file or a workbook without an Apple Health export in it: choose the export.zip of Apple Health, or open a workbook and save it as CSV.`;
    case "BrokenZip":
      return `${name} is damaged and cannot be unpacked: export it again, then choose it.`;
    case "Bomb":
      return `${name} swells to far more than an export holds, so it was not unpacked: choose the export.zip as Apple Health made it.`;
    case "TooManyRecords":
      return `${name} has more than ${error.most} records: that is more than can be read here.`;
    case "Cancelled":
      return `Reading ${name} was stopped.`;
    case "WrittenByNewerVersion":
      return `${name} was saved by a newer version of this app: update the app, then open the file again.`;
    case "ExampleFile":
      return `${name} is the made-up example: it is never mixed with your own diary.`;
    default:
      return error satisfies never;
  }
}

function notTextSentence(looksLike: string, name: string): string {
  const what: Readonly<Record<string, string>> = {
    workbook:
      "is a spreadsheet workbook, not the kind of file that can be read here: open it and save it as CSV",
    pdf: "is a PDF, not the kind of file that can be read here: choose the table that it was made from",
    picture:
      "is a picture, not the kind of file that can be read here: choose a file that ends in .csv or .json",
  };
  return `${name} ${what[looksLike] ?? "is not a text file: choose a file that ends in .csv or .json"}.`;
}

/** Why one row is left out. */
export function rowErrorSentence(error: CsvRowError): string {
  const problem = rowProblem(error);
  // Not every file has lines that a person could look up.
  if (error.line === 0) return `${problem.charAt(0).toUpperCase()}${problem.slice(1)}`;
  return `Line ${error.line}: ${problem}`;
}

function rowProblem({ type, column, text }: CsvRowError): string {
  const it = quoted(text);
  switch (type) {
    case "EmptyCell":
      return `${column} is empty: fill it in, or take the line out.`;
    case "AmbiguousDate":
      return `${column} is ${it}, which can be read as two different days: write it as year-month-day, such as 2026-04-03.`;
    case "NoSuchDay":
      return `${column} is ${it}, and there is no such day: correct it.`;
    case "UnreadableDate":
      return `${column} is ${it}, which is not a date: write it as year-month-day, such as 2026-04-03.`;
    case "DateOutOfRange":
      return `${column} is ${it}: the year must lie between 1900 and 2199.`;
    case "FutureDate":
      return `${column} is ${it}, which has not come yet: correct it.`;
    case "NotANumber":
      return `${column} is ${it}, which is not a number: write digits only, or leave it empty if it is not known.`;
    case "AmbiguousNumber":
      return `${column} is ${it}, which may be thousands or a fraction: write 1500 or 1.5 instead.`;
    case "RatingOutOfRange":
      return `${column} is ${it}: ratings go from 0 to 10.`;
    case "CountOutOfRange":
      return `${column} is ${it}: it must be a whole number up to 10000.`;
    case "DoseOutOfRange":
      return `${column} is ${it}: it is too large to be a dose.`;
    case "TakenNotValid":
      return `${column} is ${it}: write each time with its dose, as 08:00 5; 22:00 10, adding up to the dose of a day.`;
    case "UnknownKind":
      return `${column} is ${it}: write medicine, injection, session or other.`;
    case "UnknownYesNo":
      return `${column} is ${it}: write yes or no.`;
    case "OutsideOfEnds":
      return `${column} is ${it}, which lies outside of the two ends that you chose: it is left out, or choose wider ends.`;
    case "UnreadableTime":
      return `${column} is ${it}, which is not a time of day: write it as hours and minutes, such as 08:05.`;
    case "StopBeforeStart":
      return `${column} is ${it}, which is before the start: correct one of the two.`;
    case "TextTooLong":
      return `${column} is too long, it begins ${it}: shorten it.`;
    case "TooManyCells":
      return `there are more cells than columns in ${it}: put quotation marks around text that contains the separator.`;
    case "StrayQuote":
      return `a quotation mark stands in the middle of a quoted text in ${it}: write it twice, or take it out.`;
    default:
      return type satisfies never;
  }
}

const numberNames: Readonly<Record<string, string>> = {
  age: "an age",
  egfr: "the kidney value",
  alt: "a liver test as times the upper limit",
  systolic: "the upper blood pressure",
};

/** Why what a person typed in cannot be kept. */
export function entryErrorSentence(error: EntryError): string {
  switch (error.type) {
    case "FieldNotValid":
      return fieldFaultSentence(error);
    case "TextTooLong":
      return `The ${error.field} is too long: ${error.most} characters are the most.`;
    case "NumberOutOfRange":
      return `${error.text} cannot be right for ${numberNames[error.field] ?? error.field}: it lies between ${error.lowest} and ${error.highest}.`;
    case "FairTestNotValid":
      return "This fair test could not be kept: it is not one of pairs of blocks of a routine, a splint or cooling. Plan it again.";
    case "TakenNotValid":
      return takenFaultSentence(error.fault);
    case "TakenAddsUp":
      return `The times add up to ${error.sum} a day, and the dose a day says ${error.dose}: correct one of the two, or leave the dose a day empty.`;
    case "EmptyName":
      return "The treatment has no name: write what you take.";
    default: {
      const problem = rowProblem({ type: error.type, line: 0, column: error.field, text: error.text });
      return `${problem.charAt(0).toUpperCase()}${problem.slice(1)}`;
    }
  }
}

/** Entries of a record file that are broken. */
export function brokenEntrySentence({ place, path }: RecordFile["unreadable"][number]): string {
  return `Entry ${place} is broken${path === "" ? "" : ` (${path})`} and is left out: the others can be used.`;
}

/** Why something could not be saved. What was saved before is unchanged. */
export function writeErrorSentence(error: WriteError): string {
  switch (error.type) {
    case "StorageFull":
      return "This device has no room left, so nothing was saved: free some space, then try again.";
    case "StorageUnavailable":
      return "This browser cannot save just now, so nothing was saved: reload the page, then try again.";
    case "WrittenByNewerVersion":
      return "A newer version of this app wrote this diary, so it can only be read here: reload the page to update.";
    case "ClockTooFarAhead":
      return "Something in the file was written more than a day from now: check the date of this device, then try again.";
    case "TooBusy":
      return "Another tab is writing all the time, so nothing was saved: close it, then try again.";
    default:
      return error satisfies never;
  }
}

/** What a person is told of a file that was read: which columns were used how, and which rows were not used. */
export function readingSentences(reading: Omit<CsvReading<unknown>, "rows">): string[] {
  const said: string[] = [];
  if (reading.ignoredColumns.length > 0) {
    said.push(
      `Not used: the column${plural(reading.ignoredColumns)} ${listed(reading.ignoredColumns, "and")}.`,
    );
  }
  if (reading.absentColumns.length > 0) {
    said.push(`Not in the file, so not known: ${listed(reading.absentColumns, "and")}.`);
  }
  if (reading.encoding === "windows-1252") {
    said.push("The file is in an older text encoding: check that accents look right.");
  }
  if (reading.blankLines.length > 0) {
    said.push(
      `${reading.blankLines.length} line${plural(reading.blankLines)} with a date and nothing else: left out.`,
    );
  }
  return [...said, ...reading.repeated.map(repeatedSentence), ...reading.unreadable.map(rowErrorSentence)];
}

export function repeatedSentence({ line, key, usedLine, same }: RepeatedRow): string {
  return same
    ? `Line ${line}: ${key} stands again in line ${usedLine}, with the same values.`
    : `Line ${line}: ${key} stands again in line ${usedLine} with other values, and the later line counts.`;
}

const plural = (items: readonly unknown[]): string => (items.length === 1 ? "" : "s");

/** Text from a file, short and in quotation marks, so that it is seen to be the file's and not ours. */
function quoted(text: string): string {
  const short = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return `“${short}”`;
}

function listed(names: readonly string[], last: "and" | "or"): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}
