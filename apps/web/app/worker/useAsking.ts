import { snapshotOf } from "@unclench/answers/ask-snapshot";
import type { AskSnapshot } from "@unclench/answers/what-to-ask";
import type { LocalDate, PersonalRecord } from "@unclench/record";
import { type Remote, wrap } from "comlink";
import { useEffect, useState } from "react";
import type { Asked, AskingEngine } from "./asking.worker.ts";

let engine: Remote<AskingEngine> | undefined;

/** One worker for the life of the page. */
const theEngine = (): Remote<AskingEngine> => {
  engine ??= wrap<AskingEngine>(
    new Worker(new URL("./asking.worker.ts", import.meta.url), { type: "module" }),
  );
  return engine;
};

/** The record as plain data, taken anew after each change. */
export function useSnapshot(record: PersonalRecord | null): AskSnapshot | null {
  const [snapshot, setSnapshot] = useState<AskSnapshot | null>(null);
  useEffect(() => {
    if (record === null) {
      setSnapshot(null);
      return;
    }
    const take = (): void => setSnapshot(snapshotOf(record));
    take();
    return record.subscribe(take);
  }, [record]);
  return snapshot;
}

export type AskingState = {
  /** the one before stays in sight until the new one is there */
  readonly found: Asked | null;
  /** a bug of ours, or the lists could not be fetched */
  readonly failed: string | null;
};

/** Questions and sheet for a record and a day. */
export function useAsking(snapshot: AskSnapshot | null, today: LocalDate): AskingState {
  const [state, setState] = useState<AskingState>({ found: null, failed: null });
  useEffect(() => {
    if (snapshot === null) {
      setState({ found: null, failed: null });
      return;
    }
    let current = true;
    theEngine()
      .ask(snapshot, today)
      .then(
        (found) => current && setState({ found, failed: null }),
        (error: unknown) => current && setState({ found: null, failed: String(error) }),
      );
    return () => {
      current = false;
    };
  }, [snapshot, today]);
  return state;
}
