/** The visit sheet: pages of sections of plain blocks. Whoever draws it adds nothing and leaves nothing out. */
import type { LocalDate } from "@unclench/record";

export type SheetItem = {
  readonly text: string;
  /** smaller, below it */
  readonly note: string | null;
  /** room to write an answer by hand */
  readonly room: boolean;
};

/** The trend as a drawing of lines and words in its own units; a text beside it says the same. */
export type TrendPicture = {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly { readonly y: number; readonly label: string }[];
  readonly columns: readonly { readonly x: number; readonly label: string }[];
  readonly dots: readonly { readonly x: number; readonly y: number; readonly hollow: boolean }[];
  /** path of the model's line; empty where there is none */
  readonly line: string;
  readonly bands: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly label: string;
  }[];
  readonly marks: readonly { readonly x: number; readonly y: number; readonly label: string }[];
};

export type SheetBlock =
  | { readonly type: "text"; readonly text: string; readonly strong: boolean }
  | { readonly type: "list"; readonly ordered: boolean; readonly items: readonly SheetItem[] }
  | {
      readonly type: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: "trend"; readonly picture: TrendPicture };

export type SheetSection = {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly SheetBlock[];
};

export type SheetPage = {
  readonly id: "person" | "clinician";
  readonly title: string;
  readonly lead: string;
  /** size of the letters on paper, in points, with which it stays one page */
  readonly letters: number;
  readonly sections: readonly SheetSection[];
};

export type VisitSheet = {
  readonly question: "visit-sheet";
  readonly format: 1;
  readonly isExample: boolean;
  readonly today: LocalDate;
  readonly pages: readonly SheetPage[];
  /** said at the foot of every page */
  readonly foot: string;
};
