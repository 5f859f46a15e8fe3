import { poseOf, type RoutinePose } from "@unclench/knowledge/poses";
import { describe, expect, it } from "vitest";
import { body } from "../src/body.ts";
import { draw } from "../src/draw.ts";
import { distance } from "../src/geometry.ts";
import { canMorph, jointsAt } from "../src/motion.ts";
import { sayPose } from "../src/words.ts";

const moments = [0, 0.25, 0.5, 0.75, 1];
const pairs = [...poseOf.values()];

describe("a drawing", () => {
  it("[FG-1] is there for every routine at every moment, and for no other", () => {
    expect(pairs.length).toBe(55);
    for (const { routine } of pairs)
      for (const moment of moments) {
        const shapes = draw(routine, moment)?.shapes ?? [];
        expect(shapes.length, routine).toBeGreaterThan(8);
        expect(shapes.map(({ d }) => d).join(" "), routine).not.toMatch(/NaN|Infinity|undefined/);
      }
    expect(draw("yoga")).toBeUndefined();
  });

  it("[FG-2] keeps the length of every piece of the body in the side view", () => {
    for (const pair of pairs.filter(({ start, end }) => start.view === "side" && end.view === "side"))
      for (const moment of moments) {
        const joints = jointsAt(pair, moment);
        for (const side of [joints.near, joints.far]) {
          expect(distance(side.hip, side.knee), pair.routine).toBeCloseTo(body.thigh, 6);
          expect(distance(side.knee, side.ankle), pair.routine).toBeCloseTo(body.shank, 6);
          expect(distance(side.shoulder, side.elbow), pair.routine).toBeCloseTo(body.upperArm, 6);
          expect(distance(side.elbow, side.wrist), pair.routine).toBeCloseTo(body.forearm, 6);
        }
      }
  });

  it("[FG-3] says the posture and what changes, with the side as drawn", () => {
    for (const pair of pairs)
      for (const at of [0, 1]) expect(sayPose(pair, at, "left"), pair.routine).toMatch(/^[A-Z].{6,}\.$/);
    const calf = poseOf.get("toe-lifts") as RoutinePose;
    expect(sayPose(calf, 1, "right")).toBe("Sitting. Both feet come up at the toes.");
    const lift = poseOf.get("hamstring-helper-lying") as RoutinePose;
    expect(sayPose(lift, 1, "left")).toMatch(/^Lying on the back\. The left hip bends/);
    expect(sayPose(lift, 0, "right")).toMatch(/^Lying on the back, at the start\. Then the right hip bends/);
  });

  it("[FG-4] stays at its ends outside 0 to 1", () => {
    for (const { routine } of pairs) {
      expect(draw(routine, -3)).toEqual(draw(routine, 0));
      expect(draw(routine, 7)).toEqual(draw(routine, 1));
    }
  });

  it("[FG-5] invents no movement between poses that none joins", () => {
    const apart = pairs.filter(({ start, end }) => !canMorph(start, end));
    expect(apart.length).toBeGreaterThan(0);
    for (const { routine } of apart) {
      expect(draw(routine, 0.3)).toEqual(draw(routine, 0));
      expect(draw(routine, 0.7)).toEqual(draw(routine, 1));
    }
  });

  it("[FG-6] is the same each time", () => {
    for (const { routine } of pairs) expect(draw(routine, 0.4)).toEqual(draw(routine, 0.4));
  });
});
