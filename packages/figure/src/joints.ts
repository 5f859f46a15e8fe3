/** Where every joint of the drawn person lies: the one shape that side and front view share. */
import type { Point } from "./geometry.ts";

export type Leg = {
  readonly hip: Point;
  readonly knee: Point;
  readonly ankle: Point;
  readonly heel: Point;
  readonly toe: Point;
};
export type Arm = {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly wrist: Point;
  readonly knuckles: Point;
  readonly tip: Point;
};
export type Joints = {
  readonly pelvis: Point;
  readonly waist: Point;
  readonly chest: Point;
  readonly head: Point;
  /** the direction in which the top of the head points */
  readonly headAngle: number;
  /** 0 looks to the right of the drawing, 1 at the viewer, from -1 to 1 turned to a side in the front view */
  readonly turn: number;
  readonly near: Leg & Arm;
  readonly far: Leg & Arm;
};
