import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binaryEffect,
  isPoolFault,
  isStudiesFault,
  measures,
  methods,
  type PoolRequest,
  parseStudies,
  pool,
  poolEffects,
  readStudies,
  type Study,
} from "../src/index.ts";

const x = (events: number, n: number) => ({ treatment: "x", events, n });
const placebo = (events: number, n: number) => ({ treatment: "placebo", events, n });
const trial = (study: string, a: number, n1: number, c: number, n2: number): Study => ({
  study,
  arms: [x(a, n1), placebo(c, n2)],
});
const three = [trial("A", 3, 40, 9, 41), trial("B", 5, 50, 9, 52), trial("C", 10, 60, 18, 61)];

const pooled = (studies: readonly Study[], request: PoolRequest) => {
  const answer = pool(studies, request);
  if (isPoolFault(answer)) throw new Error(JSON.stringify(answer));
  return answer;
};

describe("reading studies", () => {
  it("[EV-50] takes the format, with a byte order mark and unknown keys", () => {
    const text = `\uFEFF${JSON.stringify({ format: 1, note: "mine", studies: three.map((study) => ({ ...study, country: "N" })) })}`;
    expect(readStudies(text)).toEqual(three);
    const years = [1999, "2004", "c. 1990"];
    const dated = three.map((study, i) => ({ ...study, year: years[i] }));
    expect(parseStudies({ studies: dated })).toEqual([
      { ...three[0], year: 1999 },
      { ...three[1], year: 2004 },
      three[2],
    ]);
    // The example of the doc comment.
    const ready =
      '{"studies":[{"study":"A","contrasts":[{"treatment":"x","versus":"placebo","estimate":-0.4,"se":0.2}]}]}';
    expect(readStudies(ready)).toEqual([
      { study: "A", contrasts: [{ treatment: "x", versus: "placebo", estimate: -0.4, se: 0.2 }] },
    ]);
  });

  const one = (study: unknown) => ({ studies: [study] });
  const arms = (...list: unknown[]) => one({ study: "A", arms: list });
  const contrast = (entry: unknown) => one({ study: "A", contrasts: [entry] });
  const good = { treatment: "x", versus: "y", estimate: 1, se: 1 };
  it.each([
    ["no object", 7, { type: "NoStudies" }],
    ["null", null, { type: "NoStudies" }],
    ["no studies", {}, { type: "NoStudies" }],
    ["an empty list", { studies: [] }, { type: "NoStudies" }],
    ["another format", { format: 2, studies: [1] }, { type: "UnknownFormat", format: 2 }],
    ["a number as a study", one(3), { type: "NotAStudy", study: "number 1" }],
    ["null as a study", one(null), { type: "NotAStudy", study: "number 1" }],
    ["no name", one({ arms: [] }), { type: "Missing", study: "number 1", field: "study" }],
    ["an empty name", one({ study: " ", arms: [] }), { type: "NotAText", study: "number 1", field: "study" }],
    ["neither arms nor contrasts", one({ study: "A" }), { type: "ArmsOrContrasts", study: "A" }],
    ["both", one({ study: "A", arms: [], contrasts: [] }), { type: "ArmsOrContrasts", study: "A" }],
    ["one arm", arms(x(1, 2)), { type: "TooFewArms", study: "A", field: "arms" }],
    [
      "arms that are no list",
      one({ study: "A", arms: "x" }),
      { type: "TooFewArms", study: "A", field: "arms" },
    ],
    [
      "no contrast",
      one({ study: "A", contrasts: [] }),
      { type: "TooFewArms", study: "A", field: "contrasts" },
    ],
    ["a null arm", arms(null, x(1, 2)), { type: "Missing", study: "A", field: "arms[0]" }],
    ["no treatment", arms({ n: 3 }, x(1, 2)), { type: "Missing", study: "A", field: "arms[0].treatment" }],
    [
      "a number as treatment",
      arms({ treatment: 3, n: 3 }, x(1, 2)),
      { type: "NotAText", study: "A", field: "arms[0].treatment" },
    ],
    [
      "no n",
      arms({ treatment: "x", events: 3 }, x(1, 2)),
      { type: "Missing", study: "A", field: "arms[0].n" },
    ],
    [
      "the same treatment twice",
      arms(x(1, 2), x(1, 2)),
      { type: "RepeatedTreatment", study: "A", field: "arms[1]", treatment: "x" },
    ],
    [
      "n of 0",
      arms(x(0, 0), placebo(1, 2)),
      { type: "OutOfRange", study: "A", field: "arms[0].n", found: 0, rule: "above 0" },
    ],
    [
      "negative events",
      arms(x(1, 2), placebo(-1, 2)),
      { type: "OutOfRange", study: "A", field: "arms[1].events", found: -1, rule: "not below 0" },
    ],
    [
      "more events than people",
      arms(x(5, 2), placebo(1, 2)),
      { type: "MoreEventsThanPeople", study: "A", field: "arms[0].events", events: 5, n: 2 },
    ],
    [
      "events as text",
      arms({ ...x(1, 2), events: "3" }, placebo(1, 2)),
      { type: "NotANumber", study: "A", field: "arms[0].events", found: "3" },
    ],
    [
      "events that are NaN",
      arms({ ...x(1, 2), events: Number.NaN }, placebo(1, 2)),
      { type: "NotANumber", study: "A", field: "arms[0].events", found: Number.NaN },
    ],
    [
      "an infinite n",
      arms({ ...x(1, 2), n: Number.POSITIVE_INFINITY }, placebo(1, 2)),
      { type: "NotANumber", study: "A", field: "arms[0].n", found: Number.POSITIVE_INFINITY },
    ],
    [
      "an sd of 0",
      arms({ treatment: "x", n: 3, mean: 1, sd: 0 }, placebo(1, 2)),
      { type: "OutOfRange", study: "A", field: "arms[0].sd", found: 0, rule: "above 0" },
    ],
    [
      "a contrast against itself",
      contrast({ ...good, versus: "x" }),
      { type: "AgainstItself", study: "A", field: "contrasts[0]", treatment: "x" },
    ],
    [
      "an se of 0",
      contrast({ ...good, se: 0 }),
      { type: "OutOfRange", study: "A", field: "contrasts[0].se", found: 0, rule: "above 0" },
    ],
    [
      "no estimate",
      contrast({ ...good, estimate: null }),
      { type: "Missing", study: "A", field: "contrasts[0].estimate" },
    ],
    [
      "the same pair twice",
      one({ study: "A", contrasts: [good, { ...good, treatment: "y", versus: "x" }] }),
      { type: "RepeatedTreatment", study: "A", field: "contrasts[1]", treatment: "y" },
    ],
    ["the same study twice", { studies: [three[0], three[0]] }, { type: "RepeatedStudy", study: "A" }],
  ])("[EV-51] [EV-52] [EV-53] names what is wrong: %s", (_, value, fault) => {
    expect(parseStudies(value)).toEqual(fault);
  });

  it("[EV-51] text that is no JSON is a fault", () => {
    for (const text of ["", "{", "study,events", "\uFEFF", "[1,2", '{"studies": NaN}'])
      expect(readStudies(text)).toMatchObject({ type: "NotJson" });
  });

  it("[EV-51] nothing makes the engine throw, and what it gives is finite", () => {
    const oddNumber = fc.oneof(
      fc.double(),
      fc.integer({ min: -2, max: 30 }),
      fc.constantFrom(0, 1e308, 5e-324, "3", null, undefined),
    );
    const oddArm = fc.record(
      {
        treatment: fc.constantFrom("x", "placebo", "z", "", 3),
        n: oddNumber,
        events: oddNumber,
        mean: oddNumber,
        sd: oddNumber,
      },
      { requiredKeys: ["treatment", "n"] },
    );
    const oddContrast = fc.record({
      treatment: fc.constantFrom("x", "z"),
      versus: fc.constantFrom("placebo", "x"),
      estimate: oddNumber,
      se: oddNumber,
    });
    const study = fc.oneof(
      fc.record({ study: fc.string({ minLength: 1 }), arms: fc.array(oddArm, { maxLength: 3 }) }),
      fc.record({
        study: fc.string({ minLength: 1 }),
        contrasts: fc.array(oddContrast, { minLength: 1, maxLength: 2 }),
      }),
    );
    let answers = 0;
    fc.assert(
      fc.property(
        fc.array(study, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...measures),
        fc.constantFrom(...methods),
        fc.constantFrom("z", "knha", "adhoc", undefined),
        (list, measure, method, ci) => {
          const studies = parseStudies({
            studies: list.map((one, i) => ({ ...one, study: `${one.study}${i}` })),
          });
          if (isStudiesFault(studies)) return;
          const answer = pool(studies, { measure, method, ...(ci === undefined ? {} : { ci }) });
          if (isPoolFault(answer)) return;
          answers++;
          for (const value of [answer.estimate, answer.se, answer.ciLower, answer.ciUpper, answer.p])
            expect(Number.isFinite(value)).toBe(true);
          for (const value of [
            answer.tau2,
            answer.i2,
            answer.h2,
            answer.q,
            answer.qP,
            answer.predictionLower,
          ])
            expect(value).not.toBeNaN();
        },
      ),
      { seed: 5, numRuns: 15_000 },
    );
    expect(answers).toBeGreaterThan(100);
  });
});

