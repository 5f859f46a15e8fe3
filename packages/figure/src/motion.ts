/** From a routine and a moment between its start and its end to the place of every joint. */
import type { Limb, Pose, RoutinePose } from "@unclench/knowledge/poses";
import { body, heights } from "./body.ts";
import { armTo, footLevel, legTo, onWall, pedal, pedalFoot, restFoot, solve, type Stage } from "./contact.ts";
import { frontJoints } from "./front.ts";
import { between, pointBetween, turned } from "./geometry.ts";
import type { Arm, Joints } from "./joints.ts";
import { lowestSole, type SideState, sideJoints, sideNames, tiltOf } from "./side.ts";

const seated = ({ base }: Pose): boolean => base === "sitting" || base === "wheelchair";

/** What carries a lying or sitting body, as its height above the floor. */
function surfaceOf(pose: Pose): number {
  if (seated(pose)) return heights.seat;
  return pose.props.includes("floor") ? 0 : heights.bed;
}

/** The stage of a pair of poses: the wall stands where the hands of the end reach it. */
export function stageOf(pair: RoutinePose): Stage {
  const has = (name: string): boolean => pair.end.props.includes(name) || pair.start.props.includes(name);
  const surface = surfaceOf(pair.end.base === "standing" ? pair.start : pair.end);
  const stage: Stage = {
    surface,
    wall: 0,
    table: has("table-high") ? heights.highTable : heights.table,
    stool: seated(pair.end) ? heights.stool : surface + 41,
    crank: has("bike") ? { middle: { x: 24, y: 24 }, length: 13 } : { middle: { x: 70, y: 18 }, length: 8 },
    saddle: has("bike"),
  };
  if (!has("wall") || pair.end.view === "front") return stage;
  const { nearHand: _near, farHand: _far, ...feet } = pair.end.touch;
  const free = solve({ ...pair.end, touch: feet }, stage);
  return { ...stage, wall: sideJoints(free).near.wrist.x + onWall(free.near.forearm).off };
}

/** Whether a movement between two poses can be drawn: the same view, and not from the back onto the front. */
export const canMorph = (a: Pose, b: Pose): boolean =>
  a.view === b.view && Math.abs(turned(tiltOf(a) - tiltOf(b))) <= 120;

const mixNumbers = <Some extends object>(a: Some, b: Some, at: number): Some =>
  Object.fromEntries(
    Object.entries(a).map(([name, value]) => [
      name,
      between(value as number, (b as Record<string, number>)[name] ?? (value as number), at),
    ]),
  ) as Some;

/** The foot that stays where it is while someone stands, moves or gets up. */
function planted(pair: RoutinePose): "near" | "far" | null {
  if (pair.start.base !== "standing" && pair.end.base !== "standing") return null;
  for (const name of ["far", "near"] as const)
    if (pair.start.touch[`${name}Foot`] === "floor" && pair.end.touch[`${name}Foot`] === "floor") return name;
  return null;
}

/** Both ends of a movement in the side view, with the planted foot in the same place. */
export function sideEnds(
  pair: RoutinePose,
  stage: Stage = stageOf(pair),
): { start: SideState; end: SideState } {
  const start = solve(pair.start, stage);
  const end = solve(pair.end, stage);
  const foot = planted(pair);
  if (foot === null) return { start, end };
  const by = sideJoints(end)[foot].ankle.x - sideJoints(start)[foot].ankle.x;
  // The stage was laid out by the end, so the start moves, and its hands take hold anew.
  const near = solve(pair.start, { ...stage, wall: stage.wall - by });
  return { start: { ...near, root: { x: near.root.x + by, y: near.root.y } }, end };
}

