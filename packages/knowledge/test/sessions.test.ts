import { describe, expect, it } from "vitest";
import { routines } from "../src/routines.ts";
import { routineSessionOf } from "../src/routineSessions.ts";
import type { Routine } from "../src/routineSchema.ts";
import type { RoutineSession } from "../src/sessionSchema.ts";
import { sessionFaults } from "../src/validateSessions.ts";

const sessions = [...routineSessionOf.values()];
const calf = "calf-wall-straight-knee";
/** The faults after one session was changed. */
const changed = (id: string, change: Partial<RoutineSession>, routine: Partial<Routine> = {}): string =>
  sessionFaults({
    routines: routines.map((one) => (one.id === id ? { ...one, ...routine } : one)),
    routineSessions: { sessions: sessions.map((one) => (one.routine === id ? { ...one, ...change } : one)) },
  }).join("\n");

describe("the sessions", () => {
  it("[KN-73] are one for each routine", () => {
    expect(changed(calf, {})).toBe("");
    const without = sessions.filter(({ routine }) => routine !== calf);
    expect(sessionFaults({ routines, routineSessions: { sessions: without } })).toEqual([
      `routineSessions.json: ${calf} has no session`,
    ]);
    const twice = [...sessions, ...sessions.slice(0, 1), { ...sessions[0]!, routine: "yoga" }];
    const faults = sessionFaults({ routines, routineSessions: { sessions: twice } }).join("\n");
    expect(faults).toContain(`${calf} stands twice or is no routine`);
    expect(faults).toContain("yoga stands twice or is no routine");
  });

  it("[KN-74] have a place for every step, and count what the dose has", () => {
    expect(changed(calf, { parts: [["ready"]] })).toContain("1 parts for 5 steps");
    const still = Array.from({ length: 5 }, () => ["ready" as const]);
    expect(changed(calf, { parts: still })).toContain("no step is said in the part hold");
    expect(changed("cycling-active", { parts: still })).toContain("no step is said in the part during");
    expect(changed("sit-to-stand", { parts: still })).toContain("no step is said in the part move");
    expect(changed("prone-lying", { shape: "hold" })).toContain("a hold without seconds");
    expect(changed("cycling-active", { shape: "rhythm" })).toContain("no repetitions");
    expect(changed(calf, { shape: "stay" })).toContain("no minutes");
    const hold = routines.find(({ id }) => id === calf)!.dose;
    expect(changed(calf, {}, { dose: { ...hold, repeats: null } })).toContain(
      "without repetitions or minutes",
    );
  });

  it("[KN-75] say why where nothing is counted, and count nothing in a clinic or a pool", () => {
    expect(changed("tilt-table", { none: null })).toContain("says why, and always");
    expect(changed(calf, { none: { why: "Because.", instead: "Read." } })).toContain("says why, and always");
    expect(changed(calf, {}, { setting: "pool" })).toContain("counted, though its place is a pool");
  });
});
