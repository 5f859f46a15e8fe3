/** From a routine and a moment between its start and its end to the place of every joint. */
import type { Pose, RoutinePose } from "@unclench/knowledge/poses";
import { body, heights } from "./body.ts";
import { frontJoints } from "./front.ts";
import { along, between, type Point, plus, pointBetween, reach, turned } from "./geometry.ts";
import type { Arm, Joints, Leg } from "./joints.ts";
import { type SideState, sideJoints, solve, type Stage, tiltOf } from "./side.ts";

/** What carries a lying or sitting body, as its height above the floor. */
function surfaceOf(pose: Pose): number {
  if (pose.base === "sitting" || pose.base === "wheelchair") return heights.seat;
  return pose.props.includes("floor") ? 0 : heights.bed;
}

/** The stage of a pair of poses: the wall stands where the hands of the end reach it. */
export function stageOf(pair: RoutinePose): Stage {
  const flat: Stage = {
    surface: surfaceOf(pair.end.base === "standing" ? pair.start : pair.end),
    wall: 0,
    table: heights.table,
    crank: { x: 52, y: 26 },
  };
  if (!pair.end.props.includes("wall") || pair.end.view === "front") return flat;
  const free = sideJoints(solve({ ...pair.end, touch: {} }, flat));
  return { ...flat, wall: Math.max(free.near.wrist.x, free.far.wrist.x) + 2 };
}

/** Whether a movement between two poses can be drawn: the same view, and not from the back onto the front. */
export const canMorph = (a: Pose, b: Pose): boolean =>
  a.view === b.view && Math.abs(turned(tiltOf(a) - tiltOf(b))) <= 120;

const mixSide = (a: SideState["near"], b: SideState["near"], at: number): SideState["near"] => ({
  thigh: between(a.thigh, b.thigh, at),
  shank: between(a.shank, b.shank, at),
  foot: between(a.foot, b.foot, at),
  upperArm: between(a.upperArm, b.upperArm, at),
  forearm: between(a.forearm, b.forearm, at),
  hand: between(a.hand, b.hand, at),
  fingers: between(a.fingers, b.fingers, at),
});

const mixPoint = pointBetween;
const mixLimb = (a: Leg & Arm, b: Leg & Arm, at: number): Leg & Arm => ({
  hip: mixPoint(a.hip, b.hip, at),
  knee: mixPoint(a.knee, b.knee, at),
  ankle: mixPoint(a.ankle, b.ankle, at),
  heel: mixPoint(a.heel, b.heel, at),
  toe: mixPoint(a.toe, b.toe, at),
  shoulder: mixPoint(a.shoulder, b.shoulder, at),
  elbow: mixPoint(a.elbow, b.elbow, at),
  wrist: mixPoint(a.wrist, b.wrist, at),
  knuckles: mixPoint(a.knuckles, b.knuckles, at),
  tip: mixPoint(a.tip, b.tip, at),
});

/** The foot that stays where it is while someone stands, moves or gets up. */
function planted(pair: RoutinePose): "near" | "far" | null {
  for (const name of ["far", "near"] as const)
    if (pair.start.touch[`${name}Foot`] === "floor" && pair.end.touch[`${name}Foot`] === "floor") return name;
  return null;
}

const shifted = (state: SideState, by: number): SideState => ({
  ...state,
  root: { x: state.root.x + by, y: state.root.y },
});

/** Both ends of a movement in the side view, with the planted foot in the same place. */
export function sideEnds(pair: RoutinePose, stage = stageOf(pair)): { start: SideState; end: SideState } {
  const start = solve(pair.start, stage);
  const end = solve(pair.end, stage);
  const foot = planted(pair);
  const stands = pair.start.base === "standing" || pair.end.base === "standing";
  if (foot === null || !stands) return { start, end };
  const by = sideJoints(end)[foot].ankle.x - sideJoints(start)[foot].ankle.x;
  // The start moves, for the stage was laid out by the end; its hands are then held anew.
  return { start: shifted(start, by), end };
}

