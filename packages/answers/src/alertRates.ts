/** [AN-230] How often the warnings of "What should I avoid?" are right, arranged for the page that shows it. */
import type { Grade } from "@unclench/knowledge/alerts";
import { type Measured, type Published, published, type Share } from "@unclench/safety/labelled";
import { gradeWords } from "./whatToAvoid/gradeWords.ts";

export type AlertRateLine = {
  readonly what: string;
  /** "204 of 205" */
  readonly count: string;
  /** "99.5", of 100 */
  readonly of100: string;
  /** the middle 95 %: "97.3 to 99.9", of 100 */
  readonly range: string;
};

export type AlertRates = {
  readonly title: string;
  readonly lead: string;
  /** the figures in words */
  readonly sentences: readonly string[];
  readonly lines: readonly AlertRateLine[];
  /** of 100 everyday lists; one list can be told several */
  readonly everyday: readonly { readonly grade: string; readonly alerts: string }[];
  /** every label that was missed and every alarm that none expects, by name */
  readonly misses: readonly string[];
  /** what the set cannot show */
  readonly limits: readonly string[];
};

const of100 = (share: number | null): string => (share === null ? "not known" : (100 * share).toFixed(1));

const line = (what: string, { found, of, share, lower, upper }: Share): AlertRateLine => ({
  what,
  count: `${found} of ${of}`,
  of100: of100(share),
  range: `${of100(lower)} to ${of100(upper)}`,
});

const called = (grade: Grade): string => `“${gradeWords[grade].name}”`;
const together = (names: readonly string[]): string =>
  names.length === 0 ? "A sign" : names.join(" with ").replace(/^./, (first) => first.toUpperCase());

/** Grave: call now, not together, ask first. */
const GRAVE = `${called("emergency")}, ${called("contraindicated")} or ${called("major")}`;

function missesOf({ missed, unexpected }: Measured): string[] {
  return [
    ...missed.map(({ regimen, medicines, grade, told }) => {
      const what = `${together(medicines)} (list ${regimen}): the sources ask for ${called(grade)}`;
      return told === null ? `${what}; nothing is told.` : `${what}; ${called(told)} is told.`;
    }),
    ...unexpected.map(
      ({ regimen, medicines, grade }) =>
        `${together(medicines)} (list ${regimen}): ${called(grade)} is told where the sources ask for less.`,
    ),
  ];
}

/** @example alertRatesOf(published).lines[0].count // "204 of 205" */
export function alertRatesOf({ now, firstRun }: Published): AlertRates {
  const { grave, specificity, perHundredEveryday, unexpected, forbidden } = now;
  const strange = unexpected.filter(({ regimen }) => regimen.startsWith("everyday-")).length;
  return {
    title: "How often are the warnings right?",
    lead: `${now.regimens} made-up lists of medicines, ${now.everyday} of them as people take them every day. For each, what has to be told and what must not be told was taken from labels and studies.`,
    sentences: [
      `${grave.of} grave warnings (${GRAVE}) are asked for. ${grave.found} of them are given, as grave as the sources say.`,
      `In ${specificity.of} lists the sources see nothing grave. ${specificity.found} of them get no grave warning.`,
      forbidden.length === 0
        ? "None of the warnings that a list rules out is given."
        : `Warnings that a list rules out and that are given all the same: ${forbidden.length}.`,
      `When the first ${firstRun.regimens} lists were tried for the first time, before anything was put right, it was ${firstRun.grave.found} of ${firstRun.grave.of}, and ${firstRun.specificity.found} of ${firstRun.specificity.of}.`,
    ],
    lines: [
      line("given, of all that is grave", grave),
      line(`given: ${called("emergency")}`, now.byGrade.emergency),
      line(`given: ${called("contraindicated")}`, now.byGrade.contraindicated),
      line(`given: ${called("major")}`, now.byGrade.major),
      line(`given: ${called("moderate")} and ${called("minor")}`, now.mild),
      line("no grave warning where nothing is grave", specificity),
      line("said that it could not be checked", now.notChecked),
      line("first run: given, of all that is grave", firstRun.grave),
      line(`first run: given, ${called("moderate")} and ${called("minor")}`, firstRun.mild),
      line("first run: no grave warning where nothing is grave", firstRun.specificity),
    ],
    everyday: Object.entries(perHundredEveryday).map(([grade, alerts]) => ({
      grade: gradeWords[grade as Grade].name,
      alerts: alerts.toFixed(1),
    })),
    misses: missesOf(now),
    limits: [
      strange === 0
        ? "Every grave warning on an everyday list is one that the sources ask for, such as an opioid beside baclofen."
        : `Grave warnings on everyday lists that the sources do not ask for: ${strange}.`,
      `The first ${firstRun.regimens} lists were written before their writer had read a rule, but not before reading how facts become grades. The others came later, for facts that had been left out.`,
      `In ${now.open} lists the sources leave open whether something is grave; these count neither way.`,
      "The lists and their labels are our own, from the same sources as the rules, and no pharmacist has checked them. They are not a sample of real people. A danger that no source of ours names is missing in both.",
    ],
  };
}

export const alertRates: AlertRates = alertRatesOf(published);
