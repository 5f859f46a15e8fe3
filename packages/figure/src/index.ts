export { draw, drawPair, type Drawing } from "./draw.ts";
export { jointsAt } from "./motion.ts";
export type { Joints } from "./joints.ts";
export type { Shape, Tone } from "./person.ts";
export { sayPose } from "./words.ts";
