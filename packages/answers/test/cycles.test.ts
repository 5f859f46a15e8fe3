import { exposures } from "@unclench/knowledge";
import { injectionReasons } from "@unclench/knowledge/injection-reasons";
import { describe, expect, it } from "vitest";
import {
  type CyclesAnswer,
  cyclesOf,
  helpingInParts,
  type TreatmentEntry,
} from "../src/isItHelping/index.ts";
import { dateOf, madeDiary, row } from "./diaries.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const knots = exposures.find(({ id }) => id === "botulinum-toxin")?.knots ?? [];
/** The sourced wave, linear between its knots. */
function wave(day: number): number {
  const after = knots.findIndex(([knot]) => day <= knot);
  const [left, right] = [knots[after - 1], knots[after]];
  if (left === undefined || right === undefined) return 0;
  return left[1] + ((right[1] - left[1]) * (day - left[0])) / (right[0] - left[0]);
}

const givenOn = [20, 120, 225, 330];
const injected = (days: readonly number[], name = "Dysport, left arm"): TreatmentEntry[] =>
  days.map((day) => row(name, day, { kind: "injection", dose: 500, unit: "units" }));
const relief =
  (sizes: readonly number[], stretch = 1) =>
  (day: number): number =>
    Math.min(0, ...givenOn.map((given, place) => (sizes[place] ?? 0) * wave((day - given) / stretch)));

function only(found: readonly CyclesAnswer[]): CyclesAnswer {
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error("not one treatment");
  return one;
}
const cycles = (
  seed: number,
  days: number,
  sizes: readonly number[],
  entries = injected(givenOn),
  stretch = 1,
) =>
  only(
    cyclesOf({
      diary: madeDiary({ seed, days, effectOn: relief(sizes, stretch) }),
      treatments: entries,
      measure: "stiffness",
    }),
  );

