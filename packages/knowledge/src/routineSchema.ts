/** The shapes of routines, their poses, what speaks against them, and the findings behind them. */
import * as v from "valibot";
import { certainty, pointedAt, someSources, text } from "./sharedSchema.ts";

const texts = v.array(text);
const amount = v.pipe(v.number(), v.minValue(0));
/** from, to; null where no figure was read */
const range = v.nullable(
  v.pipe(
    v.tuple([amount, amount]),
    v.check(([from, to]) => from <= to, "from is above to"),
  ),
);
const degrees = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));

export const routineKinds = [
  "stretch",
  "position",
  "comfort",
  "strength",
  "practice",
  "cardio",
  "standing",
  "device",
] as const;
export const routinePositions = ["lying", "sitting", "wheelchair", "standing", "water"] as const;

const doseSchema = v.strictObject({
  /** one hold, in seconds */
  holdSeconds: range,
  repeats: range,
  /** one session, in minutes */
  minutes: range,
  sessionsPerDay: range,
  sessionsPerWeek: range,
  /** how many weeks it was done in the source */
  weeks: v.nullable(amount),
  /** `source`: read for this exercise; `adapted`: a general dose put on it; `expert`: ours, no dose was read */
  basis: v.picklist(["source", "adapted", "expert"]),
  sources: v.array(pointedAt),
  note: v.nullable(text),
});

export const routineSchema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z][a-z-]+$/)),
  name: text,
  kind: v.picklist(routineKinds),
  /** muscles, or the part of the body that it is for */
  targets: v.pipe(texts, v.minLength(1)),
  patterns: v.pipe(texts, v.minLength(1)),
  /** ids of the conditions it was collected for */
  conditions: v.pipe(texts, v.minLength(1)),
  positions: v.pipe(v.array(v.picklist(routinePositions)), v.minLength(1)),
  alone: v.boolean(),
  helper: v.picklist(["not-needed", "useful", "needed"]),
  /** where it can be done; what needs a clinic is never proposed for now */
  setting: v.picklist(["home", "clinic-and-home", "clinic", "pool"]),
  equipment: texts,
  /** why it is never proposed for now: a device, a pool, trained staff; null: it may be proposed */
  notForNow: v.nullable(text),
  /** how often all of it is done: 1 to 2: for one stiff side or for both; 2 to 2: it has two sides in itself */
  sides: v.pipe(
    v.tuple([v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.number(), v.integer())]),
    v.check(([fewest, most]) => fewest <= most, "fewest is above most"),
  ),
  why: v.nullable(text),
  steps: v.pipe(texts, v.minLength(3)),
  /** the same steps told to whoever helps; null where `steps` speak to the helper already */
  forHelper: v.nullable(texts),
  dose: doseSchema,
  /** wrong forms */
  avoid: v.pipe(texts, v.minLength(1)),
  /** ids of `routineSigns.json` */
  stopSigns: v.pipe(texts, v.minLength(1)),
  contraindications: texts,
  /** ids of `routineEvidence.json` */
  evidence: texts,
  /** of the effect, not of doing no harm */
  certainty,
});
export type Routine = v.InferOutput<typeof routineSchema>;

const limbSchema = v.strictObject({
  hip: degrees,
  knee: degrees,
  ankle: v.optional(degrees),
  shoulder: degrees,
  elbow: degrees,
  wrist: v.optional(degrees),
});
export type Limb = v.InferOutput<typeof limbSchema>;

export const poseBases = [
  "standing",
  "sitting",
  "wheelchair",
  "supine",
  "prone",
  "side-lying",
  "water",
] as const;

/** What of the body can be held to something, and to what. */
export const touchingParts = ["nearHand", "farHand", "nearElbow", "farElbow", "nearFoot", "farFoot"] as const;
export const touchedPlaces = [
  "floor",
  "bed",
  "table",
  "worktop",
  "wall",
  "stool",
  "pedal",
  "handlebar",
  "wedge",
  "near-knee",
  "far-knee",
  "near-thigh",
  "far-thigh",
  "near-hand",
  "near-wrist",
  "near-elbow",
  "armrest",
  "midline",
  "rail",
] as const;
export type TouchingPart = (typeof touchingParts)[number];
export type TouchedPlace = (typeof touchedPlaces)[number];

