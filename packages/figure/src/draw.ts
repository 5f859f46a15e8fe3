/** The whole drawing of a routine at one moment. */
import { type Pose, poseOf, type RoutinePose } from "@unclench/knowledge/poses";
import { over, under } from "./aids.ts";
import { ABOVE, crank, frontTable, furniture } from "./furniture.ts";
import { between, type Point } from "./geometry.ts";
import { helperBody, helperHands, helperJoints } from "./helper.ts";
import type { Joints } from "./joints.ts";
import { arrows } from "./arrows.ts";
import { cross, target } from "./marks.ts";
import { canMorph, jointsAt, stageOf } from "./motion.ts";
import { box, line, round } from "./path.ts";
import {
  armShapes,
  frontLegShapes,
  frontTrunkShapes,
  headShapes,
  legShapes,
  type Shape,
  shifted,
  trunkShapes,
} from "./person.ts";
import type { Scene } from "./scene.ts";

export type Drawing = {
  /** left, top, width and height of what is looked at: the same at every moment of a routine */
  readonly viewBox: readonly [number, number, number, number];
  /** a close look at the hands: lines are thinner there */
  readonly close: boolean;
  /** in the order in which they are painted */
  readonly shapes: readonly Shape[];
};

const mapped = (joints: Joints, move: (point: Point) => Point, turn = 0): Joints => {
  const limbs = (side: Joints["near"]): Joints["near"] =>
    Object.fromEntries(
      Object.entries(side).map(([name, point]) => [name, move(point as Point)]),
    ) as Joints["near"];
  return {
    ...joints,
    pelvis: move(joints.pelvis),
    waist: move(joints.waist),
    chest: move(joints.chest),
    head: move(joints.head),
    headAngle: joints.headAngle + turn,
    near: limbs(joints.near),
    far: limbs(joints.far),
  };
};

const fromAbove = ({ view, base }: Pose): boolean =>
  base === "side-lying" || (view === "front" && base === "supine");

/** Who lies is seen from above with the head to the left, in the middle of what they lie on. */
function placed(pose: Pose, joints: Joints): Joints {
  if (!fromAbove(pose)) return joints;
  if (pose.view === "front") return mapped(joints, ({ x, y }) => ({ x: -y, y: x + ABOVE }), -90);
  const up = ABOVE - 8 - joints.pelvis.y;
  return mapped(joints, ({ x, y }) => ({ x, y: y + up }));
}

const poseAt = ({ start, end }: RoutinePose, moment: number): Pose => (moment < 0.5 ? start : end);

const rotationAt = ({ start, end }: RoutinePose, moment: number): Pose["rotation"] => {
  const names = new Set([...Object.keys(start.rotation), ...Object.keys(end.rotation)]);
  return Object.fromEntries(
    [...names].map((name) => [name, between(start.rotation[name] ?? 0, end.rotation[name] ?? 0, moment)]),
  );
};

function sceneAt(pair: RoutinePose, at: number): Scene {
  const moment = canMorph(pair.start, pair.end) ? at : Math.round(at);
  const shown = poseAt(pair, moment);
  return {
    pose: { ...shown, rotation: rotationAt(pair, moment) },
    pair,
    joints: placed(shown, jointsAt(pair, at)),
    ends: {
      start: placed(pair.start, jointsAt(pair, 0)),
      end: placed(pair.end, jointsAt(pair, 1)),
    },
    stage: stageOf(pair),
    above: fromAbove(shown),
  };
}

/** Routines of the hand are looked at from nearer. */
const closeUp = (pair: RoutinePose): boolean =>
  ["fingersFlexion", "forearmSupination"].some(
    (name) =>
      pair.end.base === "sitting" && (pair.end.rotation[name] ?? 0) !== (pair.start.rotation[name] ?? 0),
  ) || pair.start.touch.nearHand === "midline";

const ASPECT = 4 / 3;

