/** `of="harms"`: how often a treatment has which unwanted effects, with it and without, wherever trials could be pooled. */
import { treatments } from "@unclench/knowledge";
import { pooledHarmsOf } from "../../avoid/pooledHarms.ts";
import { rowOf, sourcesOf } from "./compared.ts";
import { fault, type FigureKind, made } from "./kind.ts";

export const harms: FigureKind = {
  of: "harms",
  about: "How often a treatment has which unwanted effects, with it and without.",
  places: ["block"],
  arguments: [
    { name: "treatment", about: "the id of the treatment", required: true },
    { name: "condition", about: "only people with this condition", required: false },
  ],
  make({ treatment = "", condition }) {
    const name = treatments.find(({ id }) => id === treatment)?.name;
    if (name === undefined) return fault(`there is no treatment "${treatment}".`);
    const all = pooledHarmsOf(treatment).filter(
      (harm) => condition === undefined || harm.condition === condition,
    );
    if (all.length === 0) return fault(`no unwanted effect of ${name} could be pooled there.`);
    const lines = all.flatMap((harm) => {
      const row = rowOf({ condition: harm.condition, pattern: harm.pattern }, treatment);
      if (!row.ok) return [];
      return row.value.outcomes
        .filter(({ label, side }) => side === "harm" && label === harm.label)
        .map((outcome) => ({ place: harm.place, outcome }));
    });
    return made(
      `${name}: unwanted effects with it and without`,
      "People on a dummy have such effects too: what counts is the gap between the two numbers. Effects that are not in the table were not counted in a trial we could pool; that does not mean that they do not happen.",
      {
        table: {
          caption: `Unwanted effects of ${name}, people of 100`,
          head: ["Effect", "With it", "Without it", "How sure", "People asked"],
          rows: lines.map(({ place, outcome: { label, per100, sentence, comparator, certainty } }) => [
            label,
            per100 === null ? sentence : `${per100.with} of 100`,
            per100 === null ? "" : `${per100.without} of 100, ${comparator.name}`,
            certainty.words,
            place,
          ]),
        },
        sources: lines.flatMap(({ outcome }) => sourcesOf(outcome)),
        more: { to: `/what-to-avoid/side-effects/${treatment}`, text: `More on the side effects of ${name}` },
      },
    );
  },
};
