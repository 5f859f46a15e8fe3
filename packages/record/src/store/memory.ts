/** A store that lives as long as the page: for the made-up example, for tests, and where nothing may be saved. */
import { err, ok } from "../result.ts";
import type { RecordStore } from "./store.ts";

/** `kept` may be handed from one store to the next, like a database that is opened again. */
export function createMemoryStore(kept: unknown[] = []): RecordStore {
  return {
    isReadOnly: false,
    load: async () => ok({ operations: structuredClone(kept), head: kept.length }),
    since: async (head) => ok({ operations: structuredClone(kept.slice(head)), head: kept.length }),
    head: async () => ok(kept.length),
    append: async (operations, head) => {
      if (head !== kept.length) return err({ type: "Behind", head: kept.length });
      for (const operation of structuredClone(operations)) kept.push(operation);
      return ok(kept.length);
    },
    wipe: async () => {
      kept.length = 0;
      return ok(null);
    },
    close: () => {},
  };
}
