/** Every routine on one sheet, each with its picture: grouped as the finder lists them. */
import { type Routine, routineById } from "@unclench/knowledge/routines";
import { positionWords } from "./choices.ts";
import { reliefFrame } from "./page.ts";

export type SheetRoutine = {
  readonly id: string;
  readonly name: string;
  /** in which positions, and with whom */
  readonly how: string;
};
export type ContactSheet = {
  readonly question: "relief-sheet";
  readonly format: 1;
  readonly count: number;
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly routines: readonly SheetRoutine[];
  }[];
};

const withWhom: Readonly<Record<Routine["helper"], string>> = {
  "not-needed": "alone",
  useful: "alone or with help",
  needed: "with a helper",
};

const how = ({ positions, helper }: Routine): string => {
  const words = positions.map((position) => positionWords[position]).join(" or ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}; ${withWhom[helper]}.`;
};

/**
 * [AN-340] Every routine once, under the first place that it is for, with its positions and whether someone has to help.
 *
 * @example
 * contactSheet().groups[0]?.routines[0]?.how // "Standing; alone or with help."
 */
export function contactSheet(): ContactSheet {
  const groups = reliefFrame().byPlace.map(({ id, name, routines }) => ({
    id,
    name,
    routines: routines.flatMap((one) => {
      const routine = routineById.get(one.id);
      return routine === undefined ? [] : [{ ...one, how: how(routine) }];
    }),
  }));
  return {
    question: "relief-sheet",
    format: 1,
    count: groups.reduce((sum, { routines }) => sum + routines.length, 0),
    groups: groups.filter(({ routines }) => routines.length > 0),
  };
}
