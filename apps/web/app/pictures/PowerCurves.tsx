import type { PowerLine } from "@unclench/answers/error-rates";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { Axes } from "./Axes.tsx";

const WIDTH = 380;
const HEIGHT = 240;
const x = scaleLinear([0, 3], [44, WIDTH - 16]);
const y = scaleLinear([0, 100], [HEIGHT - 46, 14]);

/** "1 point better; 28 days before, 56 on; φ 0.8" → what is said of the days. */
const setting = (situation: string): string => situation.split("; ").slice(1).join("; ");

/** How often help of each size is found, for each way of keeping the diary; the same figures stand in the table below. */
export function PowerCurves({ lines }: { lines: readonly PowerLine[] }) {
  const bySetting = new Map<string, PowerLine[]>();
  for (const one of lines) {
    if (one.oracle === null) continue;
    bySetting.set(setting(one.situation), [...(bySetting.get(setting(one.situation)) ?? []), one]);
  }
  const drawn = [...bySetting].filter(([, points]) => points.length > 2);
  return (
    <div className="curves">
      {drawn.map(([name, points]) => (
        <figure key={name}>
          <Curve name={name} points={points} />
          <figcaption className="small">{name}</figcaption>
        </figure>
      ))}
      <p className="soft small">
        Solid line with dots: this app. Dashed line: someone who knows all but the effect.
      </p>
    </div>
  );
}

function Curve({ name, points }: { name: string; points: readonly PowerLine[] }) {
  const path = line<PowerLine>(
    (point) => x(point.effect),
    (point) => y(point.ours),
  );
  const best = line<PowerLine>(
    (point) => x(point.effect),
    (point) => y(point.oracle ?? 0),
  );
  const said = points.map(({ effect, ours }) => `${effect} points: ${Math.round(ours)} of 100`).join(", ");
  return (
    <svg
      className="chart curve"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Help found, ${name}: ${said}`}
    >
      <Axes
        left={x(0)}
        right={x(3)}
        bottom={y(0)}
        height={HEIGHT}
        rows={[0, 50, 100].map((tick) => ({ at: y(tick), label: tick }))}
        columns={[0.5, 1, 2, 3].map((tick) => ({ at: x(tick), label: tick }))}
        along="points better"
      />
      <path className="best" d={best(points) ?? ""} />
      <path className="found" d={path(points) ?? ""} />
      {points.map((point) => (
        <circle key={point.effect} className="found" cx={x(point.effect)} cy={y(point.ours)} r="4.5" />
      ))}
    </svg>
  );
}
