import { describe, expect, it } from "vitest";
import { fairTestsOffered, planFor } from "../src/fairTest/index.ts";
import { mayPause } from "../src/fairTest/mayPause.ts";
import { coursesOf } from "../src/isItHelping/courses.ts";
import { isItHelping, type SessionDone } from "../src/isItHelping/index.ts";
import { routineCourses } from "../src/isItHelping/routineCourses.ts";
import { dateOf, madeDiary, row } from "./diaries.ts";

const CALF = "Calf stretch at the wall, knee straight";
const session = (day: number, routine = CALF, minutes: number | null = 10): SessionDone => ({
  date: dateOf(day),
  routine,
  minutes,
});
const sessionsOn = (days: readonly number[], routine = CALF, minutes: number | null = 10): SessionDone[] =>
  days.map((day) => session(day, routine, minutes));

const DAYS = 140;
/** Three weeks with sessions on five days of seven, three weeks without, from the second week on. */
const doneOn = Array.from({ length: DAYS }, (_, place) => place + 1).filter(
  (day) => day > 14 && Math.floor((day - 15) / 21) % 2 === 0 && (day - 15) % 7 < 5,
);
/** What the sessions have added up to on a day, if they build up and fade with three days, five a week being full. */
function exposureOn(days: readonly number[]): (day: number) => number {
  const exposure = [0];
  for (let day = 1; day <= DAYS; day++) {
    const before = exposure[day - 1] ?? 0;
    const dose = days.includes(day) ? 7 / 5 : 0;
    exposure.push(before + (dose - before) * -Math.expm1(-1 / 3));
  }
  return (day) => exposure[day] ?? 0;
}

