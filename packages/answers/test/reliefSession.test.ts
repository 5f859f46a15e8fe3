import fc from "fast-check";
import { pace } from "@unclench/knowledge/routine-sessions";
import { routineById, routines, stopSignById } from "@unclench/knowledge/routines";
import { describe, expect, it } from "vitest";
import { type PlayerPage, playerPage } from "../src/relief/player.ts";
import { sentencesOf } from "../src/relief/sessionScript.ts";
import {
  askFirstNow,
  carryOver,
  choiceLimits,
  doseWords,
  nextUtterance,
  type SessionChoices,
  type SessionSource,
  sessionChoices,
  sessionTimetable,
  sessionWords,
  stateAt,
} from "../src/relief/session.ts";

const pages: PlayerPage[] = routines.map(({ id }) => {
  const page = playerPage(id);
  if (page === null) throw new Error(id);
  return page;
});
const sources: SessionSource[] = pages.flatMap(({ source }) => (source === null ? [] : [source]));
const sourceOf = (id: string): SessionSource => {
  const found = sources.find(({ routine }) => routine === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const wanted: fc.Arbitrary<Partial<SessionChoices>> = fc.record(
  {
    holdSeconds: fc.option(fc.oneof(fc.integer({ min: -5, max: 500 }), fc.constant(Number.NaN))),
    repeats: fc.option(fc.integer({ min: -2, max: 60 })),
    minutes: fc.option(fc.integer({ min: -2, max: 400 })),
    speed: fc.constantFrom("slow" as const, "usual" as const, "quick" as const),
    side: fc.option(fc.constantFrom("left" as const, "right" as const, "both" as const)),
    company: fc.constantFrom("alone" as const, "helper" as const),
  },
  { requiredKeys: [] },
);
const anySession = fc.tuple(fc.constantFrom(...sources), wanted);
const HOUR = 3_600_000;

describe("a session", () => {
  it("[AN-330] begins at the lower end of the dose, never goes above its upper end, and may be less", () => {
    for (const source of sources) {
      const { dose } = source;
      const chosen = sessionChoices(source);
      for (const [name, range] of [
        ["holdSeconds", dose.holdSeconds],
        ["repeats", dose.repeats],
        ["minutes", dose.minutes],
      ] as const)
        if (chosen[name] !== null)
          expect(chosen[name], `${source.routine} ${name}`).toBe(Math.max(1, range?.[0] ?? -1));
    }
    fc.assert(
      fc.property(anySession, ([source, wishes]) => {
        const chosen = sessionChoices(source, wishes);
        const limits = choiceLimits(source);
        for (const name of ["holdSeconds", "repeats", "minutes"] as const) {
          const [limit, value, range] = [limits[name], chosen[name], source.dose[name]];
          expect(value === null).toBe(limit === null);
          if (limit === null || value === null) continue;
          expect(Number.isInteger(value)).toBe(true);
          expect(value).toBeLessThanOrEqual(range?.[1] ?? -1);
          expect(value).toBeGreaterThanOrEqual(Math.min(limit.least, 1));
          expect(value).toBeGreaterThanOrEqual(1);
        }
      }),
    );
    expect(
      sessionChoices(sourceOf("calf-wall-straight-knee"), { holdSeconds: 500, repeats: 0 }),
    ).toMatchObject({
      holdSeconds: 60,
      repeats: 1,
    });
  });

  it("[AN-331] says whether its numbers were read, adapted or are ours, and that the pace is ours", () => {
    const words = (id: string) => doseWords(sourceOf(id)).join(" ");
    expect(words("hamstring-sitting")).toContain("hold 30 seconds, 3 to 5 times. These numbers were read");
    expect(words("calf-wall-straight-knee")).toContain(
      "Nobody tested them for it. General stretch dose; not tested",
    );
    expect(words("sit-to-stand")).toContain("5 to 10 times. These numbers are ours");
    expect(words("standing-frame")).toContain("Begin with a few minutes.");
    for (const source of sources) {
      expect(doseWords(source).at(-1)).toContain("is ours");
      expect(doseWords(source).join(" ")).not.toMatch(/\bshould\b|\bsafe\b|\.\./);
    }
  });

  it("[AN-332] says every sentence of every step, but for changing sides, which it does itself", () => {
    for (const source of sources) {
      const timetable = sessionTimetable(source, sessionChoices(source));
      const said = timetable.utterances.map(({ say }) => say).join(" ");
      const shown = timetable.cues.map(({ show }) => show).join(" ");
      for (const [place, step] of source.steps.entries())
        for (const [at, sentence] of sentencesOf(step).entries()) {
          const parts = source.parts[place] ?? [];
          if (parts[Math.min(at, parts.length - 1)] === "side") continue;
          expect(said.includes(sentence) || shown.includes(sentence), `${source.routine}: ${sentence}`).toBe(
            true,
          );
        }
    }
    const helped = {
      ...sourceOf("calf-towel-sitting"),
      forHelper: ["A.", "B.", "C.", "D.", "Count. Let go."],
    };
    const spoken = sessionTimetable(helped, sessionChoices(helped, { company: "helper" })).cues.map(
      ({ say }) => say,
    );
    expect(spoken.slice(0, 5)).toEqual(["A.", "B.", "C.", "D.", "Count. 20 seconds."]);
    expect(sessionTimetable(helped, sessionChoices(helped)).cues[0]?.say).toContain("Sit with the leg out");
    const uneven = { ...helped, forHelper: ["Only one."] };
    expect(sessionTimetable(uneven, sessionChoices(uneven, { company: "helper" })).cues[0]?.say).toContain(
      "Sit with",
    );
  });

  it("[AN-333] is whole for all 55: no gap, no overlap, one end, and never longer than a few hours", () => {
    expect(pages.length).toBe(55);
    fc.assert(
      fc.property(anySession, ([source, wishes]) => {
        const timetable = sessionTimetable(source, sessionChoices(source, wishes));
        let now = 0;
        for (const cue of timetable.cues) {
          expect(cue.startMs).toBe(now);
          expect(cue.endMs).toBeGreaterThanOrEqual(cue.startMs);
          now = cue.endMs;
          for (const place of cue.at) expect(place >= 0 && place <= 1).toBe(true);
          expect(cue.title.length * cue.show.length).toBeGreaterThan(0);
          expect(cue.vibrate.every((ms) => ms > 0 && ms <= 600)).toBe(true);
        }
        expect(timetable.totalMs).toBe(now);
        expect(timetable.cues.filter(({ kind }) => kind === "end").length).toBe(1);
        expect(timetable.cues.at(-1)?.kind).toBe("end");
        expect(now).toBeGreaterThan(20_000);
        expect(now).toBeLessThan(3 * HOUR);
        expect(sessionTimetable(source, sessionChoices(source, wishes))).toEqual(timetable);
        expect(JSON.parse(JSON.stringify(timetable))).toEqual(timetable);
      }),
    );
  });

  it("[AN-333] does one side after the other, or in turns, and names a side only if it was chosen", () => {
    const sidesOf = (id: string, side: SessionChoices["side"]) => {
      const source = sourceOf(id);
      return sessionTimetable(source, sessionChoices(source, { side, repeats: 2 }))
        .cues.filter(({ kind }) => kind === "hold")
        .map((cue) => cue.side);
    };
    expect(sidesOf("calf-wall-straight-knee", null)).toEqual([null, null]);
    expect(sidesOf("calf-wall-straight-knee", "both")).toEqual(["left", "left", "right", "right"]);
    expect(sidesOf("toe-lifts", null)).toEqual(["left", "right", "left", "right"]);
    expect(sidesOf("toe-lifts", "right")).toEqual(["right", "right"]);
    expect(sidesOf("bridge-lying", "left")).toEqual([null, null]);
    const both = sessionTimetable(
      sourceOf("calf-wall-straight-knee"),
      sessionChoices(sourceOf("calf-wall-straight-knee"), { side: "both" }),
    );
    expect(both.cues[0]?.say).toMatch(/^Left side\. /);
    expect(both.cues.find(({ kind }) => kind === "side")?.say).toBe("Now the right side. Take your time.");
  });

  it("[AN-334] counts as many whole ones as fit where a source gives minutes, at least one", () => {
    const relax = sourceOf("relax-and-breathe");
    const holds = (minutes: number) =>
      sessionTimetable(relax, sessionChoices(relax, { minutes })).cues.filter(({ kind }) => kind === "hold")
        .length;
    expect([holds(1), holds(10), holds(20)]).toEqual([4, 40, 80]);
    const rests = sessionTimetable(relax, sessionChoices(relax)).cues.filter(({ kind }) => kind === "rest");
    expect(rests.every(({ startMs, endMs }) => endMs - startMs === 10_000)).toBe(true);
  });

  it("[AN-335] holds exactly as long as was chosen, and goes back after each hold", () => {
    fc.assert(
      fc.property(anySession, ([source, wishes]) => {
        const chosen = sessionChoices(source, wishes);
        const { cues } = sessionTimetable(source, chosen);
        for (const [place, cue] of cues.entries()) {
          if (cue.kind !== "hold") continue;
          expect(cue.endMs - cue.startMs).toBe((chosen.holdSeconds ?? -1) * 1000);
          expect(cue.at).toEqual([1, 1]);
          expect(["back", "rest", "end", "after"]).toContain(cues[place + 1]?.kind);
        }
        const stays = cues.filter(({ kind }) => kind === "stay" || kind === "flow");
        for (const { startMs, endMs } of stays) expect(endMs - startMs).toBe((chosen.minutes ?? -1) * 60_000);
      }),
    );
  });

  it("[AN-336] never says anything over what is still being said", () => {
    const wpm = pace.wordsPerMinute;
    const lasts = (say: string): number =>
      say === "" ? 0 : /^\d+$/.test(say) ? 1000 : (say.split(" ").length / wpm) * 60_000;
    for (const source of sources) {
      const { utterances } = sessionTimetable(source, sessionChoices(source, { side: "both" }));
      for (const [place, { atMs, say }] of utterances.entries()) {
        const next = utterances[place + 1];
        if (next === undefined || next.say === "") continue;
        expect(next.atMs - atMs, `${source.routine}: ${say}`).toBeGreaterThanOrEqual(
          Math.floor(lasts(say)) - 1,
        );
      }
    }
    const source = sourceOf("hamstring-sitting");
    const { cues, utterances } = sessionTimetable(source, sessionChoices(source));
    const hold = cues.find(({ kind }) => kind === "hold");
    const inHold = utterances.filter(({ atMs }) => atMs > (hold?.startMs ?? 0) && atMs < (hold?.endMs ?? 0));
    expect(inHold.map(({ say }) => say)).toEqual(["20", "10", "3", "2", "1"]);
    const cycling = sourceOf("cycling-motor");
    const all = sessionTimetable(cycling, sessionChoices(cycling));
    const flow = all.cues.find(({ kind }) => kind === "flow");
    expect(all.utterances.find(({ say }) => say === "End with two slow minutes.")?.atMs).toBe(
      (flow?.endMs ?? 0) - 120_000,
    );
    expect(all.utterances.map(({ say }) => say)).toContain("15 minutes left.");
  });

  it("[AN-337] knows at every moment where it is, before the start and after the end too", () => {
    fc.assert(
      fc.property(anySession, fc.double({ min: -0.2, max: 1.2, noNaN: true }), ([source, wishes], share) => {
        const timetable = sessionTimetable(source, sessionChoices(source, wishes));
        const elapsed = share * timetable.totalMs;
        const state = stateAt(timetable, elapsed);
        expect(state.at).toBeGreaterThanOrEqual(0);
        expect(state.at).toBeLessThanOrEqual(1);
        expect(state.over).toBeGreaterThanOrEqual(0);
        expect(state.over).toBeLessThanOrEqual(1);
        expect(state.done).toBe(elapsed >= timetable.totalMs);
        if (!state.done) {
          expect(state.secondsLeft).toBeGreaterThanOrEqual(1);
          if (elapsed >= 0) expect(state.cue.startMs).toBeLessThanOrEqual(elapsed);
          expect(state.cue.endMs).toBeGreaterThan(Math.max(0, elapsed) - 1);
        }
        const next = nextUtterance(timetable, elapsed);
        if (next === null) expect(elapsed).toBeGreaterThanOrEqual(timetable.totalMs);
        else expect(next.atMs).toBeGreaterThan(elapsed);
      }),
    );
  });

  it("[AN-338] goes on in the same place after a change while it runs", () => {
    fc.assert(
      fc.property(
        anySession,
        wanted,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([source, wishes], change, share) => {
          const before = sessionTimetable(source, sessionChoices(source, wishes));
          const after = sessionTimetable(
            source,
            sessionChoices(source, { ...wishes, ...change, side: wishes.side ?? null }),
          );
          const elapsed = Math.round(share * before.totalMs);
          const there = carryOver(before, elapsed, after);
          expect(there).toBeGreaterThanOrEqual(0);
          expect(there).toBeLessThanOrEqual(after.totalMs);
          const [was, is] = [stateAt(before, elapsed), stateAt(after, there)];
          if (!was.done && after.cues.some((cue) => cue.kind === was.cue.kind && cue.endMs - cue.startMs > 0))
            expect(is.cue.endMs === there || is.cue.kind === was.cue.kind || is.cue.startMs === there).toBe(
              true,
            );
          if (JSON.stringify(before.choices) === JSON.stringify(after.choices))
            expect(Math.abs(there - elapsed)).toBeLessThan(2);
        },
      ),
    );
    const source = sourceOf("hamstring-sitting");
    const long = sessionTimetable(source, sessionChoices(source, { repeats: 4 }));
    const short = sessionTimetable(source, sessionChoices(source, { repeats: 4, holdSeconds: 10 }));
    const third = long.cues.filter(({ kind }) => kind === "hold")[2];
    const there = stateAt(short, carryOver(long, (third?.startMs ?? 0) + 15_000, short));
    expect(there.cue.repetition).toEqual({ number: 3, of: 4 });
    expect(there.secondsLeft).toBe(5);
  });

  it("[AN-339] says in one line what it is", () => {
    const words = (id: string, wishes: Partial<SessionChoices> = {}) =>
      sessionWords(sessionTimetable(sourceOf(id), sessionChoices(sourceOf(id), wishes)));
    expect(words("hamstring-sitting")).toBe(
      "Hold 30 seconds, 3 times; about 3 minutes in all, with getting ready.",
    );
    expect(words("prone-lying")).toBe("5 minutes; about 6 minutes in all, with getting ready.");
    expect(words("toe-lifts", { repeats: 1 })).toContain("Hold 2 seconds, 1 time on each side; about");
  });
});

describe("the player of a routine", () => {
  it("[AN-360] shows every stop sign by how soon it needs help, and dysreflexia always", () => {
    for (const page of pages) {
      const signs = page.pain.groups.flatMap((group) => group.signs.map(({ id }) => id));
      const of = routineById.get(page.routine)?.stopSigns.filter((id) => id !== "dysreflexia") ?? [];
      expect(signs.toSorted()).toEqual([...of].sort());
      for (const group of page.pain.groups)
        for (const { id, whatToDo } of group.signs) {
          expect(stopSignById.get(id)?.urgency).toBe(group.urgency);
          expect(whatToDo).not.toMatch(/\bshould\b|\bsafe\b/);
        }
      expect(page.pain.dysreflexia.who).toContain("T6");
      expect(page.pain.dysreflexia.steps[0]).toMatch(/^Sit up at once/);
      const order = page.pain.groups.map(({ urgency }) =>
        ["emergency", "today", "tell", "stop"].indexOf(urgency),
      );
      expect(order).toEqual(order.toSorted());
    }
    const breath = playerPage("sit-to-stand")?.pain.groups[0];
    expect([breath?.title, breath?.signs[0]?.id]).toEqual(["Call for emergency help now", "breath"]);
    expect(breath?.signs[0]?.ours).toBe(true);
  });

  it("[AN-361] is there for every routine, or says why not and what to do instead", () => {
    const without = pages.filter(({ source }) => source === null);
    expect(without.map(({ routine }) => routine).sort()).toEqual(
      [
        "bed-on-back",
        "bed-on-strong-side",
        "bed-on-weak-side",
        "chair-sitting-position",
        "constraint-practice",
        "cooling",
        "fes-drop-foot",
        "nmes-add-on",
        "splint-wear",
        "tilt-table",
        "water-exercise",
      ].sort(),
    );
    for (const { source, none } of pages) {
      expect((source === null) === (none !== null)).toBe(true);
      if (none !== null) {
        expect(none.why).toMatch(/\.$/);
        expect(none.instead).not.toMatch(/\bshould\b|\bsafe\b/);
      }
    }
    expect(playerPage("nothing")).toBeNull();
  });

  it("[AN-368] says a yes of the person again before it starts, however it was reached", () => {
    const page = playerPage("calf-wall-straight-knee");
    const answer = (about: string, answer: "yes" | "no", on: string) => ({ about, answer, on });
    const said = (...answers: ReturnType<typeof answer>[]) => askFirstNow(page?.askFirst ?? [], answers);
    expect(said()).toBeNull();
    expect(said(answer("pregnancy", "yes", "2026-01-01"))).toBeNull();
    expect(said(answer("dvt", "yes", "2026-01-01"))).toBe(
      "You said yes to this: A blood clot in the leg, or a hot swollen calf. Ask a doctor or physiotherapist before this routine.",
    );
    expect(said(answer("dvt", "no", "2026-02-01"), answer("dvt", "yes", "2026-01-01"))).toBeNull();
    expect(said(answer("dvt", "yes", "2026-01-01"), answer("poor-balance", "yes", "2026-01-01"))).toContain(
      "these: ",
    );
  });
});
