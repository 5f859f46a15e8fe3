/** What somebody calls a treatment, and which one that is. */
import { findTreatments, plainName } from "../whatWorks/find.ts";
import type { Row } from "../whatWorks/types.ts";

export type Callable = Pick<Row, "treatment" | "name" | "brands" | "synonyms">;
export type CalledError = {
  readonly type: "UnknownTreatment" | "AmbiguousTreatment";
  readonly sentence: string;
};

/** [AN-71] An id, else exactly one treatment with this name, else exactly one with a name that begins so. */
export function treatmentCalled<One extends Callable>(
  known: readonly One[],
  name: string,
): One | CalledError {
  const byId = known.find(({ treatment }) => treatment === name);
  if (byId !== undefined) return byId;
  const exact = known.filter((one) =>
    [one.name, ...one.brands, ...one.synonyms].some((other) => plainName(other) === plainName(name)),
  );
  const ids = new Set(findTreatments(known, name).map(({ treatment }) => treatment));
  const found = exact.length > 0 ? exact : known.filter(({ treatment }) => ids.has(treatment));
  const [only, ...others] = found;
  if (only === undefined) {
    return {
      type: "UnknownTreatment",
      sentence: `There is no treatment called "${name}". Known: ${known.map(({ treatment }) => treatment).join(", ")}; their brand names will do too.`,
    };
  }
  if (others.length === 0) return only;
  return {
    type: "AmbiguousTreatment",
    sentence: `"${name}" may be ${found.map((one) => `${one.treatment} (${one.name})`).join(" or ")}; name one of them.`,
  };
}