describe("pooling studies", () => {
  it("[EV-54] takes the first arm against the second", () => {
    const answer = pooled(three, { measure: "OR" });
    const effects = three.map((study) => {
      if (!("arms" in study)) throw new Error("no arms");
      const [active, control] = study.arms as unknown as [ReturnType<typeof x>, ReturnType<typeof x>];
      return { study: study.study, ...binaryEffect("OR", active, control)! };
    });
    const { leaveOneOut, ...rest } = poolEffects(effects, { method: "REML", ci: "adhoc" });
    expect(answer).toMatchObject({ measure: "OR", treatment: "x", versus: "placebo", notes: [], ...rest });
    expect(answer.leaveOneOut).toEqual(leaveOneOut);
    expect(answer.natural?.estimate).toBe(Math.exp(answer.estimate));
    expect(pooled(three, { measure: "RD" }).natural).toBeNull();
  });

  it("[EV-8] [EV-54] takes the comparison that was named, and names the studies without it", () => {
    const studies: Study[] = [
      { study: "turned", arms: [placebo(9, 41), x(3, 40)] },
      { study: "other", arms: [{ treatment: "z", events: 1, n: 20 }, placebo(2, 20)] },
      { study: "three", arms: [{ treatment: "z", events: 1, n: 20 }, x(5, 50), placebo(9, 52)] },
      { study: "ready", contrasts: [{ treatment: "placebo", versus: "x", estimate: 0.4, se: 0.2 }] },
      { study: "unrelated", contrasts: [{ treatment: "placebo", versus: "z", estimate: 0.4, se: 0.2 }] },
    ];
    const answer = pooled(studies, { measure: "OR", treatment: "x", versus: "placebo" });
    expect(answer.studies.map((one) => one.study)).toEqual(["turned", "three", "ready"]);
    expect(answer.studies[0]?.estimate).toBeCloseTo(
      binaryEffect("OR", x(3, 40), placebo(9, 41))!.estimate,
      14,
    );
    expect(answer.studies[2]?.estimate).toBe(-0.4);
    expect(answer.studies[2]?.se).toBeCloseTo(0.2, 15);
    expect(answer.notes).toEqual([
      { type: "WithoutComparison", study: "other" },
      { type: "WithoutComparison", study: "unrelated" },
    ]);
    const back = pooled(studies, { measure: "OR", treatment: "placebo", versus: "x" });
    expect(back.estimate).toBeCloseTo(-answer.estimate, 12);
    expect(back.se).toBeCloseTo(answer.se, 12);
  });

  it("[EV-55] says so when the comparisons differ and none was named", () => {
    const answer = pooled(
      [three[0]!, { study: "z", arms: [{ treatment: "z", events: 1, n: 20 }, placebo(2, 20)] }],
      { measure: "OR" },
    );
    expect(answer.notes).toEqual([
      { type: "DifferentComparisons", comparisons: ["x against placebo", "z against placebo"] },
    ]);
  });

  it("[EV-6] [EV-56] double zeros drop for ratios and stay for differences", () => {
    const studies = [...three, trial("none", 0, 30, 0, 30)];
    expect(pooled(studies, { measure: "OR" })).toMatchObject({
      k: 3,
      notes: [{ type: "NoEventsToCompare", study: "none" }],
    });
    expect(pooled(studies, { measure: "RR" }).k).toBe(3);
    expect(pooled(studies, { measure: "RD" })).toMatchObject({ k: 4, notes: [] });
    const left = pool([trial("none", 0, 30, 0, 30)], { measure: "OR" });
    expect(left).toEqual({ type: "NothingToPool", notes: [{ type: "NoEventsToCompare", study: "none" }] });
  });

  it("[EV-22] does exactly what was asked for, and has its own default", () => {
    expect(pooled(three, { measure: "OR" }).ci).toBe("adhoc");
    expect(pooled(three, { measure: "OR", ci: "knha" }).ci).toBe("knha");
    expect(pooled(three, { measure: "OR", method: "EE" }).ci).toBe("z");
    const five = [...three, trial("D", 2, 30, 6, 30), trial("E", 1, 20, 3, 22)];
    expect(pooled(five, { measure: "OR" }).ci).toBe("knha");
    // A study that drops out does not count.
    expect(pooled([...three, trial("D", 0, 30, 0, 30), trial("E", 0, 20, 0, 22)], { measure: "OR" }).ci).toBe(
      "adhoc",
    );
  });

  it("[EV-23] [EV-26] says what one study or studies without spread mean", () => {
    expect(pooled([three[0]!], { measure: "OR" })).toMatchObject({
      k: 1,
      tau2: null,
      notes: [{ type: "SingleStudy" }],
    });
    const same = ["A", "B"].map((name) => trial(name, 3, 40, 9, 41));
    expect(pooled(same, { measure: "OR", ci: "knha" })).toMatchObject({
      se: 0,
      notes: [{ type: "NoWidth" }],
    });
    expect(pooled(same, { measure: "OR" }).se).toBeGreaterThan(0);
    const years = [1999, "2004", "c. 1990"];
    const dated = three.map((study, i) => ({ ...study, year: years[i] }));
    expect(parseStudies({ studies: dated })).toEqual([
      { ...three[0], year: 1999 },
      { ...three[1], year: 2004 },
      three[2],
    ]);
    // The example of the doc comment.
    expect(pooled([three[0]!], { measure: "OR" }).estimate).toBeCloseTo(Math.log((3 * 32) / (37 * 9)), 13);
  });

  it("[EV-51] refuses what the measure cannot use, with study and field", () => {
    const means: Study[] = [
      {
        study: "M",
        arms: [
          { treatment: "x", n: 10, mean: 1, sd: 2 },
          { treatment: "y", n: 10, mean: 2 },
        ],
      },
    ];
    expect(pool(means, { measure: "MD" })).toEqual({ type: "Missing", study: "M", field: "arms[1].sd" });
    expect(pool(means, { measure: "OR" })).toEqual({ type: "Missing", study: "M", field: "arms[0].events" });
    expect(pool(three, { measure: "SMD" })).toEqual({ type: "Missing", study: "A", field: "arms[0].mean" });
    expect(pool(three, { measure: "OR", treatment: "x" })).toEqual({
      type: "HalfAComparison",
      missing: "versus",
    });
    expect(pool(three, { measure: "OR", versus: "x" })).toEqual({
      type: "HalfAComparison",
      missing: "treatment",
    });
    expect(pool(three, { measure: "OR", treatment: "x", versus: "x" })).toEqual({
      type: "SameTreatment",
      treatment: "x",
    });
    expect(pool(three, { measure: "OR", treatment: "x", versus: "q" })).toEqual({
      type: "UnknownTreatment",
      treatment: "q",
      known: ["x", "placebo"],
    });
    const oneEach: Study[] = [
      {
        study: "M",
        arms: [
          { treatment: "x", n: 1, mean: 1, sd: 2 },
          { treatment: "y", n: 10, mean: 2, sd: 2 },
        ],
      },
    ];
    expect(pool(oneEach, { measure: "SMD" })).toMatchObject({
      type: "OutOfRange",
      field: "arms[0].n",
      rule: "2 or more",
    });
    const below: Study[] = [
      {
        study: "M",
        arms: [
          { treatment: "x", n: 9, mean: -1, sd: 2 },
          { treatment: "y", n: 10, mean: 2, sd: 2 },
        ],
      },
    ];
    expect(pool(below, { measure: "ROM" })).toEqual({ type: "NoEffect", study: "M", measure: "ROM" });
    const vast: Study[] = ["a", "b"].map((study, i) => ({
      study,
      contrasts: [{ treatment: "x", versus: "y", estimate: i === 0 ? 1e200 : -1e200, se: 1 }],
    }));
    expect(pool(vast, { measure: "MD" })).toEqual({ type: "BeyondNumbers" });
    const sharp: Study[] = [
      { study: "a", contrasts: [{ treatment: "x", versus: "y", estimate: 1, se: 1e-200 }] },
    ];
    expect(pool(sharp, { measure: "MD" })).toEqual({ type: "NoEffect", study: "a", measure: "MD" });
    expect(parseStudies({ studies: [] })).toEqual({ type: "NoStudies" });
  });
});
