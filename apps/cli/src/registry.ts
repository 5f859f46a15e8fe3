/** The commands, in the order of `unclench --help`. See `command.ts` for what a command is. */
import type { ListedCommand } from "./command.ts";

export const commands: readonly ListedCommand[] = [
  {
    name: "what-works",
    summary: "compares the treatments for a condition and a place in the body",
    load: async () => (await import("./commands/whatWorks.ts")).whatWorks,
  },
  {
    name: "what-to-avoid",
    summary: "checks a list of medicines: combinations, doses, stopping, signs that need help",
    load: async () => (await import("./commands/whatToAvoid.ts")).whatToAvoid,
  },
  {
    name: "is-it-helping",
    summary: "says whether a diary shows that a treatment helps",
    load: async () => (await import("./commands/isItHelping.ts")).isItHelping,
  },
  {
    name: "relief",
    summary: "proposes routines for now, for a place in the body, or prints one of them",
    load: async () => (await import("./commands/relief.ts")).relief,
  },
  {
    name: "relief-plan",
    summary: "prints a plan of routines, from its file or its link",
    load: async () => (await import("./commands/reliefPlan.ts")).reliefPlan,
  },
  {
    name: "what-to-ask",
    summary: "picks the questions that matter for the next visit, from a saved record",
    load: async () => (await import("./commands/whatToAsk.ts")).whatToAsk,
  },
  {
    name: "visit-sheet",
    summary: "writes the sheet for the next visit, from a saved record, as HTML to print",
    load: async () => (await import("./commands/visitSheet.ts")).visitSheet,
  },
  {
    name: "treatment",
    summary: "says everything that is known of one treatment, or lists all of them",
    load: async () => (await import("./commands/treatment.ts")).treatment,
  },
  {
    name: "learn",
    summary: "says what spasticity is, tells signs apart, and what is known for each condition",
    load: async () => (await import("./commands/learn.ts")).learn,
  },
  {
    name: "read",
    summary: "prints an article, with its figures worked out and its sources numbered",
    load: async () => (await import("./commands/read.ts")).read,
  },
  {
    name: "find",
    summary: "searches pages, treatments, routines and signs in your own words",
    load: async () => (await import("./commands/find.ts")).find,
  },
  {
    name: "help-today",
    summary: "prints the signs that cannot wait, and whom to call",
    load: async () => (await import("./commands/helpToday.ts")).helpToday,
  },
  {
    name: "stopping",
    summary: "says what stopping a medicine suddenly does, and what to ask",
    load: async () => (await import("./commands/stopping.ts")).stopping,
  },
  {
    name: "side-effects",
    summary: "prints how often a treatment has which side effects, with and without it",
    load: async () => (await import("./commands/sideEffects.ts")).sideEffects,
  },
  {
    name: "experiences",
    summary: "prints what people report in surveys and interviews, and who was asked",
    load: async () => (await import("./commands/experiences.ts")).experiences,
  },
  {
    name: "convert",
    summary: "writes a saved record or a diary as tables, FHIR, a calendar or a record file",
    load: async () => (await import("./commands/convert.ts")).convert,
  },
  {
    name: "prove",
    summary: "prints how often the verdict on a diary is wrong, and how to simulate it again",
    load: async () => (await import("./commands/prove.ts")).prove,
  },
  {
    name: "pool",
    summary: "pools the studies of a file into one effect",
    load: async () => (await import("./commands/pool.ts")).pool,
  },
  {
    name: "network",
    summary: "compares many treatments of a file of studies, directly and through each other",
    load: async () => (await import("./commands/network.ts")).network,
  },
];
