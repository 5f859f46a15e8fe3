import type { Helping, HelpingInput } from "@unclench/answers/is-it-helping";
import { type Remote, wrap } from "comlink";
import { useEffect, useState } from "react";
import type { Engine } from "./helping.worker.ts";

let engine: Remote<Engine> | undefined;

/** One worker for the life of the page, started when the first answer is asked for. */
const theEngine = (): Remote<Engine> => {
  engine ??= wrap<Engine>(new Worker(new URL("./helping.worker.ts", import.meta.url), { type: "module" }));
  return engine;
};

export type HelpingState = { busy: boolean; answer: Helping | null; failed: string | null };

/** The answer to "Is it helping me?" for an input; `busy` while it is being computed. */
export function useHelping(input: HelpingInput | null): HelpingState {
  const [state, setState] = useState<HelpingState>({ busy: false, answer: null, failed: null });
  useEffect(() => {
    if (input === null) {
      setState({ busy: false, answer: null, failed: null });
      return;
    }
    let current = true;
    setState((before) => ({ ...before, busy: true, failed: null }));
    theEngine()
      .isItHelping(input)
      .then(
        (answer) => current && setState({ busy: false, answer, failed: null }),
        (error: unknown) => current && setState({ busy: false, answer: null, failed: String(error) }),
      );
    return () => {
      current = false;
    };
  }, [input]);
  return state;
}
