/** What is held, worn or put under: pillows, strap, cup, splint, pads. */
import { along, heading, type Point, plus, pointBetween } from "./geometry.ts";
import { capsule, disc, line, polygon, slab } from "./path.ts";
import type { Shape } from "./person.ts";
import { has, of, type Scene, stands } from "./scene.ts";

/** Across a limb, at a part of its length. */
const band = (from: Point, to: Point, part: number, half: number, thick: number): string => {
  const middle = pointBetween(from, to, part);
  const direction = heading(from, to);
  return capsule(along(middle, direction - 90, half), along(middle, direction + 90, half), thick, thick);
};

/** Pillows and towels that carry something lie under it. */
export function under(scene: Scene): Shape[] {
  const { pose, joints, stage, above } = scene;
  const { near, far } = joints;
  const pillow = (middle: Point, width: number, height: number): Shape =>
    of("soft", slab(middle.x - width / 2, middle.y - height / 2, width, height, Math.min(6, height / 2)));
  if (above) {
    if (pose.base === "side-lying") return has(scene, "pillows") ? besides(scene) : [];
    if (has(scene, "pillow"))
      return [pillow(plus(pointBetween(near.elbow, near.wrist, 0.5), { x: 2, y: -4 }), 44, 26)];
    if (!has(scene, "pillows")) return [];
    return stands(scene, "helper-at-leg")
      ? [pillow(plus(far.knee, { x: 0, y: 14 }), 66, 12)]
      : [pillow(plus(near.knee, { x: 0, y: -2 }), 26, 22), pillow(plus(far.knee, { x: 0, y: 2 }), 26, 22)];
  }
  const shapes: Shape[] = [];
  const filled = (x: number, width: number, top: number, bottom = stage.surface): Shape =>
    of("soft", slab(x - width / 2, bottom - 1, width, Math.max(4, top - bottom + 1), 4));
  if (pose.view === "side" && has(scene, "pillows")) {
    if (pose.base === "prone")
      shapes.push(filled(-4, 34, stage.surface + 3), filled(near.ankle.x + 22, 30, stage.surface + 3));
    else if (pose.base === "supine")
      shapes.push(
        filled(near.wrist.x - 5, 38, near.wrist.y - 3),
        filled(near.ankle.x - 14, 20, near.ankle.y - 5),
      );
  }
  if (has(scene, "pillow-under-knees")) shapes.push(filled(near.knee.x, 26, near.knee.y - 6));
  if (has(scene, "pillow") && pose.view === "front")
    shapes.push(of("soft", slab(near.elbow.x - 14, near.wrist.y - 13, 34, 12, 5)));
  if (has(scene, "towel-folded") || (has(scene, "towel") && stands(scene, "table")))
    shapes.push(of("soft", slab(near.wrist.x - 8, stage.table, 30, 3, 1.5)));
  if (has(scene, "cloths"))
    for (const { wrist } of [far, near])
      shapes.push(of("soft", slab(wrist.x - 5, stage.table, 20, 2.6, 1.3)));
  if (has(scene, "towel-elbow")) shapes.push(of("soft", slab(near.elbow.x - 10, stage.table, 20, 3, 1.5)));
  if (has(scene, "wedge")) {
    const { heel, toe } = scene.ends.end.near;
    shapes.push(
      of(
        "wood",
        polygon({ x: heel.x + 2, y: 0 }, toe, { x: toe.x + 3, y: toe.y - 1 }, { x: toe.x + 3, y: 0 }),
      ),
    );
  }
  return shapes;
}

/** Lying on the side, seen from above: behind the back, under the upper leg, under the arm. */
function besides({ joints }: Scene): Shape[] {
  const { near, far, waist } = joints;
  const legPillow = pointBetween(near.knee, near.ankle, 0.5);
  const back = { x: waist.x - 6, y: waist.y - 19 };
  const hand = near.wrist.y > far.wrist.y - 8 ? near.wrist : far.wrist;
  return [
    of("soft", slab(back.x - 34, back.y - 6, 68, 13, 6)),
    of("soft", slab(legPillow.x - 28, legPillow.y - 13, 56, 26, 9)),
    of("soft", slab(hand.x - 14, hand.y - 20, 28, 34, 9)),
  ];
}