/** The part of the plane that holds both ends of the movement, as wide to high as every other figure. */
function viewBoxOf(scene: Scene, near: boolean, marked: readonly Point[] = []): Drawing["viewBox"] {
  const { ends, pair, stage } = scene;
  const points: Point[] = [...marked];
  for (const joints of [ends.start, ends.end]) {
    const limbs = [joints.near, joints.far].flatMap((side) =>
      near ? [side.shoulder, side.elbow, side.wrist, side.tip] : (Object.values(side) as Point[]),
    );
    const { x, y } = joints.head;
    points.push(...limbs, joints.waist, { x: x - 12, y: y - 8 }, { x: x + 12, y: y + 12 });
  }
  if (!near) {
    if (!scene.above) points.push({ x: 0, y: -3 });
    const { base, props } = pair.start;
    if (scene.above) points.push({ x: -104, y: ABOVE - 62 }, { x: 104, y: ABOVE + 62 });
    else if (base === "sitting" || base === "wheelchair")
      points.push({ x: ends.start.pelvis.x - (base === "sitting" ? 24 : 34), y: 0 });
    else if (base === "supine" || base === "prone")
      points.push({ x: -96, y: 0 }, { x: props.includes("bed-edge") ? 60 : 100, y: 0 });
    if (props.includes("wall")) points.push({ x: stage.wall + 10, y: 0 });
  }
  for (const moment of [0, 1]) {
    const helper = helperJoints(sceneOf(pair, moment));
    if (helper !== null)
      points.push(
        { x: helper.head.x + 8, y: helper.head.y + 12 },
        { x: helper.pelvis.x + 14, y: 0 },
        helper.near.heel,
        helper.far.heel,
      );
  }
  const margin = near ? 8 : 7;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  let [left, right] = [Math.min(...xs) - margin, Math.max(...xs) + margin];
  let [low, high] = [
    near ? Math.min(...ys) - 6 : scene.above ? Math.min(...ys) - 4 : -5,
    Math.max(...ys) + 6,
  ];
  const wide = Math.max(right - left, (high - low) * ASPECT);
  [left, right] = [(left + right - wide) / 2, (left + right + wide) / 2];
  const tall = wide / ASPECT;
  // The ground stays at the lower edge; what is seen from above stays in the middle.
  const room = tall - (high - low);
  [low, high] =
    scene.above || near ? [low - room / 2, high + room / 2] : [low - room * 0.32, high + room * 0.68];
  return [round(box.middle + left), round(box.floor - high), round(right - left), round(high - low)];
}

const sceneOf = (pair: RoutinePose, moment: number): Scene => sceneAt(pair, moment);

/** Far limbs lie a little behind: without that they could not be told from the near ones. */
const BEHIND: Point = { x: 2.4, y: 1.4 };

function sideShapes(scene: Scene): Shape[] {
  const { pose, joints } = scene;
  const far = shifted(joints.far, BEHIND);
  const bare =
    pose.base === "supine" || pose.base === "prone" || pose.base === "side-lying" || pose.base === "water";
  const faces = Math.abs(pose.rotation.neck ?? 0) > 45;
  const head = faces ? { ...joints, turn: 0.4 } : joints;
  const onBed = pose.base === "sitting" && pose.props.includes("bed");
  const farLeg = legShapes(far, true, bare);
  const furnished = [...furniture(scene), ...under(scene)];
  return [
    ...(onBed ? [...farLeg, ...furnished] : furnished),
    ...armShapes(far, true),
    ...(onBed ? [] : farLeg),
    ...crank(scene, pose.rotation.crank ?? 0),
    ...trunkShapes(joints),
    ...headShapes(head, faces),
    ...legShapes(joints.near, false, bare),
  ];
}

function frontShapes(scene: Scene): Shape[] {
  const { pose, joints } = scene;
  const seated = pose.base === "sitting" || pose.base === "wheelchair";
  return [
    ...furniture(scene),
    ...under(scene),
    ...frontLegShapes(joints.far, seated, scene.above),
    ...frontLegShapes(joints.near, seated, scene.above),
    ...frontTrunkShapes(joints),
    ...headShapes(joints, true),
    ...frontTable(scene),
  ];
}

