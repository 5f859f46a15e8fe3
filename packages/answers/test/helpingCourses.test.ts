import { exposures } from "@unclench/knowledge";
import { toDayNumber } from "@unclench/record";
import { beforeAll, describe, expect, it } from "vitest";
import { coursesOf, hasOneStart, isTakenOn } from "../src/isItHelping/courses.ts";
import type { TreatmentEntry } from "../src/isItHelping/index.ts";
import { dateOf, row } from "./diaries.ts";
import { answersToAll, answerTo, courseOf } from "./helpingDiaries.ts";

let answers: ReturnType<typeof answersToAll>;
beforeAll(() => {
  answers = answersToAll();
});

describe("treatments", () => {
  const sharesOf = (...entries: TreatmentEntry[]): number[] => {
    const { course } = courseOf(...entries);
    return course.kind !== "on-off" ? [] : course.spans.map(({ doseShare }) => doseShare);
  };

  it("[AN-37] follow the sourced wave if they are injections of botulinum toxin, and are on or off otherwise", () => {
    const wave = exposures.find(({ id }) => id === "botulinum-toxin");
    for (const name of [
      "Dysport 500 units, left arm",
      "BOTOX",
      "xeomin",
      "Botulinum toxin",
      "BoNT-A",
      "Myobloc",
    ]) {
      const { course, assumed } = courseOf(row(name, 29, { kind: "injection" }));
      expect(course.kind, name).toBe("wave");
      if (course.kind === "wave") expect(course.knots).toEqual(wave?.knots);
      expect(assumed).toEqual([wave?.words]);
    }
    for (const [name, kind] of [
      ["Phenol", "injection"],
      ["Baclofen", "medicine"],
      ["Stretching", "session"],
      ["Splint", "other"],
    ] as const) {
      expect(courseOf(row(name, 29, { kind })).course.kind, name).toBe("on-off");
    }
  });

  it("[AN-37] of another injection say that nobody knows how it wears off", () => {
    const { course, assumed } = courseOf(row("Phenol", 29, { kind: "injection", stop: dateOf(60) }));
    expect(assumed.join(" ")).toContain("How this injection wears off was not found in any source");
    if (course.kind === "on-off") expect(course.spans).toHaveLength(1);
  });

  it("[AN-37] say what is assumed of things taken every day", () => {
    const regular = exposures.find(({ id }) => id === "taken-regularly");
    const { course, assumed } = courseOf(row("Something new", 29));
    expect(assumed).toEqual([regular?.words]);
    if (course.kind === "on-off")
      expect([course.tauOn, course.tauOff]).toEqual([regular?.tauOnDays, regular?.tauOffDays]);
  });

  it("[AN-38] weigh doses against the last one", () => {
    const mg = (dose: number | null, from: number, unit: string | null = "mg") =>
      row("Baclofen", from, { dose, unit });
    expect(sharesOf(mg(5, 1), mg(15, 10), mg(10, 20))).toEqual([0.5, 1.5, 1]);
    expect(courseOf(mg(5, 1), mg(10, 20)).assumed[1]).toBe(
      "Doses are weighed against the last one (10 mg), as if half the dose did half as much.",
    );
    expect(courseOf(mg(10, 1), mg(10, 20)).assumed).toHaveLength(1);
    expect(sharesOf(mg(5, 1, "MG"), mg(10, 10, " mg"))).toEqual([0.5, 1]);
  });

  it("[AN-38] count every period as the full dose when doses cannot be compared", () => {
    const entries = [
      row("Baclofen", 1, { dose: 5, unit: "mg" }),
      row("Baclofen", 20, { dose: 1, unit: "tablet" }),
    ];
    expect(sharesOf(...entries)).toEqual([1, 1]);
    expect(courseOf(...entries).assumed[1]).toContain("every period counts as the full dose");
    expect(sharesOf(row("Baclofen", 1, { dose: 5, unit: "mg" }), row("Baclofen", 20))).toEqual([1, 1]);
  });

  it("[AN-38] take a dose of 0 for a pause, also as the last one", () => {
    const mg = (dose: number, from: number, unit: string | null = "mg") =>
      row("Baclofen", from, { dose, unit });
    expect(sharesOf(mg(10, 1), mg(0, 20, null))).toEqual([1, 0]);
    expect(sharesOf(mg(5, 1), mg(0, 10), mg(10, 20))).toEqual([0.5, 0, 1]);
    expect(sharesOf(mg(5, 1), mg(0, 10, null), mg(10, 20))).toEqual([0.5, 0, 1]);
    expect(sharesOf(mg(5, 1), mg(10, 10), mg(0, 20, null))).toEqual([0.5, 1, 0]);
    expect(sharesOf(mg(0, 1))).toEqual([0]);
    const { course } = courseOf(mg(10, 1), mg(0, 20));
    expect([isTakenOn(course, toDayNumber(dateOf(19))), isTakenOn(course, toDayNumber(dateOf(20)))]).toEqual([
      true,
      false,
    ]);
  });

  it("[AN-36] are one treatment if their names differ in capitals and blanks only; a new dose ends the old one", () => {
    const courses = coursesOf([row("Baclofen", 20, { dose: 10 }), row(" baclofen ", 1, { dose: 5 })]);
    expect(courses).toHaveLength(1);
    const course = courses[0]?.course;
    if (course?.kind !== "on-off") throw new Error("not on or off");
    expect(course.spans.map(({ from, to }) => [from, to])).toEqual([
      [toDayNumber(dateOf(1)), toDayNumber(dateOf(19))],
      [toDayNumber(dateOf(20)), null],
    ]);
  });

  it("[AN-36] of one name but two kinds are two treatments that can be told apart by name", () => {
    const entries = [row("Botox", 1), row("botox", 29, { kind: "injection" })];
    expect(coursesOf(entries).map(({ name }) => name)).toEqual(["Botox (medicine)", "botox (injection)"]);
    expect(answerTo({ seed: 31, days: 60 }, entries).treatments).toHaveLength(2);
  });

  it("[AN-40] begun once and gone on with are named as such, others are not", () => {
    const day = (number: number): number => toDayNumber(dateOf(number));
    const once = (...entries: TreatmentEntry[]) => hasOneStart(courseOf(...entries).course, day(1), day(84));
    expect(once(row("A", 29))).toBe(true);
    expect(once(row("A", 29, { dose: 5 }), row("A", 50, { dose: 10 }))).toBe(true);
    expect(once(row("A", 29, { stop: dateOf(50) }))).toBe(false);
    expect(once(row("A", 29, { stop: dateOf(40) }), row("A", 50))).toBe(false);
    expect(once(row("A", -5))).toBe(false);
    expect(once(row("A", 90))).toBe(false);
    expect(once(row("Botox", 29, { kind: "injection" }))).toBe(true);
    expect(once(row("Botox", 9, { kind: "injection" }), row("Botox", 60, { kind: "injection" }))).toBe(false);
    expect(answers.clear.notes.join(" ")).toContain("Your diary holds one start of Baclofen.");
    expect(answers.together.notes.join(" ")).toContain("one start of Baclofen and one of Stretching.");
    expect(answers.stopped.notes.join(" ")).not.toContain("one start");
  });

  it("[AN-41] looked at side by side are counted", () => {
    expect(answers.together.notes.join(" ")).toContain("2 treatments were looked at.");
    expect(answers.clear.notes.join(" ")).not.toContain("were looked at");
  });
});
