/** Compares a person's own studies, off the main thread: a large network must not freeze the screen. */
import {
  leagueCsv,
  measureSuiting,
  networkScript,
  pairScript,
  studiesJson,
  textOfFile,
  yourStudies,
} from "@unclench/answers/your-studies";
import { expose } from "comlink";

const engine = { leagueCsv, measureSuiting, networkScript, pairScript, studiesJson, textOfFile, yourStudies };
export type StudiesEngine = typeof engine;
expose(engine);
