/** One arrow beside what moves most, in the direction in which it moves; where that would mislead, what is chosen here. */
import type { RoutinePose } from "@unclench/knowledge/poses";
import { along, distance, heading, type Point, plus } from "./geometry.ts";
import type { Joints } from "./joints.ts";
import { polygon, smooth } from "./path.ts";
import type { Shape } from "./person.ts";

type Side = "near" | "far";
type Part = "toe" | "tip" | "knee" | "elbow" | "head" | "pelvis";
type Choice =
  | { readonly part: Part; readonly side?: Side; readonly both?: true; readonly aside?: number }
  /** a short arrow from a part, in a direction that no joint travels */
  | { readonly from: Part; readonly way: readonly [Point, Point, Point] };

const p = (x: number, y: number): Point => ({ x, y });

/** Routines whose largest movement is not what the eye is to follow. An empty list: nothing moves that an arrow could show. */
const chosen: Readonly<Record<string, readonly Choice[]>> = {
  "calf-wall-straight-knee": [{ from: "pelvis", way: [p(-34, 6), p(-27, 5), p(-18, 3)] }],
  "calf-wall-bent-knee": [{ from: "pelvis", way: [p(-22, 16), p(-23, 7), p(-22, -4)] }],
  "calf-wedge-long-stand": [{ from: "toe", way: [p(3, 1), p(7, 6), p(7, 13)] }],
  "calf-towel-sitting": [{ part: "toe" }],
  "adductor-frog-lying": [{ part: "knee" }, { part: "knee", side: "far" }],
  "adductor-cushion-sitting": [{ part: "knee" }, { part: "knee", side: "far" }],
  "hamstring-helper-lying": [{ part: "knee" }],
  "prone-lying": [],
  "hip-flexor-edge-of-bed": [{ part: "knee" }],
  "knee-rocks-rhythm": [{ part: "knee", both: true }],
  "trunk-turn-sitting": [{ from: "head", way: [p(17, -26), p(0, -33), p(-19, -27)] }],
  "hand-flat-on-table": [{ from: "tip", way: [p(-6, 26), p(-6, 20), p(-6, 14)] }],
  "wrist-prayer": [{ from: "tip", way: [p(22, 8), p(22, 0), p(22, -10)] }],
  "forearm-palm-up": [{ from: "tip", way: [p(20, 24), p(0, 33), p(-20, 24)] }],
  "arm-away-from-body": [{ part: "elbow" }],
  "table-slide": [{ part: "tip" }],
  "reciprocal-arms": [
    { part: "tip", aside: 11 },
    { part: "tip", side: "far", aside: 21 },
  ],
  "fes-drop-foot": [{ from: "toe", way: [p(7, -3), p(12, 3), p(12, 11)] }],
  "chest-opener-lying": [{ part: "tip" }, { part: "tip", side: "far" }],
  "side-leg-lift": [{ from: "toe", way: [p(-8, 8), p(-16, 12), p(-23, 18)] }],
  "walking-practice": [{ from: "pelvis", way: [p(36, 12), p(46, 12), p(58, 12)] }],
  "bed-on-back": [],
  "relax-and-breathe": [],
  "chair-sitting-position": [{ part: "head" }],
  "lean-on-the-hand": [{ part: "head" }],
};

const places: Readonly<Record<Part, (joints: Joints, side: Side) => Point>> = {
  toe: (joints, side) => joints[side].toe,
  tip: (joints, side) => joints[side].tip,
  knee: (joints, side) => joints[side].knee,
  elbow: (joints, side) => joints[side].elbow,
  head: ({ head }) => head,
  pelvis: ({ pelvis }) => pelvis,
};
/** What a part may turn about, the nearest first. */
const pivots: Readonly<Record<Part, readonly ((joints: Joints, side: Side) => Point)[]>> = {
  toe: [(j, side) => j[side].ankle, (j, side) => j[side].knee, (j, side) => j[side].hip],
  tip: [(j, side) => j[side].wrist, (j, side) => j[side].elbow, (j, side) => j[side].shoulder],
  knee: [(j, side) => j[side].hip],
  elbow: [(j, side) => j[side].shoulder],
  head: [({ chest }) => chest, ({ waist }) => waist, ({ pelvis }) => pelvis],
  pelvis: [],
};
/** How far the body reaches round a part: the arrow keeps clear of it. */
const girth: Readonly<Record<Part, number>> = { toe: 8, tip: 8, knee: 14, elbow: 13, head: 17, pelvis: 19 };

