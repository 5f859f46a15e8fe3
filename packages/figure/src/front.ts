/** Front view, and the view from above onto someone who lies on the back: the same joints, with what points at the viewer foreshortened. */
import type { Limb, Pose, TouchedPlace } from "@unclench/knowledge/poses";
import { body, heights } from "./body.ts";
import { along, distance, heading, pointBetween, type Point, plus } from "./geometry.ts";
import type { Arm, Joints, Leg } from "./joints.ts";

type SideName = "near" | "far";
const RAD = Math.PI / 180;
/** How much of a length that points at the viewer is still seen, as if from a little above. */
const FORESHORTENED = 0.28;
/** Beyond this the knees of someone lying stand up; below, the leg is drawn as lying. */
const KNEE_UP = 30;

/** The near side is the person's right, so it is to the left of the drawing. */
const outward = (name: SideName): 1 | -1 => (name === "near" ? -1 : 1);

/** A direction `angle` away from straight down, to the outside of that side. */
const outAndDown = (name: SideName, angle: number): number => 180 - outward(name) * angle;

function leg(pose: Pose, name: SideName, hip: Point): Leg {
  const limb: Limb = pose[name];
  const out = outward(name);
  if (pose.base === "sitting" || pose.base === "wheelchair") {
    const knee = {
      x: hip.x + out * body.thigh * Math.sin(limb.hip * RAD) + out * 1.5,
      y: hip.y - body.thigh * Math.cos(limb.hip * RAD) * FORESHORTENED,
    };
    const ankle = {
      x: knee.x + out * body.shank * Math.sin((limb.ankle ?? 0) * RAD),
      y: knee.y - body.shank * 0.95,
    };
    return {
      hip,
      knee,
      ankle,
      heel: { x: ankle.x, y: ankle.y - 2 },
      toe: { x: ankle.x + out * 3, y: ankle.y - 8 },
    };
  }
  if (pose.base === "supine" && limb.knee > KNEE_UP) {
    const far = Math.sqrt(
      body.thigh ** 2 + body.shank ** 2 + 2 * body.thigh * body.shank * Math.cos(limb.knee * RAD),
    );
    const foot = (body.thigh ** 2 - body.shank ** 2 + far ** 2) / (2 * far);
    const high = Math.sqrt(Math.max(0, body.thigh ** 2 - foot ** 2));
    const fall = limb.hip + (pose.rotation.hipExternal ?? 0) * 0.6;
    const ankle = { x: hip.x * (pose.rotation.hipExternal === undefined ? 1 : 0.45), y: hip.y - far };
    const knee = { x: hip.x + out * high * Math.sin(fall * RAD), y: hip.y - foot };
    const toe = { x: ankle.x + out * 4, y: ankle.y - 14 };
    return { hip, knee, ankle, heel: { x: ankle.x, y: ankle.y + 2 }, toe };
  }
  const direction = outAndDown(name, limb.hip);
  const knee = along(hip, direction, body.thigh * Math.cos(limb.knee * 0.5 * RAD));
  const ankle = along(knee, direction, body.shank * Math.cos(limb.knee * 0.5 * RAD));
  const lies = pose.base === "supine";
  return {
    hip,
    knee,
    ankle,
    heel: along(ankle, direction, lies ? 3 : 2),
    toe: plus(along(ankle, direction, lies ? 8 : 6), { x: out * (lies ? 6 : 4), y: 0 }),
  };
}

function arm(pose: Pose, name: SideName, shoulder: Point, lean: number): Arm {
  const limb = pose[name];
  const out = outward(name);
  const upper = outAndDown(name, limb.shoulder) + lean;
  const elbow = along(shoulder, upper, body.upperArm);
  // The forearm bends towards the viewer, and as far outwards as the shoulder is turned out.
  const external = pose.rotation.shoulderExternal ?? 0;
  const inPlane = Math.cos(limb.elbow * RAD);
  const sideways = Math.sin(limb.elbow * RAD);
  const forward = along({ x: 0, y: 0 }, upper, body.forearm * inPlane);
  const across = along(
    { x: 0, y: 0 },
    upper - 90 * out,
    body.forearm * sideways * (external > 0 ? -Math.sin(external * RAD) : 0.55),
  );
  const down = { x: 0, y: external > 0 ? 0 : -body.forearm * sideways * FORESHORTENED };
  const wrist = plus(elbow, plus(forward, plus(across, down)));
  return handFrom(shoulder, elbow, wrist);
}

