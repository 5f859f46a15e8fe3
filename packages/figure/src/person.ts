/** The person as shapes: round limbs, far ones behind, near ones in front. */
import { along, distance, heading, type Point, plus, pointBetween } from "./geometry.ts";
import type { Arm, Joints, Leg } from "./joints.ts";
import { at, capsule, disc } from "./path.ts";

/** What a shape is of; the style sheet gives each its colour in every theme. */
export type Tone =
  | "trousers"
  | "shirt"
  | "skin"
  | "shoe"
  | "hair"
  | "far-trousers"
  | "far-shirt"
  | "far-skin"
  | "far-shoe"
  | "helper"
  | "helper-far"
  | "prop"
  | "prop-edge"
  | "soft"
  | "line"
  | "strap"
  | "ground"
  | "water"
  | "device"
  | "target"
  | "arrow"
  | "arrow-head";
export type Shape = { readonly tone: Tone; readonly d: string };

export function legShapes(leg: Leg, far: boolean, front: boolean): Shape[] {
  const prefix = far ? "far-" : "";
  const sole = (toe: Point): Point => toe;
  const trousers = capsule(leg.hip, leg.knee, 9, 7) + capsule(leg.knee, leg.ankle, 6.9, 4.8);
  return [
    { tone: `${prefix}shoe` as Tone, d: footPath(leg, front, sole) },
    { tone: `${prefix}trousers` as Tone, d: trousers },
  ];
}

function footPath(leg: Leg, front: boolean, _sole: (toe: Point) => Point): string {
  if (front) return capsule(leg.ankle, leg.toe, 4.6, 4.4);
  const direction = heading(leg.heel, leg.toe);
  const up = direction - 90;
  const heel = along(along(leg.heel, direction, 4.6), up, 4.6);
  const toe = along(along(leg.toe, direction, -3), up, 3);
  return capsule(heel, toe, 4.6, 3) + capsule(leg.ankle, heel, 4.2, 4.4);
}

export function armShapes(arm: Arm, far: boolean): Shape[] {
  const prefix = far ? "far-" : "";
  const hand =
    distance(arm.wrist, arm.tip) < 1
      ? ""
      : capsule(arm.wrist, arm.knuckles, 3.5, 3.6) + capsule(arm.knuckles, arm.tip, 3.4, 2.5);
  return [
    { tone: `${prefix}skin` as Tone, d: capsule(arm.elbow, arm.wrist, 4.5, 3.4) + hand },
    {
      tone: `${prefix}shirt` as Tone,
      d:
        capsule(arm.shoulder, arm.elbow, 6.6, 5) +
        capsule(arm.elbow, pointBetween(arm.elbow, arm.wrist, 0.3), 5, 4.8),
    },
  ];
}

const neck = (joints: Joints): Shape => ({
  tone: "skin",
  d: capsule(joints.chest, pointBetween(joints.chest, joints.head, 0.8), 5.5, 5),
});

export function trunkShapes(joints: Joints): Shape[] {
  const { pelvis, waist, chest } = joints;
  const top = along(chest, heading(waist, chest), -3.5);
  return [
    neck(joints),
    { tone: "trousers", d: capsule(pelvis, pointBetween(pelvis, waist, 0.45), 10, 9.6) },
    {
      tone: "shirt",
      d: capsule(pointBetween(pelvis, waist, 0.4), waist, 9.8, 9.6) + capsule(waist, top, 9.6, 10.2),
    },
  ];
}

export function frontTrunkShapes(joints: Joints): Shape[] {
  const { pelvis, waist } = joints;
  const left = joints.near;
  const right = joints.far;
  const up = heading(pelvis, waist);
  const edge = (from: Point, to: Point): string =>
    capsule(along(from, up, -1), plus(to, { x: 0, y: 0 }), 8.5, 9);
  return [
    neck(joints),
    {
      tone: "trousers",
      d: capsule(left.hip, right.hip, 9.4, 9.4) + capsule(pelvis, pointBetween(pelvis, waist, 0.5), 14, 13),
    },
    {
      tone: "shirt",
      d:
        capsule(pointBetween(pelvis, waist, 0.5), waist, 13.6, 13.4) +
        edge(waist, pointBetween(left.shoulder, right.shoulder, 0.2)) +
        edge(waist, pointBetween(left.shoulder, right.shoulder, 0.8)) +
        capsule(left.shoulder, right.shoulder, 6.5, 6.5),
    },
  ];
}

const HEAD = 11.5;
export function headShapes(joints: Joints, front: boolean): Shape[] {
  const { head, headAngle } = joints;
  const from = (forward: number, up: number): Point =>
    along(along(head, headAngle, up), headAngle + 90, forward);
  if (front) {
    const turned = joints.turn * 6;
    return [
      { tone: "skin", d: disc(head, HEAD - 1) },
      {
        tone: "hair",
        d: `M${at(from(-HEAD + 0.4, -2))}A11 11.3 ${headAngle} 1 1 ${at(from(HEAD - 0.4, -2))}Q${at(from(9 + turned / 3, 5))} ${at(from(turned, 4.5))}Q${at(from(-9 + turned / 3, 5))} ${at(from(-HEAD + 0.4, -2))}z`,
      },
    ];
  }
  return [
    {
      tone: "skin",
      d: `${disc(head, HEAD - 1)}M${at(from(9.5, 3))}L${at(from(13, -2.2))}L${at(from(9.5, -3.4))}z`,
    },
    {
      tone: "hair",
      d: `M${at(from(8.2, 7.6))}A11.2 11.2 ${headAngle} 0 0 ${at(from(-7.6, -8))}Q${at(from(-2.5, -7))} ${at(from(-1.8, 0))}Q${at(from(-1, 5.6))} ${at(from(8.2, 7.6))}z`,
    },
  ];
}
