/**
 * Pools a figure again as the reader chooses, and weighs the treatments of a page by what matters to the reader. Here,
 * because both need all trials, and most readers never ask for it.
 */
import { argue, citationsOf, rScriptOf, studiesCsvOf } from "@unclench/answers/argue";
import { whatMatters } from "@unclench/answers/what-matters";
import { expose } from "comlink";

const engine = { argue, citationsOf, rScriptOf, studiesCsvOf, whatMatters };
export type ArguingEngine = typeof engine;
expose(engine);