function sideBetween(pair: RoutinePose, at: number): SideState {
  const stage = stageOf(pair);
  const { start, end } = sideEnds(pair, stage);
  if (at === 0 || at === 1) return at === 0 ? start : end;
  let state: SideState = {
    root: pointBetween(start.root, end.root, at),
    lowerTrunk: between(start.lowerTrunk, end.lowerTrunk, at),
    upperTrunk: between(start.upperTrunk, end.upperTrunk, at),
    head: between(start.head, end.head, at),
    near: mixNumbers(start.near, end.near, at),
    far: mixNumbers(start.far, end.far, at),
  };
  const from = sideJoints(start);
  const to = sideJoints(end);
  const both = (part: keyof Pose["touch"]): boolean =>
    pair.start.touch[part] !== undefined && pair.start.touch[part] === pair.end.touch[part];
  if (pair.start.base === pair.end.base && (pair.end.base === "standing" || pair.end.base === "water"))
    state = { ...state, root: { x: state.root.x, y: state.root.y - lowestSole(sideJoints(state)) } };
  if (pair.end.base === "standing" && both("nearFoot") && both("farFoot"))
    state = lowered(state, from, to, at);
  for (const name of sideNames) {
    if (!both(`${name}Foot`)) continue;
    const place = pair.end.touch[`${name}Foot`];
    const level = footLevel(place, stage);
    if (place === "pedal") {
      const turn = between(pair.start.rotation.crank ?? 0, pair.end.rotation.crank ?? 0, at);
      state = legTo(state, name, pedal(stage, name, turn), pedalFoot(stage));
    } else if (level !== null)
      state = restFoot(state, name, level, between(from[name].ankle.x, to[name].ankle.x, at));
  }
  for (const name of sideNames)
    if (both(`${name}Hand`))
      state = armTo(state, name, pointBetween(from[name].wrist, to[name].wrist, at), state[name].hand);
  return state;
}

/** Between two stances the pelvis sinks as far as lets both feet stay on the floor. */
function lowered(state: SideState, from: Joints, to: Joints, at: number): SideState {
  const longest = body.thigh + body.shank - 0.2;
  const highest = sideNames.map((name) => {
    const ankle = pointBetween(from[name].ankle, to[name].ankle, at);
    return ankle.y + Math.sqrt(Math.max(0, longest ** 2 - (ankle.x - state.root.x) ** 2));
  });
  return { ...state, root: { x: state.root.x, y: Math.min(state.root.y, ...highest) } };
}

const mixLimb = (a: Limb, b: Limb, at: number): Limb =>
  mixNumbers<Limb>({ ankle: 0, wrist: 0, ...a }, { ankle: 0, wrist: 0, ...b }, at);

/** Seen from the front the angles are mixed and reckoned anew, so that a lifted leg swings in a curve. */
function frontBetween({ start, end }: RoutinePose, at: number): Joints {
  const rotation = Object.fromEntries(
    [...new Set([...Object.keys(start.rotation), ...Object.keys(end.rotation)])].map((name) => [
      name,
      between(start.rotation[name] ?? 0, end.rotation[name] ?? 0, at),
    ]),
  );
  const mixed: Pose = {
    ...end,
    trunkTilt: between(start.trunkTilt, end.trunkTilt, at),
    trunk: between(start.trunk, end.trunk, at),
    neck: between(start.neck, end.neck, at),
    near: mixLimb(start.near, end.near, at),
    far: mixLimb(start.far, end.far, at),
    rotation,
  };
  const joints = frontJoints(mixed);
  const from = frontJoints(start);
  const to = frontJoints(end);
  const armBetween = (name: "near" | "far"): Joints["near"] => {
    if (start.touch[`${name}Hand`] === end.touch[`${name}Hand`]) return joints[name];
    const points = (["shoulder", "elbow", "wrist", "knuckles", "tip"] as const).map((part) => [
      part,
      pointBetween(from[name][part], to[name][part], at),
    ]);
    return { ...joints[name], ...(Object.fromEntries(points) as Arm) };
  };
  return { ...joints, near: armBetween("near"), far: armBetween("far") };
}

/** A pair that stands still where no movement joins its two poses, and the moment within it. */
function settledPair(pair: RoutinePose, at: number): { pair: RoutinePose; at: number } {
  const moment = Math.min(1, Math.max(0, at));
  if (canMorph(pair.start, pair.end)) return { pair, at: moment };
  const one = moment < 0.5 ? pair.start : pair.end;
  return { pair: { ...pair, start: one, end: one }, at: 1 };
}

/** The directions of the body at a moment, of a movement that is seen from the side; null for the front view. */
export function stateAt(whole: RoutinePose, moment: number): SideState | null {
  const { pair, at } = settledPair(whole, moment);
  return pair.end.view === "side" ? sideBetween(pair, at) : null;
}

/**
 * Where every joint lies at a moment of the movement.
 * @param moment 0 the start, 1 the end; where no movement between them can be drawn, the nearer of the two
 */
export function jointsAt(whole: RoutinePose, moment: number): Joints {
  const { pair, at } = settledPair(whole, moment);
  return pair.end.view === "side" ? sideJoints(sideBetween(pair, at)) : frontBetween(pair, at);
}
