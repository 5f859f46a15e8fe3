/** Points in the plane of the drawing: x to the right, y up, angles in degrees clockwise from straight up. */
export type Point = { readonly x: number; readonly y: number };

const RAD = Math.PI / 180;

/** The point that lies `length` from `from` in the direction `angle`. */
export const along = (from: Point, angle: number, length: number): Point => ({
  x: from.x + length * Math.sin(angle * RAD),
  y: from.y + length * Math.cos(angle * RAD),
});
export const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
export const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
/** The direction from a to b. */
export const heading = (a: Point, b: Point): number => Math.atan2(b.x - a.x, b.y - a.y) / RAD;
export const between = (a: number, b: number, at: number): number => a + (b - a) * at;
export const pointBetween = (a: Point, b: Point, at: number): Point => ({
  x: between(a.x, b.x, at),
  y: between(a.y, b.y, at),
});
/** The same direction, from -180 (exclusive) to 180 degrees. */
export const turned = (angle: number): number => angle - 360 * Math.ceil((angle - 180) / 360);

/**
 * The two directions of a limb of two pieces that begins at `root` and ends as near to `goal` as it reaches. `bend` says to
 * which side the middle joint goes: 1 counterclockwise of the line to the goal, -1 clockwise. Law of cosines.
 */
export function reach(
  root: Point,
  goal: Point,
  upper: number,
  lower: number,
  bend: 1 | -1,
): { upper: number; lower: number } {
  const far = Math.min(Math.max(distance(root, goal), Math.abs(upper - lower) + 0.01), upper + lower - 0.01);
  const towards = heading(root, goal);
  const corner = Math.acos((upper ** 2 + far ** 2 - lower ** 2) / (2 * upper * far)) / RAD;
  const direction = towards - bend * corner;
  const middle = along(root, direction, upper);
  return { upper: direction, lower: heading(middle, along(root, towards, far)) };
}