describe("injection by injection", () => {
  it("[AN-110] is told of botulinum toxin alone, with the sentence first", () => {
    const diary = madeDiary({ seed: 5, days: 90 });
    const treatments = [row("Phenol", 20, { kind: "injection" }), row("Baclofen", 30)];
    expect(cyclesOf({ diary, treatments, measure: "stiffness" })).toEqual([]);
    expect(cyclesOf({ diary, treatments: injected([120]), measure: "stiffness" })).toEqual([]);
    expect(cyclesOf({ diary, treatments: [], measure: "stiffness" })).toEqual([]);
    expect(cycles(5, 25, [-3]).headline).toBe("Too early to say of the last injection.");
    expect(cycles(6, 100, [0]).headline).toBe("The last injection shows no clear relief.");
    const lasting = cycles(5, 60, [-3], injected([20]));
    expect(lasting.headline).toMatch(/^The relief of the last injection is half gone about \d/);
  });

  it("[AN-111] has a size and dates that hold the truth, and dates for nothing that is not there", () => {
    const { cycles: lines } = cycles(5, 400, [-3, -3, -3, -3]);
    expect(lines.length).toBe(4);
    for (const { effect, when, dose, sentence, curve } of lines) {
      expect(effect?.q05).toBeLessThan(-2);
      expect(effect?.q95).toBeLessThan(-1);
      expect(dose).toBe("500 units");
      expect(when?.onset.dates.from.localeCompare(when.wearOff.dates.to)).toBe(-1);
      expect(sentence).toContain("less stiffness");
      expect(Math.min(...curve.map(({ change }) => change))).toBeCloseTo(effect?.q50 ?? 9, 1);
    }
    const none = cycles(6, 100, [0]).cycles[0];
    expect(none?.when).toBeNull();
    expect(none?.sentence).toContain("no clear relief");
    const early = cycles(5, 25, [-3]).cycles[0];
    expect(early).toMatchObject({ effect: null, relief: null, when: null, curve: [] });
    expect(early?.sentence).toMatch(/\d check-ins? after it; 14 are needed to say anything\.$/);
  });

  it("[AN-111] says whose dates they are: the person's own, or those of the average injection", () => {
    const [first] = cycles(5, 60, [-3], injected([20])).cycles;
    expect(first?.when?.ownSpeed).toBe(false);
    expect(first?.sentence).toContain("mostly those of the average injection");
    const fast = cycles(7, 400, [-3.5, -3.5, -3.5, -3.5], injected(givenOn), 0.6).cycles;
    expect(fast.filter(({ when }) => when?.ownSpeed === true).length).toBeGreaterThan(1);
    const average = first?.when?.wearOff.days.likely ?? 0;
    expect(fast[1]?.when?.wearOff.days.likely).toBeLessThan(average);
  });

  it("[AN-112] says since when the injections are weaker, and nothing of a first one", () => {
    const { headline, weakerSince, cycles: lines } = cycles(5, 400, [-3, -3, -0.5, -0.5]);
    expect(weakerSince?.date).toBe(dateOf(225));
    expect(headline).toBe("The injections have been weaker since 13 August 2026.");
    expect(weakerSince?.sentence).toContain("weaker than before: by about");
    expect(lines[0]?.againstEarlier).toBeNull();
    expect(lines[2]?.againstEarlier?.weaker).toBeGreaterThan(0.95);
    expect(cycles(8, 400, [-3, -3, -3, -3]).weakerSince).toBeNull();
  });

  it("[AN-113] asks whether the relief ends before the date written down, else before the usual interval", () => {
    const planned = cycles(5, 100, [-3], injected([20, 150])).next;
    expect(planned).toMatchObject({ date: dateOf(150), planned: true });
    expect(planned.sentence).toContain("before 30 May 2026");
    expect(planned.reliefEndsBefore).toBeGreaterThan(0.5);
    const soon = cycles(5, 60, [-3], injected([20, 70])).next;
    expect(soon.reliefEndsBefore).toBeLessThan(0.5);
    expect(soon.sentence).toMatch(/^More than half of the relief probably lasts/);
    const usual = cycles(5, 400, [-3, -3, -3, -3]).next;
    expect(usual).toMatchObject({ date: dateOf(435), planned: false });
    expect(usual.sentence).toMatch(/^No next injection is written down\. At the usual interval/);
    const unknown = cycles(5, 60, [-3], injected([20])).next;
    expect(unknown).toMatchObject({ date: null, reliefEndsBefore: null });
    expect(cycles(6, 100, [0]).next.reliefEndsBefore).toBeNull();
  });

  it("[AN-114] lists every reason with its question and sources, those that fit first", () => {
    const early = cycles(5, 25, [-3]).reasons;
    expect(early.map(({ id }) => id).sort()).toEqual(injectionReasons.map(({ id }) => id).sort());
    expect(early.filter(({ fits }) => fits).map(({ id }) => id)).toEqual(["bont-fail-too-early"]);
    const fading = cycles(5, 100, [-3], injected([20, 150])).reasons;
    expect(fading[0]).toMatchObject({ id: "bont-fail-wearing-off", fits: true });
    expect(fading[1]?.fits).toBe(false);
    for (const { ask, sources, certainty } of fading) {
      expect(ask).toMatch(/\?$/);
      expect(sources.length).toBeGreaterThan(0);
      expect(certainty).not.toBe("");
    }
  });

  it("[AN-110] looks at the last twelve, comes after the answer, and prints", () => {
    const many = Array.from({ length: 14 }, (_, place) => 10 + 90 * place);
    const found = only(
      cyclesOf({
        diary: madeDiary({ seed: 9, days: 1300, missing: 0.5 }),
        treatments: injected(many),
        measure: "stiffness",
      }),
    );
    expect(found).toMatchObject({ leftOut: 2 });
    expect(found.cycles.length).toBe(12);
    expect(brokenNumbers(found)).toEqual([]);
    expect(ownWords(found).filter((text) => forbiddenWords.test(text))).toEqual([]);
    const input = {
      diary: madeDiary({ seed: 5, days: 100, effectOn: relief([-3]) }),
      treatments: injected([20]),
      measure: "stiffness",
    } as const;
    const shown = [...helpingInParts(input)].map(({ part }) => part).filter((part) => part !== "step");
    expect(shown).toEqual(["answer", "measures", "cycles", "hangs-on"]);
  });
});
