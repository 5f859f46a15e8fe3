/** The one who helps: a whole figure beside the bed, or hands that come in from the edge where one looks from above. */
import { body } from "./body.ts";
import { armTo } from "./contact.ts";
import { along, distance, heading, type Point, plus, pointBetween } from "./geometry.ts";
import type { Arm, Joints } from "./joints.ts";
import { armShapes, headShapes, legShapes, type Shape, trunkShapes } from "./person.ts";
import { has, type Scene } from "./scene.ts";
import { lowestSole, type SideState, sideJoints } from "./side.ts";

/** Bends no further forward than this: a helper leans from the legs. */
const MOST_LEAN = 56;
const STANDING = body.sole + body.shank + body.thigh;

const asHelper = (shapes: readonly Shape[]): Shape[] => shapes.map((shape) => ({ ...shape, helper: true }));

const mirrored = (at: number, { x, y }: Point): Point => ({ x: at - x, y });

/** Where the two hands of the helper hold on; with a wrong hold as the routine warns of it. */
function holds({ joints, pose, pair }: Scene): [Point, Point] {
  const { near } = joints;
  const wrong = pose.rotation.helperHold === 1;
  const under = (from: Point, to: Point, part: number, off: number): Point =>
    along(pointBetween(from, to, part), heading(from, to) + 90, off);
  if (pair.end.props.includes("helper-at-foot")) {
    const ball = pointBetween(near.heel, near.toe, 0.95);
    const side = heading(near.heel, near.toe) + 90;
    return wrong
      ? [along(ball, side, 3), along(pointBetween(near.heel, near.toe, 0.7), side, 3)]
      : [plus(near.heel, { x: -1, y: -1 }), along(pointBetween(near.heel, near.toe, 0.62), side, 3)];
  }
  const knee = wrong
    ? along(near.knee, heading(near.hip, near.knee) - 90, 9)
    : under(near.hip, near.knee, 0.8, 8);
  return [under(near.knee, near.ankle, 0.95, 7), knee];
}

/** The joints of a helper who looks to the left and reaches both holds, leaning as little as that needs. */
export function helperJoints(scene: Scene): Joints | null {
  if (scene.above || !scene.pair.end.props.some((prop) => prop.startsWith("helper"))) return null;
  const [first, second] = holds(scene);
  const place = scene.pair.end.props.includes("helper-at-foot") ? 126 : scene.joints.near.ankle.x + 30;
  const goals = [mirrored(place, first), mirrored(place, second)] as const;
  const limb = {
    thigh: 178,
    shank: 182,
    foot: 90,
    upperArm: 120,
    forearm: 100,
    hand: 100,
    fingers: 108,
  };
  const standing = {
    root: { x: 0, y: STANDING },
    lowerTrunk: 0,
    upperTrunk: 0,
    head: 0,
    near: { ...limb, thigh: 168, shank: 184 },
    far: { ...limb, thigh: 188, shank: 190 },
  };
  const sole = lowestSole(sideJoints(standing));
  standing.root = { x: 0, y: STANDING - sole };
  let state: SideState = standing;
  for (let lean = 4; lean <= MOST_LEAN; lean += 2) {
    state = { ...standing, lowerTrunk: lean, upperTrunk: lean + 4, head: lean - 8 };
    const { chest } = sideJoints(state);
    if (goals.every((goal) => distance(chest, goal) < body.upperArm + body.forearm + 2)) break;
  }
  for (const [at, name] of (["near", "far"] as const).entries()) {
    const goal = goals[at] as Point;
    const { chest } = sideJoints(state);
    state = armTo(state, name, along(goal, heading(goal, chest), body.palm));
    state = armTo(state, name, sideJoints(state)[name].wrist, heading(sideJoints(state)[name].wrist, goal));
  }
  const flipped = (limbs: Joints["near"]): Joints["near"] =>
    Object.fromEntries(
      Object.entries(limbs).map(([name, point]) => [name, mirrored(place, point as Point)]),
    ) as Joints["near"];
  const joints = sideJoints(state);
  return {
    pelvis: mirrored(place, joints.pelvis),
    waist: mirrored(place, joints.waist),
    chest: mirrored(place, joints.chest),
    head: mirrored(place, joints.head),
    headAngle: -joints.headAngle,
    turn: 0,
    near: flipped(joints.near),
    far: flipped(joints.far),
  };
}

/** The helper's body, drawn behind the bed. */
export function helperBody(scene: Scene): Shape[] {
  const joints = helperJoints(scene);
  if (joints === null) return [];
  return asHelper([
    ...armShapes(joints.far, true, false),
    ...legShapes(joints.far, true, false),
    ...legShapes(joints.near, false, false),
    ...trunkShapes(joints),
    ...headShapes(joints, false, true),
  ]);
}

/** The helper's arm that lies over the person; from above, both forearms. */
export function helperHands(scene: Scene): Shape[] {
  const joints = helperJoints(scene);
  if (joints !== null) return asHelper(armShapes(joints.near, false, false));
  if (!scene.above || !has(scene, "helper-at-leg")) return [];
  const { near } = scene.joints;
  const wrong = scene.pose.rotation.helperHold === 1;
  const grips: [Point, Point] = wrong
    ? [near.toe, pointBetween(near.ankle, near.toe, 0.3)]
    : [pointBetween(near.hip, near.knee, 0.9), near.ankle];
  return asHelper(
    grips.flatMap((grip, at) => {
      const from = { x: grip.x + (at === 0 ? -6 : 22), y: -30 };
      const towards = heading(from, grip);
      const wrist = along(grip, towards, -5);
      const elbow = along(wrist, towards, -body.forearm);
      const arm: Arm = {
        shoulder: along(elbow, towards, -body.upperArm),
        elbow,
        wrist,
        knuckles: along(wrist, towards, body.palm),
        tip: along(wrist, towards, body.palm + body.fingers),
      };
      return armShapes(arm, false, true);
    }),
  );
}
