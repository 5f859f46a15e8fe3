import type { Course } from "@unclench/answers/treatment-page";
import { scaleLinear } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";

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
        {[
          [0, "none"],
          [0.5, "half"],
          [1, "full"],
        ].map(([share, name]) => (
          <g key={name}>
            <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(Number(share))} y2={y(Number(share))} />
            <text x={LEFT - 8} y={y(Number(share)) + 5} textAnchor="end">
              {name}
            </text>
          </g>
        ))}
        {[0, 4, 8, 12, 16, 20, 24].map((week) => (
          <text key={week} x={x(week * DAYS)} y={HEIGHT - BOTTOM + 20} textAnchor="middle">
            {week}
          </text>
        ))}
        <text x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 6} textAnchor="middle">
          weeks after the injection
        </text>
        <g className="cycle latest">
          <path d={path(points) ?? ""} />
        </g>
      </svg>
    </figure>
  );
}
