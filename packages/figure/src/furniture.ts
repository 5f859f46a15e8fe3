/** What the person stands, sits and lies on and at: drawn before the person. */
import { body, frontHeights, heights } from "./body.ts";
import { pedal } from "./contact.ts";
import { along, heading, type Point } from "./geometry.ts";
import { capsule, disc, line, polygon, slab } from "./path.ts";
import type { Shape } from "./person.ts";
import { of, type Scene, stands } from "./scene.ts";

/** Middle of what someone lies on, seen from above. */
export const ABOVE = 86;

export function furniture(scene: Scene): Shape[] {
  if (scene.above)
    return [of("prop", slab(-104, ABOVE - 62, 208, 124, 12)), of("soft", slab(-97, ABOVE - 21, 36, 42, 9))];
  return scene.pose.view === "front" ? frontFurniture(scene) : sideFurniture(scene);
}

function sideFurniture(scene: Scene): Shape[] {
  const { pair, stage, ends } = scene;
  const shapes: Shape[] = [];
  if (stands(scene, "wall")) shapes.push(of("prop", slab(stage.wall, 0, 8, 168, 1)));
  if (stands(scene, "worktop")) {
    const front = Math.min(ends.end.near.wrist.x, ends.end.far.wrist.x) - 7;
    shapes.push(
      of("prop", slab(front + 7, 0, 44, heights.worktop - 5, 1)),
      of("wood", slab(front, heights.worktop - 5, 55, 5)),
    );
  }
  const seatedAt =
    pair.start.base === "wheelchair" || pair.start.base === "sitting" ? ends.start.pelvis.x : -58;
  if (stands(scene, "chair")) shapes.push(...chair(pair.start.base === "standing" ? -58 : seatedAt));
  if (stands(scene, "wheelchair")) shapes.push(...wheelchair(seatedAt));
  if (stands(scene, "bed") || stands(scene, "bed-edge")) shapes.push(...bed(scene));
  if (stands(scene, "floor")) shapes.push(of("wood", slab(-88, -4, 190, 4, 2)));
  if (stands(scene, "table-short")) shapes.push(...table(stage.table, 4, 33));
  if (stands(scene, "table") || stands(scene, "table-high")) shapes.push(...table(stage.table, 15, 78));
  if (stands(scene, "stool")) {
    const x = ends.end.near.ankle.x;
    shapes.push(
      of("prop", slab(x - 22, 0, 5, stage.stool - 3, 1), slab(x + 9, 0, 5, stage.stool - 3, 1)),
      of("wood", slab(x - 26, stage.stool - 6, 44, 6, 3)),
    );
  }
  if (stands(scene, "tilt-table")) shapes.push(...tiltTable(scene));
  if (stands(scene, "standing-frame")) shapes.push(...standingFrame(scene));
  if (stands(scene, "bike")) shapes.push(...bike(scene));
  if (stands(scene, "pedal-trainer")) shapes.push(...pedalTrainer(scene));
  if (stands(scene, "pool"))
    shapes.push(
      of("prop", slab(50, -6, 14, 122, 1), slab(-84, -6, 148, 6, 1)),
      of("line", line({ x: 46, y: heights.rail }, { x: 54, y: heights.rail })),
    );
  return shapes;
}

const chair = (x: number): Shape[] => [
  of("prop", slab(x - 16, 0, 4, heights.seat - 4, 1), slab(x + 20, 0, 4, heights.seat - 4, 1)),
  of("wood", slab(x - 17, heights.seat - 5, 43, 5), slab(x - 20.5, heights.seat - 5, 5, 60, 2.5)),
];

const wheelchair = (x: number): Shape[] => [
  of("wood", slab(x - 17, heights.seat - 5, 42, 5), slab(x - 20.5, heights.seat - 5, 5, 52, 2.5)),
  of(
    "line",
    disc({ x: x - 6, y: 25 }, 25),
    disc({ x: x + 27, y: 6.5 }, 6.5),
    line({ x: x - 18, y: heights.seat + 46 }, { x: x - 29, y: heights.seat + 46 }),
    line(
      { x: x - 18, y: heights.armrest - 2 },
      { x: x + 20, y: heights.armrest - 2 },
      { x: x + 24, y: heights.seat },
      {
        x: x + 34,
        y: 9,
      },
    ),
  ),
];

const table = (height: number, x: number, width: number): Shape[] => [
  of(
    "prop",
    slab(x + width - 12, 0, 5, height - 4, 1),
    slab(x + Math.min(20, width / 3), 0, 5, height - 4, 1),
  ),
  of("wood", slab(x, height - 4, width, 4)),
];

function bed(scene: Scene): Shape[] {
  const { pair, stage, ends } = scene;
  const top = stage.surface;
  const sits = pair.end.base === "sitting";
  const prone = pair.end.base === "prone";
  const left = sits ? -26 : prone ? -68 : -98;
  const right = sits ? 100 : prone ? 108 : stands(scene, "bed-edge") ? 10 : 100;
  const cover: Shape[] = [
    of("prop", slab(left + 5, 0, 5, top - 10, 1), slab(right - 10, 0, 5, top - 10, 1)),
    of("wood", slab(left, top - 15, right - left, 6, 2)),
    of("prop", slab(left + 2, top - 10, right - left - 4, 10, 4)),
  ];
  if (!sits && !prone) {
    const { head } = ends.end;
    cover.push(of("soft", slab(head.x - 15, top - 1, 27, Math.max(4, head.y - top - 7), 4)));
  }
  return cover;
}

