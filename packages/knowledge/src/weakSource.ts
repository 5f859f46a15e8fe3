import type { Source } from "./schema.ts";

/** Written by a machine, scraped, parsed by a program, a mirror of unknown origin, or how it was read is not known. */
export const isWeakSource = (source: Source): boolean =>
  source.trust != null ||
  source.read === null ||
  /machine|scrape|mirror|automated/i.test(source.via ?? "") ||
  /\bSIDER\b/.test(source.title ?? "");
