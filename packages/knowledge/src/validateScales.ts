/** What must hold for the scales that are shown step by step: rules KN-120 to KN-122. */
import type { ScaleSteps } from "./scaleStepsSchema.ts";

type Named = { readonly id: string };
type Files = {
  readonly scaleSteps: { readonly scales: readonly ScaleSteps[] };
  readonly learn: { readonly facts: readonly Named[] };
  readonly measures: readonly (Named & { readonly claim: string; readonly value: unknown })[];
  readonly sources: readonly Named[];
};

const FILE = "scaleSteps.json";

/** Names such as R1 are no figures. */
const numbersIn = (text: string): number[] => (text.match(/(?<![A-Za-z\d])\d+(?:\.\d+)?/g) ?? []).map(Number);

/** One sentence for each fault. */
export function scaleFaults({ scaleSteps, learn, measures, sources }: Files): string[] {
  const found: string[] = [];
  for (const scale of scaleSteps.scales) {
    const known = (list: readonly Named[], id: string): void => {
      if (!list.some((one) => one.id === id)) found.push(`${FILE}: ${scale.id}: unknown id ${id}`);
    };
    // [KN-120] What it points to is there.
    known(measures, scale.collected);
    for (const id of [...scale.cannot, ...scale.change]) known(learn.facts, id);
    for (const { id } of [...scale.sources, ...scale.more.flatMap((one) => one.sources)]) known(sources, id);
    if (scale.change.length === 0 && scale.missing === null)
      found.push(
        `${FILE}: ${scale.id}: it does not say how large a change has to be, nor that it was not found`,
      );
    // [KN-121] A number in a grade was collected.
    const collected = measures.find(({ id }) => id === scale.collected);
    const read = numbersIn(`${collected?.claim ?? ""} ${JSON.stringify(collected?.value ?? null)}`);
    for (const words of [scale.who, ...scale.steps.map((step) => step.words)])
      for (const number of numbersIn(words))
        if (!read.includes(number)) found.push(`${FILE}: ${scale.id}: ${number} was not collected: ${words}`);
    for (const { text, figures } of scale.more)
      for (const number of numbersIn(text))
        if (!figures.includes(number)) found.push(`${FILE}: ${scale.id}: ${number} was not read: ${text}`);
    // [KN-122] What is drawn goes forward, and no further than the limb does.
    for (const { label, drawn } of scale.steps) {
      if (drawn.kind === "stretch" && drawn.resists.some(({ from, to }) => from >= to || to > drawn.reaches))
        found.push(`${FILE}: ${scale.id}, ${label}: it resists where the limb does not go`);
      if (drawn.kind === "angles" && drawn.fast >= drawn.slow)
        found.push(`${FILE}: ${scale.id}, ${label}: fast goes as far as slow`);
    }
    for (const text of [
      scale.who,
      ...scale.steps.map(({ words }) => words),
      ...scale.more.map((one) => one.text),
    ])
      if (/\b(should|must|safe|safely)\b/i.test(text)) found.push(`${FILE}: a promise or a command: ${text}`);
  }
  return found;
}
