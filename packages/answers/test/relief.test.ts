import fc from "fast-check";
import { conditions } from "@unclench/knowledge";
import { doesNotHelp, reliefPlaces } from "@unclench/knowledge/relief";
import { contraindicationById, contraindications, routineById, routines } from "@unclench/knowledge/routines";
import { addDays, type LocalDate } from "@unclench/record";
import { describe, expect, it } from "vitest";
import {
  answered,
  chosenFrom,
  companies,
  type FindInput,
  findRoutines,
  fromRecord,
  minuteChoices,
  minutesWords,
  MOST_PROPOSALS,
  placeCalled,
  placesCalled,
  positions,
  type ReliefFound,
  routineMinutes,
} from "../src/relief/index.ts";
import { reliefFrame, routinePage } from "../src/relief/page.ts";

const today = "2026-11-26" as LocalDate;
const ids = contraindications.map(({ id }) => id);
/** Everything answered today: these yes, all others no. */
const check = (...yes: string[]) => answered([], ids, yes, today);
const asked: FindInput = {
  where: "calf",
  position: "lying",
  minutes: 8,
  company: "alone",
  bodyCheck: check(),
  now: today,
};
const found = (input: Partial<FindInput>): ReliefFound => {
  const answer = findRoutines({ ...asked, ...input });
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
};
const routine = (id: string) => {
  const one = routineById.get(id);
  if (one === undefined) throw new Error(`no routine ${id}`);
  return one;
};

describe("how long a routine takes", () => {
  it("[AN-300] from its minutes, else from holds, repeats, rests and sides; unknown is null", () => {
    // 3 holds of 20 s with two rests of 10 s on one side; 5 of 60 s with four rests on both, and a rest between.
    expect(routineMinutes(routine("calf-wall-straight-knee"))).toEqual({ from: 80 / 60, to: 690 / 60 });
    // No hold: 8 to 12 times there and back in 6 s each, one arm or both.
    expect(routineMinutes(routine("push-out-elbow"))).toEqual({ from: 48 / 60, to: 154 / 60 });
    expect(routineMinutes(routine("prone-lying"))).toEqual({ from: 5, to: 60 });
    expect(routineMinutes(routine("chair-sitting-position"))).toBeNull();
    expect(minutesWords(null)).toContain("no time was read");
    expect(minutesWords({ from: 80 / 60, to: 690 / 60 })).toBe("about 2 to 12 minutes");
    expect(minutesWords(routineMinutes(routine("splint-wear")))).toBe("about 30 minutes to 12 hours");
    expect(minutesWords({ from: 120, to: 240 })).toBe("about 2 to 4 hours");
    for (const one of routines) {
      const minutes = routineMinutes(one);
      if (minutes !== null) expect(minutes.from > 0 && minutes.from <= minutes.to, one.id).toBe(true);
    }
  });
});

