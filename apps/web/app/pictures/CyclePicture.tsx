import type { CycleLine } from "@unclench/answers/is-it-helping";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { dateWords } from "@unclench/answers/dates";
import { Axes } from "./Axes.tsx";

const WIDTH = 400;
const HEIGHT = 260;
const LEFT = 40;
const RIGHT = 14;
const TOP = 26;
const BOTTOM = 48;

/** Told apart without colour: earlier cycles by their dashes, the last one by its weight. */
const dashes = ["2 3", "7 4", "12 4 2 4", "4 4", "14 6", "2 6"];
const dashOf = (place: number, last: number): string | undefined =>
  place === last ? undefined : dashes[place % dashes.length];

type CurvePoint = { readonly day: number; readonly change: number };

/** One curve per injection, all beginning on day 0; the table below has the same in figures. */
export function CyclePicture({
  cycles,
  less,
  more,
}: {
  cycles: readonly CycleLine[];
  less: string;
  more: string;
}) {
  const drawn = cycles.filter(({ curve }) => curve.length > 1);
  const last = drawn.length - 1;
  if (last < 0) return null;
  const longest = Math.max(...drawn.map(({ curve }) => curve.length - 1));
  const changes = drawn.flatMap(({ curve }) => curve.map(({ change }) => change));
  const low = Math.min(-1, ...changes);
  const high = Math.max(0, ...changes);
  const x = scaleLinear([0, longest], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([low, high], [HEIGHT - BOTTOM, TOP]);
  const path = line<CurvePoint>(
    (point) => x(point.day),
    (point) => y(point.change),
  );
  const weeks = [0, 4, 8, 12, 16, 20, 24].filter((week) => week * 7 <= longest);
  const title = drawn.map(({ number, sentence }) => `${number}: ${sentence}`).join(" ");
  return (
    <figure>
      <svg className="chart cycles" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <Axes
          left={LEFT}
          right={WIDTH - RIGHT}
          bottom={HEIGHT - BOTTOM}
          height={HEIGHT}
          rows={y.ticks(5).map((tick) => ({ at: y(tick), label: String(tick).replace("-", "−") }))}
          columns={weeks.map((week) => ({ at: x(week * 7), label: week }))}
          along="weeks after the injection"
        />
        <line className="zero" x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} />
        <text x={LEFT} y={14}>
          ↑ {more}, ↓ {less}
        </text>
        {drawn.map(({ number, curve, when }, place) => {
          const gone = when?.wearOff.days.likely;
          const at = gone === undefined ? undefined : curve[gone];
          return (
            <g key={number} className={place === last ? "cycle latest" : "cycle"}>
              <path d={path(curve) ?? ""} strokeDasharray={dashOf(place, last)} />
              {at === undefined ? null : <circle cx={x(at.day)} cy={y(at.change)} r="5" />}
            </g>
          );
        })}
      </svg>
      <figcaption className="small soft">
        <ul className="cycle-key">
          {drawn.map(({ number, date }, place) => (
            <li key={number}>
              <svg className="chart cycles key" viewBox="0 0 44 12" aria-hidden="true">
                <g className={place === last ? "cycle latest" : "cycle"}>
                  <path d="M2 6H42" strokeDasharray={dashOf(place, last)} />
                </g>
              </svg>
              {dateWords(date)}
            </li>
          ))}
        </ul>
        The most likely course of each injection, in points of 10, from the day it was given. Circle: half of
        it is gone.
      </figcaption>
    </figure>
  );
}
