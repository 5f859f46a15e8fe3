import type { ArgueResult, Choices, Question } from "@unclench/answers/argue";
import { type Remote, wrap } from "comlink";
import { useEffect, useState } from "react";
import type { ArguingEngine } from "./arguing.worker.ts";

let engine: Remote<ArguingEngine> | undefined;

/** One worker for the life of the page, started when the first figure is argued about. */
export const arguingEngine = (): Remote<ArguingEngine> => {
  engine ??= wrap<ArguingEngine>(
    new Worker(new URL("./arguing.worker.ts", import.meta.url), { type: "module" }),
  );
  return engine;
};

/** The figure as published and as chosen; null while it is worked out for the first time. */
export function useArguing(question: Question, choices: Choices): ArgueResult | null {
  const [result, setResult] = useState<ArgueResult | null>(null);
  const asked = JSON.stringify([question, choices]);
  useEffect(() => {
    let current = true;
    const [ofQuestion, ofChoices] = JSON.parse(asked) as [Question, Choices];
    void arguingEngine()
      .argue(ofQuestion, ofChoices)
      .then((answer) => {
        if (current) setResult(answer);
      });
    return () => {
      current = false;
    };
  }, [asked]);
  return result;
}
