/** "How do I find relief today?", without the list of sources, which only the pages need. */
export {
  allQuestions,
  answered,
  type BodyAnswer,
  type BodyQuestion,
  type Standing,
  standing,
} from "./bodyCheck.ts";
export * from "./choices.ts";
export { basisShort, basisWords, doseLines } from "./doseWords.ts";
export {
  type Change,
  type FindError,
  findRoutines,
  type FindInput,
  type LeftOut,
  MOST_PROPOSALS,
  type Proposal,
  type ReliefFound,
} from "./find.ts";
export { minutesWords, MOVE_SECONDS, REST_SECONDS, type RoutineMinutes, routineMinutes } from "./minutes.ts";
export type { Moment } from "./moments.ts";
export { fromRecord } from "./fromRecord.ts";
