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
  table: 72,
  worktop: 86,
  stool: 32,
} as const;

/** How far from its resting place a hand may be drawn before it counts as floating, in units. */
export const CONTACT = 1.5;
