/** The muscle that a routine is for, marked where it lies; and the cross beside a wrong form. */
import { routineById } from "@unclench/knowledge/routines";
import { along, distance, heading, type Point, pointBetween } from "./geometry.ts";
import type { Joints } from "./joints.ts";
import { at, capsule } from "./path.ts";
import type { Shape } from "./person.ts";
import { of, type Scene } from "./scene.ts";

type Segment = "thigh" | "shank" | "upperArm" | "forearm" | "trunk" | "neck";
/** Front: the side of the knee cap, the biceps, the chest. Inner: towards the other leg. */
type Where = "front" | "back" | "inner" | "outer" | "middle";
type Region = {
  readonly segment: Segment;
  readonly where: Where;
  readonly from: number;
  readonly to: number;
};
const region = (segment: Segment, where: Where, from: number, to: number): Region => ({
  segment,
  where,
  from,
  to,
});

/** Where a muscle lies on the drawn body; what is not listed has no one place. */
const regions: Readonly<Record<string, Region>> = {
  gastrocnemius: region("shank", "back", 0.02, 0.6),
  soleus: region("shank", "back", 0.3, 0.9),
  calf: region("shank", "back", 0.02, 0.75),
  hamstrings: region("thigh", "back", 0.12, 1),
  quadriceps: region("thigh", "front", 0.1, 0.98),
  "rectus femoris": region("thigh", "front", 0.1, 0.98),
  "hip flexors": region("thigh", "front", -0.18, 0.36),
  "hip extensors": region("thigh", "back", -0.15, 0.3),
  gluteals: region("thigh", "back", -0.16, 0.28),
  "hip adductors": region("thigh", "inner", 0.08, 0.9),
  "hip abductors": region("thigh", "outer", -0.12, 0.4),
  "whole legs": region("thigh", "front", 0.1, 0.98),
  "tibialis anterior": region("shank", "front", 0.06, 0.8),
  "elbow flexors": region("upperArm", "front", 0.22, 1),
  triceps: region("upperArm", "back", 0.2, 1),
  "wrist flexors": region("forearm", "back", 0.08, 0.95),
  "finger flexors": region("forearm", "back", 0.08, 0.95),
  "wrist and finger flexors": region("forearm", "back", 0.08, 0.95),
  "finger extensors": region("forearm", "front", 0.08, 0.95),
  "wrist extensors": region("forearm", "front", 0.08, 0.95),
  pronators: region("forearm", "middle", 0.1, 0.9),
  pectorals: region("trunk", "front", 0.6, 0.98),
  "shoulder internal rotators": region("trunk", "front", 0.6, 0.98),
  "shoulder extensors": region("trunk", "back", 0.35, 0.98),
  "trunk rotators": region("trunk", "outer", 0.1, 0.8),
  "quadratus lumborum": region("trunk", "outer", 0.08, 0.8),
  "upper trapezius": region("neck", "outer", 0, 1),
};
/** More than these would no longer show where to feel the pull. */
const MOST_REGIONS = 2;

const half: Readonly<Record<Segment, number>> = {
  thigh: 7.6,
  shank: 5.8,
  upperArm: 5.6,
  forearm: 3.7,
  trunk: 9.4,
  neck: 5,
};

function ends(segment: Segment, joints: Joints, side: Joints["near"]): [Point, Point] {
  switch (segment) {
    case "thigh":
      return [side.hip, side.knee];
    case "shank":
      return [side.knee, side.ankle];
    case "upperArm":
      return [side.shoulder, side.elbow];
    case "forearm":
      return [side.elbow, side.wrist];
    case "neck":
      return [pointBetween(joints.chest, joints.head, 0.55), pointBetween(joints.chest, side.shoulder, 0.9)];
    default:
      return [joints.pelvis, joints.chest];
  }
}

