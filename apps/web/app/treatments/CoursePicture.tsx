import type { Course } from "@unclench/answers/treatment-page";
import { scaleLinear } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { Axes } from "../pictures/Axes.tsx";

const WIDTH = 400;
const HEIGHT = 190;
const LEFT = 52;
const RIGHT = 14;
const TOP = 14;
const BOTTOM = 48;
const LAST_WEEK = 24;
const DAYS = 7;

/** How much of its full effect an injection has, week by week. The words below say the same. */
export function CoursePicture({ course }: { course: Course }) {
  const points = course.points.filter(({ day }) => day <= LAST_WEEK * DAYS);
  const x = scaleLinear([0, LAST_WEEK * DAYS], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([0, 1], [HEIGHT - BOTTOM, TOP]);
  const path = line<Course["points"][number]>(
    ({ day }) => x(day),
    ({ share }) => y(share),
  ).curve(curveMonotoneX);
  return (
    <figure className="treatment-course">
      <svg className="chart cycles" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={course.words}>
        <Axes
          left={LEFT}
          right={WIDTH - RIGHT}
          bottom={HEIGHT - BOTTOM}
          height={HEIGHT}
          rows={[
            { at: y(0), label: "none" },
            { at: y(0.5), label: "half" },
            { at: y(1), label: "full" },
          ]}
          columns={[0, 4, 8, 12, 16, 20, 24].map((week) => ({ at: x(week * DAYS), label: week }))}
          along="weeks after the injection"
        />
        <g className="cycle latest">
          <path d={path(points) ?? ""} />
        </g>
      </svg>
    </figure>
  );
}
