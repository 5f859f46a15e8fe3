/** Gains before harms, and within each the order in which they are told. */
export const outcomeOrder: readonly string[] = [
  "spasticity-responder",
  "goal",
  "spasticity-nrs",
  "ashworth",
  "any-ae",
  "ae-drowsiness",
  "ae-dizziness",
  "ae-dry-mouth",
  "ae-weakness",
  "stop-ae",
  "serious-ae",
];