function tiltTable({ joints }: Scene): Shape[] {
  const { pelvis, chest } = joints;
  const up = heading(pelvis, chest);
  const under = (length: number, off: number): Point => along(along(pelvis, up, length), up - 90, off);
  const foot = under(-87, 8);
  return [
    of(
      "prop",
      slab(-34, 0, 68, 5, 2),
      polygon({ x: -12, y: 4 }, { x: 12, y: 4 }, under(-6, 12), under(6, 12)),
    ),
    of("wood", capsule(under(80, body.lying + 3.4), under(-88, body.lying + 3.4), 3, 3)),
    of("wood", capsule(foot, along(foot, up + 90, 26), 2, 2)),
  ];
}

function standingFrame({ ends }: Scene): Shape[] {
  const { near } = ends.end;
  const x = near.ankle.x;
  const tray = heights.worktop;
  return [
    of("prop", slab(x - 24, -1, 62, 3, 1.5), slab(x + 20, 0, 5, tray - 4, 2)),
    of("wood", slab(x + 4, tray - 4, 46, 4), slab(near.knee.x + 7, near.knee.y - 9, 13, 14, 4)),
  ];
}

function bike(scene: Scene): Shape[] {
  const { middle } = scene.stage.crank;
  const saddle = heights.saddle - body.seated;
  return [
    of("line", disc(middle, 20)),
    of(
      "prop",
      slab(-22, 0, 88, 4, 2),
      capsule({ x: -2, y: saddle - 2 }, { x: middle.x - 12, y: 3 }, 2.4, 2.4),
      capsule({ x: middle.x + 14, y: 3 }, { x: 46, y: heights.bar }, 2.4, 2.4),
    ),
    of(
      "wood",
      slab(-15, saddle - 4, 26, 5, 2.5),
      capsule({ x: 38, y: heights.bar }, { x: 50, y: heights.bar + 1 }, 2.4, 2.4),
    ),
  ];
}

function pedalTrainer(scene: Scene): Shape[] {
  const { middle } = scene.stage.crank;
  return [
    of("prop", slab(middle.x - 14, -1, 40, 4, 2), slab(middle.x + 8, 0, 8, 46, 3)),
    of("wood", disc(middle, 12)),
  ];
}

/** Crank and pedals, between the far and the near leg. */
export function crank(scene: Scene, turn: number): Shape[] {
  if (!stands(scene, "bike") && !stands(scene, "pedal-trainer")) return [];
  const under = (name: "near" | "far"): Point => {
    const foot = pedal(scene.stage, name, turn);
    return { x: foot.x + 8, y: foot.y - body.sole - 1.5 };
  };
  const [near, far] = [under("near"), under("far")];
  const plate = ({ x, y }: Point): string => line({ x: x - 6, y }, { x: x + 6, y });
  return [of("strap", line(near, far), plate(near), plate(far))];
}

function frontFurniture(scene: Scene): Shape[] {
  const shapes: Shape[] = [];
  const { seat, armrest } = frontHeights;
  if (stands(scene, "bed"))
    shapes.push(
      of("prop", slab(-92, 0, 6, 34, 1), slab(86, 0, 6, 34, 1)),
      of("prop", slab(-98, frontHeights.bed - 12, 196, 13, 5)),
    );
  if (stands(scene, "chair")) {
    shapes.push(
      of("prop", slab(-24, 0, 5, seat, 1), slab(19, 0, 5, seat, 1)),
      of("wood", slab(-25, seat, 50, 54, 7)),
      of("prop", slab(-27, seat - 5, 54, 10, 4)),
    );
    if (stands(scene, "armrests"))
      shapes.push(
        of("wood", slab(-32, armrest - 3, 9, 5, 2), slab(23, armrest - 3, 9, 5, 2)),
        of("prop", slab(-29.5, seat, 4, armrest - seat - 3, 1), slab(25.5, seat, 4, armrest - seat - 3, 1)),
      );
  }
  if (stands(scene, "table-at-side"))
    shapes.push(
      of("prop", slab(-84, 0, 5, frontHeights.table - 4, 1), slab(-40, 0, 5, frontHeights.table - 4, 1)),
      of("wood", slab(-92, frontHeights.table - 5, 64, 6, 2)),
    );
  if (stands(scene, "worktop-at-side"))
    shapes.push(
      of("prop", slab(34, 0, 52, heights.worktop - 5, 1)),
      of("wood", slab(26, frontHeights.worktop - 5, 66, 5)),
    );
  return shapes;
}

/** What stands between the viewer and a seated person: the table, seen from the front. */
export function frontTable(scene: Scene): Shape[] {
  if (scene.pose.view !== "front" || !stands(scene, "table")) return [];
  const { table: height } = frontHeights;
  return [
    of("prop", slab(-66, 0, 5, height - 14, 1), slab(61, 0, 5, height - 14, 1)),
    of("wood", slab(-76, height - 14, 152, 16, 4)),
    of("prop", slab(-76, height - 15, 152, 5, 2)),
  ];
}
