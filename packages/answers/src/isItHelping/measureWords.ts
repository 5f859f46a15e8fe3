/** The words for the measures of a diary. Apart, because every screen needs them and only the worker needs the engine. */
import { type Measure, measureEnds } from "@unclench/record";

/** How a measure is called, what better and worse are called, and what its two ends mean. */
type MeasureWords = {
  readonly name: string;
  readonly less: string;
  readonly more: string;
  readonly low: string;
  readonly high: string;
};

const wordsOf = (measure: Measure, name: string, less: string, more: string): MeasureWords => ({
  name,
  less,
  more,
  low: measureEnds[measure].zero,
  high: measureEnds[measure].ten,
});

export const measureWords: Readonly<Record<Measure, MeasureWords>> = {
  stiffness: wordsOf("stiffness", "stiffness", "less stiffness", "more stiffness"),
  spasms: wordsOf("spasms", "spasms", "milder spasms", "stronger spasms"),
  pain: wordsOf("pain", "pain", "less pain", "more pain"),
  sleep: wordsOf("sleep", "sleep", "better sleep", "worse sleep"),
};
