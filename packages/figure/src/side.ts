/** Side view: from the joint angles of a pose to directions of the pieces of the body, and from those to points. */
import type { Limb, Pose } from "@unclench/knowledge/poses";
import { body } from "./body.ts";
import { along, type Point } from "./geometry.ts";
import type { Arm, Joints, Leg } from "./joints.ts";

export type SideName = "near" | "far";
export const sideNames: readonly SideName[] = ["near", "far"];

/** Directions of the pieces of one side, degrees clockwise from up. */
export type LimbDirections = {
  readonly thigh: number;
  readonly shank: number;
  readonly foot: number;
  readonly upperArm: number;
  readonly forearm: number;
  readonly hand: number;
  readonly fingers: number;
};
export type SideState = {
  readonly root: Point;
  readonly lowerTrunk: number;
  readonly upperTrunk: number;
  readonly head: number;
  readonly near: LimbDirections;
  readonly far: LimbDirections;
};

/** Fingers of a hand that nobody speaks of are a little bent. */
const RELAXED_FINGERS = 8;

export const isLying = ({ base }: Pose): boolean =>
  base === "supine" || base === "prone" || base === "side-lying";

/** Lying on the back the head is to the left: the tilt of the data, 90, is a turn backwards there. */
export const tiltOf = (pose: Pose): number => (isLying(pose) ? -pose.trunkTilt : pose.trunkTilt);

function limbDirections(limb: Limb, lower: number, upper: number, fingers: number): LimbDirections {
  const thigh = lower + 180 - limb.hip;
  const shank = thigh + limb.knee;
  const upperArm = upper + 180 - limb.shoulder;
  const forearm = upperArm - limb.elbow;
  const hand = forearm - (limb.wrist ?? 0);
  return {
    thigh,
    shank,
    foot: shank - 90 - (limb.ankle ?? 0),
    upperArm,
    forearm,
    hand,
    fingers: hand + fingers,
  };
}

/** What the data says, before anything is held to anything; the pelvis lies at the origin. */
export function directionsOf(pose: Pose): SideState {
  const lowerTrunk = tiltOf(pose);
  const upperTrunk = lowerTrunk + pose.trunk;
  const fingers = pose.rotation.fingersFlexion ?? RELAXED_FINGERS;
  const farFingers = pose.rotation.farFingersFlexion ?? fingers;
  return {
    root: { x: 0, y: 0 },
    lowerTrunk,
    upperTrunk,
    head: upperTrunk + pose.neck,
    near: limbDirections(pose.near, lowerTrunk, upperTrunk, fingers),
    far: limbDirections(pose.far, lowerTrunk, upperTrunk, farFingers),
  };
}

/** Heel and toe of a foot whose ankle is at a point. */
export function footAt(ankle: Point, direction: number): { heel: Point; toe: Point } {
  const sole = along(ankle, direction + 90, body.sole);
  return { heel: along(sole, direction, -body.heel), toe: along(sole, direction, body.toe) };
}

function legOf(hip: Point, side: LimbDirections): Leg {
  const knee = along(hip, side.thigh, body.thigh);
  const ankle = along(knee, side.shank, body.shank);
  return { hip, knee, ankle, ...footAt(ankle, side.foot) };
}

function armOf(shoulder: Point, side: LimbDirections): Arm {
  const elbow = along(shoulder, side.upperArm, body.upperArm);
  const wrist = along(elbow, side.forearm, body.forearm);
  const knuckles = along(wrist, side.hand, body.palm);
  return { shoulder, elbow, wrist, knuckles, tip: along(knuckles, side.fingers, body.fingers) };
}

/** Where every joint lies. */
export function sideJoints(state: SideState): Joints {
  const waist = along(state.root, state.lowerTrunk, body.pelvisToWaist);
  const chest = along(waist, state.upperTrunk, body.waistToShoulder);
  return {
    pelvis: state.root,
    waist,
    chest,
    head: along(chest, state.head, body.shoulderToHead),
    headAngle: state.head,
    turn: 0,
    near: { ...legOf(state.root, state.near), ...armOf(chest, state.near) },
    far: { ...legOf(state.root, state.far), ...armOf(chest, state.far) },
  };
}

/** The height of the lowest point of both feet. */
export const lowestSole = ({ near, far }: Joints): number =>
  Math.min(near.heel.y, near.toe.y, far.heel.y, far.toe.y);

/** The joint angles that a state shows, in the words of the data: what the limits of the joints are held against. */
export function anglesOf(state: SideState, name: SideName): Record<keyof Limb, number> {
  const side = state[name];
  return {
    hip: state.lowerTrunk + 180 - side.thigh,
    knee: side.shank - side.thigh,
    ankle: side.shank - 90 - side.foot,
    shoulder: state.upperTrunk + 180 - side.upperArm,
    elbow: side.upperArm - side.forearm,
    wrist: side.forearm - side.hand,
  };
}
