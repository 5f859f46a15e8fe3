/** Reads the labelled regimens. For tests and benches; the engine itself reads no file. */
import regimensFile from "./regimens.json" with { type: "json" };
import type { Regimen } from "./measure.ts";

export const regimens = regimensFile as readonly unknown[] as readonly Regimen[];