/** What lies over the body or is held in the hand. */
export function over(scene: Scene): Shape[] {
  const { pose, joints, stage, ends } = scene;
  const { near, far } = joints;
  const shapes: Shape[] = [];
  if (has(scene, "strap") || (has(scene, "towel") && !stands(scene, "table"))) {
    const ball = pose.base === "side-lying" ? near.ankle : pointBetween(near.heel, near.toe, 0.8);
    shapes.push(of("strap", line(near.knuckles, ball)));
    if (pose.base !== "side-lying") shapes.push(of("strap", line(far.knuckles, ball)));
  }
  if (has(scene, "fes-cuff")) shapes.push(of("device", band(near.knee, near.ankle, 0.2, 4.6, 3.6)));
  if (has(scene, "nmes-pads")) {
    const up = heading(near.elbow, near.wrist) - 90;
    const pad = (part: number): Point => along(pointBetween(near.elbow, near.wrist, part), up, 3.6);
    const box = { x: near.elbow.x + 52, y: stage.table };
    shapes.push(
      of("strap", line(pad(0.4), { x: box.x + 4, y: box.y + 22 }, { x: box.x + 4, y: box.y + 8 })),
      of("device", capsule(pad(0.32), pad(0.46), 2.2, 2.2), capsule(pad(0.68), pad(0.82), 2.2, 2.2)),
      of("device", slab(box.x - 3, box.y, 14, 9, 2)),
    );
  }
  if (has(scene, "splint")) {
    const arm = heading(near.elbow, near.wrist) + 90;
    const hand = heading(near.wrist, near.knuckles) + 90;
    const from = along(pointBetween(near.elbow, near.wrist, 0.35), arm, 3.8);
    const corner = along(near.wrist, (arm + hand) / 2, 3.8);
    shapes.push(
      of("device", capsule(from, corner, 1.7, 1.7), capsule(corner, along(near.tip, hand, 3.4), 1.7, 1.7)),
      of(
        "device",
        band(near.elbow, near.wrist, 0.5, 3.4, 1.5),
        band(near.wrist, near.knuckles, 0.6, 3.2, 1.5),
      ),
    );
  }
  if (has(scene, "cold-pack"))
    shapes.push(
      of(
        "device",
        capsule(
          pointBetween(near.knee, near.ankle, 0.3),
          pointBetween(near.knee, near.ankle, 0.62),
          7.6,
          6.8,
        ),
      ),
    );
  if (has(scene, "cup")) {
    const place = ends.end.near.knuckles;
    shapes.push(of("device", slab(place.x + 1, stage.table, 8, 10, 1.5)));
  }
  if (has(scene, "mitt"))
    shapes.push(
      of("device", capsule(far.wrist, far.knuckles, 4, 4.4), capsule(far.knuckles, far.tip, 4.4, 3.2)),
    );
  if (has(scene, "spoon")) {
    // The thumb goes outwards as the palm turns up, and the spoon with it.
    const turn = -(pose.rotation.forearmSupination ?? 0);
    const grip = near.knuckles;
    shapes.push(
      of(
        "device",
        capsule(along(grip, turn, -10), along(grip, turn, 17), 1.3, 1.3),
        disc(along(grip, turn, 20), 3.6),
      ),
      of("skin", disc(grip, 4.2)),
    );
  }
  if (has(scene, "cushion")) {
    const middle = pointBetween(near.knee, far.knee, 0.5);
    const half = Math.max(5, Math.abs(near.knee.x - far.knee.x) / 2 - 5);
    shapes.push(of("soft", slab(-half, middle.y - 6, 2 * half, 17, 6)));
  }
  if (stands(scene, "tilt-table"))
    shapes.push(
      of(
        "device",
        band(near.hip, near.knee, 0.86, 8.5, 1.8),
        band(joints.pelvis, joints.waist, 0.3, 10.5, 1.8),
        band(joints.waist, joints.chest, 0.5, 10.5, 1.8),
      ),
    );
  if (stands(scene, "standing-frame") && pose.base === "standing")
    shapes.push(of("device", band(joints.pelvis, joints.waist, 0.05, 10.5, 1.8)));
  if (stands(scene, "pool")) shapes.push(of("water", slab(-84, 0, 134, 92, 1)));
  return shapes;
}
