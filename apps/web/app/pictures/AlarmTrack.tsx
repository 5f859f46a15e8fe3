import { scaleLinear } from "d3-scale";

const WIDTH = 300;
const x = scaleLinear([0, 80], [6, WIDTH - 6]).clamp(true);

/** Two rates on one line, with a mark at 5 of 100. The figures stand beside it, so it says nothing to a screen reader. */
export function AlarmTrack({ ours, other }: { ours: number; other: number }) {
  return (
    <svg className="track" viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true">
      <line className="axis" x1={x(0)} x2={x(80)} y1="7" y2="7" />
      <line className="limit" x1={x(5)} x2={x(5)} y1="0" y2="14" />
      <circle className="other" cx={x(other)} cy="7" r="4.5" />
      <circle className="ours" cx={x(ours)} cy="7" r="5" />
    </svg>
  );
}
