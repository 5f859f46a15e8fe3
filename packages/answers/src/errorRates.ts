/** The published error rates of the verdict, for the page that explains them. */
import { errorRates } from "@unclench/response";
import { falseAlarmSentence } from "./isItHelping/words.ts";

export type { ErrorRate, ErrorRates } from "@unclench/response";
export { errorRates } from "@unclench/response";

export const falseAlarms: string = falseAlarmSentence(errorRates);
