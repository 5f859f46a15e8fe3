import type { RatingDrawn, ScaleStepLine } from "@unclench/answers/learn-scales";

type Drawn = ScaleStepLine["drawn"];
type Of<Kind extends Drawn["kind"]> = Extract<Drawn, { kind: Kind }>;

/** The elbow, and how far the hand is from it. */
const ELBOW = { x: 62, y: 92 };
const REACH = 66;

/** Where the hand is on its way from bent (0) to straight (1). */
function hand(share: number, reach = REACH): { x: number; y: number } {
  const angle = ((35 + share * 125) * Math.PI) / 180;
  return { x: ELBOW.x + reach * Math.sin(angle), y: ELBOW.y - reach * Math.cos(angle) };
}

const arc = (from: number, to: number, reach: number): string => {
  const [a, b] = [hand(from, reach), hand(to, reach)];
  return `M${a.x.toFixed(1)} ${a.y.toFixed(1)}A${reach} ${reach} 0 0 1 ${b.x.toFixed(1)} ${b.y.toFixed(1)}`;
};

/** A forearm at a place of its way; the pale one shows where it was. */
function Forearm({ at, pale = false }: { at: number; pale?: boolean }) {
  const { x, y } = hand(at);
  return (
    <g className={pale ? "grade-was" : "grade-arm"}>
      <path d={`M${ELBOW.x} ${ELBOW.y}L${x.toFixed(1)} ${y.toFixed(1)}`} />
      <circle cx={x} cy={y} r={8} />
    </g>
  );
}

/** Trunk and head are there to tell an arm from the hands of a clock. */
const Body = () => (
  <g className="grade-arm">
    <path className="grade-trunk" d="M40 22V150" />
    <circle className="grade-head" cx={44} cy={-24} r={17} />
  </g>
);

const Arm = () => (
  <g className="grade-arm">
    <path d={`M${ELBOW.x} 16V${ELBOW.y}`} />
    <circle cx={ELBOW.x} cy={ELBOW.y} r={9} />
  </g>
);

const Catch = ({ at }: { at: number }) => {
  const { x, y } = hand(at, REACH + 22);
  return <path className="grade-catch" d={`M${x - 7} ${y - 7}l14 14m0 -14l-14 14`} />;
};

function Stretch({ drawn }: { drawn: Of<"stretch"> }) {
  return (
    <>
      <Body />
      <path className="grade-way" d={arc(0, 1, REACH + 22)} />
      {drawn.resists.map(({ from, to, how }) => (
        <path key={from} className={`grade-pull pull-${how}`} d={arc(from, to, REACH + 22)} />
      ))}
      {drawn.catches === null ? null : <Catch at={drawn.catches} />}
      <Forearm at={0} pale />
      <Arm />
      <Forearm at={drawn.reaches} />
    </>
  );
}

function Angles({ drawn: { slow, fast, shown } }: { drawn: Of<"angles"> }) {
  return (
    <>
      <Body />
      <path className="grade-way" d={arc(0, 1, REACH + 22)} />
      <Forearm at={0} pale />
      {shown === "gap" ? (
        <>
          <path className="grade-pull pull-hard" d={arc(fast, slow, REACH + 22)} />
          <Forearm at={fast} pale />
        </>
      ) : (
        <path className="grade-pull pull-light" d={arc(0, shown === "slow" ? slow : fast, REACH + 22)} />
      )}
      {shown === "slow" ? null : <Catch at={fast} />}
      <Arm />
      <Forearm at={shown === "fast" ? fast : slow} />
    </>
  );
}

/** Eleven places of a rating lie this far apart. */
const STEP = 17;

function Rating({ drawn: { start, matters, clear } }: { drawn: RatingDrawn }) {
  const x = (value: number): number => 15 + value * STEP;
  return (
    <>
      <path className="grade-way" d={`M${x(0)} 92H${x(10)}`} />
      <path className="grade-pull pull-more" d={`M${x(0)} 92H${x(matters)}`} />
      <path className="grade-pull pull-hard" d={`M${x(0)} 92H${x(clear)}`} />
      {Array.from({ length: 11 }, (_, value) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places of a rating are what they are
        <text key={value} x={x(value)} y={122}>
          {value}
        </text>
      ))}
      <path className="grade-start" d={`M${x(start)} 78l-8 -16h16z`} />
    </>
  );
}

const HOURS = 4;

function Hours({ drawn: { anHour, touched } }: { drawn: Of<"hours"> }) {
  const count = Math.round(anHour * HOURS);
  const x = (share: number): number => 12 + share * 176;
  return (
    <>
      <path className="grade-way" d={`M${x(0)} 100H${x(1)}`} />
      {Array.from({ length: HOURS + 1 }, (_, hour) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hours in their order
        <path key={hour} className="grade-hour" d={`M${x(hour / HOURS)} 94v18`} />
      ))}
      {Array.from({ length: count }, (_, spasm) => {
        const at = x((spasm + 0.5) / count);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: spasms in their order
          <g key={spasm}>
            <path className="grade-spasm" d={`M${at.toFixed(1)} 94V${touched ? 72 : 40}`} />
            {touched ? <circle className="grade-touch" cx={at} cy={56} r={6} /> : null}
          </g>
        );
      })}
      <text x={100} y={134}>
        {HOURS} hours
      </text>
    </>
  );
}

/** What a grade looks like. The words beside it say the same, so a screen reader passes it by. */
export function ScaleDrawing({ drawn }: { drawn: Drawn }) {
  const box = drawn.kind === "rating" || drawn.kind === "hours" ? "0 28 200 112" : "0 -44 190 222";
  return (
    <svg className="grade-drawing" viewBox={box} aria-hidden="true">
      {drawn.kind === "stretch" ? <Stretch drawn={drawn} /> : null}
      {drawn.kind === "angles" ? <Angles drawn={drawn} /> : null}
      {drawn.kind === "rating" ? <Rating drawn={drawn} /> : null}
      {drawn.kind === "hours" ? <Hours drawn={drawn} /> : null}
    </svg>
  );
}
