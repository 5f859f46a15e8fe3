/** The small catalogues that every part of the product needs. The trials are in `@unclench/knowledge/trials`. */
import * as v from "valibot";
import comparatorsFile from "../data/comparators.json" with { type: "json" };
import conditionsFile from "../data/conditions.json" with { type: "json" };
import expectationFile from "../data/expectation.json" with { type: "json" };
import exposuresFile from "../data/exposures.json" with { type: "json" };
import literatureFile from "../data/literature.json" with { type: "json" };
import medicineNamesFile from "../data/medicineNames.json" with { type: "json" };
import outcomeGroupsFile from "../data/outcomeGroups.json" with { type: "json" };
import patternsFile from "../data/patterns.json" with { type: "json" };
import redFlagsFile from "../data/redFlags.json" with { type: "json" };
import scalesFile from "../data/scales.json" with { type: "json" };
import smallestDifferenceFile from "../data/smallestDifference.json" with { type: "json" };
import startingBeliefFile from "../data/startingBelief.json" with { type: "json" };
import treatmentsFile from "../data/treatments.json" with { type: "json" };
import {
  type Comparator,
  type Condition,
  comparatorSchema,
  conditionSchema,
  type Expectation,
  type Exposure,
  expectationSchema,
  exposureSchema,
  literatureSchema,
  type MedicineNames,
  medicineNamesSchema,
  type OutcomeGroup,
  outcomeGroupSchema,
  type Pattern,
  patternSchema,
  type RedFlag,
  redFlagSchema,
  type Scale,
  type SmallestDifference,
  scaleSchema,
  type StartingBelief,
  smallestDifferenceSchema,
  startingBeliefSchema,
  type Treatment,
  treatmentSchema,
} from "./schema.ts";

export type {
  Comparator,
  Condition,
  Expectation,
  Exposure,
  Fact,
  MedicineNames,
  OutcomeGroup,
  Pattern,
  RedFlag,
  Scale,
  SmallestDifference,
  StartingBelief,
  Treatment,
} from "./schema.ts";

export const conditions: readonly Condition[] = v.parse(v.array(conditionSchema), conditionsFile);
export const patterns: readonly Pattern[] = v.parse(v.array(patternSchema), patternsFile);
export const treatments: readonly Treatment[] = v.parse(v.array(treatmentSchema), treatmentsFile);
export const comparators: readonly Comparator[] = v.parse(v.array(comparatorSchema), comparatorsFile);
export const outcomeGroups: readonly OutcomeGroup[] = v.parse(v.array(outcomeGroupSchema), outcomeGroupsFile);
export const scales: readonly Scale[] = v.parse(v.array(scaleSchema), scalesFile);
export const medicineNames: readonly MedicineNames[] = v.parse(
  v.array(medicineNamesSchema),
  medicineNamesFile,
);
export const redFlags: readonly RedFlag[] = v.parse(v.array(redFlagSchema), redFlagsFile);
export const exposures: readonly Exposure[] = v.parse(v.array(exposureSchema), exposuresFile);
export const expectation: Expectation = v.parse(expectationSchema, expectationFile);
export const smallestDifference: SmallestDifference = v.parse(
  smallestDifferenceSchema,
  smallestDifferenceFile,
);
export const startingBelief: StartingBelief = v.parse(startingBeliefSchema, startingBeliefFile);

/** The day on which the trials were last searched and read, as an ISO date. */
export const readUntil: string = v.parse(literatureSchema, literatureFile).readUntil;

/** Every name by which a treatment may be written down: generic, brand, or as the catalogue calls it. */
export const treatmentNames: readonly string[] = [
  ...new Set([
    ...medicineNames.flatMap(({ brands }) => brands.map(({ name }) => name)),
    ...treatments.filter(({ group }) => group !== "nothing").map(({ name }) => name),
  ]),
].sort((left, right) => left.localeCompare(right, "en"));
