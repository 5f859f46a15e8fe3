/**
 * The measures of the drawn person, in units of the drawing (a person stands about 160 units tall). They are ours, chosen
 * so that posture can be read at 96 px: a little more head, hand and foot than a real body has. See SPEC.md.
 */
export const body = {
  pelvisToWaist: 22,
  waistToShoulder: 25,
  shoulderToHead: 21,
  head: 11.5,
  upperArm: 28,
  forearm: 24,
  palm: 6,
  fingers: 6.5,
  thigh: 40,
  shank: 38,
  /** from the middle of the ankle down to the sole, back to the end of the heel, forward to the tip of the toes */
  sole: 7,
  heel: 7,
  toe: 18,
  /** half the width between the hips and between the shoulders, seen from the front */
  halfHip: 8.5,
  halfShoulder: 15,
  /** how far the hip joint lies above what the person sits or lies on */
  seated: 8.5,
  lying: 7.5,
} as const;

/** Heights above the floor. A seat is as high as lets the feet stand flat with the knee at a right angle. */
export const heights = {
  seat: body.shank + body.sole - body.seated,
  bed: 40,
  table: 61,
  highTable: 74,
  worktop: 85,
  armrest: 57,
  rail: 100,
  stool: 24,
  saddle: 90,
  bar: 116,
} as const;

/** Seen from the front, as if from a little above, what is nearer to the viewer lies lower. */
export const frontHeights = {
  hip: 58,
  knee: 45,
  seat: 46,
  table: 70,
  armrest: 78,
  worktop: 84,
  bed: 50,
} as const;

/** How far from its resting place a hand or foot may be drawn before it counts as floating, in units. */
export const CONTACT = 1.5;