/** Less than this, in units, is no movement worth an arrow. */
const SMALLEST = 5;
/** A joint that moves less than this part of what moves most is what it turns about. */
const STILL = 0.4;

type Marked = { readonly shapes: readonly Shape[]; readonly points: readonly Point[] };
const nothing: Marked = { shapes: [], points: [] };

/**
 * The arrows of a movement.
 * @param way the joints at equal steps from start to end; none where no movement is drawn
 * @param scale 1 for a figure that fills the whole box, less where it is looked at from nearer
 */
export function arrows(pair: RoutinePose, way: readonly Joints[], scale: number): Marked {
  const [start] = way;
  const end = way[way.length - 1];
  if (start === undefined || end === undefined) return nothing;
  const list = chosen[pair.routine] ?? largest(start, end, scale);
  const all = list.map((choice) => {
    if (!("from" in choice)) return follow(choice, way, scale);
    const origin = places[choice.from](end, "near");
    return pointed(
      choice.way.map((step) => plus(origin, step)),
      scale,
      false,
    );
  });
  return { shapes: all.flatMap(({ shapes }) => shapes), points: all.flatMap(({ points }) => points) };
}

function largest(start: Joints, end: Joints, scale: number): Choice[] {
  const every = (["near", "far"] as const).flatMap((side) =>
    (["toe", "tip", "knee", "head", "pelvis"] as const).map((part) => ({ part, side })),
  );
  const moved = ({ part, side }: { part: Part; side: Side }): number =>
    distance(places[part](start, side), places[part](end, side));
  const [most] = every.sort((a, b) => moved(b) - moved(a));
  return most === undefined || moved(most) < SMALLEST * scale ? [] : [most];
}

function follow(
  { part, side = "near", both, aside }: Extract<Choice, { part: Part }>,
  way: readonly Joints[],
  scale: number,
): Marked {
  const [start, end] = [way[0], way[way.length - 1]];
  if (start === undefined || end === undefined) return nothing;
  const place = places[part];
  const from = place(start, side);
  const to = place(end, side);
  const most = distance(from, to);
  const pivot = pivots[part].find((one) => distance(one(start, side), one(end, side)) < STILL * most);
  const clear = girth[part] * scale + 1;
  const direction = heading(from, to);
  // Without a pivot the arrow runs beside the way, on its upper side.
  const over = Math.cos(((direction - 90) * Math.PI) / 180) >= -0.01 ? direction - 90 : direction + 90;
  const points = way.map((joints) => {
    const point = place(joints, side);
    if (pivot === undefined) return along(point, over, aside ?? clear);
    const centre = pivot(joints, side);
    return along(point, heading(centre, point), clear);
  });
  return pointed(points, scale, both === true);
}

const HEAD = 6;

function pointed(points: readonly Point[], scale: number, both: boolean): Marked {
  const [first, second] = points;
  const last = points[points.length - 1];
  const before = points[points.length - 2];
  if (first === undefined || second === undefined || last === undefined || before === undefined)
    return nothing;
  const size = HEAD * scale;
  const tip = (at: Point, from: Point): string => {
    const direction = heading(from, at);
    const back = along(at, direction, -size);
    return polygon(
      along(at, direction, size * 0.5),
      along(back, direction + 90, size * 0.8),
      along(back, direction - 90, size * 0.8),
    );
  };
  const shortened = (at: Point, from: Point): Point => along(at, heading(from, at), -size * 0.8);
  const shaft = [...points.slice(0, -1), shortened(last, before)];
  if (both) shaft[0] = shortened(first, second);
  return {
    shapes: [
      { tone: "arrow", d: smooth(shaft) },
      { tone: "arrow-head", d: tip(last, before) + (both ? tip(first, second) : "") },
    ],
    points: [...points, along(last, heading(before, last), size)],
  };
}
