/** The trend picture of the visit sheet: twelve weeks, drawn in black on white. */
import { addDays, daysBetween, type LocalDate } from "@unclench/record";
import type { IsItHelping } from "../isItHelping/index.ts";
import type { TrendPicture } from "./sheetTypes.ts";
import { shortened } from "./sheetWords.ts";

const WIDTH = 680;
const LEFT = 26;
const RIGHT = 8;
const TOP = 8;
const PLOT = 96;
const BAND = 17;
const DAYS = 84;
/** More bands than these would push the rest off the page; the table of doses has all of them. */
const MOST_BANDS = 4;

const shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const shortDate = (date: LocalDate): string =>
  `${Number(date.slice(8))} ${shortMonths[Number(date.slice(5, 7)) - 1]}`;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Letters of the picture are about so wide. */
const LETTER = 5;
/** The name and the dose, or as much of them as there is room for. */
function fitting(treatment: string, dose: string | null, width: number): string {
  const room = Math.floor((width - 6) / LETTER);
  const whole = dose === null ? treatment : `${treatment} ${dose}`;
  if (whole.length <= room) return whole;
  if (dose !== null && dose.length <= room && room < 12) return dose;
  return room < 5 ? "" : shortened(treatment, room - 2);
}

/** [AN-271] The last twelve weeks up to the last check-in: dots, the model's line, doses as bands, injections as marks. */
export function trendPicture({ timeline, period, measureName }: IsItHelping): TrendPicture {
  const to = period.to;
  const from = addDays(to, 1 - DAYS) > period.from ? addDays(to, 1 - DAYS) : period.from;
  const span = Math.max(1, daysBetween(from, to));
  const x = (date: LocalDate): number =>
    rounded(LEFT + (daysBetween(from, date) / span) * (WIDTH - LEFT - RIGHT));
  const y = (value: number): number => rounded(TOP + PLOT * (1 - Math.min(10, Math.max(0, value)) / 10));
  const days = timeline.days.filter(({ date }) => date >= from);
  const names = [
    ...new Set(timeline.spans.filter((one) => one.to >= from).map(({ treatment }) => treatment)),
  ];
  const shown = names.slice(0, MOST_BANDS);
  const under = TOP + PLOT + 18;
  const injections = timeline.injections.filter(({ date }) => date >= from);
  const injectionRow = under + shown.length * BAND;
  let pen = "M";
  const line = days
    .flatMap(({ date, model }) => {
      if (model === null) {
        pen = "M";
        return [];
      }
      const step = `${pen}${x(date)} ${y(model.mean)}`;
      pen = "L";
      return [step];
    })
    .join("");
  const weeks = Array.from({ length: Math.floor(span / 14) + 1 }, (_, place) => addDays(from, place * 14));
  return {
    title: `Daily ${measureName}, 0 to 10, from ${shortDate(from)} to ${shortDate(to)}`,
    width: WIDTH,
    height: injectionRow + (injections.length > 0 ? BAND : 0) + 4,
    rows: [0, 5, 10].map((value) => ({ y: y(value), label: String(value) })),
    columns: weeks.map((date) => ({ x: x(date), label: shortDate(date) })),
    dots: days.flatMap(({ date, rating, filledLater }) =>
      rating === null ? [] : [{ x: x(date), y: y(rating), hollow: filledLater }],
    ),
    line,
    bands: timeline.spans
      .filter((one) => one.to >= from && shown.includes(one.treatment))
      .map(({ treatment, dose, from: start, to: end }) => {
        const begin = x(start < from ? from : start);
        return {
          x: begin,
          y: under + shown.indexOf(treatment) * BAND,
          width: rounded(Math.max(3, x(end) - begin)),
          label: fitting(treatment, dose, x(end) - begin),
        };
      }),
    marks: injections.map(({ treatment, date }) => ({
      x: x(date),
      y: injectionRow + 3,
      label: shortened(treatment, 40),
    })),
  };
}
