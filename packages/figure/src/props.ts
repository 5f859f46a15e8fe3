/** Furniture and aids around the person, from the names that a pose lists. */
import type { Pose, RoutinePose } from "@unclench/knowledge/poses";
import { body, heights } from "./body.ts";
import { along, heading, type Point, plus, pointBetween } from "./geometry.ts";
import type { Joints } from "./joints.ts";
import { capsule, disc, line, polygon, slab } from "./path.ts";
import type { Shape, Tone } from "./person.ts";
import type { Stage } from "./side.ts";

export type Scene = {
  readonly pose: Pose;
  readonly pair: RoutinePose;
  readonly joints: Joints;
  readonly stage: Stage;
  /** seen from above: someone lies on the side, or on the back in the front view */
  readonly above: boolean;
  readonly moment: number;
};

const of = (tone: Tone, ...d: readonly string[]): Shape => ({ tone, d: d.join("") });
const has = ({ pose }: Scene, name: string): boolean => pose.props.includes(name);
/** What stands there for the whole routine stands there in both poses. */
const stands = ({ pair }: Scene, name: string): boolean =>
  pair.start.props.includes(name) || pair.end.props.includes(name);

const ground = of("ground", line({ x: -112, y: -1.5 }, { x: 112, y: -1.5 }));

export function propsBehind(scene: Scene): Shape[] {
  const { pose, joints, stage, above } = scene;
  const front = pose.view === "front";
  if (above) return [of("prop", slab(-104, 46, 208, 80, 10)), of("soft", slab(-98, 68, 34, 36, 8))];
  const shapes: Shape[] = [ground];
  if (stands(scene, "wall") && !front) shapes.push(of("prop", slab(stage.wall, -1.5, 9, 170, 1)));
  if (stands(scene, "worktop"))
    shapes.push(
      front
        ? of("prop", slab(-70, heights.worktop - 5, 140, 5), slab(-64, 0, 128, heights.worktop - 5, 1))
        : of("prop", slab(24, heights.worktop - 5, 60, 5), slab(30, 0, 54, heights.worktop - 5, 1)),
    );
  if (
    stands(scene, "chair") &&
    (pose.base === "sitting" || scene.pair.start.base === "sitting" || pose.base === "standing")
  ) {
    const x = pose.base === "standing" && scene.pair.start.base === "standing" ? -62 : 0;
    shapes.push(...(front ? frontChair() : chair(x)));
  }
  if (stands(scene, "wheelchair")) shapes.push(...(front ? frontChair() : wheelchair(0)));
  if (stands(scene, "bed") || stands(scene, "bed-edge")) shapes.push(...bed(scene));
  if (stands(scene, "table") && !front) shapes.push(of("prop", slab(70, 0, 4, heights.table - 4, 1)));
  if (has(scene, "stool")) {
    const top = Math.min(joints.near.ankle.y, joints.far.ankle.y) - 8;
    shapes.push(of("prop", slab(joints.near.ankle.x - 22, 0, 34, Math.max(6, top), 2)));
  }
  if (has(scene, "tilt-table")) {
    const { pelvis, chest } = joints;
    const up = heading(pelvis, chest);
    const under = (along_: number, off: number): Point => along(along(pelvis, up, along_), up - 90, off);
    shapes.push(
      of("prop", capsule(under(76, body.lying + 3), under(-88, body.lying + 3), 3, 3)),
      of("prop", slab(-3, 0, 6, Math.max(10, pelvis.y - 14), 2), slab(-30, 0, 60, 5, 2)),
    );
  }
  if (has(scene, "standing-frame"))
    shapes.push(
      of("prop", slab(joints.near.ankle.x - 26, -1, 56, 4, 2), slab(joints.near.knee.x + 9, 0, 4, 90, 2)),
    );
  if (stands(scene, "bike")) shapes.push(...bike(stage));
  if (stands(scene, "pool")) shapes.push(of("prop", slab(-112, -6, 224, 6, 1)));
  return shapes;
}

const chair = (x: number): Shape[] => [
  of(
    "prop",
    slab(x - 18, heights.seat - 5, 44, 5, 2),
    slab(x - 20, heights.seat - 5, 4.5, 56, 2),
    slab(x - 17, 0, 4, heights.seat - 5, 1),
    slab(x + 20, 0, 4, heights.seat - 5, 1),
  ),
];
const frontChair = (): Shape[] => [
  of(
    "prop",
    slab(-26, heights.seat - 3, 52, 8, 3),
    slab(-24, heights.seat, 48, 52, 6),
    slab(-24, 0, 4, heights.seat, 1),
    slab(20, 0, 4, heights.seat, 1),
  ),
];
const wheelchair = (x: number): Shape[] => [
  of(
    "prop",
    slab(x - 18, heights.seat - 5, 44, 5, 2),
    slab(x - 20, heights.seat - 5, 4.5, 54, 2),
    slab(x - 30, heights.seat + 44, 12, 4, 2),
  ),
  of("line", disc({ x: x - 8, y: 26 }, 26), disc({ x: x + 32, y: 7 }, 7)),
];
function bed(scene: Scene): Shape[] {
  const { pair, stage, pose } = scene;
  if (pose.view === "front")
    return [of("prop", slab(-90, heights.seat - 14, 180, 15, 4), slab(-84, 0, 5, 26), slab(79, 0, 5, 26))];
  const edge = stands(scene, "bed-edge");
  const prone = pair.end.base === "prone";
  const sits = pose.base === "sitting";
  const left = sits ? -24 : prone ? -66 : -100;
  const right = sits ? 100 : edge ? 8 : prone ? 104 : 106;
  const top = stage.surface;
  return [
    of(
      "prop",
      slab(left, top - 14, right - left, 14, 5),
      slab(left + 4, 0, 5, top - 14, 1),
      slab(right - 9, 0, 5, top - 14, 1),
    ),
  ];
}
const bike = (stage: Stage): Shape[] => [
  of(
    "prop",
    slab(-8, 0, 5, heights.seat),
    slab(-16, heights.seat - 4, 24, 5, 2),
    slab(40, 0, 5, 94),
    slab(-20, -1, 90, 4),
  ),
  of("line", disc(stage.crank, 14)),
];

export function propsInFront(scene: Scene): Shape[] {
  const { pose, joints } = scene;
  const front = pose.view === "front";
  const shapes: Shape[] = [];
  if (stands(scene, "table") && !scene.above)
    shapes.push(
      front
        ? of(
            "prop",
            slab(-72, heights.table - 9, 144, 6, 2),
            slab(-66, 0, 4, heights.table - 9),
            slab(62, 0, 4, heights.table - 9),
          )
        : of("prop", slab(14, heights.table - 4, 96, 4, 2)),
    );
  if (has(scene, "strap") || has(scene, "towel"))
    shapes.push(
      of("strap", line(joints.near.knuckles, pointBetween(joints.near.heel, joints.near.toe, 0.75))),
    );
  if (has(scene, "wedge")) {
    const { heel, toe } = joints.near;
    shapes.push(
      of("soft", polygon(plus(heel, { x: 0, y: 0 }), toe, { x: toe.x, y: 0 }, { x: heel.x, y: 0 })),
    );
  }
  if (stands(scene, "pool")) shapes.push(of("water", slab(-112, -6, 224, 118, 1)));
  return shapes;
}
