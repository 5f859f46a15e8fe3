/** The columns of the treatments CSV, apart so that each of the two readers can recognise the other's file. */
export const treatmentColumns = [
  "treatment",
  "kind",
  "start",
  "stop",
  "dose",
  "unit",
  "taken",
  "example",
] as const;
