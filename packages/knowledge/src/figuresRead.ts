/** Which numbers were read in which source. Only the build and the tests of articles need it: it is large. */
import * as v from "valibot";
import file from "../data/figuresRead.json" with { type: "json" };
import { figuresReadSchema } from "./glossarySchema.ts";

const numbersBySource = new Map(
  Object.entries(v.parse(figuresReadSchema, file)).map(([id, line]) => [
    id,
    line.split(" ").filter(Boolean).map(Number),
  ]),
);

/**
 * [KN-90] True if the number stands in what was collected from the source: as it is, or there with more decimals.
 *
 * @example
 * wasRead("farrar-2008", 0.83) // true: a correlation of 0.83 was read there
 */
export function wasRead(source: string, number: number): boolean {
  const decimals = String(number).split(".")[1]?.length ?? 0;
  return (numbersBySource.get(source) ?? []).some(
    (read) => read === number || Number(read.toFixed(decimals)) === number,
  );
}
