/** The page of one treatment: everything that is known of it, in the order in which people ask. */
import type { NumberedSource, Figure } from "../sideBySide/types.ts";

/** Numbers of the list of sources at the end of the page. */
type Numbers = readonly number[];

/** One sentence with what it rests on. */
export type Line = {
  readonly text: string;
  /** how sure it is, in words; null: a label or a guideline says so, or it is ours */
  readonly sure: string | null;
  readonly sources: Numbers;
};

export type Way = { readonly to: string; readonly text: string };

export const partIds = [
  "what",
  "for-whom",
  "trials",
  "reported",
  "taken",
  "side-effects",
  "watch",
  "stopping",
  "effort",
  "if-not",
  "ask",
  "beside",
] as const;
export type PartId = (typeof partIds)[number];

/** Lines under a heading of their own: "Signs", "Call at once". */
export type Block = {
  readonly heading: string | null;
  /** `urgent` stands out; `list` is a list of short things, `lines` are sentences, `folded` is behind one touch */
  readonly look: "lines" | "list" | "urgent" | "folded";
  readonly lines: readonly Line[];
};

export type Part = {
  readonly id: PartId;
  readonly heading: string;
  /** what was not read, in words; null: nothing that people ask for */
  readonly missing: string | null;
  readonly blocks: readonly Block[];
  readonly ways: readonly Way[];
};

/** One pooled figure in the words and numbers of the comparison it stands in. */
export type PageFigure = Figure & {
  readonly key: string;
  /** for experts: the estimate, its interval, the model, and what a further trial might find */
  readonly expert: string;
};

/** Figures that were measured in the same people. */
export type FiguresOfPlace = {
  readonly condition: string;
  readonly pattern: string;
  /** "Multiple sclerosis, whole body" */
  readonly place: string;
  /** the comparison in which the same figures stand */
  readonly path: string;
  readonly figures: readonly PageFigure[];
  /** from trials that kept only people who had already improved; never mixed with the others */
  readonly apart: readonly PageFigure[];
};

export type Reported = {
  readonly text: string;
  readonly who: string;
  readonly sure: string;
  readonly sources: Numbers;
};

/** One other treatment with a figure in the same place. */
export type BesideRow = {
  readonly treatment: string;
  readonly name: string;
  readonly path: string;
  /** this treatment itself */
  readonly own: boolean;
  readonly cells: readonly { readonly label: string; readonly text: string; readonly sure: string }[];
};
export type BesideTable = {
  readonly place: string;
  readonly path: string;
  readonly rows: readonly BesideRow[];
};

/** Where on a body it is worn, given or done, as a routine of ours draws it. */
export type PageRoutine = { readonly id: string; readonly name: string; readonly path: string };

/** How much of its full effect there is on a day after the injection; from group averages. */
export type Course = {
  readonly points: readonly { readonly day: number; readonly share: number }[];
  readonly words: string;
  readonly sources: Numbers;
};

export type TreatmentPage = {
  readonly question: "treatment";
  readonly format: 1;
  readonly treatment: string;
  readonly name: string;
  readonly group: string;
  readonly groupName: string;
  readonly form: string;
  readonly brands: readonly string[];
  readonly synonyms: readonly string[];
  /** the answer first: what trials found, in one or two sentences */
  readonly answer: Answer;
  readonly parts: readonly Part[];
  readonly places: readonly FiguresOfPlace[];
  /** why figures that stand apart do; null: there are none */
  readonly apartSentence: string | null;
  readonly reported: readonly Reported[];
  readonly routines: readonly PageRoutine[];
  readonly course: Course | null;
  readonly beside: readonly BesideTable[];
  /** how to read the table of alternatives */
  readonly readingSentence: string;
  readonly sources: readonly (NumberedSource & { readonly number: number })[];
  readonly readUntil: string;
  readonly ownWords: string;
};

/** A sentence with the people of whom it holds said first, so that nobody takes it for everyone. */
export type AnswerLine = {
  /** "Cerebral palsy, child, whole body"; null: no figure, or nobody in particular */
  readonly people: string | null;
  readonly text: string;
  /** how sure, and what there is not; null: nothing more to say */
  readonly about: string | null;
};

export type Answer = {
  /** of the figure that rests on most people; else how much is known */
  readonly gain: AnswerLine;
  /** an unwanted effect, in the same people if it was counted there; null: none was pooled */
  readonly harm: AnswerLine | null;
};

export type TreatmentPageResult =
  | { readonly ok: true; readonly value: TreatmentPage }
  | {
      readonly ok: false;
      readonly error: {
        readonly type: "UnknownTreatment" | "AmbiguousTreatment";
        readonly sentence: string;
      };
    };
