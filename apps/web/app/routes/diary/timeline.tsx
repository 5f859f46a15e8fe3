import { type DiaryTimeline, diaryTimeline } from "@unclench/answers/diary-timeline";
import { addDays, type LocalDate, measures, type Rating, ratings, tables } from "@unclench/record";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { Press } from "../../controls/Press.tsx";
import { Scrollable } from "../../controls/Scrollable.tsx";
import { questions } from "../../diary/CheckInMore.tsx";
import { WorseDays } from "../../diary/WorseDays.tsx";
import { triggerWords } from "../../diary/triggerNames.ts";
import { TimelineChart } from "../../pictures/TimelineChart.tsx";
import { useRows } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";
import { dateWords } from "@unclench/answers/dates";
import { useDiaryScreen } from "./frame.tsx";

export const meta = () => [
  { title: "Timeline · Unclench" },
  {
    name: "description",
    content: "Your days left to right, with doses, injections, missed doses and triggers below.",
  },
];

const zooms = [
  { days: 28, label: "4 weeks" },
  { days: 84, label: "12 weeks" },
  { days: 365, label: "1 year" },
  { days: Number.POSITIVE_INFINITY, label: "Everything" },
] as const;

/** Below this many pixels twelve weeks would have to scroll. */
const NARROW = 800;

export default function TimelineScreen() {
  const { diary, today } = useDiaryScreen();
  const hydrated = useHydrated();
  const injections = useRows(diary, tables.injection);
  const missedDoses = useRows(diary, tables.missedDose);
  const triggers = useRows(diary, tables.trigger);
  const pauses = useRows(diary, tables.pause);
  const [rating, setRating] = useState<Rating>("stiffness");
  const [chosen, setZoom] = useState<number | null>(null);
  // As much as fits without scrolling, so that every row stands beside its name.
  const zoom = chosen ?? (hydrated && window.innerWidth < NARROW ? 28 : 84);
  /** null: as late as there is */
  const [end, setEnd] = useState<LocalDate | null>(null);
  const { entries, treatments } = diary;
  const first = entries[0]?.date ?? today;
  const latest = (entries.at(-1)?.date ?? today) > today ? (entries.at(-1)?.date ?? today) : today;
  const all = zoom === Number.POSITIVE_INFINITY;
  const to = all || end === null || end > latest ? latest : end;
  const from = all ? first : addDays(to, 1 - zoom);
  const drawn = useMemo(
    () =>
      diaryTimeline({
        checkIns: entries,
        treatments,
        injections,
        missedDoses,
        triggers: triggers.map(({ date, trigger }) => ({ date, trigger: triggerWords(trigger) })),
        pauses,
        rating,
        from,
        to,
      }),
    [entries, treatments, injections, missedDoses, triggers, pauses, rating, from, to],
  );
  const rated = useMemo(
    () => ratings.filter((one) => entries.some((entry) => entry[one] !== null)),
    [entries],
  );
  return (
    <>
      <div className="intro">
        <h1>Timeline</h1>
        <p className="lead">Your days as you wrote them, left to right.</p>
      </div>
      {!hydrated || diary.state !== "ready" ? null : entries.length === 0 ? (
        <section className="card">
          <p>Nothing yet: three check-ins draw your first line.</p>
          <p>
            <Link className="button primary" to="/diary">
              Check in
            </Link>
          </p>
        </section>
      ) : (
        <>
          {rated.length > 1 ? (
            <fieldset className="plain row no-print">
              <legend className="field-name">Which rating</legend>
              {rated.map((one) => (
                <Press key={one} pressed={one === rating} onPress={() => setRating(one)}>
                  {questions[one]}
                </Press>
              ))}
            </fieldset>
          ) : null}
          <fieldset className="plain row no-print">
            <legend className="field-name">How much of it</legend>
            {zooms.map(({ days, label }) => (
              <Press key={label} pressed={days === zoom} onPress={() => setZoom(days)}>
                {label}
              </Press>
            ))}
          </fieldset>
          {all ? null : (
            <div className="row no-print">
              <Press isDisabled={from <= first} onPress={() => setEnd(addDays(from, -1))}>
                Earlier
              </Press>
              <Press
                isDisabled={to >= latest}
                onPress={() => setEnd(addDays(to, zoom) > latest ? null : addDays(to, zoom))}
              >
                Later
              </Press>
            </div>
          )}
          <section className="card" aria-labelledby="drawn">
            <h2 id="drawn">
              {questions[rating]}, {dateWords(from)} to {dateWords(to)}
            </h2>
            <TimelineChart
              title={`${questions[rating]} from 0 to 10, ${dateWords(from)} to ${dateWords(to)}, with treatments below`}
              days={drawn.points.map((point) => ({ ...point, model: null }))}
              spans={drawn.spans}
              injections={drawn.injections}
              marks={drawn.marks}
              gapFrom={drawn.step === 1 ? 3 : 1}
              until={to}
            />
            <p className="small soft">
              {drawn.step === 1 ? "Dots: your days, hollow if filled in later." : "Dots: the mean of a week."}{" "}
              Grey: without a check-in. Dashed: paused. Bars: treatments. Triangles: injections. Crosses:
              missed doses. Diamonds: triggers.
            </p>
            <InWords drawn={drawn} />
          </section>
          <PrintButton>Print this timeline</PrintButton>
          <WorseDays
            key={rating}
            diary={diary}
            measure={measures.find((one) => one === rating) ?? "stiffness"}
            measureName={questions[measures.find((one) => one === rating) ?? "stiffness"]}
            today={today}
          />
        </>
      )}
    </>
  );
}

const named = ({ treatment, dose }: { treatment: string; dose: string | null }): string =>
  dose === null ? treatment : `${treatment}, ${dose}`;

/** The picture in words: everything that it shows. */
function InWords({ drawn }: { drawn: DiaryTimeline }) {
  const { weeks, spans, injections, marks, gaps, pauses } = drawn;
  const lines = [
    ...spans.map((span) => `${named(span)}: ${dateWords(span.from)} to ${dateWords(span.to)}`),
    ...injections.map((one) => `${named(one)}: injected ${dateWords(one.date)}`),
    ...marks.map(({ kind, words, date }) =>
      kind === "trigger" ? `${words}: ${dateWords(date)}` : `${words}, dose missed: ${dateWords(date)}`,
    ),
    ...pauses.map((one) => `Paused: ${dateWords(one.from)} to ${dateWords(one.to)}`),
    ...gaps.map((gap) => `No check-in for ${gap.days} days: ${dateWords(gap.from)} to ${dateWords(gap.to)}`),
  ];
  return (
    <details>
      <summary>The same in words, week by week</summary>
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Scrollable label="Week by week">
        <table>
          <caption>Days filled in and their mean, by weeks</caption>
          <thead>
            <tr>
              <th scope="col">Week from</th>
              <th scope="col" className="figure">
                Days
              </th>
              <th scope="col" className="figure">
                Mean
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.from}>
                <th scope="row">{dateWords(week.from)}</th>
                <td className="figure">{week.filled}</td>
                <td className="figure">{week.mean === null ? "none" : week.mean.toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </details>
  );
}
