/** What the product promises of its alerts, with the rules of the knowledge base. */
import { alertRules, grades, medicineClasses } from "@unclench/knowledge/alerts";
import { medicineNames } from "@unclench/knowledge";
import { describe, expect, it } from "vitest";
import { check } from "../src/index.ts";
import { person } from "./person.ts";

const told = (...from: Parameters<typeof person>) => check(person(...from)).alerts;
const gravest = (...from: Parameters<typeof person>) => told(...from)[0]?.grade;
const isAtLeast = (grade: string | undefined, than: (typeof grades)[number]): boolean =>
  grade !== undefined && grades.indexOf(grade as (typeof grades)[number]) <= grades.indexOf(than);

describe("tizanidine", () => {
  it("[SF-54] never goes with fluvoxamine or ciprofloxacin, under any name of any of them", () => {
    const namesOf = (id: string): string[] => {
      const entry = medicineNames.find(({ medicine }) => medicine === id);
      if (entry === undefined) throw new Error(id);
      return [id, ...entry.brands.map(({ name }) => name), ...entry.misspellings];
    };
    for (const tizanidine of [...namesOf("tizanidine"), "tizanadine", "Tizanidin 2 mg"])
      for (const other of [
        ...namesOf("fluvoxamine"),
        ...namesOf("ciprofloxacin"),
        "ciprofloxacine",
        "fluvoxamin",
      ]) {
        const alerts = told([`${tizanidine} 4 mg`, [`${other} 100 mg`, "starting"]]);
        expect([alerts[0]?.grade, alerts[0]?.kind], `${tizanidine} with ${other}`).toEqual([
          "contraindicated",
          "interaction",
        ]);
      }
  });

  it("[SF-54] goes with levofloxacin and its like as a question at most, and with sertraline in silence", () => {
    for (const other of ["levofloxacin 500 mg", "Levaquin", "moxifloxacin", "ofloxacin", "famotidine"])
      for (const { kind, grade } of told(["tizanidine 4 mg", other]))
        if (kind === "interaction") expect(grade, other).toBe("minor");
    for (const other of ["sertraline 50 mg", "omeprazole", "paracetamol", "ciprofloxacin eye drops"])
      expect(
        told(["tizanidine 4 mg", other]).filter(({ kind }) => kind === "interaction"),
        other,
      ).toEqual([]);
  });
});

describe("what cannot wait", () => {
  it("[SF-54] is an emergency", () => {
    const rows: Parameters<typeof person>[] = [
      [[["baclofen 10 mg three times a day", "stopping"]], { context: ["stopped suddenly 24 h ago"] }],
      [[], { context: ["two-tone alarm"] }],
      [[], { context: ["pump"], symptoms: ["fever", "suddenly stiffer", "itching"] }],
      [["Lioresal Intrathecal"], { symptoms: ["high fever", "confused"], context: ["missed refill"] }],
    ];
    for (const row of rows) expect(gravest(...row), JSON.stringify(row)).toBe("emergency");
  });
});

describe("grave combinations and limits", () => {
  it("[SF-54] are told as such", () => {
    const rows: [Parameters<typeof person>, string][] = [
      [[["dantrolene 50 mg"], { labs: { alt_x_uln: 4 } }], "liver"],
      [[["baclofen 10 mg three times a day"], { labs: { egfr: 25 } }], "kidney"],
      [[["diazepam 5 mg", "oxycodone 10 mg"]], "interaction"],
      [[["Valium 5 mg", "Percocet"]], "interaction"],
      [[["Botox 200 units", "gentamicin"]], "interaction"],
    ];
    for (const [row, kind] of rows) {
      const found = told(...row).find((alert) => alert.kind === kind);
      expect(isAtLeast(found?.grade, "major"), JSON.stringify(row)).toBe(true);
    }
  });

  it("[SF-51] hold for an allergy to what is taken", () => {
    for (const medicine of [
      "baclofen",
      "tizanidine",
      "dantrolene",
      "diazepam",
      "gabapentin",
      "Botox 100 units",
    ])
      expect(gravest([medicine], { context: [`allergic to ${medicine.split(" ")[0]}`] }), medicine).toBe(
        "contraindicated",
      );
  });
});

describe("everyday lists", () => {
  it("[SF-54] stay silent, and say what was not checked", () => {
    const { alerts, notChecked } = check(
      person(["baclofen 10 mg three times a day", "paracetamol 500 mg", "vitamin D", "omeprazole 20 mg"], {
        age: 45,
        conditions: ["multiple sclerosis"],
      }),
    );
    expect(alerts).toEqual([]);
    expect(notChecked.length).toBeGreaterThan(2);
  });
});

describe("the rules themselves", () => {
  it("[SF-43] never say that something is safe, and never tell anyone to stop, with one exception of a label", () => {
    for (const { id, title, text, action } of alertRules) {
      const words = `${title} ${text} ${action}`;
      expect(words, id).not.toMatch(/\bsafe(ly)?\b/i);
      expect(words, id).not.toMatch(/\bstop taking\b|\byou should\b/i);
    }
    expect(medicineClasses.length).toBeGreaterThan(30);
  });
});
