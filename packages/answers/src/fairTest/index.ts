/**
 * A fair test of something that may be paused: planned before it starts, kept in the record, and counted as it was drawn.
 * What may be paused is an allow-list; a medicine, an injection or a pump has no test here at all.
 */
export { blocksOf, type FairTestDay, fairTestDay, type TestBlock } from "./day.ts";
export { type MayPause, mayPause } from "./mayPause.ts";
export {
  type FairTestPlan,
  type FairTestPlanned,
  type FairTestQuestion,
  fairTestsOffered,
  planFor,
  type TestLength,
  type TestPower,
} from "./plan.ts";