function handFrom(shoulder: Point, elbow: Point, wrist: Point, direction = heading(elbow, wrist)): Arm {
  const knuckles = along(wrist, direction, body.palm);
  return { shoulder, elbow, wrist, knuckles, tip: along(knuckles, direction, body.fingers * 0.8) };
}

/** Brings a wrist to its place; in the front view a limb may look shorter, never longer than it is. */
function armTo(held: Arm, goal: Point, direction?: number): Arm {
  const most = body.upperArm + body.forearm;
  const far = distance(held.shoulder, goal);
  const wrist = far > most ? pointBetween(held.shoulder, goal, most / far) : goal;
  let { elbow } = held;
  if (distance(elbow, wrist) > body.forearm) {
    const short = distance(elbow, wrist) - body.forearm;
    elbow = along(elbow, heading(elbow, wrist), short);
    if (distance(held.shoulder, elbow) > body.upperArm)
      elbow = along(held.shoulder, heading(held.shoulder, elbow), body.upperArm);
  }
  return handFrom(held.shoulder, elbow, wrist, direction ?? heading(elbow, wrist));
}

function placeOf(
  place: TouchedPlace,
  name: SideName,
  joints: Joints,
): { point: Point; direction?: number } | null {
  const out = outward(name);
  const own = joints[name];
  switch (place) {
    case "midline":
      return { point: { x: out * 3, y: own.wrist.y }, direction: 0 };
    case "table":
      return { point: { x: own.wrist.x, y: heights.table - 6 } };
    case "armrest":
      return { point: { x: -26, y: 76 }, direction: 180 };
    case "bed":
      return { point: { x: own.wrist.x, y: heights.seat + 5 }, direction: out * 90 };
    case "worktop":
      return { point: { x: own.wrist.x, y: heights.worktop + 3 } };
    case "near-thigh":
    case "far-thigh": {
      const side = joints[place === "near-thigh" ? "near" : "far"];
      return { point: pointBetween(side.hip, side.knee, 0.75), direction: 180 - out * -20 };
    }
    case "belly":
      return { point: { x: out * 5, y: (joints.waist.y + joints.pelvis.y) / 2 + 6 } };
    case "near-wrist":
      return { point: joints.near.wrist };
    case "near-elbow":
      return { point: plus(joints.near.elbow, { x: 3, y: -2 }) };
    case "near-hand":
    case "far-hand":
      return { point: plus(joints[place === "near-hand" ? "near" : "far"].knuckles, { x: 0, y: 2 }) };
    default:
      return null;
  }
}

/** Where every joint lies, upright; the drawing turns a lying person round. */
export function frontJoints(pose: Pose): Joints {
  const seated = pose.base === "sitting" || pose.base === "wheelchair";
  const height = seated
    ? heights.seat + body.seated + 2
    : pose.base === "supine"
      ? 0
      : body.sole + body.shank + body.thigh;
  const pelvis = { x: 0, y: height };
  const lean = pose.trunkTilt === 90 ? 0 : pose.trunkTilt;
  // towards the near side, which is to the left
  const waist = along(pelvis, -lean, body.pelvisToWaist);
  const upper = -lean - pose.trunk;
  const chest = along(waist, upper, body.waistToShoulder);
  const headAngle = upper - pose.neck;
  const turn = (pose.rotation.trunk ?? 0) * (pose.base === "supine" ? 0 : 1);
  const narrow = Math.cos(turn * RAD);
  const shoulderOf = (name: SideName): Point =>
    along(chest, upper + 90, outward(name) * body.halfShoulder * narrow);
  const hipOf = (name: SideName): Point => ({ x: outward(name) * body.halfHip, y: pelvis.y });
  const base = {
    pelvis,
    waist,
    chest,
    head: along(chest, headAngle, body.shoulderToHead),
    headAngle,
    turn: Math.sin(((pose.rotation.neck ?? 0) || turn) * RAD),
  };
  let joints: Joints = {
    ...base,
    near: { ...leg(pose, "near", hipOf("near")), ...arm(pose, "near", shoulderOf("near"), upper) },
    far: { ...leg(pose, "far", hipOf("far")), ...arm(pose, "far", shoulderOf("far"), upper) },
  };
  for (const name of ["near", "far"] as const) {
    const touched = pose.touch[`${name}Hand`];
    const goal = touched === undefined ? null : placeOf(touched, name, joints);
    if (goal !== null)
      joints = { ...joints, [name]: { ...joints[name], ...armTo(joints[name], goal.point, goal.direction) } };
  }
  return joints;
}
