import { scaleLinear } from "d3-scale";

export type ForestStudy = {
  readonly label: string;
  readonly estimate: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  /** Percent of the pooled figure; null when it stands beside it. */
  readonly weight: number | null;
};

type ForestPlotProps = {
  title: string;
  studies: readonly ForestStudy[];
  pooled: {
    estimate: number;
    ciLower: number;
    ciUpper: number;
    predictionLower: number | null;
    predictionUpper: number | null;
  } | null;
  /** Ratios are drawn on the log scale and labelled as ratios. */
  ratio: boolean;
  lessLabel: string;
  moreLabel: string;
};

const WIDTH = 400;
const LEFT = 24;
const RIGHT = 24;
const ROW = 44;
const format = (value: number): string =>
  (Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(Math.abs(value) < 1 ? 2 : 1)).replace("-", "−");

/** For narrow pictures, the most useful first. */
const FINE = [1, 0.5, 2, 3, 0.7, 1.5, 0.3, 0.8, 1.2, 0.9];
/** Pixels between two labels of the axis, in the picture's own. */
const BETWEEN = 44;

/** Those that do not stand on each other, earlier ones first. */
function apart(values: readonly number[], x: (value: number) => number): number[] {
  const kept: number[] = [];
  for (const value of values)
    if (kept.every((other) => Math.abs(x(value) - x(other)) >= BETWEEN)) kept.push(value);
  return kept;
}

/** One line per trial, square by weight, diamond for the pooled figure. The table beside it says the same. */
export function ForestPlot({ title, studies, pooled, ratio, lessLabel, moreLabel }: ForestPlotProps) {
  // Very wide intervals would squeeze everything else: they are cut at the frame and end in an arrow.
  const limit = ratio ? Math.log(50) : Number.POSITIVE_INFINITY;
  const clamp = (value: number) => Math.max(-limit, Math.min(limit, value));
  const ends = [...studies, ...(pooled ? [pooled] : [])].flatMap((row) => [
    clamp(row.ciLower),
    clamp(row.ciUpper),
  ]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const pad = (high - low || 1) * 0.05;
  const x = scaleLinear([low - pad, high + pad], [LEFT, WIDTH - RIGHT]).clamp(true);
  const bottom = studies.length * ROW + (pooled ? ROW : 0) + 12;
  const shown = (value: number) => format(ratio ? Math.exp(value) : value);
  const within = (ratios: readonly number[]): number[] =>
    ratios.map(Math.log).filter((value) => value >= low - pad && value <= high + pad);
  const coarse = within([0.02, 0.1, 0.25, 1, 4, 10, 50]);
  const ticks = !ratio ? x.ticks(4) : coarse.length > 2 ? coarse : apart(within(FINE), x);
  return (
    <svg className="chart forest" viewBox={`0 0 ${WIDTH} ${bottom + 54}`} role="img" aria-label={title}>
      <line className="zero" x1={x(0)} x2={x(0)} y1={0} y2={bottom} />
      {studies.map((study, row) => {
        const y = row * ROW + 30;
        const size = 5 + Math.sqrt(study.weight ?? 4);
        return (
          <g key={study.label}>
            <text x={4} y={y - 12} className="strong">
              {study.label}
            </text>
            <line className="whisker" x1={x(study.ciLower)} x2={x(study.ciUpper)} y1={y} y2={y} />
            {clamp(study.ciUpper) !== study.ciUpper && (
              <path className="mark" d={`M${x(limit)} ${y} l-9 -5 v10z`} />
            )}
            {clamp(study.ciLower) !== study.ciLower && (
              <path className="mark" d={`M${x(-limit)} ${y} l9 -5 v10z`} />
            )}
            {study.weight === null ? (
              <circle className="mark" cx={x(study.estimate)} cy={y} r={4} />
            ) : (
              <rect
                className="mark"
                x={x(study.estimate) - size / 2}
                y={y - size / 2}
                width={size}
                height={size}
              />
            )}
          </g>
        );
      })}
      {pooled && (
        <g>
          <text x={4} y={studies.length * ROW + 18} className="strong">
            All together
          </text>
          {pooled.predictionLower !== null && pooled.predictionUpper !== null && (
            <line
              className="prediction"
              x1={x(pooled.predictionLower)}
              x2={x(pooled.predictionUpper)}
              y1={studies.length * ROW + 32}
              y2={studies.length * ROW + 32}
            />
          )}
          <path
            className="pooled"
            d={`M${x(pooled.ciLower)} ${studies.length * ROW + 32} L${x(pooled.estimate)} ${studies.length * ROW + 22} L${x(pooled.ciUpper)} ${studies.length * ROW + 32} L${x(pooled.estimate)} ${studies.length * ROW + 42}Z`}
          />
        </g>
      )}
      <line className="axis" x1={LEFT} x2={WIDTH - RIGHT} y1={bottom} y2={bottom} />
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={bottom + 20} textAnchor="middle">
          {shown(tick)}
        </text>
      ))}
      <text x={4} y={bottom + 44}>
        ← {lessLabel}
      </text>
      <text x={WIDTH - 4} y={bottom + 44} textAnchor="end">
        {moreLabel} →
      </text>
    </svg>
  );
}
