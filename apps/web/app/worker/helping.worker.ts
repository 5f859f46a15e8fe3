/** The personal engine, off the main thread, so that the screen never freezes while it computes. */
import { isItHelping } from "@unclench/answers/is-it-helping";
import { expose } from "comlink";

const engine = { isItHelping };
export type Engine = typeof engine;
expose(engine);
