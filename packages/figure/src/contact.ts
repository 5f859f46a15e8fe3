/**
 * Contact: what carries the body, and the last gap between a hand, an elbow or a foot and what it is said to touch. The angles
 * of the data bring a limb near its place; the two bones of the limb are then turned until it is there.
 */
import type { Pose, TouchedPlace } from "@unclench/knowledge/poses";
import { body, heights } from "./body.ts";
import { along, between, heading, minus, type Point, plus, pointBetween, reach, turned } from "./geometry.ts";
import type { Joints } from "./joints.ts";
import {
  directionsOf,
  footAt,
  isLying,
  lowestSole,
  type SideName,
  type SideState,
  sideJoints,
  sideNames,
} from "./side.ts";

/** What the movement happens in; fixed for a routine, so that no wall moves. */
export type Stage = {
  /** height of seat or mattress, zero for the floor */
  readonly surface: number;
  /** where the wall stands */
  readonly wall: number;
  readonly table: number;
  readonly stool: number;
  readonly crank: { readonly middle: Point; readonly length: number };
  readonly saddle: boolean;
};

/** From the wrist of a hand that lies flat down to what it lies on. */
const PALM = 3.4;
/** From the elbow that lies on something down to it. */
const ELBOW = 4.8;
/** A hand on a wall bends back no further, in degrees. */
const MOST_BACK = 74;
/** A sole this near to level, in degrees, is meant to stand flat. */
const NEARLY_FLAT = 7;
/** The trunk's half thickness at hip and shoulder of someone who lies on the front. */
const PRONE = 9;

/** Puts the pelvis where what carries the body is: seat, mattress, or the floor under the lower foot. */
export function carried(pose: Pose, state: SideState, stage: Stage): SideState {
  if (pose.base === "sitting" || pose.base === "wheelchair")
    return { ...state, root: { x: 0, y: stage.saddle ? heights.saddle : stage.surface + body.seated } };
  if (pose.props.includes("tilt-table")) {
    const upright = (90 - Math.abs(pose.trunkTilt)) / 90;
    return { ...state, root: { x: 0, y: between(heights.bed + body.lying + 6, 104, upright) } };
  }
  if (isLying(pose)) {
    // The shoulders stay where they are when the hips lift.
    const { chest } = sideJoints(state);
    const length = body.pelvisToWaist + body.waistToShoulder;
    const thick = pose.base === "prone" ? PRONE : body.lying;
    const shoulders = pose.base === "prone" ? length : -length;
    return {
      ...state,
      root: { x: shoulders - chest.x, y: stage.surface + thick - Math.min(0, chest.y) },
    };
  }
  return { ...state, root: { x: 0, y: -lowestSole(sideJoints(state)) } };
}

/** Brings the ankle to a point, the knee bending forwards; the foot keeps its direction where one is given. */
export function legTo(state: SideState, name: SideName, ankle: Point, foot?: number): SideState {
  const side = state[name];
  const found = reach(state.root, ankle, body.thigh, body.shank, 1);
  const thigh = side.thigh + turned(found.upper - side.thigh);
  const shank = thigh + turned(found.lower - thigh);
  return { ...state, [name]: { ...side, thigh, shank, foot: foot ?? side.foot + shank - side.shank } };
}

/** Brings the wrist to a point, the elbow bending as elbows do; the hand turns with the forearm or takes a direction. */
export function armTo(state: SideState, name: SideName, wrist: Point, hand?: number): SideState {
  const side = state[name];
  const found = reach(sideJoints(state).chest, wrist, body.upperArm, body.forearm, -1);
  const upperArm = side.upperArm + turned(found.upper - side.upperArm);
  const forearm = upperArm + turned(found.lower - upperArm);
  const palm = hand ?? side.hand + forearm - side.forearm;
  return {
    ...state,
    [name]: { ...side, upperArm, forearm, hand: palm, fingers: palm + side.fingers - side.hand },
  };
}

/** Lays the elbow on a surface; a forearm that is nearly level then lies on it too. */
function elbowOn(state: SideState, name: SideName, surface: number): SideState {
  const side = state[name];
  const { chest } = sideJoints(state);
  const drop = Math.min(1, Math.max(-1, (chest.y - surface - ELBOW) / body.upperArm));
  const upperArm = 180 - (Math.acos(drop) * 180) / Math.PI;
  const free = upperArm - (side.upperArm - side.forearm);
  const forearm = Math.abs(turned(free - 90)) < 30 ? 90 : free;
  const hand = forearm + side.hand - side.forearm;
  return {
    ...state,
    [name]: { ...side, upperArm, forearm, hand, fingers: hand + side.fingers - side.hand },
  };
}

const nothing: Point = { x: 0, y: 0 };

