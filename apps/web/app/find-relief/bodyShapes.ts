/** Where the places lie on the drawn body, and how their names are joined to it. In units of the picture's box. */
export const BOX = { width: 104, height: 444 } as const;

type Point = readonly [x: number, y: number];

/** The spots of a place on the body. */
export const spots: Readonly<Record<string, readonly Point[]>> = {
  neck: [[52, 66]],
  shoulder: [
    [29, 92],
    [75, 92],
  ],
  elbow: [
    [18, 158],
    [86, 158],
  ],
  wrist: [
    [13, 208],
    [91, 208],
  ],
  hand: [
    [10, 240],
    [94, 240],
  ],
  trunk: [[52, 138]],
  hip: [
    [38, 206],
    [66, 206],
  ],
  "front-of-thigh": [
    [40, 256],
    [64, 256],
  ],
  "inner-thigh": [
    [47, 282],
    [57, 282],
  ],
  "back-of-thigh": [
    [36, 304],
    [68, 304],
  ],
  calf: [
    [38, 374],
    [66, 374],
  ],
};

/** Names left and right of the body, from the top; the middle of each row is where its line begins. */
export const leftNames = ["neck", "shoulder", "elbow", "wrist", "hand", "whole-body"] as const;
export const rightNames = ["trunk", "hip", "front-of-thigh", "inner-thigh", "back-of-thigh", "calf"] as const;
export const rowMiddle = (row: number): number => 76 * row + 32;
