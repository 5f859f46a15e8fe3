import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Scrollable } from "../controls/Scrollable.tsx";
import {
  heightOfRows,
  type TimelineEvent,
  type TimelineMark,
  TimelineRows,
  type TimelineSpan,
} from "./TimelineRows.tsx";
import { monthShort } from "@unclench/answers/dates";

export type TimelineDay = {
  readonly date: string;
  readonly rating: number | null;
  readonly filledLater: boolean;
  /** a pause that the person wanted is no gap */
  readonly paused?: boolean;
  readonly model: { readonly mean: number; readonly low: number; readonly high: number } | null;
};
export type TimelineChartProps = {
  title: string;
  days: readonly TimelineDay[];
  spans: readonly TimelineSpan[];
  injections: readonly TimelineEvent[];
  marks: readonly TimelineMark[];
  /** how many points without a rating are drawn as a gap: three days, or one week */
  gapFrom?: number;
  /** the last day, where the last point stands for several */
  until?: string;
};

const LEFT = 40;
const TOP = 16;
const PLOT = 190;
/** Stretches of days that pass a test, as [first, last] places in the list. */
const stretches = (days: readonly TimelineDay[], test: (day: TimelineDay) => boolean): [number, number][] => {
  const found: [number, number][] = [];
  days.forEach((day, place) => {
    const open = found.at(-1);
    if (!test(day)) return;
    if (open !== undefined && open[1] === place - 1) open[1] = place;
    else found.push([place, place]);
  });
  return found;
};

/** "Mar", and the year where it begins. */
const monthWords = (date: string): string =>
  date.slice(5, 7) === "01" ? date.slice(0, 4) : monthShort(date);

/** The point that holds the date: the last one that begins on or before it; days before the first lie there. */
function placeOf(days: readonly TimelineDay[], date: string): number {
  let [low, high] = [0, days.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((days[middle]?.date ?? "") <= date) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Ratings, the model line with its band, dose bands, injections and gaps, left to right. Scrolls where it is wide. */
export function TimelineChart({
  title,
  days,
  spans,
  injections,
  marks,
  gapFrom = 3,
  until,
}: TimelineChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const perDay = days.length <= 130 ? 8 : days.length <= 600 ? 3 : 0.9;
  const width = Math.max(room, LEFT + days.length * perDay + 16);
  const x = scaleLinear([0, Math.max(1, days.length - 1)], [LEFT + 6, width - 12]);
  const y = scaleLinear([0, 10], [TOP + PLOT, TOP]);
  const first = days[0]?.date ?? "";
  const last = until ?? days.at(-1)?.date ?? "";
  const height = TOP + PLOT + 30 + heightOfRows({ spans, injections, marks });
  const model = days.flatMap((day, place) => (day.model === null ? [] : [{ place, ...day.model }]));
  const ratings = days.flatMap((day, place) =>
    day.rating === null ? [] : [{ place, rating: day.rating, later: day.filledLater }],
  );
  const band = area<(typeof model)[number]>(
    (entry) => x(entry.place),
    (entry) => y(entry.low),
    (entry) => y(entry.high),
  );
  const middle = line<(typeof model)[number]>(
    (entry) => x(entry.place),
    (entry) => y(entry.mean),
  );
  const diary = line<(typeof ratings)[number]>(
    (entry) => x(entry.place),
    (entry) => y(entry.rating),
  );
  // No line across a gap: nothing is known of those days.
  const joined: (typeof ratings)[] = [];
  for (const entry of ratings) {
    const open = joined.at(-1);
    const before = open?.at(-1);
    if (open !== undefined && before !== undefined && entry.place - before.place < gapFrom + 1)
      open.push(entry);
    else joined.push([entry]);
  }
  const monthStarts = days.flatMap(({ date }, place) =>
    date.endsWith("-01") || (place > 0 && days[place - 1]?.date.slice(0, 7) !== date.slice(0, 7))
      ? [{ place, date }]
      : [],
  );
  const everyMonth = Math.ceil((monthStarts.length * 44) / width) || 1;
  return (
    <div className="stack" ref={frame}>
      <Scrollable label={`${title}, scrolls sideways`} fromEnd>
        <svg
          className="chart timeline"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={title}
        >
          <g className="grid">
            {[0, 2, 4, 6, 8, 10].map((value) => (
              <g key={value}>
                <line x1={LEFT} x2={width - 8} y1={y(value)} y2={y(value)} />
                <text x={LEFT - 10} y={y(value) + 5} textAnchor="end">
                  {value}
                </text>
              </g>
            ))}
          </g>
          {stretches(days, (day) => day.paused === true).map(([from, to]) => (
            <rect
              key={from}
              className="pause"
              x={x(from)}
              y={TOP}
              width={Math.max(3, x(to) - x(from))}
              height={PLOT}
            />
          ))}
          {stretches(days, (day) => day.rating === null && day.paused !== true)
            .filter(([from, to]) => to - from >= gapFrom - 1)
            .map(([from, to]) => (
              <rect
                key={from}
                className="gap"
                x={x(from)}
                y={TOP}
                width={Math.max(1, x(to) - x(from))}
                height={PLOT}
              />
            ))}
          {model.length > 1 && <path className="band" d={band(model) ?? ""} />}
          {joined.map((part) => (
            <path key={part[0]?.place} className="ratings" d={diary(part) ?? ""} />
          ))}
          {ratings.map((entry) => (
            <circle
              key={entry.place}
              className={entry.later ? "dot late" : "dot"}
              cx={x(entry.place)}
              cy={y(entry.rating)}
              r={perDay > 2 ? 3 : 1.4}
            />
          ))}
          {model.length > 1 && <path className="model" d={middle(model) ?? ""} />}
          {monthStarts
            .filter((_, index) => index % everyMonth === 0)
            .map((start) => (
              <text key={start.date} x={x(start.place)} y={TOP + PLOT + 20}>
                {monthWords(start.date)}
              </text>
            ))}
          <TimelineRows
            spans={spans}
            injections={injections}
            marks={marks}
            top={TOP + PLOT + 30}
            left={LEFT}
            width={width}
            first={first}
            last={last}
            at={(date) => x(placeOf(days, date))}
          />
        </svg>
      </Scrollable>
    </div>
  );
}

/** The width that is there to draw in. Until it is measured a phone's is taken, so that nothing jumps wider. */
function useRoom(frame: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(320);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setRoom(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return room;
}