/** A point on the body that a hand goes to. */
function pointOn(place: TouchedPlace, joints: Joints): Point | null {
  const { near, far } = joints;
  const front = (side: Joints["near"], from: Point, off: number): Point =>
    plus(from, along(nothing, heading(side.hip, side.knee) - 90, off));
  const knee = (side: Joints["near"]): Point => {
    const thigh = heading(side.hip, side.knee);
    const shank = thigh + turned(heading(side.knee, side.ankle) - thigh);
    return plus(side.knee, along(nothing, (thigh + shank) / 2 - 90, 7.5));
  };
  switch (place) {
    case "near-knee":
      return knee(near);
    case "far-knee":
      return knee(far);
    case "near-thigh":
      return front(near, pointBetween(near.hip, near.knee, 0.72), 8.5);
    case "far-thigh":
      return front(far, pointBetween(far.hip, far.knee, 0.72), 8.5);
    case "near-hand":
      return plus(near.knuckles, { x: 2, y: 4 });
    case "near-wrist":
      return plus(near.wrist, { x: 0, y: 4 });
    case "near-elbow":
      return near.elbow;
    default:
      return null;
  }
}

/** The height of a level thing that a hand can lie on. */
function levelOf(place: TouchedPlace, stage: Stage): number | null {
  switch (place) {
    case "table":
      return stage.table;
    case "worktop":
      return heights.worktop;
    case "bed":
      return stage.surface;
    case "armrest":
      return heights.armrest;
    default:
      return null;
  }
}

/** How a hand lies on a wall, and how far its wrist is from it. */
export function onWall(forearm: number): { palm: number; off: number } {
  const palm = Math.max(6, forearm - MOST_BACK);
  const length = body.palm + body.fingers;
  return { palm, off: Math.max(5, PALM - 2 + length * Math.sin((palm * Math.PI) / 180)) };
}

function holdHand(state: SideState, stage: Stage, name: SideName, place: TouchedPlace): SideState {
  const joints = sideJoints(state);
  const { wrist } = joints[name];
  const level = levelOf(place, stage);
  if (level !== null) return armTo(state, name, { x: wrist.x, y: level + PALM }, 92);
  if (place === "wall") {
    const { palm, off } = onWall(state[name].forearm);
    return armTo(state, name, { x: stage.wall - off, y: wrist.y }, palm);
  }
  if (place === "handlebar") return armTo(state, name, { x: 42, y: heights.bar + 2 }, 80);
  if (place === "rail") return armTo(state, name, { x: 40, y: heights.rail + 3 }, 80);
  const goal = pointOn(place, joints);
  if (goal === null) return state;
  const towards = heading(joints.chest, goal);
  const reached = armTo(state, name, minus(goal, along(nothing, towards, body.palm)));
  // The palm goes from where the wrist came to rest towards the place itself.
  return armTo(state, name, sideJoints(reached)[name].wrist, heading(sideJoints(reached)[name].wrist, goal));
}

/** The pedal of a side: the far one stands opposite to the near one. */
export function pedal(stage: Stage, name: SideName, turn: number): Point {
  const { middle, length } = stage.crank;
  const ball = along(middle, name === "near" ? turn : turn + 180, length);
  return { x: ball.x - 8, y: ball.y + body.sole + 1.5 };
}

/** On a bike the foot points a little down, before a chair a little up. */
export const pedalFoot = ({ saddle }: Stage): number => (saddle ? 108 : 70);

/** Lets a foot rest on a level: flat where it is nearly flat, on heel or toes otherwise. */
export function restFoot(state: SideState, name: SideName, level: number, x?: number): SideState {
  const { foot } = state[name];
  const flat = Math.abs(turned(foot - 90)) <= NEARLY_FLAT ? 90 : foot;
  const { heel, toe } = footAt(nothing, flat);
  const goal = { x: x ?? sideJoints(state)[name].ankle.x, y: level - Math.min(heel.y, toe.y) };
  return legTo(state, name, goal, flat);
}

/** The height of what a foot rests on; null where it is held by no level thing. */
export function footLevel(place: TouchedPlace | undefined, stage: Stage): number | null {
  if (place === "floor" || place === "wedge") return 0;
  if (place === "bed") return stage.surface;
  return place === "stool" ? stage.stool : null;
}

function holdFoot(pose: Pose, state: SideState, stage: Stage, name: SideName): SideState {
  const place = pose.touch[`${name}Foot`];
  const level = footLevel(place, stage);
  if (level !== null) return restFoot(state, name, level);
  if (place === "pedal")
    return legTo(state, name, pedal(stage, name, pose.rotation.crank ?? 0), pedalFoot(stage));
  return state;
}

/** The pose with its contacts closed: what the data says to a few degrees, what is held to the unit. */
export function solve(pose: Pose, stage: Stage): SideState {
  let state = carried(pose, directionsOf(pose), stage);
  for (const name of sideNames) state = holdFoot(pose, state, stage, name);
  for (const name of sideNames) {
    const elbow = pose.touch[`${name}Elbow`];
    const level = elbow === undefined ? null : levelOf(elbow, stage);
    if (level !== null) state = elbowOn(state, name, level);
    const hand = pose.touch[`${name}Hand`];
    if (hand !== undefined && level === null) state = holdHand(state, stage, name, hand);
  }
  return state;
}
