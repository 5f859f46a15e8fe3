import { jointLimits, type Pose, poseOf, type RoutinePose } from "@unclench/knowledge/poses";
import { describe, expect, it } from "vitest";
import { body, CONTACT, frontHeights, heights } from "../src/body.ts";
import { footLevel, onWall, pedal, type Stage } from "../src/contact.ts";
import { distance } from "../src/geometry.ts";
import type { Joints } from "../src/joints.ts";
import { canMorph, jointsAt, sideEnds, stageOf, stateAt } from "../src/motion.ts";
import { anglesOf, lowestSole, sideNames } from "../src/side.ts";

const moments = Array.from({ length: 21 }, (_, step) => step / 20);
const pairs = [...poseOf.values()];
const side = pairs.filter(({ start, end }) => start.view === "side" && end.view === "side");
/** What is touched at a moment: at an end what that end says, between them what both say. */
const touchedAt = ({ start, end }: RoutinePose, at: number): Pose["touch"] =>
  at === 0
    ? start.touch
    : at === 1
      ? end.touch
      : Object.fromEntries(
          Object.entries(start.touch).filter(
            ([part, place]) => end.touch[part as keyof Pose["touch"]] === place,
          ),
        );
const levels = (stage: Stage): Readonly<Record<string, number>> => ({
  table: stage.table,
  worktop: heights.worktop,
  bed: stage.surface,
  armrest: heights.armrest,
});

describe("the body in its place", () => {
  it("[FG-7] keeps the limits of its joints at every moment of every right form", () => {
    const limitOf = (view: string, joint: string) =>
      jointLimits.find((limit) => limit.view === view && limit.joint === joint);
    const beyond: string[] = [];
    for (const pair of pairs)
      for (const at of moments) {
        const state = stateAt(pair, at);
        if (state === null) continue;
        const trunk = state.upperTrunk - state.lowerTrunk;
        const angles: (readonly [string, number])[] = [
          ...sideNames.flatMap((name) => Object.entries<number>(anglesOf(state, name))),
          ["trunk", trunk] as const,
          ["neck", state.head - state.upperTrunk] as const,
        ];
        for (const [joint, degrees] of angles) {
          const limit = limitOf("side", joint);
          if (limit === undefined || degrees < limit.from - 1 || degrees > limit.to + 1)
            beyond.push(`${pair.routine} at ${at}: ${joint} ${degrees.toFixed(0)}`);
        }
      }
    expect(beyond).toEqual([]);
  });

  it("[FG-8] stands with its feet where they are said to stand, and never lower than the floor", () => {
    for (const pair of side)
      for (const at of canMorph(pair.start, pair.end) ? moments : [0, 1]) {
        const stage = stageOf(pair);
        const joints = jointsAt(pair, at);
        const touched = touchedAt(pair, at);
        // Whoever lies on the side is seen from above: there is no floor below in the drawing.
        if (pair.end.base !== "side-lying")
          expect(lowestSole(joints), `${pair.routine} ${at}`).toBeGreaterThan(-CONTACT);
        for (const name of sideNames) {
          const place = touched[`${name}Foot`];
          const lowest = Math.min(joints[name].heel.y, joints[name].toe.y);
          const level = footLevel(place, stage);
          if (level !== null)
            expect(Math.abs(lowest - level), `${pair.routine} ${name} ${at}`).toBeLessThan(CONTACT);
          if (place !== "pedal") continue;
          const turn = (pair.start.rotation.crank ?? 0) * (1 - at) + (pair.end.rotation.crank ?? 0) * at;
          expect(distance(joints[name].ankle, pedal(stage, name, turn)), pair.routine).toBeLessThan(CONTACT);
        }
      }
  });

  it("[FG-9] has its hands and elbows where they are said to be", () => {
    const far: string[] = [];
    for (const pair of side)
      for (const at of canMorph(pair.start, pair.end) ? moments : [0, 1]) {
        const stage = stageOf(pair);
        const joints = jointsAt(pair, at);
        const touched = touchedAt(pair, at);
        for (const name of sideNames)
          for (const [part, place] of [
            ["elbow", touched[`${name}Elbow`]] as const,
            ["wrist", touched[`${name}Hand`]] as const,
          ]) {
            if (place === undefined) continue;
            // Where the elbow lies on it, the hand of a bent wrist need not.
            if (part === "wrist" && touched[`${name}Elbow`] !== undefined && place !== "bed") continue;
            const gap = gapOf(joints, stage, name, part, place);
            if (gap > CONTACT)
              far.push(`${pair.routine} ${name} ${part} on ${place} at ${at}: ${gap.toFixed(1)}`);
          }
      }
    expect(far).toEqual([]);
  });

  it("[FG-9] has its hands where they are said to be in the front view, too", () => {
    for (const pair of pairs)
      for (const pose of [pair.start, pair.end]) {
        if (pose.view !== "front") continue;
        const joints = jointsAt({ ...pair, start: pose, end: pose }, 1);
        const { near, far } = joints;
        const [nearHand, farHand] = [pose.touch.nearHand, pose.touch.farHand];
        if (nearHand === "midline") expect(distance(near.wrist, far.wrist), pair.routine).toBeLessThan(8);
        if (nearHand === "bed") expect(near.wrist.y - frontHeights.bed, pair.routine).toBeLessThan(6);
        if (farHand === "near-elbow")
          expect(distance(far.knuckles, near.elbow), pair.routine).toBeLessThan(body.forearm / 2);
        if (farHand === "near-wrist")
          expect(distance(far.knuckles, near.wrist), pair.routine).toBeLessThan(body.forearm / 2);
        if (farHand === "worktop")
          expect(Math.abs(far.wrist.y - frontHeights.worktop), pair.routine).toBeLessThan(6);
      }
  });

  it("[FG-10] is carried: by the seat, by what it lies on, or by the floor", () => {
    for (const pair of side) {
      const stage = stageOf(pair);
      for (const at of canMorph(pair.start, pair.end) ? moments : [0, 1]) {
        const pose = at < 0.5 ? pair.start : pair.end;
        const { pelvis, chest, near, far } = jointsAt(pair, at);
        const both = pair.start.base === pair.end.base || at === 0 || at === 1;
        if (!both || pose.props.includes("tilt-table")) continue;
        const name = `${pair.routine} ${at}`;
        if (pose.base === "sitting" || pose.base === "wheelchair") {
          const seat = stage.saddle ? heights.saddle - body.seated : heights.seat;
          expect(pelvis.y - seat, name).toBeCloseTo(body.seated, 5);
        } else if (pose.base === "supine" || pose.base === "prone" || pose.base === "side-lying") {
          const lower = Math.min(pelvis.y, chest.y) - stage.surface;
          expect(lower, name).toBeGreaterThan(body.lying - CONTACT);
          expect(lower, name).toBeLessThan(body.lying + 2 * CONTACT);
          if (pose.base !== "side-lying")
            for (const { elbow, wrist } of [near, far])
              expect(Math.min(elbow.y, wrist.y) - stage.surface, name).toBeGreaterThan(0);
        } else {
          const soles = Math.min(near.heel.y, near.toe.y, far.heel.y, far.toe.y);
          expect(Math.abs(soles), name).toBeLessThan(CONTACT);
        }
      }
    }
  });

  it("[FG-11] shows at its start and at its end the angles that the data says", () => {
    const off: string[] = [];
    for (const pair of side) {
      if (!canMorph(pair.start, pair.end)) continue;
      const ends = sideEnds(pair);
      for (const end of ["start", "end"] as const)
        for (const name of sideNames)
          for (const [joint, degrees] of Object.entries<number>(anglesOf(ends[end], name))) {
            const said = pair[end][name][joint as keyof Pose["near"]] ?? 0;
            if (Math.abs(degrees - said) > 4)
              off.push(`${pair.routine} ${end} ${name} ${joint}: ${said} drawn as ${degrees.toFixed(0)}`);
          }
    }
    expect(off).toEqual([]);
  });

  it("[FG-12] moves without a jump", () => {
    for (const pair of pairs.filter(({ start, end }) => canMorph(start, end)))
      for (const at of moments.slice(0, -1)) {
        const [one, next] = [jointsAt(pair, at), jointsAt(pair, at + 0.05)];
        for (const name of sideNames)
          for (const part of ["ankle", "toe", "wrist", "tip", "knee", "elbow"] as const)
            expect(
              distance(one[name][part], next[name][part]),
              `${pair.routine} ${name} ${part} ${at}`,
            ).toBeLessThan(24);
      }
  });
});

