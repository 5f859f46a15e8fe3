/** What a kind of computed figure is. A new one is a file beside this and one entry in `index.ts`. */
import type { SourceLine } from "../../sources.ts";
import type { Picture } from "./pictures.ts";

/** What a writer may say of a figure. */
export type Argument = {
  readonly name: string;
  /** what it means, for the guide */
  readonly about: string;
  readonly required: boolean;
  /** the only values it takes; left out: any, and the kind itself says what it does not know */
  readonly choices?: readonly string[];
};

export type FigureTable = {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A figure as an article shows it: within a line only its text, on a line of its own everything. */
export type ComputedFigure = {
  readonly title: string;
  /** within a line: some words; on its own: whole sentences */
  readonly text: string;
  readonly table: FigureTable | null;
  readonly picture: Picture | null;
  readonly sources: readonly SourceLine[];
  /** where the same figure stands with everything behind it */
  readonly more: { readonly to: string; readonly text: string } | null;
};

export type FigureResult =
  | { readonly ok: true; readonly value: ComputedFigure }
  | { readonly ok: false; readonly sentence: string };

export type Given = Readonly<Record<string, string>>;
export type Place = "inline" | "block";

export type FigureKind = {
  /** as it is written: `:figure{of="effect" …}` */
  readonly of: string;
  /** one line for the guide */
  readonly about: string;
  readonly places: readonly Place[];
  readonly arguments: readonly Argument[];
  /** Only called with arguments that are known, there and among their choices. */
  readonly make: (given: Given, place: Place) => FigureResult;
};

export const made = (
  title: string,
  text: string,
  rest: Partial<Omit<ComputedFigure, "title" | "text">> = {},
): FigureResult => ({
  ok: true,
  value: { title, text, table: null, picture: null, sources: [], more: null, ...rest },
});
export const fault = (sentence: string): Extract<FigureResult, { ok: false }> => ({ ok: false, sentence });

/** Within a line no full stop stands behind a figure: the writer sets it. */
export const withoutStop = (sentence: string): string => sentence.replace(/\.$/, "");
/** "3 trials", "one trial" */
export const counted = (count: number, one: string): string =>
  count === 1 ? `one ${one}` : `${count.toLocaleString("en")} ${one}s`;
