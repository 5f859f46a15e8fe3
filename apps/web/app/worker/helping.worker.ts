/** The personal engine, off the main thread, so that the screen never freezes while it computes. */
import { type FairTestPlanned, type FairTestQuestion, planFor } from "@unclench/answers/fair-test";
import { type HelpingInput, type HelpingPart, helpingInParts } from "@unclench/answers/is-it-helping";
import { expose } from "comlink";

let latest = 0;

/** Lets messages in: a newer question ends the older one between two of its parts. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const engine = {
  /** Tells the parts of the page one by one; ends early when a later run begins. */
  async answer(input: HelpingInput, run: number, tell: (part: HelpingPart) => void): Promise<void> {
    latest = run;
    for (const part of helpingInParts(input)) {
      tell(part);
      await turn();
      if (latest !== run) return;
    }
  },
  planned: (question: FairTestQuestion): FairTestPlanned => planFor(question),
};
export type Engine = typeof engine;
expose(engine);
