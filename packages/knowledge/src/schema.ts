/**
 * The shape of every data file. A figure is a number or `null` ("not found"), never a guess and never a zero
 * that stands for "unknown".
 */
import * as v from "valibot";
import { text } from "./sharedSchema.ts";

const figure = v.nullable(v.pipe(v.number(), v.finite()));
const count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
const interval = v.nullable(v.tuple([v.number(), v.number()]));

export const sourceSchema = v.looseObject({
  id: text,
  kind: v.nullable(text),
  title: v.nullable(v.string()),
  authors: v.nullable(v.string()),
  year: v.nullable(v.number()),
  journal: v.nullable(v.string()),
  doi: v.nullable(v.string()),
  pmid: v.nullable(v.union([v.string(), v.number()])),
  url: v.nullable(v.string()),
  /** How much of it was read: the work itself, only its abstract, or what another document says of it. */
  read: v.nullable(v.string()),
  via: v.nullable(v.string()),
});
export type Source = v.InferOutput<typeof sourceSchema>;

export const conditionSchema = v.strictObject({ id: text, name: text, people: text });
export type Condition = v.InferOutput<typeof conditionSchema>;

export const patternSchema = v.strictObject({ id: text, name: text, where: text });
export type Pattern = v.InferOutput<typeof patternSchema>;

export const treatmentSchema = v.strictObject({
  id: text,
  name: text,
  group: v.picklist(["oral", "cannabis", "injection", "pump", "physical", "operation", "nothing"]),
  /** `systemic` acts on the whole body, so a trial in another body part still tells something; `local` does not. */
  reach: v.picklist(["systemic", "local"]),
  form: text,
  /** Key into the medicine names, where it is a medicine. */
  medicine: v.nullable(text),
});
export type Treatment = v.InferOutput<typeof treatmentSchema>;

export const comparatorSchema = v.strictObject({
  id: text,
  name: text,
  role: v.picklist(["control", "active-control", "before-after", "other"]),
});
export type Comparator = v.InferOutput<typeof comparatorSchema>;

export const outcomeGroupSchema = v.strictObject({
  id: text,
  side: v.picklist(["gain", "harm"]),
  label: text,
  did: text,
});
export type OutcomeGroup = v.InferOutput<typeof outcomeGroupSchema>;

export const scaleSchema = v.strictObject({
  id: text,
  name: v.nullable(text),
  unit: v.nullable(text),
  from: v.nullable(v.number()),
  to: v.nullable(v.number()),
});
export type Scale = v.InferOutput<typeof scaleSchema>;

export const trialArmSchema = v.strictObject({
  key: v.nullable(text),
  treatment: text,
  product: v.nullable(v.string()),
  dose: v.nullable(v.string()),
  n: figure,
});

export const armResultSchema = v.strictObject({
  key: v.nullable(text),
  n: count,
  events: count,
  percent: figure,
  mean: figure,
  sd: figure,
  se: figure,
  ci95: interval,
});

export const trialOutcomeSchema = v.strictObject({
  measure: text,
  detail: v.nullable(v.string()),
  week: v.nullable(v.union([v.number(), v.string()])),
  direction: v.nullable(v.picklist(["lower-better", "higher-better", "event-bad", "event-good"])),
  kind: v.nullable(text),
  /** Where in the source the figure stands. */
  where: v.nullable(v.string()),
  /** Set where this figure was read in another source than the trial's own. */
  source: v.nullable(text),
  derived: v.nullable(v.unknown()),
  notes: v.nullable(v.string()),
  trials: figure,
  participants: figure,
  arms: v.array(armResultSchema),
  contrast: v.nullable(
    v.strictObject({
      of: v.nullable(v.string()),
      versus: v.nullable(v.string()),
      estimate: v.number(),
      ci95: interval,
      p: v.nullable(v.unknown()),
      scale: v.nullable(v.string()),
    }),
  ),
});

export const trialSchema = v.strictObject({
  id: text,
  source: text,
  registry: v.nullable(v.string()),
  kind: text,
  condition: text,
  pattern: text,
  design: v.nullable(text),
  blinding: v.nullable(text),
  weeks: v.nullable(v.unknown()),
  randomised: figure,
  funding: text,
  use: v.nullable(v.string()),
  notes: v.nullable(v.string()),
  arms: v.array(trialArmSchema),
  outcomes: v.array(trialOutcomeSchema),
});
export type Trial = v.InferOutput<typeof trialSchema>;

