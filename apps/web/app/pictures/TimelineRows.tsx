/** What stands below the line of ratings: dose bands, injections, missed doses and triggers. */
export type TimelineSpan = {
  readonly treatment: string;
  readonly dose: string | null;
  readonly from: string;
  readonly to: string;
};
export type TimelineEvent = {
  readonly treatment: string;
  readonly dose: string | null;
  readonly date: string;
};
export type TimelineMark = {
  readonly date: string;
  readonly kind: "missed-dose" | "trigger";
  readonly words: string;
};

const BAND = 62;
const INJECTIONS = 40;
const MARKS = 58;
/** A little more than the mean width of a letter at the size of the labels. */
const LETTER = 8.4;

const markNames = { "missed-dose": "Missed doses", trigger: "Triggers" } as const;
const markKinds = ["missed-dose", "trigger"] as const;

type Rows = {
  readonly spans: readonly TimelineSpan[];
  readonly injections: readonly TimelineEvent[];
  readonly marks: readonly TimelineMark[];
};

const kindsIn = (marks: readonly TimelineMark[]) =>
  markKinds.filter((kind) => marks.some((mark) => mark.kind === kind));

/** How much room they need. */
export const heightOfRows = ({ spans, injections, marks }: Rows): number =>
  new Set(spans.map(({ treatment }) => treatment)).size * BAND +
  kindsIn(marks).length * MARKS +
  (injections.length > 0 ? INJECTIONS : 0);

type TimelineRowsProps = Rows & {
  top: number;
  left: number;
  width: number;
  first: string;
  last: string;
  /** where a day lies; days outside lie at the ends */
  at: (date: string) => number;
};

export function TimelineRows({
  spans,
  injections,
  marks,
  top,
  left,
  width,
  first,
  last,
  at,
}: TimelineRowsProps) {
  const names = [...new Set(spans.map(({ treatment }) => treatment))];
  const inSight = ({ date }: { readonly date: string }): boolean => date >= first && date <= last;
  const marksTop = top + names.length * BAND;
  const kinds = kindsIn(marks);
  const injectionsTop = marksTop + kinds.length * MARKS + INJECTIONS - 28;
  return (
    <>
      {names.map((name, row) => (
        <text key={name} className="strong" x={left} y={top + 16 + row * BAND}>
          {name}
        </text>
      ))}
      {spans
        .filter((span) => span.from <= last && span.to >= first)
        .map((span) => {
          const from = at(span.from);
          const to = Math.max(from + 3, at(span.to));
          const y = top + 24 + names.indexOf(span.treatment) * BAND;
          const label = span.dose ?? "";
          // A short period has no room for its dose; the list below the picture has it.
          const fits = label.length * LETTER < to - from;
          return (
            <g key={`${span.treatment}-${span.from}`}>
              <rect className="dose" x={from} y={y} width={to - from} height={24} rx={4} />
              {fits ? (
                <text x={from + 6} y={y + 17} className="strong">
                  {label}
                </text>
              ) : null}
            </g>
          );
        })}
      {kinds.map((kind, row) => {
        const y = marksTop + row * MARKS;
        return (
          <g key={kind}>
            <text className="strong" x={left} y={y + 16}>
              {markNames[kind]}
            </text>
            {marks
              .filter((mark) => mark.kind === kind && inSight(mark))
              .map((mark) => (
                <path
                  key={`${mark.date} ${mark.words}`}
                  className={`mark ${kind}`}
                  d={
                    kind === "trigger"
                      ? `M${at(mark.date)} ${y + 24} l8 8 -8 8 -8 -8z`
                      : `M${at(mark.date) - 7} ${y + 25} l14 14 m0 -14 l-14 14`
                  }
                />
              ))}
          </g>
        );
      })}
      {injections.filter(inSight).map((event) => {
        const place = at(event.date);
        const label = event.dose === null ? event.treatment : `${event.treatment}, ${event.dose}`;
        const turned = place + 14 + label.length * LETTER > width;
        return (
          <g key={`${event.treatment}-${event.date}`}>
            <path className="needle" d={`M${place} ${injectionsTop} l8 14 h-16z`} />
            <text
              x={place + (turned ? -12 : 12)}
              y={injectionsTop + 14}
              textAnchor={turned ? "end" : "start"}
            >
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}
