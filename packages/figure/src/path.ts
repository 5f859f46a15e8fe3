/** SVG paths in the units of the drawing, y down, one digit after the point so that fifty figures stay light. */
import { distance, heading, type Point, pointBetween } from "./geometry.ts";

/** The box that everything is drawn in; the floor is near its lower edge. */
export const box = { width: 240, height: 180, floor: 172, middle: 120 } as const;

export const round = (value: number): number => Math.round(value * 10) / 10;
const short = (value: number): string => `${Math.round(value * 10) / 10}`.replace(/^(-?)0\./, "$1.");
/** Text of a point: y is turned round, for a screen counts down. */
export const at = ({ x, y }: Point): string => pair(box.middle + x, box.floor - y);
const pair = (x: number, y: number): string => {
  const second = short(y);
  return `${short(x)}${second.startsWith("-") ? "" : " "}${second}`;
};

const RAD = Math.PI / 180;
const off = (from: Point, angle: number, length: number): Point => ({
  x: from.x + length * Math.sin(angle * RAD),
  y: from.y + length * Math.cos(angle * RAD),
});

export const disc = (middle: Point, r: number): string =>
  `M${at(off(middle, 90, -r))}a${short(r)} ${short(r)} 0 1 1 ${short(2 * r)} 0a${short(r)} ${short(r)} 0 1 1-${short(2 * r)} 0z`;

/** Two round ends of different width and what lies between them. */
export function capsule(from: Point, to: Point, first: number, last: number): string {
  const length = distance(from, to);
  if (length <= Math.abs(first - last) + 0.1) return disc(first >= last ? from : to, Math.max(first, last));
  const direction = heading(from, to);
  const lean = Math.acos((first - last) / length) / RAD;
  const [a, b, c, d] = [
    off(from, direction - lean, first),
    off(to, direction - lean, last),
    off(to, direction + lean, last),
    off(from, direction + lean, first),
  ];
  return `M${at(a)}L${at(b)}A${short(last)} ${short(last)} 0 0 1 ${at(c)}L${at(d)}A${short(first)} ${short(first)} 0 ${first >= last ? 1 : 0} 1 ${at(a)}z`;
}

export const line = (...points: readonly Point[]): string => `M${points.map(at).join("L")}`;
/** A box with its lower left corner, and corners as round as they may be. */
export function slab(x: number, y: number, width: number, height: number, round = 2): string {
  const r = Math.min(round, width / 2, height / 2);
  const corner = `a${short(r)} ${short(r)} 0 0 1 `;
  return `M${at({ x: x + r, y: y + height })}h${short(width - 2 * r)}${corner}${pair(r, r)}v${short(height - 2 * r)}${corner}${pair(-r, r)}h${short(2 * r - width)}${corner}${pair(-r, -r)}v${short(2 * r - height)}${corner}${pair(r, -r)}z`;
}
export const polygon = (...points: readonly Point[]): string => `${line(...points)}z`;
/** A curve that passes the points smoothly: it begins and ends in the first and the last. */
export function smooth(points: readonly Point[]): string {
  const [first, ...others] = points;
  const last = others[others.length - 1];
  if (first === undefined || last === undefined) return "";
  const bends = others.slice(0, -1).map((point, place) => {
    const next = others[place + 1] ?? last;
    const end = place === others.length - 2 ? next : pointBetween(point, next, 0.5);
    return `Q${at(point)} ${at(end)}`;
  });
  return `M${at(first)}${bends.length === 0 ? `L${at(last)}` : bends.join("")}`;
}
