/** What can be taken along: the league and the studies as tables. */
import type { Study } from "@unclench/evidence";
import { csvOf } from "../csv.ts";
import type { NetworkAnswer, Subnetwork } from "./network.ts";

/** Every ordered pair of every part with all its figures, logarithms for ratios. */
export function leagueCsv({ measure, method, subnetworks }: NetworkAnswer): string {
  const columns = [
    "estimate",
    "se",
    "ciLower",
    "ciUpper",
    "p",
    "predictionLower",
    "predictionUpper",
  ] as const;
  const rows = subnetworks.flatMap((part: Subnetwork, place) =>
    part.effects.map((one) => [
      place + 1,
      one.treatment,
      one.versus,
      measure,
      part.model === "random" ? method : "common",
      ...columns.map((column) => one[column]),
    ]),
  );
  return csvOf([["part", "treatment", "versus", "measure", "model", ...columns], ...rows]);
}

/** The studies in format 1, whatever they came from; read again, they give the same answer. */
export const studiesJson = (studies: readonly Study[]): string =>
  `${JSON.stringify({ format: 1, studies }, null, 2)}\n`;
