/** One moment of a routine with all that its drawing needs. */
import type { Pose, RoutinePose } from "@unclench/knowledge/poses";
import type { Stage } from "./contact.ts";
import type { Joints } from "./joints.ts";
import type { Shape, Tone } from "./person.ts";

export type Scene = {
  readonly pose: Pose;
  readonly pair: RoutinePose;
  readonly joints: Joints;
  /** of the start and of the end, where things have their place that do not move with the body */
  readonly ends: { readonly start: Joints; readonly end: Joints };
  readonly stage: Stage;
  /** seen from above: someone lies on the side, or on the back in the front view */
  readonly above: boolean;
};

export const of = (tone: Tone, ...d: readonly string[]): Shape => ({ tone, d: d.join("") });
export const has = ({ pose }: Scene, name: string): boolean => pose.props.includes(name);
/** What stands there at the start or at the end stands there all the time. */
export const stands = ({ pair }: Scene, name: string): boolean =>
  pair.start.props.includes(name) || pair.end.props.includes(name);
