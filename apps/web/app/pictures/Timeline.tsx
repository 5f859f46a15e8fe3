import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Scrollable } from "../controls/Scrollable.tsx";
import {
  heightOfRows,
  type TimelineEvent,
  type TimelineMark,
  TimelineRows,
  type TimelineSpan,
} from "./TimelineRows.tsx";

export type TimelineDay = {
  readonly date: string;
  readonly rating: number | null;
  readonly filledLater: boolean;
  readonly model: { readonly mean: number; readonly low: number; readonly high: number } | null;
};
type TimelineProps = {
  title: string;
  days: readonly TimelineDay[];
  spans: readonly TimelineSpan[];
  injections: readonly TimelineEvent[];
  marks: readonly TimelineMark[];
};

const LEFT = 40;
const TOP = 16;
const PLOT = 190;
/** From so many days without a check-in on, the picture says so. */
const GAP = 3;
const ranges = [
  { id: "84", label: "12 weeks", days: 84 },
  { id: "365", label: "1 year", days: 365 },
  { id: "all", label: "Everything", days: Number.POSITIVE_INFINITY },
] as const;

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

const month = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" });

/** Ratings, the model line with its band, dose bands, injections and gaps, left to right. Scrolls where it is wide. */
export function Timeline({ title, days, spans, injections, marks }: TimelineProps) {
  const [range, setRange] = useState<(typeof ranges)[number]["id"]>(days.length > 200 ? "84" : "all");
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const keep = ranges.find((entry) => entry.id === range)?.days ?? days.length;
  const shown = days.slice(Math.max(0, days.length - keep));
  const perDay = shown.length <= 130 ? 8 : shown.length <= 400 ? 3 : 0.9;
  const width = Math.max(room, LEFT + shown.length * perDay + 16);
  const x = scaleLinear([0, Math.max(1, shown.length - 1)], [LEFT + 6, width - 12]);
  const y = scaleLinear([0, 10], [TOP + PLOT, TOP]);
  const placeOf = new Map(shown.map((day, place) => [day.date, place]));
  const first = shown[0]?.date ?? "";
  const last = shown.at(-1)?.date ?? "";
  const clampPlace = (date: string): number =>
    date <= first ? 0 : date >= last ? shown.length - 1 : (placeOf.get(date) ?? 0);
  const height = TOP + PLOT + 30 + heightOfRows({ spans, injections, marks });
  const model = shown.flatMap((day, place) => (day.model === null ? [] : [{ place, ...day.model }]));
  const ratings = shown.flatMap((day, place) =>
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
    if (open !== undefined && before !== undefined && entry.place - before.place < GAP + 1) open.push(entry);
    else joined.push([entry]);
  }
  const monthStarts = shown.flatMap((day, place) =>
    day.date.endsWith("-01") ? [{ place, date: day.date }] : [],
  );
  const everyMonth = Math.ceil((monthStarts.length * 44) / width) || 1;
  return (
    <div className="stack" ref={frame}>
      {days.length > 84 ? (
        <fieldset className="row no-print plain">
          <legend className="hidden">How much of the diary to draw</legend>
          {ranges.map((entry) => (
            <Press key={entry.id} pressed={entry.id === range} onPress={() => setRange(entry.id)}>
              {entry.label}
            </Press>
          ))}
        </fieldset>
      ) : null}
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
          {stretches(shown, (day) => day.rating === null)
            .filter(([from, to]) => to - from >= GAP - 1)
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
                {month.format(new Date(`${start.date}T00:00:00Z`))}
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
            at={(date) => x(clampPlace(date))}
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
