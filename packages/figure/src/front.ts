/** Front view, and the view from above onto someone on the back: the same joints, with what points at the viewer foreshortened. */
import type { Pose, TouchedPlace } from "@unclench/knowledge/poses";
import { body, frontHeights } from "./body.ts";
import { along, distance, heading, type Point, plus, pointBetween } from "./geometry.ts";
import type { Arm, Joints, Leg } from "./joints.ts";

type SideName = "near" | "far";
const RAD = Math.PI / 180;
/** How much of a length that points at the viewer is still seen, as if from a little above. */
const FORESHORTENED = 0.28;
/** Beyond this the knees of someone lying stand up; below, the leg is drawn as lying. */
const KNEE_UP = 30;
/** Knees that stand up lean over further than the legs turn, for the pelvis turns with them. */
const PELVIS_TURNS = 1.6;

/** The near side is the person's right, so it is to the left of the drawing. */
const outward = (name: SideName): 1 | -1 => (name === "near" ? -1 : 1);
const nothing: Point = { x: 0, y: 0 };

/** A direction `angle` away from straight down, to the outside of that side. */
const outAndDown = (name: SideName, angle: number): number => 180 - outward(name) * angle;

function seatedLeg(pose: Pose, name: SideName, hip: Point): Leg {
  const { hip: out } = pose[name];
  const side = outward(name);
  const knee = {
    x: hip.x + side * (body.thigh * Math.sin(out * RAD) + 1),
    y: frontHeights.knee,
  };
  const ankle = { x: knee.x - side * 0.5, y: body.sole + 2 };
  return {
    hip,
    knee,
    ankle,
    heel: { x: ankle.x, y: ankle.y - 2 },
    toe: { x: ankle.x + side * 2.5, y: 4 },
  };
}

/** From above: a foot on the mattress, the knee standing up between it and the hip, and falling to a side. */
function standingKnee(pose: Pose, name: SideName, hip: Point): Leg {
  const { thigh, shank } = body;
  const { knee: bend, hip: lean } = pose[name];
  const side = outward(name);
  const external = pose.rotation.hipExternal ?? 0;
  const reach = Math.sqrt(thigh ** 2 + shank ** 2 + 2 * thigh * shank * Math.cos(bend * RAD));
  const before = (thigh ** 2 - shank ** 2 + reach ** 2) / (2 * reach);
  const high = Math.sqrt(Math.max(0, thigh ** 2 - before ** 2));
  const fall = Math.max(-80, Math.min(80, external > 0 ? lean + external * 0.6 : lean * PELVIS_TURNS));
  // Soles that meet lie nearer to the middle.
  const meeting = { x: hip.x * (1 - 0.5 * Math.min(1, external / 45)), y: hip.y - reach };
  const knee = { x: hip.x + side * high * Math.sin(fall * RAD), y: hip.y - before };
  const ankle = along(knee, heading(knee, meeting), Math.min(shank, distance(knee, meeting)));
  return {
    hip,
    knee,
    ankle,
    heel: { x: ankle.x, y: ankle.y + 2 },
    toe: { x: ankle.x + side * 3, y: ankle.y - 13 },
  };
}

function leg(pose: Pose, name: SideName, hip: Point): Leg {
  const limb = pose[name];
  if (pose.base === "sitting" || pose.base === "wheelchair") return seatedLeg(pose, name, hip);
  if (pose.base === "supine" && limb.knee > KNEE_UP) return standingKnee(pose, name, hip);
  const direction = outAndDown(name, limb.hip);
  const knee = along(hip, direction, body.thigh * Math.cos(limb.knee * 0.5 * RAD));
  const ankle = along(knee, direction, body.shank * Math.cos(limb.knee * 0.5 * RAD));
  const lies = pose.base === "supine";
  return {
    hip,
    knee,
    ankle,
    heel: along(ankle, direction, 2),
    toe: plus(along(ankle, direction, lies ? 8 : 3.5), { x: outward(name) * (lies ? 5 : 4), y: 0 }),
  };
}

function arm(pose: Pose, name: SideName, shoulder: Point, lean: number): Arm {
  const limb = pose[name];
  const side = outward(name);
  const upper = outAndDown(name, limb.shoulder) + lean;
  const elbow = along(shoulder, upper, body.upperArm);
  // A bent forearm points at the viewer; turned in it lies across the belly, turned out it lies away from the body.
  const external = name === "near" ? pose.rotation.shoulderExternal : undefined;
  const seen = Math.sin(limb.elbow * RAD);
  const forward = along(nothing, upper, body.forearm * Math.cos(limb.elbow * RAD));
  const aside = external === undefined ? -0.7 : Math.sin(external * RAD);
  const across = along(nothing, upper - 90 * side, body.forearm * seen * aside);
  const down = pose.base === "supine" ? nothing : { x: 0, y: -body.forearm * seen * FORESHORTENED };
  const wrist = plus(elbow, plus(forward, plus(across, down)));
  return handFrom(shoulder, elbow, wrist, heading(elbow, wrist), pose.rotation.fingersFlexion ?? 0);
}

/** A closed hand is a short one. */
function handFrom(shoulder: Point, elbow: Point, wrist: Point, direction: number, closed: number): Arm {
  const knuckles = along(wrist, direction, body.palm);
  return {
    shoulder,
    elbow,
    wrist,
    knuckles,
    tip: along(knuckles, direction, body.fingers * Math.max(0.1, 0.9 - closed / 100)),
  };
}

