/** What a page has to know to draw a figure; every number of it stands in the figure's text or table too. */

export type Picture =
  | {
      /** blocks of 100 people */
      readonly type: "people";
      readonly blocks: readonly {
        readonly count: number;
        readonly side: "gain" | "harm";
        readonly words: string;
      }[];
    }
  | {
      readonly type: "forest";
      readonly title: string;
      readonly studies: readonly {
        readonly label: string;
        readonly estimate: number;
        readonly ciLower: number;
        readonly ciUpper: number;
        readonly weight: number | null;
      }[];
      readonly pooled: {
        readonly estimate: number;
        readonly ciLower: number;
        readonly ciUpper: number;
        readonly predictionLower: number | null;
        readonly predictionUpper: number | null;
      };
      readonly ratio: boolean;
      readonly lessLabel: string;
      readonly moreLabel: string;
    }
  | {
      /** two rates out of 100 on one line, with a mark at 5 */
      readonly type: "alarms";
      readonly caption: string;
      readonly head: readonly [string, string, string];
      readonly lines: readonly { readonly label: string; readonly ours: number; readonly other: number }[];
    }
  | {
      /** one or more lines over time */
      readonly type: "course";
      readonly title: string;
      readonly points: readonly { readonly x: number; readonly y: number }[];
      readonly marks: readonly { readonly x: number; readonly y: number; readonly words: string }[];
      readonly xLabel: string;
      readonly yLabel: string;
      readonly xTicks: readonly number[];
    }
  | {
      readonly type: "hill";
      readonly title: string;
      readonly points: readonly { readonly value: number; readonly density: number }[];
      readonly before: readonly { readonly value: number; readonly density: number }[];
      readonly smallestThatMatters: number;
      readonly less: string;
      readonly more: string;
    };
