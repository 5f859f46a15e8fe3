import { poseOf, type RoutinePose } from "@unclench/knowledge/poses";
import { describe, expect, it } from "vitest";
import { body } from "../src/body.ts";
import { draw, drawWrong } from "../src/draw.ts";
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
    expect(sayPose(calf, 1, "right")).toBe("Sitting. The right foot comes up at the toes.");
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

  it("[FG-13] lies within its box, which is the same at every moment", () => {
    for (const pair of pairs) {
      const boxes = [0, 0.3, 0.5, 1].map((moment) => draw(pair.routine, moment)?.viewBox);
      if (canMorph(pair.start, pair.end))
        for (const viewBox of boxes) expect(viewBox, pair.routine).toEqual(boxes[0]);
      for (const [left = 0, top = 0, width = 0, height = 0] of boxes.map((viewBox) => viewBox ?? [])) {
        expect(width / height, pair.routine).toBeCloseTo(4 / 3, 1);
        expect(Math.abs(left) + Math.abs(top), pair.routine).toBeLessThan(400);
      }
      for (const moment of moments) {
        const drawing = draw(pair.routine, moment);
        const [left = 0, top = 0, width = 0, height = 0] = drawing?.viewBox ?? [];
        const skin = drawing?.shapes.filter(({ tone, helper }) => tone === "hair" && !helper) ?? [];
        expect(skin.length, pair.routine).toBe(1);
        for (const [, x, y] of skin.flatMap(({ d }) => [...d.matchAll(/[ML](-?[\d.]+)[ ]?(-?[\d.]+)/g)])) {
          expect(Number(x), pair.routine).toBeGreaterThanOrEqual(left);
          expect(Number(x), pair.routine).toBeLessThanOrEqual(left + width);
          expect(Number(y), pair.routine).toBeGreaterThanOrEqual(top);
          expect(Number(y), pair.routine).toBeLessThanOrEqual(top + height);
        }
      }
    }
  });

  it("[FG-14] marks the muscle where it has a place on a limb, and nothing where it has none", () => {
    const marked = (routine: string): boolean =>
      draw(routine)?.shapes.some(({ tone }) => tone === "target") ?? false;
    for (const id of ["calf-wall-straight-knee", "hamstring-sitting", "wrist-prayer", "neck-side-and-turn"])
      expect(marked(id), id).toBe(true);
    for (const id of ["walking-practice", "relax-and-breathe", "bed-on-back"])
      expect(marked(id), id).toBe(false);
    expect(pairs.filter(({ routine }) => marked(routine)).length).toBeGreaterThan(38);
  });

  it("[FG-15] has an arrow where something moves, and none where it is to lie still", () => {
    const arrowed = (routine: string): boolean =>
      draw(routine)?.shapes.some(({ tone }) => tone === "arrow-head") ?? false;
    for (const id of ["prone-lying", "bed-on-back", "bed-on-weak-side", "relax-and-breathe"])
      expect(arrowed(id), id).toBe(false);
    expect(pairs.filter(({ routine }) => arrowed(routine)).length).toBeGreaterThan(45);
  });

  it("[FG-16] draws a wrong form with a cross and words where the data has one, and none elsewhere", () => {
    for (const { routine, wrong } of pairs) {
      const drawing = drawWrong(routine);
      expect(drawing === undefined, routine).toBe(wrong === null);
      if (drawing === undefined) continue;
      expect(drawing.words, routine).toBe(wrong?.words);
      expect(drawing.shapes.filter(({ tone }) => tone === "cross").length, routine).toBe(1);
      expect(
        drawing.shapes.some(({ tone }) => tone === "arrow"),
        routine,
      ).toBe(false);
      expect(drawing.shapes.map(({ d }) => d).join(" "), routine).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(drawWrong("yoga")).toBeUndefined();
  });

  it("[FG-17] has no limb longer than it is in the front view", () => {
    for (const pair of pairs.filter(({ start, end }) => start.view === "front" && end.view === "front"))
      for (const moment of moments) {
        const joints = jointsAt(pair, moment);
        for (const side of [joints.near, joints.far]) {
          expect(distance(side.hip, side.knee), pair.routine).toBeLessThan(body.thigh + 1.5);
          expect(distance(side.knee, side.ankle), pair.routine).toBeLessThan(body.shank + 1.5);
          expect(distance(side.shoulder, side.elbow), pair.routine).toBeLessThan(body.upperArm + 1.5);
          expect(distance(side.elbow, side.wrist), pair.routine).toBeLessThan(body.forearm + 1.5);
        }
      }
  });

  it("[FG-18] shows who helps where a routine is done by a helper", () => {
    const helped = pairs.filter(({ end }) => end.props.some((prop) => prop.startsWith("helper")));
    expect(helped.map(({ routine }) => routine)).toEqual([
      "calf-helper-lying",
      "hamstring-helper-lying",
      "adductor-helper-lying",
    ]);
    for (const pair of pairs)
      expect(draw(pair.routine)?.shapes.some(({ helper }) => helper) ?? false, pair.routine).toBe(
        helped.includes(pair),
      );
  });

  it("[FG-19] is light: fifty of them fit on one page", () => {
    for (const { routine } of pairs)
      expect(JSON.stringify(draw(routine)?.shapes).length, routine).toBeLessThan(9_000);
  });
});
