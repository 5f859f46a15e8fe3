/** Pools a figure again as the reader chooses. Here, because it needs all trials, and most readers never ask for it. */
import { argue, citationsOf, rScriptOf, studiesCsvOf } from "@unclench/answers/argue";
import { expose } from "comlink";

const engine = { argue, citationsOf, rScriptOf, studiesCsvOf };
export type ArguingEngine = typeof engine;
expose(engine);
