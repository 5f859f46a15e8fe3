/** The person as shapes: round limbs, far ones behind, near ones in front. */
import { along, distance, heading, type Point, plus, pointBetween } from "./geometry.ts";
import type { Arm, Joints, Leg } from "./joints.ts";
import { at, capsule, disc, polygon, round } from "./path.ts";

/** What a shape is of; the style sheet gives each its colour in every theme. */
export type Tone =
  | "trousers"
  | "shirt"
  | "skin"
  | "shoe"
  | "hair"
  | "face"
  | "far-trousers"
  | "far-shirt"
  | "far-skin"
  | "far-shoe"
  | "prop"
  | "wood"
  | "soft"
  | "line"
  | "strap"
  | "ground"
  | "water"
  | "device"
  | "target"
  | "arrow"
  | "arrow-head"
  | "cross";
/** `helper`: of the one who helps, in clothes of their own. */
export type Shape = { readonly tone: Tone; readonly d: string; readonly helper?: true };

const toned = (tone: "trousers" | "shirt" | "skin" | "shoe", far: boolean): Tone =>
  far ? `far-${tone}` : tone;

export function legShapes(leg: Leg, far: boolean, bare: boolean): Shape[] {
  return [
    { tone: toned(bare ? "skin" : "shoe", far), d: footPath(leg) },
    {
      tone: toned("trousers", far),
      d: capsule(leg.hip, leg.knee, 9, 7.2) + capsule(leg.knee, leg.ankle, 7, 4.9),
    },
  ];
}

function footPath(leg: Leg): string {
  const direction = heading(leg.heel, leg.toe);
  // The ankle is above the sole, to whichever side the foot points.
  const [one, other] = [direction - 90, direction + 90];
  const isNearer =
    distance(along(leg.heel, one, 4), leg.ankle) < distance(along(leg.heel, other, 4), leg.ankle);
  const up = isNearer ? one : other;
  const heel = along(along(leg.heel, direction, 4.4), up, 4.4);
  const toe = along(along(leg.toe, direction, -2.9), up, 2.9);
  return capsule(leg.ankle, heel, 4, 4.4) + capsule(heel, toe, 4.4, 2.9);
}

/** Seen from the front: the knee of someone sitting is nearer than the shin, of someone standing in line with it. */
export function frontLegShapes(leg: Leg, seated: boolean, bare: boolean): Shape[] {
  const foot: Shape = { tone: bare ? "skin" : "shoe", d: capsule(leg.ankle, leg.toe, 4.4, 4.6) };
  const shin = capsule(leg.knee, leg.ankle, 7, 5);
  const thigh = capsule(leg.hip, leg.knee, 8.8, seated ? 8 : 7.2);
  return seated
    ? [foot, { tone: "trousers", d: shin }, { tone: "trousers", d: thigh }]
    : [foot, { tone: "trousers", d: thigh + shin }];
}

export function armShapes(arm: Arm, far: boolean, thumb = true): Shape[] {
  const hand = heading(arm.wrist, arm.knuckles);
  const fingers = heading(arm.knuckles, arm.tip);
  // The thumb lies on the upper side of a hand that is seen from its edge.
  const root = along(arm.wrist, hand, 2.5);
  const thumbTip = along(root, hand - 32 + (fingers - hand) * 0.25, 6.2);
  return [
    {
      tone: toned("skin", far),
      d:
        capsule(arm.elbow, arm.wrist, 4.6, 3.3) +
        capsule(arm.wrist, arm.knuckles, 3.3, 3.5) +
        capsule(arm.knuckles, arm.tip, 3.2, 2.3) +
        (thumb ? capsule(root, thumbTip, 1.8, 1.5) : ""),
    },
    {
      tone: toned("shirt", far),
      d:
        capsule(arm.shoulder, arm.elbow, 6.8, 5.4) +
        capsule(arm.elbow, pointBetween(arm.elbow, arm.wrist, 0.28), 5.4, 5),
    },
  ];
}

const neckOf = (joints: Joints): Shape => ({
  tone: "skin",
  d: capsule(joints.chest, pointBetween(joints.chest, joints.head, 0.75), 5.4, 5),
});

