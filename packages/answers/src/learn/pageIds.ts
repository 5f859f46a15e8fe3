/** The ids that have a page, apart from the data: a browser that only has to know whether a page exists loads no more. */
export const learnIds: readonly string[] = [
  "spasticity",
  "signs",
  "nights",
  "measuring",
  "ms",
  "stroke",
  "sci",
  "cp",
  "tbi",
  "hsp",
];
