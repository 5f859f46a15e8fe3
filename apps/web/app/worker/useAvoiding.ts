import type { PersonDescription, ReadMedicine, WhatToAvoid } from "@unclench/answers/what-to-avoid";
import { type Remote, wrap } from "comlink";
import { useEffect, useState } from "react";
import type { AvoidingEngine } from "./avoiding.worker.ts";

let engine: Remote<AvoidingEngine> | undefined;

/** One worker for the life of the page, started when the first medicine is there. */
const theEngine = (): Remote<AvoidingEngine> => {
  engine ??= wrap<AvoidingEngine>(
    new Worker(new URL("./avoiding.worker.ts", import.meta.url), { type: "module" }),
  );
  return engine;
};

export type AvoidingState = {
  readonly answer: WhatToAvoid | null;
  /** A bug of ours, or the lists could not be fetched. */
  readonly failed: string | null;
};

/** The report on a description; the one before stays in sight until the new one is there. */
export function useAvoiding(description: PersonDescription | null): AvoidingState {
  const [state, setState] = useState<AvoidingState>({ answer: null, failed: null });
  useEffect(() => {
    if (description === null) {
      setState({ answer: null, failed: null });
      return;
    }
    let current = true;
    theEngine()
      .whatToAvoid(description)
      .then(
        (answer) => current && setState({ answer, failed: null }),
        (error: unknown) => current && setState({ answer: null, failed: String(error) }),
      );
    return () => {
      current = false;
    };
  }, [description]);
  return state;
}

/** How a text is read while it is typed; null until something is typed and read. */
export function useMedicineRead(text: string): ReadMedicine | null {
  const [read, setRead] = useState<ReadMedicine | null>(null);
  useEffect(() => {
    if (text.trim() === "") {
      setRead(null);
      return;
    }
    let current = true;
    theEngine()
      .medicineRead(text)
      .then(
        (found) => current && setRead(found),
        () => current && setRead(null),
      );
    return () => {
      current = false;
    };
  }, [text]);
  return read;
}