export const poolRowSchema = v.strictObject({
  outcomeGroup: text,
  condition: text,
  pattern: text,
  stratum: v.picklist(["unselected", "enriched"]),
  trial: text,
  outcomeIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  treatment: text,
  comparator: text,
  activeArm: v.nullable(text),
  controlArm: v.nullable(text),
  design: v.nullable(text),
  blinding: v.nullable(text),
  week: figure,
  measure: text,
  direction: v.nullable(text),
  use: v.picklist(["main", "sensitivity"]),
  verified: v.picklist(["confirmed", "corrected", "not-checked"]),
  data: v.variant("type", [
    v.strictObject({
      type: v.literal("binary"),
      /** [events, people] */
      active: v.tuple([v.number(), v.number()]),
      control: v.tuple([v.number(), v.number()]),
    }),
    v.strictObject({
      type: v.literal("ratio"),
      scale: v.picklist(["OR", "RR"]),
      estimate: v.number(),
      ci95: v.tuple([v.number(), v.number()]),
    }),
    v.looseObject({
      type: v.literal("mean-difference"),
      /** In the measure's own points; turned so that `signNote` holds. */
      md: v.number(),
      se: v.number(),
      seFrom: text,
      signNote: v.picklist(["negative = active better", "positive = active better"]),
      n: v.optional(v.tuple([v.number(), v.number()])),
    }),
  ]),
  scaleGroup: text,
  scale: v.nullable(v.string()),
  caveat: v.nullable(v.string()),
  sharedControl: v.nullable(text),
  crossoverAsParallel: v.boolean(),
});
export type PoolRow = v.InferOutput<typeof poolRowSchema>;

export const poolSchema = v.strictObject({
  rules: v.array(text),
  rows: v.array(poolRowSchema),
  standAlone: v.array(
    v.strictObject({
      trial: text,
      outcomeIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
      outcomeGroup: text,
      condition: text,
      pattern: text,
      stratum: v.picklist(["unselected", "enriched"]),
      note: v.string(),
    }),
  ),
  missingKnown: v.array(v.strictObject({ id: text, why: text })),
  excluded: v.array(
    v.strictObject({
      trial: text,
      outcomeIndex: v.nullable(v.number()),
      measure: v.nullable(v.string()),
      reason: text,
    }),
  ),
});
export type Pool = v.InferOutput<typeof poolSchema>;

/** Which conditions a trial marked `mixed` took in, where its source says so. */
export const mixedPopulationSchema = v.strictObject({ trial: text, conditions: v.array(text), words: text });
export type MixedPopulation = v.InferOutput<typeof mixedPopulationSchema>;

/** What is not told may be left out of the file; it then reads as none or not known. */
export const medicineNamesSchema = v.strictObject({
  medicine: text,
  atc: v.optional(v.array(text), []),
  rxcui: v.optional(v.nullable(v.string()), null),
  brands: v.optional(
    v.array(
      v.strictObject({
        name: text,
        countries: v.optional(v.array(v.string()), []),
        route: v.optional(v.nullable(v.string()), null),
        sources: v.array(text),
        certainty: v.optional(v.nullable(v.string()), null),
      }),
    ),
    [],
  ),
  synonyms: v.optional(v.array(text), []),
  misspellings: v.optional(v.array(text), []),
  /** A combination product: the ids of the medicines in it. The product itself is no medicine of the rules. */
  ingredients: v.optional(v.pipe(v.array(text), v.minLength(1))),
});
export type MedicineNames = v.InferOutput<typeof medicineNamesSchema>;

const pointedSource = v.strictObject({ id: text, where: v.optional(v.nullable(v.string())) });

export const factSchema = v.looseObject({
  id: text,
  subject: text,
  claim: text,
  value: v.unknown(),
  sources: v.pipe(v.array(pointedSource), v.minLength(1)),
  certainty: v.nullable(v.string()),
});
export type Fact = v.InferOutput<typeof factSchema>;

