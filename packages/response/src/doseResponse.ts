import { asOnOff, type TreatmentCourse } from "./exposure.ts";

/** Dose share at which half of the greatest possible effect is there, in units of the usual dose: a choice. */
const HALF_EFFECT_AT = 0.5;

/**
 * [RS-63] The saturating alternative to "twice the dose, twice the effect": u → u(1 + h)/(u + h), h = 0.5. The usual dose keeps its
 * effect, half of it does three quarters, twice of it six fifths. A wave has no dose and stays as it is.
 */
export function saturating(treatment: TreatmentCourse): TreatmentCourse {
  if (treatment.kind === "wave") return treatment;
  const course = asOnOff(treatment);
  const spans = course.spans.map((span) => ({
    ...span,
    doseShare: (span.doseShare * (1 + HALF_EFFECT_AT)) / (span.doseShare + HALF_EFFECT_AT),
  }));
  return { ...course, spans };
}

/** Whether more than one dose (other than none) was ever taken: only then can a dose-response matter. */
export function variesInDose(treatment: TreatmentCourse): boolean {
  if (treatment.kind === "wave") return false;
  const doses = asOnOff(treatment).spans.map(({ doseShare }) => doseShare);
  return new Set(doses.filter((dose) => dose > 0)).size > 1;
}