export function trunkShapes(joints: Joints): Shape[] {
  const { pelvis, waist, chest } = joints;
  const top = along(chest, heading(waist, chest), -3);
  const hem = pointBetween(pelvis, waist, 0.42);
  return [
    neckOf(joints),
    { tone: "trousers", d: capsule(pelvis, hem, 9.8, 9.6) },
    { tone: "shirt", d: capsule(hem, waist, 10, 9.8) + capsule(waist, top, 9.8, 10) },
  ];
}

export function frontTrunkShapes(joints: Joints): Shape[] {
  const { pelvis, waist, chest, near, far } = joints;
  const lower = heading(pelvis, waist);
  const upper = heading(waist, chest);
  const aside = (from: Point, angle: number, half: number): [Point, Point] => [
    along(from, angle - 90, half),
    along(from, angle + 90, half),
  ];
  const hem = pointBetween(pelvis, waist, 0.35);
  const [hemLeft, hemRight] = aside(hem, lower, 11.5);
  const [waistLeft, waistRight] = aside(waist, upper, 11);
  const left = along(near.shoulder, upper + 180, 1);
  const right = along(far.shoulder, upper + 180, 1);
  const outLeft = along(left, upper - 90, 4);
  const outRight = along(right, upper + 90, 4);
  return [
    neckOf(joints),
    { tone: "trousers", d: capsule(near.hip, far.hip, 9, 9) + polygon(near.hip, hemLeft, hemRight, far.hip) },
    {
      tone: "shirt",
      d:
        polygon(hemLeft, waistLeft, outLeft, left, right, outRight, waistRight, hemRight) +
        capsule(left, right, 6, 6) +
        capsule(along(hemLeft, upper + 90, 3), along(hemRight, upper - 90, 3), 3.2, 3.2),
    },
  ];
}

const HEAD = 10.8;

/** The head from the side, or turned to the viewer. */
export function headShapes(joints: Joints, front: boolean, left = false): Shape[] {
  const { head, headAngle } = joints;
  const from = (forward: number, up: number): Point =>
    along(along(head, headAngle, up), headAngle + (left ? -90 : 90), forward);
  const sweep = left ? 1 : 0;
  const eye = (forward: number, up: number): string => disc(from(forward, up), 0.95);
  const angle = round(headAngle);
  // Turned to the left the nose runs from below: pieces that turn the other way would cut a hole.
  const [above, below] = [from(9.4, 2.4), from(9.6, -3.6)];
  if (front) {
    const turned = joints.turn * 5;
    const smile = `M${at(from(turned - 2.8, -4.6))}Q${at(from(turned, -6.4))} ${at(from(turned + 2.8, -4.6))}`;
    return [
      { tone: "skin", d: disc(head, HEAD) },
      {
        tone: "hair",
        d: `M${at(from(-HEAD, -0.5))}A11.3 11.3 ${angle} 1 1 ${at(from(HEAD, -0.5))}Q${at(from(9.5, 5))} ${at(from(turned * 1.2 + 2, 5.2))}Q${at(from(-8, 5.4))} ${at(from(-HEAD, -0.5))}z`,
      },
      { tone: "face", d: eye(turned - 3.7, -0.6) + eye(turned + 3.7, -0.6) },
      { tone: "face", d: `${smile}Q${at(from(turned, -5.4))} ${at(from(turned - 2.8, -4.6))}z` },
    ];
  }
  return [
    {
      tone: "skin",
      d: `${disc(head, HEAD)}M${at(left ? below : above)}Q${at(from(14.6, -2.2))} ${at(left ? above : below)}z`,
    },
    {
      tone: "hair",
      d: `M${at(from(8.6, 7))}A11.4 11.4 ${angle} 1 ${sweep} ${at(from(-4.6, -9.9))}Q${at(from(-3.4, -5))} ${at(from(-2.4, -1.6))}Q${at(from(-0.6, 6.4))} ${at(from(8.6, 7))}z`,
    },
    { tone: "face", d: eye(6, 0.4) },
  ];
}

export const shifted = <One extends Leg & Arm>(limbs: One, by: Point): One =>
  Object.fromEntries(Object.entries(limbs).map(([name, point]) => [name, plus(point as Point, by)])) as One;
