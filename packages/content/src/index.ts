/** Articles as data: Markdown in, a typed article or the problems that keep it from being published out. */
export { articleProblems, type Surroundings } from "./check.ts";
export { deepBlocks, deepInlines, flowsOf, sentencesOf, textOf } from "./flows.ts";
export { headingId, parseArticle } from "./parse.ts";
export type * from "./types.ts";
