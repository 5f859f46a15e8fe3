/** The whole drawing of a routine at one moment. */
import { poseOf } from "@unclench/knowledge/poses";
import type { Pose, RoutinePose } from "@unclench/knowledge/poses";
import type { Point } from "./geometry.ts";
import type { Joints } from "./joints.ts";
import { jointsAt, stageOf, canMorph } from "./motion.ts";
import { armShapes, frontTrunkShapes, headShapes, legShapes, type Shape, trunkShapes } from "./person.ts";
import { propsBehind, propsInFront } from "./props.ts";
import { box } from "./path.ts";

export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
};

/** Turns someone who was reckoned upright onto the back, head to the left, as seen from above. */
function laidDown(joints: Joints): Joints {
  const middle = joints.pelvis.y;
  const turn = ({ x, y }: Point): Point => ({ x: -(y - middle) - 0, y: x + 86 });
  const limb = <One extends Joints["near"]>(one: One): One =>
    Object.fromEntries(Object.entries(one).map(([name, point]) => [name, turn(point as Point)])) as One;
  return {
    ...joints,
    pelvis: turn(joints.pelvis),
    waist: turn(joints.waist),
    chest: turn(joints.chest),
    head: turn(joints.head),
    headAngle: joints.headAngle - 90,
    near: limb(joints.near),
    far: limb(joints.far),
  };
}
const raised = (joints: Joints, by: number): Joints => {
  const up = ({ x, y }: Point): Point => ({ x, y: y + by });
  const limb = <One extends Joints["near"]>(one: One): One =>
    Object.fromEntries(Object.entries(one).map(([name, point]) => [name, up(point as Point)])) as One;
  return {
    ...joints,
    pelvis: up(joints.pelvis),
    waist: up(joints.waist),
    chest: up(joints.chest),
    head: up(joints.head),
    near: limb(joints.near),
    far: limb(joints.far),
  };
};

/** Far limbs lie a little behind: without that they could not be told from the near ones. */
const behind = <One extends Joints["near"]>(one: One, by: Point): One =>
  Object.fromEntries(
    Object.entries(one).map(([name, point]) => [
      name,
      { x: (point as Point).x + by.x, y: (point as Point).y + by.y },
    ]),
  ) as One;

export function drawPair(pair: RoutinePose, at = 1): Drawing {
  const moment = Math.min(1, Math.max(0, at));
  const settled = canMorph(pair.start, pair.end) ? moment : Math.round(moment);
  const pose: Pose = settled < 0.5 ? pair.start : pair.end;
  const front = pose.view === "front";
  const above = front && pose.base === "supine";
  const side = pose.base === "side-lying";
  let joints = jointsAt(pair, moment);
  if (above) joints = laidDown(joints);
  if (side) joints = raised(joints, 86 - joints.pelvis.y);
  const stage = stageOf(pair);
  const scene = { pose, pair, joints, stage, above: above || side, moment: settled };
  const far = front ? joints.far : behind(joints.far, { x: 2.5, y: 1.5 });
  const shapes: Shape[] = [...propsBehind(scene)];
  if (front) {
    shapes.push(...legShapes(joints.far, false, true), ...legShapes(joints.near, false, true));
    shapes.push(...frontTrunkShapes(joints), ...headShapes(joints, true));
    shapes.push(...armShapes(joints.far, false), ...armShapes(joints.near, false));
  } else {
    shapes.push(...armShapes(far, true), ...legShapes(far, true, false));
    shapes.push(...trunkShapes(joints), ...headShapes(joints, false));
    shapes.push(...legShapes(joints.near, false, false), ...armShapes(joints.near, false));
  }
  shapes.push(...propsInFront(scene));
  return { width: box.width, height: box.height, shapes: joined(shapes) };
}

/** Neighbours of one tone are one path. */
function joined(shapes: readonly Shape[]): Shape[] {
  const out: Shape[] = [];
  for (const shape of shapes) {
    if (shape.d === "") continue;
    out.push(shape);
  }
  return out;
}

/** The drawing of a routine by its id; undefined where there is no such routine. */
export function draw(routine: string, moment = 1): Drawing | undefined {
  const pair = poseOf.get(routine);
  return pair === undefined ? undefined : drawPair(pair, moment);
}
