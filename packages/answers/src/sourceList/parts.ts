/** The parts in which the sources are listed. Apart from the list, so that a browser can tell a part from none. */
export const sourceParts = [
  { id: "trials", name: "Randomised trials", kinds: ["rct"] },
  { id: "reviews", name: "Reviews and meta-analyses", kinds: ["review", "meta-analysis"] },
  {
    id: "other-studies",
    name: "Other studies and registries",
    kinds: ["cohort", "psychometric", "registry", "safety"],
  },
  { id: "labels", name: "Labels of medicines", kinds: ["label"] },
  { id: "guidelines", name: "Guidelines", kinds: ["guideline"] },
  { id: "for-patients", name: "Pages for patients and carers", kinds: ["patient-info"] },
  { id: "names", name: "Lists of names", kinds: ["names"] },
] as const;
export type SourcePartId = (typeof sourceParts)[number]["id"];