/** A belly of muscle between two points, off to one side of the line between them. */
function lens(from: Point, to: Point, aside: number, off: number, thick: number): string {
  const middle = along(pointBetween(from, to, 0.45), aside, off);
  const a = along(from, aside, off * 0.75);
  const b = along(to, aside, off * 0.75);
  const out = along(middle, aside, thick);
  const inside = along(middle, aside, -thick);
  const control = (through: Point): string =>
    at({ x: 2 * through.x - (a.x + b.x) / 2, y: 2 * through.y - (a.y + b.y) / 2 });
  return `M${at(a)}Q${control(out)} ${at(b)}Q${control(inside)} ${at(a)}z`;
}

/** Muscles that lie on each other are one mark. */
function merged(list: readonly Region[]): Region[] {
  const out: Region[] = [];
  for (const one of list) {
    const at = out.findIndex(({ segment, where }) => segment === one.segment && where === one.where);
    const other = out[at];
    if (other === undefined) out.push(one);
    else out[at] = { ...other, from: Math.min(other.from, one.from), to: Math.max(other.to, one.to) };
  }
  return out;
}

/** The muscles that a routine is for, as far as they lie in one place that this view shows. */
export function target(scene: Scene): Shape[] {
  const { pair, pose, joints } = scene;
  const names = routineById.get(pair.routine)?.targets ?? [];
  const found = merged([...new Set(names.flatMap((name) => regions[name] ?? []))]).slice(0, MOST_REGIONS);
  const front = pose.view === "front";
  const { near, far } = pair.end;
  // One limb is treated unless both do the same.
  const alike = ({ segment }: Region): boolean =>
    segment === "thigh" || segment === "shank"
      ? near.hip === far.hip
      : near.shoulder === far.shoulder && near.elbow === far.elbow;
  const paths = found.flatMap((one) => {
    const sides: ("near" | "far")[] = front && alike(one) ? ["near", "far"] : ["near"];
    // Leaning or tipping to the near side pulls on the far one.
    if (front && (one.segment === "trunk" || one.segment === "neck") && one.where === "outer")
      return pose.rotation.trunk === undefined && (pair.end.trunk > 0 || pair.end.neck > 0)
        ? [pathOf(one, "far", joints, front)]
        : [pathOf(one, "near", joints, front), pathOf(one, "far", joints, front)];
    return sides.map((name) => pathOf(one, name, joints, front));
  });
  const d = [...new Set(paths)].join("");
  return d === "" ? [] : [of("target", d)];
}

function pathOf(one: Region, name: "near" | "far", joints: Joints, front: boolean): string {
  const side = joints[name];
  const [a, b] = ends(one.segment, joints, side);
  const length = distance(a, b);
  if (length < 11) return "";
  const direction = heading(a, b);
  const from = along(a, direction, length * one.from);
  const to = along(a, direction, length * one.to);
  const width = half[one.segment];
  if (one.segment === "neck") return lens(a, b, direction + 90, 0, 2.8);
  if (front && one.segment === "trunk" && one.where === "front") {
    const chest = pointBetween(joints.waist, joints.chest, 0.72);
    return lens(
      chest,
      pointBetween(joints.chest, side.shoulder, 0.95),
      heading(chest, side.shoulder) + 90,
      0,
      3.4,
    );
  }
  // A side view looks on front and back, a front view on the inner and the outer side.
  const outer = name === "near" ? 90 : -90;
  const trunk = one.segment === "trunk" ? -1 : 1;
  const centred = one.where === "middle" || (front && (one.where === "front" || one.where === "back"));
  if (centred) return lens(from, to, direction + 90, 0, width * 0.5);
  const aside = front
    ? one.where === "inner"
      ? direction - outer
      : one.where === "outer"
        ? direction + outer * trunk
        : direction + 90
    : direction + trunk * (one.where === "back" ? 90 : -90);
  const off = front && one.segment === "trunk" ? 8 : width * 0.42;
  return lens(from, to, aside, off, width * 0.46);
}

/** The cross beside a wrong form, in the upper left corner of the box. */
export const cross = (x: number, y: number, size: number): Shape[] => [
  of(
    "cross",
    capsule({ x, y }, { x: x + size, y: y - size }, size / 9, size / 9),
    capsule({ x, y: y - size }, { x: x + size, y }, size / 9, size / 9),
  ),
];