/**
 * Joint angles in degrees, neutral-zero method. Side view: seen from the person's right, facing right; hip, shoulder, knee,
 * elbow + flexion, ankle + toes up, wrist + back of the hand up. Front view: hip and shoulder + out to the side, trunk and
 * neck + towards the near side, knee flexion is foreshortened. `near` is the limb nearest the viewer and the treated side.
 */
export const poseSchema = v.strictObject({
  view: v.picklist(["side", "front"]),
  base: v.picklist(poseBases),
  /** 0 upright, + leaning forward, 90 lying on the back, -90 on the front */
  trunkTilt: degrees,
  /** bending of the trunk over the pelvis */
  trunk: degrees,
  neck: degrees,
  near: limbSchema,
  far: limbSchema,
  /** what a flat figure cannot show: neck, trunk, hipExternal, shoulderExternal, forearmSupination, fingersFlexion */
  rotation: v.record(text, degrees),
  props: texts,
  /** where a hand, elbow or foot rests or holds on; the drawing closes the last gap */
  touch: v.optional(v.record(v.picklist(touchingParts), v.picklist(touchedPlaces)), {}),
});
export type Pose = v.InferOutput<typeof poseSchema>;

export const routinePoseSchema = v.strictObject({
  routine: text,
  start: poseSchema,
  end: poseSchema,
  /** the one wrong form that a still picture can show; null where all of them are of speed, force or circumstance */
  wrong: v.optional(v.nullable(v.strictObject({ pose: poseSchema, words: text })), null),
});
export type RoutinePose = v.InferOutput<typeof routinePoseSchema>;

/** What a sign asks for: emergency help, a doctor today, telling the doctor, or stopping and resting. */
export const signUrgencies = ["emergency", "today", "tell", "stop"] as const;
const signSchema = v.strictObject({
  id: text,
  text,
  urgency: v.picklist(signUrgencies),
  /** what to do then, in our own words */
  whatToDo: text,
  source: v.nullable(text),
});
/** How far a joint of the figure may go, in degrees. All of them are ours so far: a physiotherapist has not read them. */
export const jointLimitSchema = v.strictObject({
  view: v.picklist(["side", "front"]),
  joint: v.picklist(["hip", "knee", "ankle", "shoulder", "elbow", "wrist", "trunk", "neck"]),
  from: degrees,
  to: degrees,
  basis: v.picklist(["source", "ours"]),
  source: v.nullable(text),
});
export type JointLimit = v.InferOutput<typeof jointLimitSchema>;

export const contraindicationSchema = v.strictObject({
  id: text,
  text,
  /** asked once of the person */
  ask: v.pipe(text, v.endsWith("?")),
  /** `leave-out`: never proposed; `helper-only`: only with someone beside the person */
  effect: v.picklist(["leave-out", "helper-only"]),
  source: v.nullable(text),
  /** a "no" older than this is asked again; our own mark: short for what comes and goes */
  askAgainDays: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** said at once where it is answered yes and cannot wait */
  urgent: v.nullable(text),
});
export type Contraindication = v.InferOutput<typeof contraindicationSchema>;

export const routineSignsSchema = v.strictObject({
  stopSigns: v.array(signSchema),
  contraindications: v.array(contraindicationSchema),
});
export type StopSign = v.InferOutput<typeof signSchema>;

export const routineFindingSchema = v.strictObject({
  id: text,
  subject: text,
  claim: text,
  value: v.record(text, v.unknown()),
  sources: someSources,
  certainty,
  audience: v.picklist(["patient", "carer", "clinician"]),
});
export type RoutineFinding = v.InferOutput<typeof routineFindingSchema>;
