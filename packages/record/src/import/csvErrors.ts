/** All that can be wrong with a CSV file, as values. `sentences.ts` says each in words. */
import type { FileTextError } from "./fileText.ts";

export type CsvKind = "diary" | "treatments";

/** The whole file is refused: nothing of it is used. */
export type CsvFileError =
  | FileTextError
  | { readonly type: "OtherKindOfFile"; readonly expected: CsvKind; readonly found: CsvKind }
  | { readonly type: "MissingColumn"; readonly columns: readonly string[]; readonly found: readonly string[] }
  | {
      readonly type: "NoRatingColumn";
      readonly columns: readonly string[];
      readonly found: readonly string[];
    }
  | { readonly type: "RepeatedColumn"; readonly column: string }
  | { readonly type: "QuoteNotClosed"; readonly line: number }
  | { readonly type: "NoRows" };

export type CsvRowErrorType =
  | "EmptyCell"
  | "AmbiguousDate"
  | "NoSuchDay"
  | "UnreadableDate"
  | "DateOutOfRange"
  | "FutureDate"
  | "NotANumber"
  | "AmbiguousNumber"
  | "RatingOutOfRange"
  | "CountOutOfRange"
  | "DoseOutOfRange"
  | "TakenNotValid"
  | "UnknownKind"
  | "UnknownYesNo"
  | "UnreadableTime"
  | "OutsideOfEnds"
  | "StopBeforeStart"
  | "TextTooLong"
  | "TooManyCells"
  | "StrayQuote";

/**
 * One row cannot be used; the others can. `line` is the line of the file in which the row begins, the first line being
 * 1, as an editor or spreadsheet counts. `text` is what stands there.
 */
export type CsvRowError = {
  readonly type: CsvRowErrorType;
  readonly line: number;
  readonly column: string;
  readonly text: string;
};