describe("at most three routines", () => {
  it("[AN-301] with reasons, minutes, things and what to watch, the nearest first, always the same", () => {
    const answer = found({});
    expect(answer.proposals.map(({ id }) => id)).toEqual([
      "hamstring-strap-lying",
      "legs-on-stool-spasm-breaker",
    ]);
    expect(answer.sentence).toBe("Two routines for the calf and foot, lying, alone, in 8 minutes.");
    for (const { because, minutesWords: words, needsWords, against } of answer.proposals) {
      expect(because[0]).toContain("the calf and foot");
      expect(words).toMatch(/minute/);
      expect(needsWords.length).toBeGreaterThan(2);
      expect(against.join(" ")).toMatch(/How sure about what it does.*length/);
    }
    expect(found({})).toEqual(answer);
    expect(found({ company: "helper" }).proposals[0]?.id).toBe("calf-helper-lying");
    // A place of its own first; what fits any place only behind it.
    expect(found({ where: "neck", minutes: 15 }).proposals.map(({ id }) => id)).toEqual([
      "neck-side-and-turn",
      "relax-and-breathe",
      "gentle-range-round",
    ]);
    expect(found({}).known.some(({ id }) => id === "short-stretch")).toBe(true);
    expect(found({ condition: "sci" }).known.some(({ id }) => id === "ms-hold")).toBe(false);
    expect(found({ condition: "ms" }).known.some(({ id }) => id === "ms-hold")).toBe(true);
  });

  const person = fc.record({
    where: fc.constantFrom(...reliefPlaces.map(({ id }) => id)),
    position: fc.constantFrom(...positions),
    minutes: fc.constantFrom(...minuteChoices),
    company: fc.constantFrom(...companies),
    condition: fc.constantFrom(null, ...conditions.map(({ id }) => id)),
    now: fc.constantFrom(null, today),
    bodyCheck: fc.array(
      fc.record({
        about: fc.constantFrom(...ids),
        answer: fc.constantFrom("yes" as const, "no" as const, "no" as const, "no" as const),
        on: fc.integer({ min: 0, max: 400 }).map((days) => addDays(today, -days)),
      }),
      { maxLength: 60 },
    ),
    /** all that was left unanswered is answered no today */
    completed: fc.boolean(),
    medicines: fc.subarray(["Baclofen 10 mg", "Sirdalud", "something else"]),
    injections: fc.array(
      fc.record({
        date: fc.integer({ min: -30, max: 200 }).map((days) => addDays(today, -days)),
        product: fc.constantFrom("Botox", "Dysport", "phenol"),
      }),
      { maxLength: 3 },
    ),
  });

  it("[AN-302] never one that is contraindicated or unanswered, that needs a helper alone, or does not fit: 3,000 people", () => {
    let proposed = 0;
    fc.assert(
      fc.property(person, ({ completed, ...one }) => {
        const open = ids.filter((id) => !one.bodyCheck.some(({ about }) => about === id));
        const bodyCheck = completed ? answered(one.bodyCheck, open, [], today) : one.bodyCheck;
        const answer = found({ ...one, bodyCheck });
        expect(answer.proposals.length).toBeLessThanOrEqual(MOST_PROPOSALS);
        if (answer.ask.length > 0) expect(answer.proposals).toEqual([]);
        proposed += answer.proposals.length;
        for (const { id } of answer.proposals) {
          const chosen = routine(id);
          expect(chosen.positions).toContain(one.position);
          expect(chosen.notForNow).toBeNull();
          if (one.condition !== null) expect(chosen.conditions).toContain(one.condition);
          if (one.company === "alone") expect(chosen.alone && chosen.helper !== "needed").toBe(true);
          expect(routineMinutes(chosen)?.from ?? 0).toBeLessThanOrEqual(one.minutes);
          for (const about of chosen.contraindications) {
            const helped =
              one.company === "helper" && contraindicationById.get(about)?.effect === "helper-only";
            // Counted here by hand: the latest of the answers, and no later "yes" on the same day.
            const said = bodyCheck.filter((answer) => answer.about === about);
            const last = said.reduce((a, b) => (b.on >= a.on ? b : a), said[0] ?? null!);
            if (helped) continue;
            expect(last?.answer, `${id}: ${about}`).toBe("no");
            const days = contraindicationById.get(about)?.askAgainDays ?? 0;
            if (one.now !== null) expect(last.on >= addDays(today, -days), `${id}: ${about}`).toBe(true);
          }
        }
        // Nor in what may be changed: every change that is offered keeps its word.
        for (const { choice, to, count } of answer.changes) {
          const other = found({ ...one, bodyCheck, [choice]: choice === "minutes" ? Number(to) : to });
          expect(other.ask.length > 0 || other.proposals.length === Math.min(count, MOST_PROPOSALS)).toBe(
            true,
          );
        }
      }),
      { numRuns: 3000, seed: 20261126 },
    );
    expect(proposed).toBeGreaterThan(1000);
  });

  it("[AN-302] says what was left out and why", () => {
    const { leftOut, proposals, urgent } = found({ bodyCheck: check("dvt") });
    expect(proposals).toEqual([]);
    expect(leftOut.find(({ id }) => id === "hamstring-strap-lying")?.why).toBe(
      "Left out because you said: a blood clot in the leg, or a hot swollen calf.",
    );
    expect(leftOut.find(({ id }) => id === "calf-helper-lying")?.why).toBe("It needs someone to help.");
    expect(leftOut.find(({ id }) => id === "tilt-table")?.why).toContain("trained staff");
    expect(urgent.join()).toContain("the same day");
    // Falling easily: not alone, but with someone.
    const falls = { position: "standing", bodyCheck: check("poor-balance") };
    expect(found(falls).proposals).toEqual([]);
    expect(found(falls).leftOut[0]?.why).toContain("With someone beside you it may be done.");
    const helped = found({ ...falls, company: "helper" }).proposals[0];
    expect(helped?.id).toBe("calf-wall-straight-knee");
    expect(helped?.against[0]).toContain("only with a helper");
    expect(
      found({ condition: "ms", where: "shoulder", minutes: 15, company: "helper" }).leftOut.find(
        ({ id }) => id === "shoulder-turned-out-rest",
      )?.why,
    ).toContain("not for people with multiple sclerosis");
  });

  it("[AN-303] asks first, only what matters, keeps it, and asks again when it is old", () => {
    const first = found({ bodyCheck: [] });
    expect(first.proposals).toEqual([]);
    expect(first.ask.map(({ id }) => id)).toContain("dvt");
    expect(first.ask.map(({ id }) => id)).not.toContain("carpal-tunnel");
    expect(first.sentence).toContain(`${first.ask.length} questions`);
    const asking = first.ask.map(({ id }) => id);
    const answeredNow = answered([], asking, [], today);
    expect(found({ bodyCheck: answeredNow }).ask).toEqual([]);
    expect(found({ bodyCheck: answeredNow }).proposals).toHaveLength(2);
    // A "no" grows old, each in its own time; it is asked again with what was said.
    const later = found({ bodyCheck: answeredNow, now: addDays(today, 20) });
    expect(later.ask).toContainEqual({
      id: "dvt",
      ask: contraindicationById.get("dvt")?.ask,
      before: { answer: "no", on: today },
    });
    expect(later.ask.map(({ id }) => id)).not.toContain("recent-surgery");
    // A "yes" does not; a later answer replaces it.
    const yes = answered([], asking, ["dvt"], today);
    expect(found({ bodyCheck: yes, now: addDays(today, 20) }).ask.map(({ id }) => id)).not.toContain("dvt");
    expect(found({ bodyCheck: answered(yes, ["dvt"], [], today) }).proposals).toHaveLength(2);
    // With someone beside the person it does not matter whether they fall easily.
    const standing = { position: "standing", bodyCheck: [] };
    expect(found(standing).ask.map(({ id }) => id)).toContain("poor-balance");
    expect(found({ ...standing, company: "helper" }).ask.map(({ id }) => id)).not.toContain("poor-balance");
  });

  it("[AN-305] tells of good moments as inferences, with what is behind them", () => {
    const weeks = (days: number) =>
      found({ injections: [{ date: addDays(today, -days), product: "Dysport 500 units" }] }).moments[0];
    expect(weeks(28)?.text).toMatch(/4 weeks ago.*Weeks 2 to 8.*that is now.*inference.*not tested/);
    expect(weeks(3)?.text).toContain("still ahead");
    expect(weeks(70)).toBeUndefined();
    expect(weeks(28)?.findings).toEqual(["re-bont-window"]);
    expect(found({ injections: [{ date: addDays(today, -28), product: "phenol" }] }).moments).toEqual([]);
    const [tablet] = found({ medicines: ["Zanaflex 4 mg"] }).moments;
    expect(tablet?.text).toMatch(/works for hours.*never tested/);
    expect(tablet?.inference).toBe(true);
    expect(found({ medicines: ["St John's wort"] }).moments).toEqual([]);
    expect(
      found({ now: null, injections: [{ date: addDays(today, -28), product: "Botox" }] }).moments,
    ).toEqual([]);
  });

  it("[AN-306] says what to change where little is found, with true numbers", () => {
    const { proposals, sentence, changes } = found({ where: "hip", position: "wheelchair", minutes: 3 });
    expect(proposals).toEqual([]);
    expect(sentence).toBe("Nothing that we have fits for the hip, in a wheelchair, alone, in 3 minutes.");
    expect(changes.map(({ words }) => words)).toContain("Lying");
    for (const { choice, to, count } of changes)
      expect(
        found({
          where: "hip",
          position: "wheelchair",
          minutes: 3,
          [choice]: choice === "minutes" ? Number(to) : to,
        }).proposals,
      ).toHaveLength(Math.min(3, count));
    expect(found({ where: "hip" }).changes).toEqual([]);
  });

  it("[AN-308] a choice that does not exist names those that do; places are found by everyday words", () => {
    const sentence = (input: Partial<FindInput>): string => {
      const answer = findRoutines({ ...asked, ...input });
      return answer.ok ? "" : answer.error.sentence;
    };
    expect(sentence({ where: "wing" })).toMatch(/no place "wing"; there is: calf, .*whole-body/);
    expect(sentence({ position: "flying" })).toContain("lying, sitting, wheelchair, standing");
    expect(sentence({ minutes: 5 })).toContain("3, 8, 15");
    expect(sentence({ company: "cat" })).toContain("alone, helper");
    expect(sentence({ condition: "gout" })).toContain("stroke");
    expect(sentence({ bodyCheck: answered([], ["gout"], [], today) })).toContain("pressure-sore");
    expect(chosenFrom({ where: "wing", minutes: "3" }, { where: "calf", minutes: 15 })).toEqual({
      where: "calf",
      position: "sitting",
      minutes: 3,
      company: "alone",
    });
    expect(placeCalled("Ankle")).toBe("calf");
    expect(placeCalled("Hand and fingers")).toBe("hand");
    expect(placeCalled("arm")).toBeNull();
    expect(placesCalled("arm")).toEqual(["shoulder", "elbow"]);
  });
});

