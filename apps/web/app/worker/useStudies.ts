import type { YourStudiesRequest, YourStudiesResult } from "@unclench/answers/your-studies";
import { type Remote, wrap } from "comlink";
import { useEffect, useState } from "react";
import type { StudiesEngine } from "./studies.worker.ts";

let engine: Remote<StudiesEngine> | undefined;

/** One worker for the life of the page, started when the first studies come in. */
export const studiesEngine = (): Remote<StudiesEngine> => {
  engine ??= wrap<StudiesEngine>(
    new Worker(new URL("./studies.worker.ts", import.meta.url), { type: "module" }),
  );
  return engine;
};

export type Asked = {
  readonly text: string;
  readonly fileName: string;
  readonly request: YourStudiesRequest;
};

export type StudiesState = {
  readonly busy: boolean;
  readonly result: YourStudiesResult | null;
  /** A bug of ours, not a fault of the file. */
  readonly failed: string | null;
};

/** The comparison of what was asked last; the one before stays in sight while it is worked out. */
export function useStudies(asked: Asked | null): StudiesState {
  const [state, setState] = useState<StudiesState>({ busy: false, result: null, failed: null });
  useEffect(() => {
    if (asked === null) return;
    let current = true;
    setState((before) => ({ ...before, busy: true, failed: null }));
    studiesEngine()
      .yourStudies(asked.text, asked.fileName, asked.request)
      .then(
        (result) => current && setState({ busy: false, result, failed: null }),
        (error: unknown) => current && setState({ busy: false, result: null, failed: String(error) }),
      );
    return () => {
      current = false;
    };
  }, [asked]);
  return state;
}
