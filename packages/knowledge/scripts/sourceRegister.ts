/** One register of sources, and what points to them. */
import type { Row } from "./json.ts";

/** The same id in two files must be the same work, else the run stops. */
export function createSourceRegister(): {
  readonly byId: ReadonlyMap<string, Row>;
  readonly add: (list: readonly Row[], from: string) => void;
} {
  const byId = new Map<string, Row>();
  const add = (list: readonly Row[], from: string): void => {
    for (const row of list) {
      const id = String(row.id);
      const entry: Row = {};
      for (const key of [
        "id",
        "kind",
        "title",
        "authors",
        "year",
        "journal",
        "doi",
        "pmid",
        "url",
        "read",
        "via",
      ]) {
        entry[key] = row[key] ?? null;
      }
      for (const key of ["extent", "trust", "note"]) if (row[key] != null) entry[key] = row[key];
      const known = byId.get(id);
      if (known === undefined) byId.set(id, entry);
      else if (known.doi !== null && entry.doi !== null && known.doi !== entry.doi) {
        throw new Error(`source ${id}: two different works share this id (${from})`);
      }
    }
  };
  return { byId, add };
}

/** Adds to `pointed` every id that a piece of data may point to a source with. */
export function gatherPointed(value: unknown, pointed: Set<string>): void {
  if (Array.isArray(value)) for (const inner of value) gatherPointed(inner, pointed);
  else if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      if ((key === "source" || key === "id") && typeof inner === "string") pointed.add(inner);
      else if (key === "sources" && Array.isArray(inner)) {
        for (const source of inner) if (typeof source === "string") pointed.add(source);
      }
      gatherPointed(inner, pointed);
    }
  }
}
