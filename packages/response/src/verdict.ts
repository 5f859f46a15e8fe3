import { underPrior } from "./belief.ts";
import type { ScaleBelief } from "./curves.ts";
import type { FitError } from "./fit.ts";
import { type AssessmentInput, type LookBack, lookBack, type Phases, type TreatmentLook } from "./look.ts";
import { LIKELY, logInflationOf, type Marks, ratingMarks } from "./marks.ts";
import { type Mixture, mixtureCdf, mixtureUpperTail, type Summary, summarise } from "./mixture.ts";
import type { GroupMember } from "./phases.ts";
import { EFFECT_PRIOR } from "./priors.ts";
import { ok, type Result } from "./result.ts";
import { wideningOf } from "./widening.ts";

export type VerdictName =
  | "not-yet"
  | "helping-clearly"
  | "helping"
  | "leaning"
  | "not-enough"
  | "worse"
  | "unclear"
  | "inseparable";

/** Of the effect β, in rating points (negative = better); MCID = the smallest difference that matters to a person. */
export interface Probabilities {
  /** P(β < 0) */
  readonly helps: number;
  /** P(β < −½ point); of counts P(β < 0): what "helping" is read from */
  readonly helpsSome: number;
  /** P(β < −MCID/2) */
  readonly helpsHalf: number;
  /** P(β < −MCID) */
  readonly helpsEnough: number;
  /** P(β > −MCID) */
  readonly notEnough: number;
  /** P(β > 0) */
  readonly worse: number;
}

/** What is believed of one effect: its chances and its size. */
export interface Believed {
  readonly probabilities: Probabilities;
  readonly effect: Summary;
}

/** The answer for one treatment. */
export interface TreatmentVerdict extends Phases {
  readonly id: string;
  readonly verdict: VerdictName;
  /** treatments whose exposure moves with this one; filled even while the verdict is still "not-yet" */
  readonly inseparableFrom: readonly string[];
  /** null if inseparable */
  readonly probabilities: Probabilities | null;
  readonly effect: Summary | null;
  /** what the diary has to show before it is told that it helps, or makes worse [RS-12] */
  readonly marks: Marks;
  /** the same from the sceptical belief instead of the trials [RS-32]; null if inseparable or if no trials went in */
  readonly withoutTrials: (Believed & { readonly verdict: VerdictName }) | null;
  /** the posterior of the effect that all of this is read from, for the hill; null if inseparable */
  readonly posterior: Mixture | null;
  /** how likely each speed of the curve is now [RS-31]; empty where it was given as known, or too early */
  readonly scales: readonly ScaleBelief[];
}

/** The answer for treatments that cannot be told apart: for their sum, or for the new one instead of the old one. */
export interface CombinedVerdict extends Phases {
  readonly members: readonly GroupMember[];
  readonly verdict: Exclude<VerdictName, "inseparable">;
  readonly probabilities: Probabilities;
  readonly effect: Summary;
  readonly marks: Marks;
}

export interface Assessment extends Omit<LookBack, "treatments" | "groups"> {
  readonly verdicts: readonly TreatmentVerdict[];
  readonly combined: readonly CombinedVerdict[];
}

/** [RS-9] … [RS-16] The verdicts of the last weekly look. */
export function assess(input: AssessmentInput): Result<Assessment, FitError> {
  const looked = lookBack(input);
  if (!looked.ok) return looked;
  const { treatments, groups, ...rest } = looked.value;
  const { mcid } = rest.baseline;
  const widening = wideningOf(rest.fit.posterior);
  const logInflation = logInflationOf(rest.fit.posterior);
  const combined = groups.map(({ members, reasons, completeness, alone }): CombinedVerdict => {
    const marks = ratingMarks({ turns: completeness.turns, logInflation });
    const believed = believedFrom(alone, { mcid, size: marks.size, widening });
    const verdict = reasons.length > 0 ? "not-yet" : verdictFrom(believed.probabilities, marks);
    return { members, verdict, reasons, completeness, marks, ...believed };
  });
  return ok({
    ...rest,
    verdicts: treatments.map((look) => treatmentVerdict(look, { mcid, widening, logInflation })),
    combined,
  });
}