describe("routines of the diary as treatments", () => {
  it("[AN-341] are one by id and by name, from five days on, and no more than there is room for", () => {
    const five = [3, 5, 7, 9, 11];
    const [course, ...more] = routineCourses(
      [...sessionsOn(five.slice(0, 3), "calf-wall-straight-knee"), ...sessionsOn(five.slice(3))],
      [],
      [],
      30,
    );
    expect(more).toEqual([]);
    expect(course?.name).toBe(CALF);
    expect(course?.kind).toBe("session");
    expect(course?.catalogue).toBe("stretch");
    expect(course?.course.kind).toBe("sessions");
    expect(course?.entries).toHaveLength(5);
    expect(routineCourses(sessionsOn(five.slice(0, 4)), [], [], 30)).toEqual([]);
    // Two sessions of one day are one day.
    expect(routineCourses([...sessionsOn([1, 2, 3, 4]), ...sessionsOn([1, 2])], [], [], 30)).toEqual([]);
    const often = sessionsOn([1, 2, 3, 4, 5, 6, 7], "My own stretch");
    expect(routineCourses([...sessionsOn(five), ...often], [], [], 1).map(({ name }) => name)).toEqual([
      "My own stretch",
    ]);
    expect(routineCourses(sessionsOn(five), [], [], 0)).toEqual([]);
  });

  it("[AN-342] count as the list says where they stand in it", () => {
    const list = coursesOf([row("calf stretch", 1, { kind: "session" })]);
    expect(routineCourses(sessionsOn([1, 3, 5, 7, 9], "Calf  Stretch"), list, [], 30)).toEqual([]);
    expect(routineCourses(sessionsOn([1, 3, 5, 7, 9]), list, [], 30)).toHaveLength(1);
  });

  it("[AN-343] are one where they were done on the same days, unless a fair test is about one", () => {
    const days = [1, 3, 5, 8, 10, 12, 15, 17, 19, 22];
    const both = [...sessionsOn(days), ...sessionsOn(days, "hamstring-sitting", 5)];
    const [one, ...more] = routineCourses(both, [], [], 30);
    expect(more).toEqual([]);
    expect(one?.name).toBe(`${CALF} and Back-of-thigh stretch, sitting`);
    expect(one?.assumed.join(" ")).toContain("done on the same days, so they count as one");
    expect(one?.entries[0]?.dose).toBe(15);
    expect(routineCourses(both, [], [{ treatment: CALF }], 30)).toHaveLength(2);
    const apart = [...sessionsOn(days), ...sessionsOn([2, 4, 6, 9, 11], "hamstring-sitting")];
    expect(routineCourses(apart, [], [], 30)).toHaveLength(2);
  });

  it("[AN-344] count by minutes where all are known, against the middle week, and say so", () => {
    const days = [1, 3, 5, 8, 10, 12, 15, 17, 19, 22, 24];
    const [timed] = routineCourses(sessionsOn(days), [], [], 30);
    expect(timed?.course).toMatchObject({ usualPerDay: 30 / 7, tau: 3 });
    expect(timed?.assumed.join(" ")).toContain("A week with 30 minutes counts as full");
    expect(timed?.assumed.join(" ")).toContain("This is our assumption, not a measured figure");
    const [counted] = routineCourses([...sessionsOn(days.slice(1)), session(1, CALF, null)], [], [], 30);
    expect(counted?.course).toMatchObject({ usualPerDay: 3 / 7 });
    expect(counted?.assumed.join(" ")).toContain("Some sessions have no minutes");
    const [slip] = routineCourses([...sessionsOn(days), session(26, CALF, 1000)], [], [], 30);
    expect(
      slip?.course.kind === "sessions" && Math.max(...slip.course.sessions.map(({ amount }) => amount)),
    ).toBe(60);
    expect(slip?.assumed.join(" ")).toContain("counts as two usual weeks");
  });

  it("[AN-345] get two honest verdicts: helping where they help, never helping where they do nothing", () => {
    const exposure = exposureOn(doneOn);
    const verdictOf = (seed: number, effect: number) => {
      const answer = isItHelping({
        diary: madeDiary({ seed, days: DAYS, effectOn: (day) => effect * exposure(day) }),
        treatments: [],
        routinesDone: sessionsOn(doneOn),
        measure: "stiffness",
      });
      if (!answer.ok) throw new Error(answer.error.sentence);
      const [one] = answer.value.treatments;
      if (one === undefined) throw new Error("no treatment");
      expect(one.treatment).toBe(CALF);
      return one;
    };
    const seeds = [1, 2, 3, 4, 5, 6];
    const helped = seeds.map((seed) => verdictOf(seed, -2));
    for (const { verdict, effect } of helped) {
      expect(["helping-clearly", "helping"]).toContain(verdict);
      expect(effect?.mean).toBeLessThan(-1);
    }
    const idle = seeds.map((seed) => verdictOf(seed, 0));
    for (const { verdict } of idle) expect(verdict).not.toMatch(/^helping/);
    expect(idle.some(({ verdict }) => verdict === "not-enough")).toBe(true);
    // The same sentence says from what it was reckoned.
    expect(helped[0]?.assumed.join(" ")).toContain("A week with 50 minutes counts as full");
  });

  it("[AN-347] are bars of weeks in the picture, not a bar for each day", () => {
    const answer = isItHelping({
      diary: madeDiary({ seed: 3, days: DAYS }),
      treatments: [row("Splint", 20, { kind: "session", stop: dateOf(20), dose: 20, unit: "min" })],
      routinesDone: sessionsOn(doneOn),
      measure: "stiffness",
    });
    if (!answer.ok) throw new Error(answer.error.sentence);
    const { spans } = answer.value.timeline;
    const bars = spans.filter(({ treatment }) => treatment === CALF);
    expect(bars[0]).toEqual({ treatment: CALF, dose: "on 15 days", from: dateOf(15), to: dateOf(33) });
    expect(bars).toHaveLength(3);
    expect(spans.find(({ treatment }) => treatment === "Splint")?.dose).toBe("20 min");
  });

  it("[AN-346] can be put to a fair test where they may be left out", () => {
    const input = {
      diary: madeDiary({ seed: 3, days: DAYS }),
      treatments: [],
      routinesDone: [...sessionsOn(doneOn), ...sessionsOn([5, 8, 12, 13, 33, 40], "bed-on-back")],
      measure: "stiffness" as const,
    };
    expect(fairTestsOffered(input)).toEqual([CALF]);
    const planned = planFor({ input, treatment: CALF, seed: 482913, from: dateOf(DAYS + 1) });
    expect(planned.ok && planned.value.row.treatment).toBe(CALF);
    expect(planned.ok && planned.value.row.kind).toBe("session");
    expect(mayPause("Lift your hips (bridge)", "session")?.id).toBe("exercises");
    expect(mayPause("cooling", "session")?.id).toBe("cooling");
    expect(mayPause("splint-wear", "session")?.id).toBe("splint");
    for (const id of ["bed-on-back", "standing-frame", "tilt-table", "nmes-add-on", "chair-sitting-position"])
      expect(mayPause(id, "session"), id).toBeNull();
    expect(mayPause("bridge-lying", "medicine")).toBeNull();
    // Once kept, its days count as they were drawn.
    if (!planned.ok) return;
    const kept = isItHelping({
      ...input,
      fairTests: [{ ...planned.value.row, id: "1" }],
      diary: madeDiary({ seed: 3, days: DAYS + 20 }),
    });
    expect(
      kept.ok && kept.value.treatments.find(({ treatment }) => treatment === CALF)?.assumed.join(" "),
    ).toContain("as they were drawn");
  });
});