function sideBetween(pair: RoutinePose, at: number): Joints {
  const stage = stageOf(pair);
  const { start, end } = sideEnds(pair, stage);
  let state: SideState = {
    root: pointBetween(start.root, end.root, at),
    lowerTrunk: between(start.lowerTrunk, end.lowerTrunk, at),
    upperTrunk: between(start.upperTrunk, end.upperTrunk, at),
    head: between(start.head, end.head, at),
    near: mixSide(start.near, end.near, at),
    far: mixSide(start.far, end.far, at),
  };
  if (at === 0 || at === 1) return sideJoints(at === 0 ? start : end);
  const from = sideJoints(start);
  const to = sideJoints(end);
  for (const name of ["near", "far"] as const) {
    const foot = pair.start.touch[`${name}Foot`];
    if (foot !== undefined && foot === pair.end.touch[`${name}Foot`])
      state = heldLeg(state, name, pointBetween(from[name].ankle, to[name].ankle, at));
  }
  for (const name of ["near", "far"] as const) {
    const hand = pair.start.touch[`${name}Hand`];
    if (hand !== undefined && hand === pair.end.touch[`${name}Hand`])
      state = heldArm(state, name, pointBetween(from[name].wrist, to[name].wrist, at));
  }
  const low = (joints: Joints): number =>
    Math.min(joints.near.heel.y, joints.near.toe.y, joints.far.heel.y, joints.far.toe.y);
  if (pair.start.base === pair.end.base && (pair.end.base === "standing" || pair.end.base === "water"))
    state = { ...state, root: { x: state.root.x, y: state.root.y - low(sideJoints(state)) } };
  return sideJoints(state);
}

function heldLeg(state: SideState, name: "near" | "far", ankle: Point): SideState {
  const side = state[name];
  const found = reach(state.root, ankle, body.thigh, body.shank, 1);
  const thigh = side.thigh + turned(found.upper - side.thigh);
  return { ...state, [name]: { ...side, thigh, shank: thigh + turned(found.lower - thigh) } };
}
function heldArm(state: SideState, name: "near" | "far", wrist: Point): SideState {
  const side = state[name];
  const found = reach(sideJoints(state).chest, wrist, body.upperArm, body.forearm, -1);
  const upperArm = side.upperArm + turned(found.upper - side.upperArm);
  return { ...state, [name]: { ...side, upperArm, forearm: upperArm + turned(found.lower - upperArm) } };
}

function frontBetween(pair: RoutinePose, at: number): Joints {
  const from = frontJoints(pair.start);
  const to = frontJoints(pair.end);
  return {
    pelvis: mixPoint(from.pelvis, to.pelvis, at),
    waist: mixPoint(from.waist, to.waist, at),
    chest: mixPoint(from.chest, to.chest, at),
    head: mixPoint(from.head, to.head, at),
    headAngle: between(from.headAngle, to.headAngle, at),
    turn: between(from.turn, to.turn, at),
    near: mixLimb(from.near, to.near, at),
    far: mixLimb(from.far, to.far, at),
  };
}

/**
 * Where every joint lies at a moment of the movement.
 * @param at 0 the start, 1 the end; where no movement between them can be drawn, the nearer of the two
 */
export function jointsAt(pair: RoutinePose, at: number): Joints {
  const moment = Math.min(1, Math.max(0, at));
  const settled = canMorph(pair.start, pair.end) ? moment : Math.round(moment);
  const view = (settled < 0.5 ? pair.start : pair.end).view;
  if (canMorph(pair.start, pair.end))
    return view === "side" ? sideBetween(pair, settled) : frontBetween(pair, settled);
  const one = settled === 0 ? pair.start : pair.end;
  const still: RoutinePose = { ...pair, start: one, end: one };
  return one.view === "side" ? sideBetween(still, 1) : frontBetween(still, 1);
}

export { along, plus };