describe("what the record says", () => {
  it("[AN-309] condition, answers, what is taken today, injections of the diary and of their table", () => {
    const row = { stop: null, start: addDays(today, -40) };
    const said = fromRecord({
      condition: "ms",
      answers: check(),
      medicines: [
        { text: "Tizanidine 4 mg", status: "current" },
        { text: "Dantrolene", status: "stopping" },
      ],
      treatments: [
        { ...row, treatment: "Baclofen", kind: "medicine" },
        { ...row, treatment: "Diazepam", kind: "medicine", stop: addDays(today, -1) },
        { ...row, treatment: "Gabapentin", kind: "medicine", start: addDays(today, 1) },
        { ...row, treatment: "Botox", kind: "injection" },
      ],
      injections: [{ date: addDays(today, -20), product: "Dysport" }],
      today,
    });
    expect(said.medicines).toEqual(["Baclofen", "Tizanidine 4 mg"]);
    expect(said.injections.map(({ product }) => product)).toEqual(["Dysport", "Botox"]);
    expect(found(said).moments.map(({ about }) => about)).toEqual(["injection", "tablet"]);
    expect(found(said).moments[0]?.text).toContain("Dysport) was 2 weeks ago");
  });
});

describe("the page of a routine", () => {
  it("[AN-304] every one has steps, a dose with its basis, signs to stop, and what is known, or that nothing is", () => {
    for (const { id, helper } of routines) {
      const page = routinePage(id);
      if (!page.ok) throw new Error(id);
      const { steps, forHelper, dose, stop, effect, wrong, related, lead, notChecked } = page.value;
      expect(steps.length, id).toBeGreaterThan(2);
      expect(forHelper === null ? helper : forHelper.length, id).toBe(
        forHelper === null ? "needed" : steps.length,
      );
      expect(dose.basis === "expert" ? dose.basisWords : dose.sources.length, id).toEqual(
        dose.basis === "expert" ? expect.stringContaining("our own") : expect.any(Number),
      );
      if (dose.basis !== "expert") expect(dose.sources.length, id).toBeGreaterThan(0);
      expect(stop.length * wrong.length, id).toBeGreaterThan(0);
      for (const sign of stop) expect(sign.ours, sign.id).toBe(sign.sources.length === 0);
      expect(effect.findings.length === 0, id).toBe(effect.none !== null);
      for (const finding of effect.findings) expect(finding.sources.length, finding.id).toBeGreaterThan(0);
      expect(
        related.some((one) => one.id === id),
        id,
      ).toBe(false);
      expect(`${lead} ${notChecked}`, id).not.toMatch(/undefined|null|NaN/);
    }
    const towel = routinePage("Calf stretch with a towel, sitting");
    expect(towel.ok && towel.value.dose.lines).toEqual([
      "Hold for 20 to 30 seconds.",
      "3 to 5 times on a side.",
      "1 to 2 times a day.",
    ]);
    expect(towel.ok && towel.value.effect.honest.join(" ")).toContain("A minute of stretching");
    const arm = routinePage("arm-away-from-body");
    const claims = arm.ok ? arm.value.effect.findings : [];
    expect(claims.find(({ id }) => id === "re-no-overhead-pulley")?.claim).toContain("take it as a question");
    expect(claims.find(({ id }) => id === "re-shoulder-handling")?.claim).not.toContain("question");
    const none = routinePage("yoga");
    expect(none.ok ? "" : none.error.sentence).toMatch(/no routine "yoga"; there is: calf-wall/);
  });

  it("[AN-307] the finder lists every routine once, and what does not help with its findings", () => {
    const { byPlace, doesNotHelp: honest, mayHelp, moments } = reliefFrame();
    const listed = byPlace.flatMap((place) => place.routines.map(({ id }) => id));
    expect(listed.toSorted()).toEqual(routines.map(({ id }) => id).toSorted());
    expect(honest.map(({ id }) => id)).toEqual(doesNotHelp.map(({ id }) => id));
    for (const { findings } of [...honest, ...mayHelp])
      for (const { sources, certainty } of findings)
        expect(sources.length * certainty.length).toBeGreaterThan(0);
    expect(moments.map(({ id }) => id)).toContain("re-bont-window");
  });
});