function treatmentVerdict(
  look: TreatmentLook,
  { mcid, widening, logInflation }: { mcid: number; widening: number; logInflation: number },
): TreatmentVerdict {
  const { treatment, inseparableFrom, reasons, completeness, alone, scales } = look;
  const marks = ratingMarks({ turns: completeness.turns, logInflation });
  const common = { id: treatment.id, inseparableFrom, reasons, completeness, marks, scales };
  const early = reasons.length > 0;
  if (alone === null) {
    const nothing = { probabilities: null, effect: null, withoutTrials: null, posterior: null };
    return { ...common, verdict: early ? "not-yet" : "inseparable", ...nothing };
  }
  const reading = { mcid, size: marks.size, widening };
  const sceptical = believedFrom(alone, reading);
  const nameOf = ({ probabilities }: Believed): VerdictName =>
    early ? "not-yet" : verdictFrom(probabilities, marks, sceptical.probabilities);
  const posterior = informedBy(look);
  if (posterior === null) {
    return { ...common, verdict: nameOf(sceptical), ...sceptical, withoutTrials: null, posterior: alone };
  }
  const informed = believedFrom(posterior, reading);
  const withoutTrials = { ...sceptical, verdict: nameOf(sceptical) };
  return { ...common, verdict: nameOf(informed), ...informed, withoutTrials, posterior };
}

/** [RS-32] The effect with the trials as the starting belief; null where there are none. */
export function informedBy({ treatment, alone }: TreatmentLook): Mixture | null {
  const { effectPrior, trialsPrior } = treatment;
  if (trialsPrior === undefined || alone === null) return null;
  return underPrior(alone, effectPrior ?? EFFECT_PRIOR, trialsPrior);
}

const believedFrom = (
  mixture: Mixture,
  { widening, ...sizes }: Sizes & { readonly widening: number },
): Believed => ({
  probabilities: probabilitiesOf(mixture, sizes),
  effect: summarise(mixture, widening),
});

/** The differences that chances are told of: the smallest that matters, and the one of `Marks`. */
export interface Sizes {
  readonly mcid: number;
  readonly size: number;
}

export function probabilitiesOf(effect: Mixture, { mcid, size }: Sizes): Probabilities {
  return {
    helps: mixtureCdf(effect, 0),
    helpsSome: mixtureCdf(effect, -size),
    helpsHalf: mixtureCdf(effect, -mcid / 2),
    helpsEnough: mixtureCdf(effect, -mcid),
    notEnough: mixtureUpperTail(effect, -mcid),
    worse: mixtureUpperTail(effect, 0),
  };
}

/**
 * [RS-12] The first rule that holds. `alone` is what the diary says by itself, from the sceptical belief: no belief from
 * trials may turn a silent diary into praise or blame, so an effect has to be shown by the diary alone as well. "worse"
 * and "not enough" come before "leaning": a rating that surely got worse also surely did not get better enough, and an
 * effect that is surely too small to notice must not be sold as a hint.
 */
export function verdictFrom(
  p: Probabilities,
  marks: Marks,
  alone: Probabilities = p,
): Exclude<VerdictName, "not-yet" | "inseparable"> {
  const shown = Math.min(p.helpsSome, alone.helpsSome) >= marks.helps;
  if (shown && p.helpsEnough >= LIKELY) return "helping-clearly";
  if (shown && p.helpsHalf >= LIKELY) return "helping";
  if (Math.min(p.worse, alone.worse) >= marks.worse) return "worse";
  if (Math.min(p.notEnough, alone.notEnough) >= 0.9) return "not-enough";
  if (Math.min(p.helps, alone.helps) >= 0.9) return "leaning";
  return "unclear";
}
