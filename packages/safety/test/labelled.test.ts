/** The labelled regimens against the check, and the figures that are published of it. */
import { medicineNames } from "@unclench/knowledge";
import { alertRules, grades, otherMedicines } from "@unclench/knowledge/alerts";
import { sourceById } from "@unclench/knowledge/sources";
import { describe, expect, it } from "vitest";
import { measure, shareOf } from "../labelled/measure.ts";
import { published } from "../labelled/published.ts";
import { regimens } from "../labelled/regimens.ts";
import { readPerson } from "../src/index.ts";

const now = measure(regimens);

describe("the labelled regimens", () => {
  it("[SF-53] are at least 150, 60 of them everyday lists, each once, each read whole, each label possible", () => {
    expect(regimens.length).toBeGreaterThanOrEqual(150);
    expect(regimens.filter(({ everyday }) => everyday).length).toBeGreaterThanOrEqual(60);
    expect(new Set(regimens.map(({ id }) => id)).size).toBe(regimens.length);
    const ids = new Set([...medicineNames, ...otherMedicines].map(({ medicine }) => medicine));
    for (const { id, about, person, expect: labels, forbid, sources } of regimens) {
      expect(about.length, id).toBeGreaterThan(10);
      expect(readPerson(person).unread, id).toEqual([]);
      for (const { grade, highest, medicines } of labels) {
        expect(grades.indexOf(highest), id).toBeLessThanOrEqual(grades.indexOf(grade));
        for (const medicine of medicines) expect(ids.has(medicine), `${id}: ${medicine}`).toBe(true);
      }
      for (const { medicines } of forbid)
        for (const medicine of medicines ?? []) expect(ids.has(medicine), `${id}: ${medicine}`).toBe(true);
      for (const source of sources) expect(sourceById.has(source.id), `${id}: ${source.id}`).toBe(true);
    }
  });

  it("[SF-53] the grave is found, the harmless left in peace, nothing forbidden told", () => {
    expect(now.grave.share).toBeGreaterThanOrEqual(0.97);
    expect(now.specificity.share).toBeGreaterThanOrEqual(0.95);
    expect(now.forbidden).toEqual([]);
    expect(now.notChecked.share).toBe(1);
  });

  it("[SF-53] what is published is what is measured", () => {
    expect(JSON.parse(JSON.stringify(now))).toEqual(published.now);
  });
});

describe("how it is measured", () => {
  it("[SF-56] without rules nothing grave is found, and all is quiet", () => {
    const without = measure(regimens, []);
    expect(without.specificity.share).toBe(1);
    // What stands on an allergy of the person needs no rule (SF-51).
    expect(without.grave.found).toBe(
      regimens.filter(({ id }) => /^(tizanidine|baclofen|botox)-allergy$/.test(id)).length,
    );
  });

  it("[SF-56] an alert that is too grave misses its label and is an alarm that no label expects", () => {
    const loud = alertRules.map((rule) => ({ ...rule, grade: "contraindicated" as const }));
    const measured = measure(regimens, loud);
    expect(measured.byGrade.major.found).toBeLessThan(now.byGrade.major.found / 4);
    expect(measured.specificity.share).toBeLessThan(0.8);
    expect(measured.unexpected.length).toBeGreaterThan(100);
    expect(measured.forbidden.length).toBeGreaterThan(20);
  });

  it("[SF-56] shares have the interval of Wilson", () => {
    // R 4.2.2: prop.test(81, 263, correct = FALSE), prop.test(0, 20, correct = FALSE).
    const share = shareOf(81, 263);
    expect(share.lower).toBeCloseTo(0.2553, 4);
    expect(share.upper).toBeCloseTo(0.3662, 4);
    expect(shareOf(0, 20).lower).toBeCloseTo(0, 10);
    expect(shareOf(0, 20).upper).toBeCloseTo(0.1611, 4);
    expect(shareOf(0, 0)).toEqual({ found: 0, of: 0, share: null, lower: null, upper: null });
  });
});
