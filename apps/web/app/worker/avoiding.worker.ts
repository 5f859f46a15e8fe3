/** The check of medicines, off the main thread: its lists of names and rules are fetched only by this page. */
import { medicineRead, whatToAvoidFrom } from "@unclench/answers/what-to-avoid";
import { expose } from "comlink";

const engine = { whatToAvoid: whatToAvoidFrom, medicineRead };
export type AvoidingEngine = typeof engine;
expose(engine);