function gapOf(
  joints: Joints,
  stage: Stage,
  name: "near" | "far",
  part: "elbow" | "wrist",
  place: string,
): number {
  const point = joints[name][part];
  const level = levels(stage)[place];
  if (level !== undefined) return Math.abs(point.y - level - (part === "elbow" ? 4.8 : 3.4));
  const other = place.startsWith("far") ? joints.far : joints.near;
  if (place === "wall") {
    const forearm =
      (Math.atan2(point.x - joints[name].elbow.x, point.y - joints[name].elbow.y) * 180) / Math.PI;
    return Math.max(0, Math.abs(stage.wall - point.x - onWall(forearm).off) - 2);
  }
  if (place === "handlebar") return Math.abs(point.y - heights.bar - 2);
  if (place === "rail") return Math.abs(point.y - heights.rail - 3);
  // The palm is on the limb: no further from its middle line than limb and palm are thick.
  const thick = 14;
  if (place.endsWith("knee")) return Math.max(0, distance(joints[name].knuckles, other.knee) - thick);
  if (place.endsWith("thigh")) {
    const middle = {
      x: other.hip.x * 0.28 + other.knee.x * 0.72,
      y: other.hip.y * 0.28 + other.knee.y * 0.72,
    };
    return Math.max(0, distance(joints[name].knuckles, middle) - thick);
  }
  if (place.endsWith("hand")) return Math.max(0, distance(joints[name].knuckles, other.knuckles) - thick);
  if (place.endsWith("wrist")) return Math.max(0, distance(joints[name].knuckles, other.wrist) - thick);
  return 0;
}
