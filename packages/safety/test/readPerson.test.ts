import { describe, expect, it } from "vitest";
import { nobody, readPerson } from "../src/index.ts";

describe("reading a description", () => {
  it("[SF-50] takes the form of the documentation", () => {
    const { person, unread } = readPerson({
      age: 41,
      sex: "f",
      country: "gb",
      conditions: ["multiple sclerosis"],
      pregnant: null,
      breastfeeding: false,
      labs: { egfr: 55, alt_x_uln: 0.8, crcl: null },
      blood_pressure: "118/76",
      alcohol: true,
      driving: false,
      context: [],
      symptoms: [],
      medicines: [
        { text: "Zanaflex 4 mg", status: "current" },
        { text: "fluvoxamine", status: "starting" },
        "vitamin D",
      ],
    });
    expect(unread).toEqual([]);
    expect(person).toMatchObject({
      age: 41,
      country: "UK",
      systolic: 118,
      labs: { egfr: 55, alt_x_uln: 0.8, creatinine_clearance: null },
      drinksAlcohol: true,
      drives: false,
    });
    expect(person.medicines.map(({ status }) => status)).toEqual(["current", "starting", "current"]);
  });

  it("[SF-50] names every key and value that it cannot use, and uses the rest", () => {
    const { person, unread } = readPerson({
      age: "forty",
      weight: 70,
      sex: "?",
      labs: { egfr: -3, sodium: 140 },
      conditions: ["MS", 7],
      blood_pressure: "high",
      medicines: [{ text: "baclofen", status: "sometimes", note: "x" }, { status: "current" }, 5],
    });
    expect(unread.map(({ at }) => at).toSorted()).toEqual([
      "age",
      "blood_pressure",
      "conditions[1]",
      "labs.egfr",
      "labs.sodium",
      "medicines[0].note",
      "medicines[0].status",
      "medicines[1]",
      "medicines[2]",
      "sex",
      "weight",
    ]);
    expect(person.conditions).toEqual(["MS"]);
    expect(person.medicines).toEqual([{ text: "baclofen", status: "current" }]);
    expect(person.labs).toEqual({ egfr: null });
  });

  it("[SF-50] says of anything else that it is no description", () => {
    for (const value of [null, 3, "baclofen", [], undefined]) {
      const { person, unread } = readPerson(value);
      expect(person).toEqual(nobody);
      expect(unread.map(({ problem }) => problem)).toEqual(["not a description"]);
    }
  });
});