/** Brings a wrist to its place; in the front view a limb may look shorter, never longer than it is. */
function armTo(held: Arm, goal: Point, direction: number | undefined, closed: number): Arm {
  const most = body.upperArm + body.forearm;
  const far = distance(held.shoulder, goal);
  const wrist = far > most ? pointBetween(held.shoulder, goal, most / far) : goal;
  let { elbow } = held;
  // The elbow follows where the forearm is too short, and is drawn in where the upper arm is.
  for (let round = 0; round < 6; round++) {
    const short = distance(elbow, wrist) - body.forearm;
    if (short > 0) elbow = along(elbow, heading(elbow, wrist), short);
    const long = distance(held.shoulder, elbow) - body.upperArm;
    if (long > 0) elbow = along(held.shoulder, heading(held.shoulder, elbow), body.upperArm);
  }
  return handFrom(held.shoulder, elbow, wrist, direction ?? heading(elbow, wrist), closed);
}

type Held = { readonly point: Point; readonly direction?: number };

function placeOf(place: TouchedPlace, name: SideName, joints: Joints): Held | null {
  const side = outward(name);
  const own = joints[name];
  switch (place) {
    case "midline": {
      // Palms together: as high as the forearm lets them be, fingers up.
      const across = Math.min(body.forearm - 0.5, Math.abs(own.elbow.x) - 3);
      const rise = Math.sqrt(body.forearm ** 2 - across ** 2);
      return { point: { x: side * 3, y: own.elbow.y + rise }, direction: -side * 4 };
    }
    case "table":
      // A forearm beside the body points at the viewer; one that is spread lies along the table.
      return own.elbow.x * side > 30
        ? { point: { x: own.elbow.x + side * 18, y: frontHeights.table + 5 }, direction: side * 92 }
        : { point: { x: own.elbow.x + side * 2, y: frontHeights.table - 2 }, direction: 180 + side * 6 };
    case "armrest":
      return { point: { x: name === "near" ? -27 : -21, y: frontHeights.armrest + 4 }, direction: 186 };
    case "bed":
      return { point: { x: own.wrist.x, y: frontHeights.bed + 3.4 }, direction: side * 96 };
    case "worktop":
      return { point: { x: side * 34, y: frontHeights.worktop + 3.4 }, direction: side * 92 };
    case "near-thigh":
      return { point: plus(joints.near.knee, { x: 1, y: 13 }), direction: 176 };
    case "far-thigh":
      return { point: plus(joints.far.knee, { x: -1, y: 13 }), direction: 184 };
    case "near-knee":
      return { point: plus(joints.near.knee, { x: 4, y: 9 }) };
    case "far-knee":
      return { point: plus(joints.far.knee, { x: -4, y: 9 }) };
    case "near-wrist":
      return { point: plus(joints.near.wrist, { x: 8, y: 5 }), direction: 235 };
    case "near-elbow":
      return {
        point: plus(pointBetween(joints.near.elbow, joints.near.wrist, 0.25), { x: 7, y: -3 }),
        direction: 270,
      };
    case "near-hand":
      return { point: plus(joints.near.knuckles, { x: 4, y: 3 }) };
    default:
      return null;
  }
}

/** Where every joint lies, upright; the drawing turns a lying person round. */
export function frontJoints(pose: Pose): Joints {
  const seated = pose.base === "sitting" || pose.base === "wheelchair";
  const standing = body.sole + body.shank + body.thigh;
  const lies = pose.base === "supine";
  const pelvis = { x: 0, y: seated ? frontHeights.hip : lies ? 0 : standing };
  const lean = lies ? 0 : pose.trunkTilt;
  // Leaning and bending go to the near side, which is to the left.
  const waist = along(pelvis, -lean, body.pelvisToWaist);
  const upper = -lean - pose.trunk;
  const chest = along(waist, upper, body.waistToShoulder);
  const headAngle = upper - pose.neck;
  const turn = lies ? 0 : (pose.rotation.trunk ?? 0);
  const shoulderOf = (name: SideName): Point =>
    along(chest, upper + 90, outward(name) * body.halfShoulder * Math.cos(turn * RAD));
  const hipOf = (name: SideName): Point => ({ x: outward(name) * body.halfHip, y: pelvis.y });
  let joints: Joints = {
    pelvis,
    waist,
    chest,
    head: along(chest, headAngle, body.shoulderToHead),
    headAngle,
    // The near side is to the left: whoever turns to it looks to the left.
    turn: -Math.sin((pose.rotation.neck ?? turn) * RAD),
    near: { ...leg(pose, "near", hipOf("near")), ...arm(pose, "near", shoulderOf("near"), upper) },
    far: { ...leg(pose, "far", hipOf("far")), ...arm(pose, "far", shoulderOf("far"), upper) },
  };
  for (const name of ["near", "far"] as const) {
    const touched = pose.touch[`${name}Hand`];
    const goal = touched === undefined ? null : placeOf(touched, name, joints);
    const closed = name === "near" ? (pose.rotation.fingersFlexion ?? 0) : 0;
    if (goal !== null)
      joints = {
        ...joints,
        [name]: { ...joints[name], ...armTo(joints[name], goal.point, goal.direction, closed) },
      };
  }
  return joints;
}
