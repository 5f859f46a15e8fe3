/** The conditions by which the findings can be chosen, apart from the data: a browser only has to know which pages exist. */
export const experienceChoices = [
  { id: "ms", name: "Multiple sclerosis" },
  { id: "stroke", name: "Stroke" },
  { id: "sci", name: "Spinal cord injury" },
  { id: "cp", name: "Cerebral palsy" },
  { id: "mixed", name: "Another condition" },
] as const;
export type ExperienceChoice = (typeof experienceChoices)[number]["id"];
