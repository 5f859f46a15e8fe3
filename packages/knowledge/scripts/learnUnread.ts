/** Compares facts that are worded by hand with the collected facts they were made of. */
import { numbersIn } from "../src/ownWords.ts";

type Collected = { readonly [key: string]: unknown };
type Worded = {
  readonly facts: readonly {
    readonly id: string;
    readonly collected: string;
    readonly figures: readonly number[];
    readonly certainty: string;
    readonly sources: readonly { readonly id: string }[];
  }[];
};

const levels = ["very-low", "low", "moderate", "high"];

/** One sentence for each figure that was not collected, each source that is not behind it, and each that is called surer. */
export function learnUnread(learn: Worded, collected: readonly Collected[], file = "learn.json"): string[] {
  return learn.facts.flatMap((fact) => {
    const from = collected.find(({ id }) => id === fact.collected);
    if (from === undefined) return [`${file}: ${fact.id}: no collected fact ${fact.collected}`];
    const numbers = numbersIn(`${from.claim} ${JSON.stringify(from.value, null, 1)}`);
    const behind = JSON.stringify(from.sources);
    return [
      ...fact.figures
        .filter((figure) => !numbers.includes(figure))
        .map((figure) => `${file}: ${fact.id}: ${figure} was not collected`),
      ...fact.sources
        .filter(({ id }) => !behind.includes(`"${id}"`))
        .map(({ id }) => `${file}: ${fact.id}: ${id} is not behind it`),
      ...(levels.indexOf(fact.certainty) > levels.indexOf(String(from.certainty))
        ? [`${file}: ${fact.id}: surer than ${String(from.certainty)}`]
        : []),
    ];
  });
}
