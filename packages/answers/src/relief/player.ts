/** What the player of one routine needs: its session, what to know before, and what to do when it hurts. */
import { redFlagWords } from "@unclench/knowledge/avoid";
import { routineSessionOf } from "@unclench/knowledge/routine-sessions";
import { contraindicationById, type Routine, routineById, stopSignById } from "@unclench/knowledge/routines";
import type { AskFirst } from "./askFirst.ts";
import { doseWords } from "./sessionChoices.ts";
import { sessionSource } from "./sessionSource.ts";
import type { SessionSource } from "./sessionTypes.ts";

export type StopSignLine = {
  readonly id: string;
  readonly text: string;
  readonly whatToDo: string;
  /** no source we read says so */
  readonly ours: boolean;
};

export type StopGroup = {
  readonly urgency: "emergency" | "today" | "tell" | "stop";
  readonly title: string;
  readonly signs: readonly StopSignLine[];
};

export type PainAdvice = {
  /** said and shown at once */
  readonly first: string;
  /** what needs help soonest comes first */
  readonly groups: readonly StopGroup[];
  readonly dysreflexia: {
    readonly title: string;
    readonly who: string;
    readonly call: string;
    readonly signs: readonly string[];
    readonly steps: readonly string[];
  };
};

export type PlayerPage = {
  readonly routine: string;
  readonly name: string;
  /** null: nothing to count, and `none` says why and what to do instead */
  readonly source: SessionSource | null;
  readonly none: { readonly why: string; readonly instead: string } | null;
  /** it is only for two */
  readonly needsHelper: boolean;
  readonly mayHaveHelper: boolean;
  readonly equipment: readonly string[];
  readonly steps: readonly string[];
  readonly dose: readonly string[];
  /** one sentence before the first start */
  readonly before: string;
  readonly stopSigns: readonly string[];
  readonly askFirst: readonly AskFirst[];
  readonly pain: PainAdvice;
};

const groupTitles: readonly (readonly [StopGroup["urgency"], string])[] = [
  ["emergency", "Call for emergency help now"],
  ["today", "Ask a doctor or nurse today"],
  ["tell", "Tell your doctor before the next time"],
  ["stop", "Stop, rest and wait"],
];

/** [AN-360] Every sign of the routine, what needs help soonest first, and dysreflexia always: pain can set it off. */
function painAdvice({ stopSigns }: Routine): PainAdvice {
  // The words alone: the page goes without the sources, which stand behind "Needs help today?".
  const flag = redFlagWords.find(({ id }) => id === "redflag-autonomic-dysreflexia");
  if (flag === undefined) throw new Error("no text on dysreflexia");
  const signs = stopSigns.map((id) => {
    const sign = stopSignById.get(id);
    if (sign === undefined) throw new Error(`no stop sign ${id}`);
    return sign;
  });
  return {
    first: "Stopped. Let go slowly and rest.",
    groups: groupTitles
      .map(([urgency, title]) => ({
        urgency,
        title,
        signs: signs
          .filter((sign) => sign.urgency === urgency && sign.id !== "dysreflexia")
          .map(({ id, text, whatToDo, source }) => ({ id, text, whatToDo, ours: source === null })),
      }))
      .filter((group) => group.signs.length > 0),
    dysreflexia: {
      title: flag.title,
      who: flag.who,
      call: flag.call,
      signs: flag.signs,
      steps: flag.steps,
    },
  };
}

/**
 * [AN-361] The player of a routine, or why there is none and what to do instead; null if there is no such routine.
 * @example
 * playerPage("tilt-table")?.none?.why // "It is done in a clinic, with trained staff."
 */
export function playerPage(id: string): PlayerPage | null {
  const routine = routineById.get(id);
  if (routine === undefined) return null;
  const source = sessionSource(routine);
  return {
    routine: id,
    name: routine.name,
    source,
    none: routineSessionOf.get(id)?.none ?? null,
    needsHelper: !routine.alone,
    mayHaveHelper: routine.helper !== "not-needed",
    equipment: routine.equipment,
    steps: routine.steps,
    dose: source === null ? [] : doseWords(source),
    before: source === null ? "Stop at once if it hurts." : "Stop at once if it hurts: touch “Pain”.",
    stopSigns: routine.stopSigns.map((sign) => stopSignById.get(sign)?.text ?? sign),
    askFirst: routine.contraindications.map((id) => ({ id, text: contraindicationById.get(id)?.text ?? id })),
    pain: painAdvice(routine),
  };
}
