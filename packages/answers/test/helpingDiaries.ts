/** Diaries of every kind that the tests of "Is it helping me?" know, and what they are told. */
import { coursesOf } from "../src/isItHelping/courses.ts";
import {
  type HelpingInput,
  type IsItHelping,
  isItHelping,
  type TreatmentEntry,
} from "../src/isItHelping/index.ts";
import { dateOf, type Made, madeDiary, row } from "./diaries.ts";

export const answerTo = (
  made: Made,
  treatments: readonly TreatmentEntry[],
  measure: HelpingInput["measure"] = "stiffness",
): IsItHelping => {
  const result = isItHelping({ diary: madeDiary(made), treatments, measure });
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
};

export const only = (answer: IsItHelping): IsItHelping["treatments"][number] => {
  const [first] = answer.treatments;
  if (first === undefined || answer.treatments.length > 1) throw new Error("not one treatment");
  return first;
};

export const courseOf = (...entries: TreatmentEntry[]) => {
  const [course] = coursesOf(entries);
  if (course === undefined) throw new Error("no course");
  return course;
};

export const from29 =
  (effect: number) =>
  (day: number): number =>
    day < 29 ? 0 : effect;

/** Diaries of every kind that these tests know, with what they say. */
const situations = {
  clear: () => answerTo({ seed: 1, days: 84, effectOn: from29(-3) }, [row("Baclofen", 29)]),
  nothing: () => answerTo({ seed: 2, days: 84 }, [row("Baclofen", 29)]),
  worse: () => answerTo({ seed: 3, days: 84, effectOn: from29(3), level: 4 }, [row("Baclofen", 29)]),
  short: () => answerTo({ seed: 4, days: 10 }, [row("Baclofen", 5)]),
  early: () => answerTo({ seed: 17, days: 40, effectOn: from29(-3) }, [row("Baclofen", 29)]),
  gaps: () =>
    answerTo({ seed: 5, days: 80, missing: 0.55, effectOn: (day) => (day < 50 ? 0 : -3) }, [
      row("Baclofen", 50),
    ]),
  together: () =>
    answerTo({ seed: 6, days: 84, effectOn: from29(-2) }, [row("Baclofen", 29), row("Stretching", 29)]),
  before: () => answerTo({ seed: 7, days: 60 }, [row("Baclofen", -30)]),
  stopped: () =>
    answerTo({ seed: 8, days: 60, effectOn: from29(-1) }, [row("Baclofen", 29, { stop: dateOf(38) })]),
  exchanged: () =>
    answerTo({ seed: 9, days: 84 }, [row("Baclofen", 1, { stop: dateOf(42) }), row("Tizanidine", 43)]),
  injected: () =>
    answerTo({ seed: 10, days: 100, effectOn: from29(-2) }, [row("Dysport", 29, { kind: "injection" })]),
  planned: () => answerTo({ seed: 11, days: 40 }, [row("Baclofen", 60)]),
  edge: () => answerTo({ seed: 12, days: 84, level: 0 }, [row("Baclofen", 29)]),
} satisfies Record<string, () => IsItHelping>;
type Situation = keyof typeof situations;

/** What each of them is told. */
export const answersToAll = (): Record<Situation, IsItHelping> =>
  Object.fromEntries(Object.entries(situations).map(([name, answer]) => [name, answer()])) as Record<
    Situation,
    IsItHelping
  >;
