import { describe, expect, it } from "vitest";
import { medicineClasses, otherMedicines } from "../src/alerts.ts";
import { medicineNames } from "../src/index.ts";
import { sourceById } from "../src/sources.ts";
import { type NamesAndClasses, nameFaults } from "../src/validateAlerts.ts";

const data: NamesAndClasses = {
  medicineNames,
  otherMedicines,
  medicineClasses,
  sources: [...sourceById.values()],
};
const medicine = (name: string) => ({
  medicine: name,
  atc: [],
  rxcui: null,
  brands: [],
  synonyms: [],
  misspellings: [],
});
const withMedicine = (entry: Partial<(typeof otherMedicines)[number]>): string[] =>
  nameFaults({ ...data, otherMedicines: [...otherMedicines, { ...medicine("madeupine"), ...entry }] });
const brand = { name: "Madeup", countries: [], route: null, sources: ["medlineplus-names"], certainty: null };

describe("names and classes of medicines", () => {
  it("[KN-20] have no fault as shipped, and are many", () => {
    expect(nameFaults(data)).toEqual([]);
    expect(otherMedicines.length).toBeGreaterThan(800);
    expect(otherMedicines.filter(({ brands }) => brands.length > 0).length).toBeGreaterThan(400);
  });

  it("[KN-20] name no member and no ingredient that is not there, and no product as a member", () => {
    expect(withMedicine({ ingredients: ["codeine", "nothing"] })[0]).toMatch(/no medicine nothing/);
    for (const member of ["nothing", "co-codamol"]) {
      const classes = [{ ...medicineClasses[0]!, id: "made-up", members: [member] }];
      expect(nameFaults({ ...data, medicineClasses: classes })[0]).toContain(`no medicine ${member}`);
    }
  });

  it("[KN-21] give no generic name and no synonym to two medicines", () => {
    expect(withMedicine({ synonyms: ["Aspirin"] })[0]).toMatch(/aspirin means both/);
    expect(withMedicine({ brands: [{ ...brand, name: "Baclofen" }] })[0]).toMatch(
      /brand Baclofen of madeupine/,
    );
    // Benadryl is one medicine in the US and another in the UK: that may be, and the reader is asked.
    expect(withMedicine({ brands: [{ ...brand, name: "Tylenol" }] })).toEqual([]);
  });

  it("[KN-22] name a known source for each brand and each class", () => {
    expect(withMedicine({ brands: [{ ...brand, sources: [] }] })[0]).toMatch(/no source/);
    expect(withMedicine({ brands: [{ ...brand, sources: ["nobody"] }] })[0]).toMatch(/unknown source nobody/);
    const classes = [{ ...medicineClasses[0]!, id: "made-up", sources: [{ id: "nobody", where: null }] }];
    expect(nameFaults({ ...data, medicineClasses: classes })[0]).toMatch(/unknown source nobody/);
  });

  it("[KN-23] stand once", () => {
    expect(withMedicine({ medicine: "paracetamol" })).toContain("otherMedicines.json: paracetamol twice");
    const first = medicineClasses[0]!;
    expect(nameFaults({ ...data, medicineClasses: [first, first] })).toContain(
      `medicineClasses.json: ${first.id} twice`,
    );
  });

  it("[KN-24] have codes of the WHO's classification, seven signs long", () => {
    expect(withMedicine({ atc: ["N02B"] })[0]).toMatch(/N02B is no code/);
  });

  it("[KN-25] hold the classes that the alerts speak of", () => {
    const ids = new Set(medicineClasses.map(({ id }) => id));
    for (const id of (
      "opioids benzodiazepines z-drugs aminoglycosides fluoroquinolones tricyclics mao-inhibitors beta-blockers " +
      "ethinylestradiol-pills oral-contraceptives alpha2-agonists strong-cyp1a2-inhibitors strong-cyp3a4-inhibitors " +
      "cyp3a4-inducers muscle-relaxants gabapentinoids cannabinoids botulinum-toxins ssris snris antidepressants " +
      "antipsychotics antiepileptics sedating-antihistamines blood-pressure-medicines ace-inhibitors arbs diuretics " +
      "calcium-channel-blockers anticoagulants nsaids anticholinergics neuromuscular-blockers nitrates " +
      "pde5-inhibitors hormonal-contraceptives sedating cns-active"
    ).split(" ")) {
      expect(ids, id).toContain(id);
    }
    const members = (id: string): readonly string[] =>
      medicineClasses.find((entry) => entry.id === id)?.members ?? [];
    expect(members("strong-cyp1a2-inhibitors").toSorted()).toEqual([
      "ciprofloxacin",
      "enoxacin",
      "fluvoxamine",
      "viloxazine",
    ]);
    for (const other of ["levofloxacin", "sertraline", "famotidine"]) {
      expect(members("strong-cyp1a2-inhibitors")).not.toContain(other);
    }
    expect(members("aminoglycosides")).not.toContain("azithromycin");
    expect(members("sedating-antihistamines")).not.toContain("cetirizine");
  });
});
