/** Side view: from the joint angles of a pose to directions of the pieces of the body, and from those to points. */
import type { Limb, Pose, TouchedPlace } from "@unclench/knowledge/poses";
import { body, heights } from "./body.ts";
import {
  along,
  between,
  distance,
  heading,
  minus,
  type Point,
  plus,
  pointBetween,
  reach,
  turned,
} from "./geometry.ts";
import type { Arm, Joints, Leg } from "./joints.ts";

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

/** What the movement happens in; fixed for a routine, so that no wall moves. */
export type Stage = {
  readonly surface: number;
  readonly wall: number;
  readonly table: number;
  readonly crank: Point;
};

const lying = (pose: Pose): boolean =>
  pose.base === "supine" || pose.base === "prone" || pose.base === "side-lying";

/** Lying on the back the head is to the left: the tilt of the data, 90, is a turn backwards there. */
export const tiltOf = (pose: Pose): number => (lying(pose) ? -pose.trunkTilt : pose.trunkTilt);

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

function directions(pose: Pose): SideState {
  const lowerTrunk = tiltOf(pose);
  const upperTrunk = lowerTrunk + pose.trunk;
  const fingers = pose.rotation.fingersFlexion ?? 8;
  return {
    root: { x: 0, y: 0 },
    lowerTrunk,
    upperTrunk,
    head: upperTrunk + pose.neck,
    near: limbDirections(pose.near, lowerTrunk, upperTrunk, fingers),
    far: limbDirections(pose.far, lowerTrunk, upperTrunk, pose.rotation.farFingersFlexion ?? fingers),
  };
}

const legOf = (root: Point, side: LimbDirections): Leg => {
  const knee = along(root, side.thigh, body.thigh);
  const ankle = along(knee, side.shank, body.shank);
  const sole = along(ankle, side.foot + 90, body.sole);
  return {
    hip: root,
    knee,
    ankle,
    heel: along(sole, side.foot, -body.heel),
    toe: along(sole, side.foot, body.toe),
  };
};
const armOf = (shoulder: Point, side: LimbDirections): Arm => {
  const elbow = along(shoulder, side.upperArm, body.upperArm);
  const wrist = along(elbow, side.forearm, body.forearm);
  const knuckles = along(wrist, side.hand, body.palm);
  return { shoulder, elbow, wrist, knuckles, tip: along(knuckles, side.fingers, body.fingers) };
};

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

const lowest = (joints: Joints): number =>
  Math.min(joints.near.heel.y, joints.near.toe.y, joints.far.heel.y, joints.far.toe.y);

/** Puts the pelvis where what carries the body is: seat, mattress, or the floor under the lower foot. */
function carried(pose: Pose, state: SideState, stage: Stage): SideState {
  if (pose.base === "sitting" || pose.base === "wheelchair")
    return { ...state, root: { x: 0, y: stage.surface + body.seated } };
  if (pose.base === "prone" || pose.base === "supine" || pose.base === "side-lying") {
    if (pose.props.includes("tilt-table")) {
      const upright = (90 - Math.abs(pose.trunkTilt)) / 90;
      return { ...state, root: { x: 0, y: between(stage.surface + body.lying, 96, upright) } };
    }
    const { chest } = sideJoints(state);
    return { ...state, root: { x: 0, y: stage.surface + body.lying - Math.min(0, chest.y) } };
  }
  return { ...state, root: { x: 0, y: -lowest(sideJoints(state)) } };
}

type SideName = "near" | "far";
const sides: readonly SideName[] = ["near", "far"];

/** Brings the ankle to a point, the knee bending forwards. */
function legTo(state: SideState, name: SideName, ankle: Point, foot: number | null): SideState {
  const side = state[name];
  const found = reach(state.root, ankle, body.thigh, body.shank, 1);
  const thigh = side.thigh + turned(found.upper - side.thigh);
  const shank = thigh + Math.max(0, turned(found.lower - thigh));
  return { ...state, [name]: { ...side, thigh, shank, foot: foot ?? side.foot + shank - side.shank } };
}

/** Brings the wrist to a point, the elbow bending as elbows do. */
function armTo(state: SideState, name: SideName, wrist: Point, hand: number | null): SideState {
  const side = state[name];
  const { chest } = sideJoints(state);
  const found = reach(chest, wrist, body.upperArm, body.forearm, -1);
  const upperArm = side.upperArm + turned(found.upper - side.upperArm);
  const forearm = upperArm - Math.max(0, turned(upperArm - found.lower));
  const palm = hand ?? side.hand + forearm - side.forearm;
  return {
    ...state,
    [name]: { ...side, upperArm, forearm, hand: palm, fingers: palm + side.fingers - side.hand },
  };
}

