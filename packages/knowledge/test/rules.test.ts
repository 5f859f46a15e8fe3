import { describe, expect, it } from "vitest";
import {
  type AlertRule,
  alertRules,
  grades,
  medicineClasses,
  otherMedicines,
  vocabulary,
} from "../src/alerts.ts";
import { medicineNames } from "../src/index.ts";
import { sourceById } from "../src/sources.ts";
import { ruleFaults } from "../src/validateRules.ts";

/** Classes that rules may name while `medicineClasses.json` is not filled. */
const agreedClasses =
  "opioids benzodiazepines z-drugs aminoglycosides fluoroquinolones tricyclics mao-inhibitors beta-blockers ethinylestradiol-pills oral-contraceptives alpha2-agonists strong-cyp1a2-inhibitors strong-cyp3a4-inhibitors cyp3a4-inducers muscle-relaxants gabapentinoids cannabinoids botulinum-toxins ssris snris antidepressants antipsychotics antiepileptics sedating-antihistamines blood-pressure-medicines ace-inhibitors arbs diuretics calcium-channel-blockers anticoagulants nsaids anticholinergics neuromuscular-blockers nitrates pde5-inhibitors hormonal-contraceptives sedating cns-active"
    .split(" ")
    .map((id) => ({
      id,
      members:
        id === "benzodiazepines" ? ["diazepam", "clonazepam"] : id === "botulinum-toxins" ? toxins() : [],
    }));
function toxins(): string[] {
  return medicineNames.map(({ medicine }) => medicine).filter((id) => /botulinum/i.test(id));
}

const named = [...medicineNames, ...otherMedicines].map(({ medicine }) => medicine);
const data = {
  alertRules,
  vocabulary,
  sources: [...sourceById.values()],
  medicines: named,
  medicineClasses: medicineClasses.length > 0 ? medicineClasses : agreedClasses,
};
/** Without the other medicines only our own can be looked up. */
const faults = (given: Partial<typeof data> = {}): string[] =>
  ruleFaults({ ...data, ...given }).filter(
    (fault) => otherMedicines.length > 0 || !fault.includes("unknown medicine"),
  );
const withRule = (id: string, change: Partial<AlertRule>): string[] => {
  const rules = alertRules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
  expect(rules.some((rule) => rule.id === id)).toBe(true);
  return faults({ alertRules: rules });
};
const rule = "SF-tizanidine-fluvoxamine";

describe("the alert rules as shipped", () => {
  it("[KN-30] have no fault, and every grade is used", () => {
    expect(faults()).toEqual([]);
    expect(alertRules.length).toBeGreaterThan(110);
    expect(new Set(alertRules.map(({ grade }) => grade))).toEqual(new Set(grades));
  });

  it("[KN-31] open a source that says how much of it was read", () => {
    for (const { id, sources } of alertRules)
      for (const source of sources)
        expect(["full", "abstract", "secondary"], id).toContain(sourceById.get(source.id)?.read);
  });
});

describe("damage of a rule is named", () => {
  it("[KN-30] an id that stands twice", () => {
    expect(faults({ alertRules: [...alertRules, alertRules[0]!] })).toContain(
      `alerts: ${alertRules[0]!.id}: the id stands twice`,
    );
  });

  it("[KN-31] an unknown source, and a statement that rests on weak sources alone", () => {
    expect(withRule(rule, { sources: [{ id: "nowhere-2000", where: null }] }).join()).toContain(
      "unknown source nowhere-2000",
    );
    const weak = withRule(rule, { sources: [{ id: "nabota-interactions", where: null }] });
    expect(weak).toContain(`alerts: ${rule}: only weak sources, and not minor`);
    const question = withRule(rule, {
      grade: "minor",
      title: "{a} with {b}",
      action: "Tell your pharmacist.",
      sources: [{ id: "nabota-interactions", where: null }],
    });
    expect(question).toContain(`alerts: ${rule}: only weak sources, and no question`);
  });

  it("[KN-32] a word, a class and a medicine that nobody knows", () => {
    expect(withRule(rule, { when: { has: "moon-sickness" } }).join()).toContain("unknown word moon-sickness");
    const classes = withRule(rule, { when: { all: [{ takes: "class:potions" }, { takes: "tizanidine" }] } });
    expect(classes.join()).toContain("unknown class class:potions");
    const medicines = ruleFaults({
      ...data,
      alertRules: [{ ...alertRules[0]!, when: { all: [{ takes: "snake oil" }, { takes: "tizanidine" }] } }],
    });
    expect(medicines.join()).toContain("unknown medicine snake oil");
    expect(
      faults({ vocabulary: [...vocabulary, { ...vocabulary[0]!, id: "new", implies: ["nothing-known"] }] }),
    ).toContain("vocabulary: new: implies nothing-known");
  });

  it("[KN-33] words that command or promise, long words, no one to ask, a dose, an emergency without a call", () => {
    for (const [change, fault] of [
      [{ text: "You should rest." }, 'the text says "should"'],
      [{ title: "{a} with {b} is safe" }, 'the title says "safe"'],
      [{ action: "Stop taking it and call." }, 'the action says "Stop taking"'],
      [{ title: "x".repeat(91) }, "the title is longer than 90 letters"],
      [{ text: "One. Two. Three. Four." }, "the text has more than 3 sentences"],
      [{ action: "Rest a while." }, "the action names nobody to ask"],
      [{ action: "Ask, and take 5 mg." }, "the action gives a dose"],
      [{ grade: "emergency", action: "Ask your pharmacist." }, "an emergency without a call"],
    ] as const)
      expect(withRule(rule, change)).toContain(`alerts: ${rule}: ${fault}`);
  });

  it("[KN-34] a placeholder without its medicine", () => {
    expect(withRule(rule, { title: "{a}, {b} and {c}" })).toContain(
      `alerts: ${rule}: the title has {c} and the rule no such medicine`,
    );
  });

  it("[KN-35] a limit of dose that the reader is not told", () => {
    expect(withRule("SF-tizanidine-dose-day", { title: "{a}: a lot", text: "Too much." })).toContain(
      "alerts: SF-tizanidine-dose-day: the limit 36 is not told",
    );
  });

  it("[KN-36] a rule of one country that is silent about the others", () => {
    expect(withRule("SF-baclofen-ulcer-uk", { conflict: null })).toContain(
      "alerts: SF-baclofen-ulcer-uk: a rule of some countries says nothing of the others",
    );
  });

  it("[KN-37] a medicine without a word about stopping it", () => {
    const without = alertRules.filter(({ id }) => id !== "SF-stop-no-text");
    expect(faults({ alertRules: without })).toContain(
      "alerts: dantrolene: no rule about stopping, and no note that no text was read",
    );
  });
});