export const redFlagSchema = v.looseObject({
  id: text,
  claim: text,
  value: v.looseObject({
    signs: v.array(text),
    level: v.picklist(["emergency", "today"]),
    do: v.array(text),
    who: v.optional(text),
  }),
  sources: v.pipe(v.array(pointedSource), v.minLength(1)),
  certainty: v.nullable(v.string()),
});
export type RedFlag = v.InferOutput<typeof redFlagSchema>;

/** A reason why an injection may disappoint, with the question that finds out. */
export const injectionReasonSchema = v.strictObject({
  id: text,
  reason: text,
  ask: text,
  sources: v.pipe(v.array(pointedSource), v.minLength(1)),
  /** "expert": put together from what the sources found, not tested itself; "low": a source counted it, weakly */
  certainty: v.picklist(["expert", "low"]),
});
export type InjectionReason = v.InferOutput<typeof injectionReasonSchema>;

/** What may be left out for a while to find out what it does. Everything that is not in it may not. */
export const pausableSchema = v.strictObject({
  /** kinds of treatment that may be in it at all; never medicine or injection */
  kinds: v.pipe(v.array(v.picklist(["session", "other"])), v.minLength(1)),
  entries: v.array(
    v.strictObject({
      id: text,
      name: text,
      /** words that name it, in small letters */
      words: v.pipe(v.array(text), v.minLength(1)),
      why: text,
      askFirst: text,
      /** who says that it may be paused: so far only we do */
      basis: v.picklist(["ours"]),
      sources: v.array(pointedSource),
    }),
  ),
  /** words that may stand beside; any other word means that we do not know what it is */
  fillers: v.array(text),
  basisWords: v.strictObject({ ours: text }),
});
export type Pausable = v.InferOutput<typeof pausableSchema>;

export const botulinumTimecourseSchema = v.strictObject({
  id: text,
  status: text,
  formula: text,
  parameters: v.array(v.looseObject({ key: text, sources: v.array(text) })),
  curve: v.array(
    v.strictObject({
      week: v.number(),
      fraction_of_peak: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      range_over_listed_parameters: v.tuple([v.number(), v.number()]),
    }),
  ),
  severalInjections: text,
});

/** What people reported in trials without any active treatment: said with every positive verdict. */
export const expectationSchema = v.strictObject({
  words: text,
  found: v.pipe(v.array(v.strictObject({ points: v.number(), what: text, source: text })), v.minLength(1)),
});
export type Expectation = v.InferOutput<typeof expectationSchema>;

export const smallestDifferenceSchema = v.strictObject({ share: v.number(), words: text, source: text });
export type SmallestDifference = v.InferOutput<typeof smallestDifferenceSchema>;

/** How a pooled effect becomes one person's starting belief, in points of a rating from 0 to 10. */
export const startingBeliefSchema = v.strictObject({
  /** SD of true effects between people: a proposal */
  spreadOfPeople: v.number(),
  spreadWords: text,
  /** SD of the change of the rating on dummy treatment: turns shares into points */
  sdOfChange: v.number(),
  source: text,
});
export type StartingBelief = v.InferOutput<typeof startingBeliefSchema>;

export const exposureSchema = v.strictObject({
  id: text,
  /** catalogue treatments that follow this curve; empty for the one of everything else */
  treatments: v.array(text),
  kind: v.picklist(["on-off", "wave"]),
  tauOnDays: v.nullable(v.number()),
  tauOffDays: v.nullable(v.number()),
  /** [day since injection, share of the peak] */
  knots: v.nullable(v.array(v.tuple([v.number(), v.number()]))),
  /** how much slower (above 1) or faster the curve may be, and how likely that is thought before a diary speaks */
  timeScales: v.array(v.strictObject({ factor: v.number(), weight: v.number() })),
  basis: v.picklist(["fitted-to-sources", "assumed-within-sources", "assumed"]),
  sources: v.array(text),
  words: text,
});
export type Exposure = v.InferOutput<typeof exposureSchema>;

/** The day on which the trials were last searched and read. */
export const literatureSchema = v.strictObject({ readUntil: v.pipe(v.string(), v.isoDate()) });
