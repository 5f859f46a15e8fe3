import { type Drawing, draw, drawWrong, sayPose } from "@unclench/figure";
import { poseOf } from "@unclench/knowledge/poses";

type Side = "left" | "right";

function Picture({
  drawing,
  name,
  side,
  look,
}: {
  drawing: Drawing;
  name: string;
  side: Side;
  look: string;
}) {
  const [left, , width] = drawing.viewBox;
  // Seen from the other side the picture is turned round, so that the near limb is the left one.
  const turn = side === "left" ? `translate(${2 * left + width} 0) scale(-1 1)` : undefined;
  return (
    <svg
      className={`drawn-person ${look}${drawing.close ? " close" : ""}`}
      viewBox={drawing.viewBox.join(" ")}
      role="img"
      aria-label={name}
    >
      <g transform={turn}>
        {drawing.shapes.map(({ tone, d, helper }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name and keep their order
          <path key={place} className={helper ? `f-${tone} f-helper` : `f-${tone}`} d={d} />
        ))}
      </g>
    </svg>
  );
}

/**
 * A routine as a picture. The player moves it by nothing but `at`, which goes from 0 (start) to 1 (end). It is said in words,
 * too: the posture and what changes.
 */
export function RoutineFigure({
  routine,
  at = 1,
  side = "right",
  size = "small",
}: {
  routine: string;
  at?: number;
  side?: Side;
  size?: "small" | "large";
}) {
  const drawing = draw(routine, at);
  const pair = poseOf.get(routine);
  if (drawing === undefined || pair === undefined) return null;
  return <Picture drawing={drawing} name={sayPose(pair, at, side)} side={side} look={size} />;
}

/** The wrong form of a routine, with its cross and its words; nothing where none can be drawn. */
export function WrongFigure({ routine, side = "right" }: { routine: string; side?: Side }) {
  const drawing = drawWrong(routine);
  if (drawing === undefined) return null;
  return (
    <figure className="wrong-form">
      <Picture drawing={drawing} name={`Wrong: ${drawing.words}`} side={side} look="large wrong" />
      <figcaption>
        <b className="harm-word">Wrong:</b> {drawing.words}
      </figcaption>
    </figure>
  );
}
