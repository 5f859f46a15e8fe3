import { measureEnds, type Rating, ratings } from "@unclench/record";
import { type ForeignSeries, rangeOf, type SeriesChoice, scaleSentence, wordsOf } from "@unclench/record/in";
import { useState } from "react";

const ratingNames: Readonly<Record<Rating, string>> = {
  stiffness: "Stiffness",
  spasms: "Spasms",
  pain: "Pain",
  sleep: "Trouble with sleep",
  tiredness: "Tiredness",
  mood: "Mood",
};

const ZERO_TO_TEN = Array.from({ length: 11 }, (_, rating) => rating);

type ForeignScaleProps = {
  series: ForeignSeries;
  choice: SeriesChoice;
  onChange: (choice: SeriesChoice) => void;
};

/** One series of another app: what it is here, and how its values become 0 to 10. */
export function ForeignScale({ series, choice, onChange }: ForeignScaleProps) {
  const { target } = choice;
  return (
    <fieldset className="plain stack">
      <legend className="field-name">{series.name}</legend>
      <p>{amountWords(series)}</p>
      <label className="field">
        What is “{series.name}” here?
        <select
          value={target ?? ""}
          onChange={({ target: { value } }) => onChange({ ...choice, target: targetOf(value) })}
        >
          <option value="">Leave it out</option>
          {series.kind === "amounts" ? (
            <option value="measurement">A measurement</option>
          ) : (
            ratings.map((rating) => (
              <option key={rating} value={rating}>
                {ratingNames[rating]}: 0 {measureEnds[rating].zero}, 10 {measureEnds[rating].ten}
              </option>
            ))
          )}
        </select>
      </label>
      {target === null || target === "measurement" ? null : series.kind === "words" ? (
        <Words series={series} choice={choice} onChange={onChange} />
      ) : series.kind === "numbers" ? (
        <Ends series={series} rating={target} choice={choice} onChange={onChange} />
      ) : null}
    </fieldset>
  );
}

const targetOf = (value: string): SeriesChoice["target"] =>
  value === "measurement" ? value : (ratings.find((rating) => rating === value) ?? null);

function amountWords(series: ForeignSeries): string {
  const { length } = series.entries;
  const count = `${length} ${length === 1 ? "entry" : "entries"}`;
  if (series.kind === "words") return `${count} in words.`;
  const range = rangeOf(series);
  const unit = series.kind === "amounts" ? ` ${series.unit}` : "";
  if (range !== null && range.lowest === range.highest) return `${count}: ${range.lowest}${unit}.`;
  return range === null ? `${count}.` : `${count}, from ${range.lowest} to ${range.highest}${unit}.`;
}

type WordsProps = Omit<ForeignScaleProps, "series"> & { series: Extract<ForeignSeries, { kind: "words" }> };

/** A place from 0 to 10 for each word. */
function Words({ series, choice, onChange }: WordsProps) {
  const { scale } = choice;
  if (scale.kind !== "words") return null;
  return (
    <div className="columns">
      {wordsOf(series).map(({ word, count }) => {
        const rating = scale.ratingByWord.get(word) ?? null;
        const places =
          rating === null || ZERO_TO_TEN.includes(rating)
            ? ZERO_TO_TEN
            : [...ZERO_TO_TEN, rating].sort((a, b) => a - b);
        return (
          <label className="field" key={word}>
            “{word}” ({count === 1 ? "once" : `${count} times`}) becomes
            <select
              value={rating === null ? "" : String(rating)}
              onChange={({ target: { value } }) =>
                onChange({
                  ...choice,
                  scale: {
                    kind: "words",
                    ratingByWord: new Map(scale.ratingByWord).set(word, value === "" ? null : Number(value)),
                  },
                })
              }
            >
              <option value="">no rating</option>
              {places.map((place) => (
                <option key={place} value={place}>
                  {place}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}

type EndsProps = Omit<ForeignScaleProps, "series"> & {
  series: Extract<ForeignSeries, { kind: "numbers" }>;
  rating: Rating;
};

/** The two numbers that are 0 and 10 here; what lies between is in proportion. */
function Ends({ series, rating, choice, onChange }: EndsProps) {
  const { scale } = choice;
  const [written, setWritten] = useState({ zero: "", ten: "" });
  if (scale.kind !== "numbers") return null;
  const write = (end: "zero" | "ten", text: string) => {
    setWritten({ ...written, [end]: text });
    onChange({ ...choice, scale: { ...scale, [end]: numberOf(text) } });
  };
  const sentence = scaleSentence(series, scale);
  return (
    <>
      <div className="columns">
        <label className="field">
          The number in the file for “{measureEnds[rating].zero}” (0 here)
          <input
            inputMode="decimal"
            autoComplete="off"
            value={written.zero}
            onChange={({ target }) => write("zero", target.value)}
          />
        </label>
        <label className="field">
          The number in the file for “{measureEnds[rating].ten}” (10 here)
          <input
            inputMode="decimal"
            autoComplete="off"
            value={written.ten}
            onChange={({ target }) => write("ten", target.value)}
          />
        </label>
      </div>
      {sentence === null ? null : <p role="status">{sentence}</p>}
    </>
  );
}

/** A number as people write it, with a point or a comma; null if it is none. */
function numberOf(text: string): number | null {
  const tidy = text.trim().replace(",", ".").replace("−", "-");
  return /^-?\d+(?:\.\d+)?$/.test(tidy) ? Number(tidy) : null;
}
