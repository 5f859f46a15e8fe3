import type {
  AllMeasures,
  CyclesAnswer,
  HangsOn,
  Helping,
  HelpingInput,
  HelpingPart,
} from "@unclench/answers/is-it-helping";
import type { FairTestPlanned, FairTestQuestion } from "@unclench/answers/fair-test";
import { proxy, type Remote, wrap } from "comlink";
import { useEffect, useState } from "react";
import type { Engine } from "./helping.worker.ts";

let engine: Remote<Engine> | undefined;
let runs = 0;

/** One worker for the life of the page, started when the first answer is asked for. */
const theEngine = (): Remote<Engine> => {
  engine ??= wrap<Engine>(new Worker(new URL("./helping.worker.ts", import.meta.url), { type: "module" }));
  return engine;
};

/** A fair test, worked out by the same worker. */
export const plannedTest = (question: FairTestQuestion): Promise<FairTestPlanned> =>
  theEngine().planned(question);

export type HelpingState = {
  /** Until the answer is there. */
  readonly busy: boolean;
  readonly answer: Helping | null;
  readonly measures: AllMeasures | null;
  readonly cycles: readonly CyclesAnswer[];
  readonly hangsOn: readonly HangsOn[];
  /** Parts that are there and parts in all; null before the first and after the last. */
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly failed: string | null;
};

const nothing: HelpingState = {
  busy: false,
  answer: null,
  measures: null,
  cycles: [],
  hangsOn: [],
  progress: null,
  failed: null,
};

function withPart(state: HelpingState, part: HelpingPart): HelpingState {
  const { done, all } = part;
  const progress = done < all ? { done, all } : null;
  switch (part.part) {
    case "answer":
      return { ...nothing, answer: part.answer, progress };
    case "step":
      return { ...state, progress };
    case "measures":
      return { ...state, measures: part.measures, progress };
    case "cycles":
      return { ...state, cycles: part.cycles, progress };
    case "hangs-on":
      return { ...state, hangsOn: [...state.hangsOn, part.hangsOn], progress };
  }
}

/** The answer to "Is it helping me?" for an input, then its checks; a new input ends the work on the old one. */
export function useHelping(input: HelpingInput | null): HelpingState {
  const [state, setState] = useState<HelpingState>(nothing);
  useEffect(() => {
    if (input === null) {
      setState(nothing);
      return;
    }
    let current = true;
    runs += 1;
    setState((before) => ({ ...before, busy: true, progress: null, failed: null }));
    const tell = (part: HelpingPart): void => {
      if (current) setState((before) => withPart(before, part));
    };
    theEngine()
      .answer(input, runs, proxy(tell))
      .catch((error: unknown) => current && setState({ ...nothing, failed: String(error) }));
    return () => {
      current = false;
    };
  }, [input]);
  return state;
}
