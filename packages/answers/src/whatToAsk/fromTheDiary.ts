/** What the verdicts, the injections and the averages of the diary give to ask about. */
import { addDays } from "@unclench/record";
import { dateWords } from "../dates.ts";
import type { TreatmentAnswer } from "../isItHelping/index.ts";
import { outOf100 } from "../isItHelping/words.ts";
import { average, lately, oneDecimal } from "./averages.ts";
import type { Around, Candidate } from "./candidates.ts";
import { fits } from "./now.ts";

const FOUR_WEEKS = 28;
/** [Note: Bad nights] Our own mark: the middle of the row, where 10 is "did not sleep". */
const BAD_NIGHTS = 5;

type Verdict = TreatmentAnswer["verdict"];

/** Treatments with one of these verdicts, injections with their own question. */
const withVerdict = (
  { evidence, taken, today }: Around,
  verdicts: readonly Verdict[],
): readonly TreatmentAnswer[] =>
  (evidence.helping?.treatments ?? []).filter(
    ({ treatment, verdict }) =>
      verdicts.includes(verdict) &&
      // What ended long ago is no question for the next visit.
      !taken.some(
        ({ name, row }) => name === treatment && row.stop !== null && row.stop < addDays(today, -FOUR_WEEKS),
      ),
  );

const said = ({ treatment, headline }: TreatmentAnswer): string => `The diary on ${treatment}: ${headline}`;

const isStretching = (treatment: string | null): boolean =>
  treatment === "stretch" || treatment === "physiotherapy";

const worse = (at: Around): Candidate[] =>
  withVerdict(at, ["worse"]).map((answer) => ({
    pickedFor: "worse",
    ask: "q-se-worse",
    because: said(answer),
  }));

/** [AN-265] Relief that probably ends before the next injection, or that became weaker. */
function injection({ evidence }: Around): Candidate[] {
  return evidence.cycles.flatMap(({ treatment, weakerSince, next }) => [
    ...(next.reliefEndsBefore !== null && next.reliefEndsBefore >= 0.5
      ? [
          {
            pickedFor: "injection" as const,
            ask: "q-bv-interval",
            because: `The chance that half of the relief of ${treatment} is gone before the next injection is ${outOf100(next.reliefEndsBefore)}.`,
          },
        ]
      : []),
    ...(weakerSince === null
      ? []
      : [
          {
            pickedFor: "injection" as const,
            ask: "q-bv-weaker",
            because: `The injections of ${treatment} since ${dateWords(weakerSince.date)} did less than those before.`,
          },
        ]),
  ]);
}

/** What became worse since a treatment began, by the same rules as the gains; then plain averages since a dose changed. */
function price({ evidence, snapshot, taken, today }: Around): Candidate[] {
  const judged = (evidence.measures?.treatments ?? []).flatMap(({ treatments, lines }) =>
    lines
      .filter(({ direction }) => direction === "price")
      .map(
        ({ words, sureness }): Candidate => ({
          pickedFor: "price",
          ask: "q-se-worth-it",
          because: `The diary since ${treatments.join(" and ")} began: ${words ?? "worse days"} (${sureness ?? "not sure"}).`,
        }),
      ),
  );
  const [latest] = taken
    .filter(({ kind, row }) => kind === "medicine" && row.start >= addDays(today, -3 * FOUR_WEEKS))
    .sort((a, b) => (a.row.start < b.row.start ? 1 : -1));
  if (latest === undefined) return judged;
  const since = latest.row.start;
  const averages = (["tiredness", "mood"] as const).flatMap((rating): Candidate[] => {
    const before = average(snapshot.checkIns, rating, ...lately(addDays(since, -1), FOUR_WEEKS), 5);
    const after = average(snapshot.checkIns, rating, since, today, 5);
    // [Note: Two points] Our own mark, as for a week that is suddenly worse.
    if (before === null || after === null || after.mean - before.mean < 2) return [];
    const ask = rating === "mood" ? "q-se-mood-memory" : "q-se-sleepy";
    return fits(ask, latest.catalogue)
      ? [
          {
            pickedFor: "price",
            ask,
            because: `The diary: ${rating === "mood" ? "low mood" : "tiredness"} ${oneDecimal(after.mean)} of 10 since ${latest.name} began or changed on ${dateWords(since)}, ${oneDecimal(before.mean)} before.`,
          },
        ]
      : [];
  });
  return [...averages, ...judged];
}

const notHelping = (at: Around): Candidate[] =>
  withVerdict(at, ["not-enough"]).map((answer) => ({
    pickedFor: "not-helping",
    ask:
      answer.catalogue !== null && fits("q-nw-injection-failed", answer.catalogue)
        ? "q-nw-injection-failed"
        : isStretching(answer.catalogue)
          ? "q-nw-stretch-more"
          : "q-nw-dose-or-drug",
    because: said(answer),
  }));

const tooEarly = (at: Around): Candidate[] =>
  withVerdict(at, ["not-yet", "unclear", "inseparable"]).map((answer) => ({
    pickedFor: "too-early",
    ask: answer.verdict === "inseparable" ? "q-4w-better" : "q-before-how-soon",
    because:
      answer.daysNeeded === null
        ? said(answer)
        : `${said(answer)} About ${answer.daysNeeded} more days may settle it.`,
  }));

function sleep({ snapshot, today }: Around): Candidate[] {
  const nights = average(snapshot.checkIns, "sleep", ...lately(today, FOUR_WEEKS), 7);
  if (nights === null || nights.mean < BAD_NIGHTS) return [];
  return ["q-sl-night", "q-sl-other-reason"].map((ask) => ({
    pickedFor: "sleep",
    ask,
    because: `The diary: sleep ${oneDecimal(nights.mean)} on average in the last four weeks (0 slept well, 10 did not sleep).`,
  }));
}

const helping = (at: Around): Candidate[] =>
  withVerdict(at, ["helping", "helping-clearly", "leaning"]).map((answer) => ({
    pickedFor: "helping",
    ask: fits("q-4w-responder", answer.catalogue)
      ? "q-4w-responder"
      : answer.verdict === "leaning"
        ? "q-4w-better"
        : "q-4w-go-on",
    because: said(answer),
  }));

export const fromTheDiary = { worse, injection, price, notHelping, tooEarly, sleep, helping } as const;
