import { underPrior } from "./belief.ts";
import type { ScaleBelief } from "./curves.ts";
import type { FitError } from "./fit.ts";
import {
  type AssessmentInput,
  type GroupLook,
  type LookBack,
  lookBack,
  type Phases,
  type TreatmentLook,
} from "./look.ts";
import type { Marks } from "./marks.ts";
import { type Mixture, type Summary, summarise } from "./mixture.ts";
import type { GroupMember } from "./phases.ts";
import { EFFECT_PRIOR } from "./priors.ts";
import { ok, type Result } from "./result.ts";
import {
  isHelp,
  type Probabilities,
  probabilitiesOf,
  type Sizes,
  type VerdictName,
  verdictFrom,
} from "./rules.ts";
import { asMember, lookBefore, marksFor, wasShown } from "./shown.ts";
import { wideningOf } from "./widening.ts";

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
  /** what the diary has to show before it is told that it helps, or makes worse [RS-12]; null if inseparable */
  readonly marks: Marks | null;
  /** this look shows a help, the one a week before did not: the next one has to show it as well [RS-12] */
  readonly awaitsSecondLook: boolean;
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
  readonly awaitsSecondLook: boolean;
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
  const { fit, baseline } = rest;
  const earlier = lookBefore(input, looked.value);
  const reading: Reading = {
    mcid: baseline.mcid,
    widening: wideningOf(fit.posterior),
    marksOf: (phases) => marksFor(fit, phases),
    shownBefore: (members) => wasShown(earlier(), members),
  };
  return ok({
    ...rest,
    verdicts: treatments.map((one) => treatmentVerdict(one, reading)),
    combined: groups.map((one) => combinedVerdict(one, reading)),
  });
}

/** What the verdicts of one look have in common. */
interface Reading {
  readonly mcid: number;
  readonly widening: number;
  readonly marksOf: (phases: Pick<Phases, "completeness">) => Marks;
  /** did the look a week before show a help? */
  readonly shownBefore: (members: readonly GroupMember[]) => boolean;
}

function combinedVerdict(
  look: GroupLook,
  { mcid, widening, marksOf, shownBefore }: Reading,
): CombinedVerdict {
  const { members, reasons, completeness, alone } = look;
  const marks = marksOf(look);
  const believed = believedFrom(alone, { mcid, size: marks.size, widening });
  const common = { members, reasons, completeness, marks, ...believed };
  if (reasons.length > 0) return { ...common, verdict: "not-yet", awaitsSecondLook: false };
  const named = inTwoLooks(
    (confirmed) => verdictFrom(believed.probabilities, marks, { confirmed }),
    () => shownBefore(members),
  );
  return { ...common, ...named };
}

function treatmentVerdict(look: TreatmentLook, reading: Reading): TreatmentVerdict {
  const { treatment, inseparableFrom, reasons, completeness, alone, scales } = look;
  const common = { id: treatment.id, inseparableFrom, reasons, completeness, scales };
  const early = reasons.length > 0;
  if (alone === null) {
    const nothing = { probabilities: null, effect: null, withoutTrials: null, posterior: null, marks: null };
    return { ...common, verdict: early ? "not-yet" : "inseparable", awaitsSecondLook: false, ...nothing };
  }
  const { mcid, widening, marksOf, shownBefore } = reading;
  const marks = marksOf(look);
  const sizes = { mcid, size: marks.size, widening };
  const sceptical = believedFrom(alone, sizes);
  const named = ({ probabilities }: Believed): Named<VerdictName> =>
    early
      ? { verdict: "not-yet", awaitsSecondLook: false }
      : inTwoLooks<VerdictName>(
          (confirmed) => verdictFrom(probabilities, marks, { alone: sceptical.probabilities, confirmed }),
          () => shownBefore([asMember(treatment)]),
        );
  const posterior = informedBy(look);
  if (posterior === null) {
    const own = named(sceptical);
    return { ...common, ...own, marks, ...sceptical, withoutTrials: null, posterior: alone };
  }
  const informed = believedFrom(posterior, sizes);
  const withoutTrials = { ...sceptical, verdict: named(sceptical).verdict };
  return { ...common, ...named(informed), marks, ...informed, withoutTrials, posterior };
}

interface Named<Name extends VerdictName> {
  readonly verdict: Name;
  readonly awaitsSecondLook: boolean;
}

/** [RS-12] A help counts from the second look in a row on that shows it; only then is the look before asked. */
function inTwoLooks<Name extends VerdictName>(
  verdict: (confirmed: boolean) => Name,
  shownBefore: () => boolean,
): Named<Name> {
  const praised = verdict(true);
  const awaitsSecondLook = isHelp(praised) && !shownBefore();
  return { verdict: awaitsSecondLook ? verdict(false) : praised, awaitsSecondLook };
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