const PALM = 3.2;
/** A wrist that lies flat bends back no more than this. */
const MOST_BACK = 75;

function pointOf(place: TouchedPlace, joints: Joints): Point | null {
  const [name = "", part = ""] = place.split("-");
  if (name !== "near" && name !== "far") return null;
  const side = joints[name];
  if (part === "knee") return plus(side.knee, { x: 0, y: 6 });
  if (part === "thigh")
    return plus(
      pointBetween(side.hip, side.knee, 0.62),
      along({ x: 0, y: 0 }, heading(side.hip, side.knee) - 90, 9),
    );
  if (part === "foot") return side.toe;
  if (part === "hand") return side.knuckles;
  if (part === "wrist") return side.wrist;
  return side.elbow;
}

function holdHand(
  pose: Pose,
  state: SideState,
  stage: Stage,
  name: SideName,
  place: TouchedPlace,
): SideState {
  const joints = sideJoints(state);
  const { wrist } = joints[name];
  const flat = (y: number): SideState =>
    armTo(state, name, { x: wrist.x, y: y + PALM }, pose.rotation.freeHand ? null : 92);
  switch (place) {
    case "wall": {
      const reached = armTo(state, name, { x: stage.wall - 5, y: wrist.y }, null);
      const palm = Math.max(4, reached[name].forearm - MOST_BACK);
      return armTo(
        state,
        name,
        { x: stage.wall - 4 - 5 * Math.sin((palm * Math.PI) / 180), y: wrist.y },
        palm,
      );
    }
    case "table":
      return flat(stage.table);
    case "worktop":
      return flat(heights.worktop);
    case "bed":
      return flat(stage.surface);
    case "midline": {
      return state;
    }
    case "handlebar":
      return armTo(state, name, { x: 46, y: 96 }, 60);
    case "rail":
      return armTo(state, name, { x: wrist.x, y: 96 }, null);
    case "armrest":
      return flat(heights.seat + 22);
    case "belly":
      return armTo(state, name, plus(joints.waist, along({ x: 0, y: 0 }, state.lowerTrunk + 90, 12)), null);
    default: {
      const goal = pointOf(place, joints);
      if (goal === null) return state;
      const back = minus(goal, along({ x: 0, y: 0 }, heading(joints.chest, goal), 4));
      return armTo(state, name, back, null);
    }
  }
}

function holdFoot(
  state: SideState,
  stage: Stage,
  name: SideName,
  place: TouchedPlace,
  rest: number,
): SideState {
  const { ankle } = sideJoints(state)[name];
  switch (place) {
    case "floor":
      return legTo(state, name, { x: ankle.x, y: body.sole }, 90);
    case "bed":
      return rest > 60
        ? legTo(state, name, { x: ankle.x, y: stage.surface + body.sole }, null)
        : legTo(state, name, { x: ankle.x, y: stage.surface + body.sole }, 90);
    default:
      return legTo(state, name, ankle, null);
  }
}

/** The pose with its contacts closed: what the data says to the degree, what is held to the unit. */
export function solve(pose: Pose, stage: Stage): SideState {
  let state = carried(pose, directions(pose), stage);
  for (const name of sides) {
    const foot = pose.touch[`${name}Foot`];
    if (foot !== undefined) state = holdFoot(state, stage, name, foot, 0);
  }
  for (const name of sides) {
    const elbow = pose.touch[`${name}Elbow`];
    if (elbow === "table") state = elbowOn(state, name, stage.table);
    const hand = pose.touch[`${name}Hand`];
    if (hand !== undefined) state = holdHand(pose, state, stage, name, hand);
  }
  return state;
}

/** Lays the forearm on the table: the elbow on it, the forearm level; the hand stays as the pose says. */
function elbowOn(state: SideState, name: SideName, table: number): SideState {
  const side = state[name];
  const { chest } = sideJoints(state);
  const drop = Math.min(1, Math.max(-1, (chest.y - table - 4.2) / body.upperArm));
  const upperArm = 180 - (Math.acos(drop) * 180) / Math.PI;
  const bent = side.hand - side.forearm;
  return {
    ...state,
    [name]: {
      ...side,
      upperArm,
      forearm: 90,
      hand: 90 + bent,
      fingers: 90 + bent + side.fingers - side.hand,
    },
  };
}

export { distance };
