import { draw, sayPose } from "@unclench/figure";
import { poseOf } from "@unclench/knowledge/poses";

/** A routine as a picture; `at` 0 shows its start, 1 its end. The player moves it by nothing but `at`. */
export function RoutineFigure({
  routine,
  at = 1,
  side = "right",
  size = "small",
}: {
  routine: string;
  at?: number;
  side?: "left" | "right";
  size?: "small" | "large";
}) {
  const drawing = draw(routine, at);
  const pair = poseOf.get(routine);
  if (drawing === undefined || pair === undefined) return null;
  return (
    <svg
      className={`figure ${size}`}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="img"
      aria-label={sayPose(pair, at, side)}
    >
      <g transform={side === "left" ? `translate(${drawing.width} 0) scale(-1 1)` : undefined}>
        {drawing.shapes.map(({ tone, d }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name and never change their order
          <path key={place} className={`f-${tone}`} d={d} />
        ))}
      </g>
    </svg>
  );
}
