const COLUMNS = 20;
const WIDTH = 13;
const HEIGHT = 20;

/** `told`: neither a gain nor a harm, only what people said. */
type Side = "gain" | "harm" | "told";

/** The figure of one person for each side that the page draws, and for everybody else. Once per page. */
export function IconArrayDefinitions({ sides = ["gain", "harm"] }: { sides?: readonly Side[] }) {
  return (
    <svg className="icons-definitions" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {[...sides, "rest"].map((kind) => (
          <pattern
            key={kind}
            id={`person-${kind}`}
            width={WIDTH}
            height={HEIGHT}
            patternUnits="userSpaceOnUse"
          >
            <g className={`person ${kind}`} transform="translate(6.5 8.5)">
              <circle r="3.1" cy="-3.6" />
              <path d="M-3.6 8 V2.6 a3.6 3.6 0 0 1 7.2 0 V8 z" />
            </g>
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** A block of people from `first` (inclusive) to `last` (exclusive), as the at most three rectangles it covers. */
function Block({ first, last, fill }: { first: number; last: number; fill: string }) {
  const rectangles: { x: number; y: number; width: number; height: number }[] = [];
  for (let place = first; place < last; ) {
    const row = Math.floor(place / COLUMNS);
    const column = place % COLUMNS;
    const whole = column === 0 ? Math.floor((last - place) / COLUMNS) : 0;
    const people = whole > 0 ? whole * COLUMNS : Math.min(COLUMNS - column, last - place);
    rectangles.push({
      x: column * WIDTH,
      y: row * HEIGHT,
      width: (whole > 0 ? COLUMNS : people) * WIDTH,
      height: Math.max(1, whole) * HEIGHT,
    });
    place += people;
  }
  return rectangles.map((rectangle) => (
    <rect key={`${rectangle.x}-${rectangle.y}`} {...rectangle} fill={fill} />
  ));
}

/** 100 people, `count` of them filled. The number stands beside it as text: by ear the picture adds nothing. */
export function IconArray({ count, side }: { count: number; side: Side }) {
  const filled = Math.round(Math.min(100, Math.max(0, count)));
  return (
    <svg className="icons" viewBox={`0 0 ${COLUMNS * WIDTH} ${HEIGHT * 5}`} aria-hidden="true">
      <Block first={0} last={filled} fill={`url(#person-${side})`} />
      <Block first={filled} last={100} fill="url(#person-rest)" />
    </svg>
  );
}
