export { type Drawing, draw, drawPair, drawWrong } from "./draw.ts";
export type { Joints } from "./joints.ts";
export { jointsAt } from "./motion.ts";
export type { Shape, Tone } from "./person.ts";
export { sayPose } from "./words.ts";