function shapesOf(scene: Scene): Shape[] {
  const { pose, joints } = scene;
  const front = pose.view === "front";
  const marked = target(scene);
  const arms = front
    ? [...armShapes(joints.far, false, false), ...armShapes(joints.near, false, false)]
    : armShapes(joints.near, false);
  const onArm = armTargets(scene);
  return [
    ...helperBody(scene),
    ...(front ? frontShapes(scene) : sideShapes(scene)),
    ...(onArm ? [] : marked),
    ...arms,
    ...(onArm ? marked : []),
    ...over(scene),
    ...helperHands(scene),
  ].filter(({ d }) => d !== "");
}

/** Muscles of the arm are marked on top of the arm. */
const armTargets = ({ pair }: Scene): boolean =>
  pair.end.base === "sitting" &&
  pair.end.near.hip === pair.start.near.hip &&
  pair.end.near.knee === pair.start.near.knee &&
  pair.end.near.ankle === pair.start.near.ankle;

const ground = ([left, , width]: Drawing["viewBox"]): Shape => ({
  tone: "ground",
  d: line({ x: left - box.middle, y: -1.2 }, { x: left + width - box.middle, y: -1.2 }),
});

const grounded = (scene: Scene, viewBox: Drawing["viewBox"], shapes: readonly Shape[]): Shape[] =>
  scene.above ? [...shapes] : [ground(viewBox), ...shapes];

/** How finely the way of a movement is followed for its arrow. */
const WAY = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

/**
 * The shapes of a pair of poses at a moment between 0 (start) and 1 (end), and the box that they lie in.
 *
 * @example drawPair(poseOf.get("toe-lifts"), 0.5).shapes.map(({ tone, d }) => `<path class="f-${tone}" d="${d}"/>`)
 */
export function drawPair(pair: RoutinePose, at = 1): Drawing {
  const scene = sceneAt(pair, Math.min(1, Math.max(0, at)));
  const { close, viewBox, marks } = frameOf(pair, scene);
  return { viewBox, close, shapes: [...grounded(scene, viewBox, shapesOf(scene)), ...marks] };
}

type Frame = Pick<Drawing, "close" | "viewBox"> & { readonly marks: readonly Shape[] };
/** Box and arrows are the same at every moment: while a figure moves they are worked out once. */
const frames = new WeakMap<RoutinePose, Map<boolean, Frame>>();

function frameOf(pair: RoutinePose, scene: Scene): Frame {
  const byView = frames.get(pair) ?? new Map<boolean, Frame>();
  frames.set(pair, byView);
  // Two poses that no movement joins may be seen from different sides.
  const kept = byView.get(scene.above);
  if (kept !== undefined) return kept;
  const way = canMorph(pair.start, pair.end)
    ? WAY.map((moment) => placed(poseAt(pair, moment), jointsAt(pair, moment)))
    : [];
  const close = closeUp(pair);
  const marked = arrows(pair, way, close ? 0.55 : 0.9);
  const frame = { close, viewBox: viewBoxOf(scene, close, marked.points), marks: marked.shapes };
  byView.set(scene.above, frame);
  return frame;
}

/** The wrong form of a routine with its cross; undefined where none can be drawn in a still picture. */
export function drawWrong(routine: string): (Drawing & { readonly words: string }) | undefined {
  const pair = poseOf.get(routine);
  if (!pair?.wrong) return undefined;
  const { pose, words } = pair.wrong;
  const scene = sceneAt({ ...pair, start: pose, end: pose }, 1);
  const close = closeUp(pair);
  const viewBox = viewBoxOf(sceneAt({ ...pair, start: pair.end, end: pose }, 1), close);
  const size = viewBox[2] / 11;
  const corner = { x: viewBox[0] - box.middle, y: box.floor - viewBox[1] };
  const mark = cross(corner.x + size * 0.45, corner.y - size * 0.45, size);
  return {
    viewBox,
    close,
    shapes: [...grounded(scene, viewBox, shapesOf(scene)), ...mark],
    words,
  };
}

/** The drawing of a routine by its id; undefined where there is no such routine. */
export function draw(routine: string, at = 1): Drawing | undefined {
  const pair = poseOf.get(routine);
  return pair === undefined ? undefined : drawPair(pair, at);
}
