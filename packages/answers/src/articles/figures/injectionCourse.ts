/** `of="injection-course"`: how the effect of botulinum toxin is taken to come and go. A model of ours, and it says so. */
import { exposures } from "@unclench/knowledge";
import { timecourseWeeks } from "@unclench/knowledge/injection-timecourse";
import { sourceLine } from "../../sources.ts";
import { fault, type FigureKind, made } from "./kind.ts";

const DAYS_PER_WEEK = 7;
type Knot = readonly [day: number, share: number];

function course() {
  const curve = exposures.find(({ id }) => id === "botulinum-toxin");
  if (curve === undefined || curve.knots === null) throw new Error("no curve of botulinum toxin");
  const [halfRise = Number.NaN] = timecourseWeeks("half_rise");
  const [fullFrom = Number.NaN, fullTo = Number.NaN] = timecourseWeeks("peak_window");
  const [halfGone = Number.NaN] = timecourseWeeks("T50");
  const knots: readonly Knot[] = curve.knots.map(([day = 0, share = 0]) => [day, share]);
  return {
    knots,
    words: curve.words,
    sources: curve.sources.map((id) => sourceLine(id, null)),
    halfDays: Math.round(halfRise * DAYS_PER_WEEK),
    fullFrom,
    fullTo,
    halfGone,
  };
}

const shown: Readonly<Record<string, (from: ReturnType<typeof course>) => string>> = {
  half: ({ halfDays }) => `about ${halfDays} days`,
  full: ({ fullFrom, fullTo }) => `weeks ${fullFrom} to ${fullTo}`,
  "half-gone": ({ halfGone }) => `about ${halfGone} weeks`,
};

export const injectionCourse: FigureKind = {
  of: "injection-course",
  about: "How the effect of botulinum toxin is taken to come and go.",
  places: ["inline", "block"],
  arguments: [
    { name: "show", about: "within a line: which part", required: false, choices: Object.keys(shown) },
  ],
  make({ show = "half" }, place) {
    const from = course();
    const title = "How an injection comes and goes";
    if (place === "inline") {
      const text = shown[show]?.(from);
      return text === undefined
        ? fault(`there is no “${show}”.`)
        : made(title, text, { sources: from.sources });
    }
    const at = (day: number): number => {
      const after = from.knots.findIndex(([knot]) => knot >= day);
      const [right, left] = [from.knots[after], from.knots[after - 1]];
      if (right === undefined) return 0;
      if (left === undefined) return right[1];
      return left[1] + ((day - left[0]) / (right[0] - left[0])) * (right[1] - left[1]);
    };
    const weeks = [1, 2, 4, 6, 8, 10, 12, 14, 16, 20, 24];
    return made(title, from.words, {
      picture: {
        type: "course",
        title: `${title}: half there after about ${from.halfDays} days, full from week ${from.fullFrom} to ${from.fullTo}, half gone after about ${from.halfGone} weeks`,
        points: from.knots
          .filter(([day]) => day <= 28 * DAYS_PER_WEEK)
          .map(([day, share]) => ({ x: day / DAYS_PER_WEEK, y: 100 * share })),
        marks: [
          { x: from.halfDays / DAYS_PER_WEEK, y: 50, words: "half there" },
          { x: from.halfGone, y: 50, words: "half gone" },
        ],
        xLabel: "weeks after the injection",
        yLabel: "of 100 parts of the full effect",
        xTicks: [0, 4, 8, 12, 16, 20, 24, 28],
      },
      table: {
        caption: "How much of the full effect is there",
        head: ["Weeks after the injection", "Of 100 parts"],
        rows: weeks.map((week) => [String(week), String(Math.round(100 * at(week * DAYS_PER_WEEK)))]),
      },
      sources: from.sources,
      more: { to: "/is-it-helping", text: "Your own curve, from your diary" },
    });
  },
};
