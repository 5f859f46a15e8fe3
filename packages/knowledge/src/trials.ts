/** The trials, and what may be pooled from them. Large: screens get these figures from `answers`. */
import * as v from "valibot";
import caveatWordsFile from "../data/caveatWords.json" with { type: "json" };
import mixedPopulationsFile from "../data/mixedPopulations.json" with { type: "json" };
import poolFile from "../data/pool.json" with { type: "json" };
import trialsFile from "../data/trials.json" with { type: "json" };
import {
  type MixedPopulation,
  mixedPopulationSchema,
  type Pool,
  poolSchema,
  type Trial,
  trialSchema,
} from "./schema.ts";

export type { Pool, PoolRow, Trial } from "./schema.ts";

export const trials: readonly Trial[] = v.parse(v.array(trialSchema), trialsFile);
export const pool: Pool = v.parse(poolSchema, poolFile);

export const mixedPopulations: readonly MixedPopulation[] = v.parse(
  v.array(mixedPopulationSchema),
  mixedPopulationsFile,
);

export const trialById: ReadonlyMap<string, Trial> = new Map(trials.map((trial) => [trial.id, trial]));

const caveatWords: Readonly<Record<string, string>> = v.parse(
  v.record(v.string(), v.string()),
  caveatWordsFile,
);

/** A caveat as a reader needs it. Some speak to whoever keeps the pool ("use one, not both"); they have words of their own. */
export const caveatForReaders = (caveat: string): string => caveatWords[caveat] ?? caveat;
