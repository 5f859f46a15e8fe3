import { alertRules } from "@unclench/knowledge/alerts";
import { type Injection, localDateFrom, nothingSaid, type Treatment } from "@unclench/record";
import { describe as group, expect, it } from "vitest";
import { circumstanceChoices, describe, fromDiary, signChoices } from "../src/whatToAvoid/circumstances.ts";
import { medicineRead, whatToAvoidFrom } from "../src/whatToAvoid/index.ts";

const today = localDateFrom(2026, 11, 26);
if (today === null) throw new Error("no such day");

group("what to avoid", () => {
  it("[AN-220] never calls a list safe: nothing found is no promise, and the limits are always told", () => {
    const answers = [
      whatToAvoidFrom({}),
      whatToAvoidFrom({ medicines: ["paracetamol 500 mg"] }),
      whatToAvoidFrom(null),
      whatToAvoidFrom({ medicines: ["Zanaflex", "fluvoxamine"] }),
    ];
    for (const answer of answers) {
      expect(JSON.stringify({ ...answer, alerts: [] })).not.toMatch(/\bsafe(ly)?\b|all clear|no problem/i);
      expect(answer.notChecked.at(-1)?.type).toBe("always");
    }
    expect(answers[1]?.sentence).toMatch(/not a promise/);
  });

  it("[AN-221] counts the warnings by how urgent they are", () => {
    const { sentence, alerts } = whatToAvoidFrom({
      medicines: ["Zanaflex 4 mg", { text: "fluvoxamine 50 mg", status: "starting" }],
    });
    expect(sentence).toMatch(/^\d+ warnings?: .*1 to ask about before anything else/);
    expect(alerts[0]?.gradeName).toBe("Not together");
  });

  it("[AN-222] gives every warning its sources with how they were read, and says how sure it is", () => {
    const { alerts } = whatToAvoidFrom({ medicines: ["Zanaflex", "ciprofloxacin", "oxycodone"] });
    expect(alerts.length).toBeGreaterThan(1);
    for (const { sources, sureness } of alerts) {
      expect(sureness).not.toBeNull();
      expect(sources.length).toBeGreaterThan(0);
      for (const { title, readWords } of sources) expect([title, readWords].every(Boolean)).toBe(true);
    }
  });

  it("[AN-223] asks for what is missing in words, with how grave it is what hangs on it", () => {
    const { notChecked } = whatToAvoidFrom({ medicines: ["baclofen 10 mg three times a day"] });
    const kidney = notChecked.find(({ text }) => text.startsWith("Needs your kidney value"));
    expect(kidney?.text).toMatch(/at least one of them serious/);
    for (const id of kidney?.rules ?? []) expect(alertRules.some((rule) => rule.id === id)).toBe(true);
    expect(whatToAvoidFrom({ medicines: ["baclofen 3 a day"] }).notChecked[0]?.text).toMatch(
      /^The dose in “baclofen 3 a day” was not checked/,
    );
  });

  it("[AN-224] tells how a text is read while it is typed, and offers what may be meant", () => {
    expect(medicineRead("Zanaflex 4 mg three times a day").readAs).toBe(
      "tizanidine, 4 mg at a time, 12 mg a day",
    );
    expect(medicineRead("tizanadine 4 mg").suggestions).toEqual([
      { name: "tizanidine", text: "tizanidine 4 mg" },
    ]);
    expect(medicineRead("xyzzyl").readAs).toBe("a name we do not know");
    expect(medicineRead("baclofen 10-0-20-0 mg").readAs).toMatch(/20 mg at a time, 30 mg a day/);
  });

  it("[AN-225] offers what the diary says is taken today and the list does not name", () => {
    const row = (treatment: string, rest: Partial<Treatment> = {}): Treatment => ({
      id: treatment,
      treatment,
      kind: "medicine",
      treatmentId: null,
      start: today,
      stop: null,
      dose: 30,
      unit: "mg",
      taken: null,
      ...rest,
    });
    const rows = [
      row("Baclofen"),
      row("Zanaflex", { dose: null, unit: null }),
      row("Stretching", { kind: "session" }),
      row("Dysport", { kind: "injection", dose: 500, unit: "units" }),
    ];
    const listed = [{ id: "zanaflex", text: "zanaflex 4 mg", status: "current" as const }];
    expect(fromDiary(rows, [], listed, today)).toEqual(["Baclofen 30 mg a day", "Dysport 500 units"]);
    const given = (date: string, product: string, units: readonly (number | null)[]): Injection => ({
      id: `${date}|${product}`,
      date: date as typeof today,
      product,
      muscles: units.map((one) => ({ muscle: "soleus", side: null, units: one })),
      guidance: null,
      clinic: null,
      next: null,
      note: null,
    });
    const injections = [
      given("2024-01-10", "Xeomin", [100]),
      given("2026-03-02", "Botox", [50]),
      given("2026-09-02", "Botox", [75, 125.5]),
      given("2026-10-01", "Myobloc", [null, 50]),
      given("2026-10-02", "Dysport", [300]),
    ];
    expect(fromDiary(rows, injections, listed, today)).toEqual([
      "Baclofen 30 mg a day",
      "Dysport 500 units",
      "Botox 200.5 units",
      "Myobloc",
    ]);
  });

  it("[AN-226] describes the person of the record as the file format does, and every word to tick is understood", () => {
    const description = describe({
      medicines: [{ id: "a", text: "baclofen", status: "missed" }],
      circumstances: { ...nothingSaid, egfr: 40, alt: 1, systolic: 110, conditions: ["asthma"] },
      signs: signChoices.map(({ name }) => name),
      condition: "ms",
    });
    expect(description.conditions).toEqual(["asthma", "multiple sclerosis"]);
    const all = {
      ...description,
      conditions: circumstanceChoices.conditions.map(({ name }) => name),
      context: circumstanceChoices.context.map(({ name }) => name),
    };
    const { notChecked } = whatToAvoidFrom(all);
    expect(notChecked.filter(({ type }) => ["unread", "word", "respelt", "denied"].includes(type))).toEqual(
      [],
    );
  });
});
