/** What was just done, in a sentence beside Undo: kept apart from the screens, so that saying it draws none of them anew. */
import { useSyncExternalStore } from "react";

export type Saying = {
  readonly say: (what: string) => void;
  readonly said: () => string | null;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createSaying(): Saying {
  let said: string | null = null;
  const listeners = new Set<() => void>();
  return {
    say: (what) => {
      said = what;
      for (const listener of listeners) listener();
    },
    said: () => said,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useSaid = ({ subscribe, said }: Saying): string | null =>
  useSyncExternalStore(subscribe, said, () => null);
