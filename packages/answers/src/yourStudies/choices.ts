/** What can be chosen when studies are compared. Apart, because the screen needs it before it needs the engine. */
import type { NetworkMeasure, NetworkMethod } from "@unclench/evidence";

type MeasureChoice = { readonly id: NetworkMeasure; readonly name: string };

export const measureChoices: readonly MeasureChoice[] = [
  { id: "OR", name: "Odds ratio (people who had it or not)" },
  { id: "RR", name: "Risk ratio (people who had it or not)" },
  { id: "RD", name: "Risk difference (people who had it or not)" },
  { id: "MD", name: "Mean difference (a score, the same scale everywhere)" },
  { id: "SMD", name: "Standardised mean difference (a score, different scales)" },
  { id: "ROM", name: "Ratio of means (a score above 0)" },
];

type MethodChoice = { readonly id: NetworkMethod | "common"; readonly name: string };

export const methodChoices: readonly MethodChoice[] = [
  { id: "REML", name: "They may differ: random effects, REML" },
  { id: "DL", name: "They may differ: random effects, DerSimonian-Laird" },
  { id: "common", name: "All the same: one common effect" },
];
