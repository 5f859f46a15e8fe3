/** What kind of page an address leads to: its picture for sharing, what it is about, and whether others list it. */
import { conditions, treatments } from "@unclench/knowledge";

export type Kind =
  | "home"
  | "what-works"
  | "treatment"
  | "what-to-avoid"
  | "is-it-helping"
  | "relief"
  | "what-do-i-ask"
  | "learn"
  | "article"
  | "experiences"
  | "help-today"
  | "about";

/** The first part of an address → its kind. */
const kindOfFirst: Readonly<Record<string, Kind>> = {
  "": "home",
  "what-works": "what-works",
  treatments: "treatment",
  "what-to-avoid": "what-to-avoid",
  "is-it-helping": "is-it-helping",
  diary: "is-it-helping",
  relief: "relief",
  "what-do-i-ask": "what-do-i-ask",
  learn: "learn",
  articles: "article",
  experiences: "experiences",
  "help-today": "help-today",
};

const parts = (path: string): string[] => path.split("/").slice(1);

export const kindOf = (path: string): Kind => kindOfFirst[parts(path)[0] ?? ""] ?? "about";

/** Nothing to be read there by who has no record on the device: such a page is not offered to search engines. */
export const isOwnRoom = (path: string): boolean =>
  /^\/(diary\/|settings$|relief\/plan$|relief\/[^/]+\/go$|what-do-i-ask\/visit-sheet$|what-to-avoid\/(emergency-card|my-medicines)$)/.test(
    path,
  );

/** Pages on the illness and its treatment, as opposed to pages on the site itself and its tools. */
export const isMedical = (path: string): boolean =>
  !isOwnRoom(path) &&
  /^\/(what-works|treatments|what-to-avoid|relief|learn|articles|experiences|help-today)(\/|$)/.test(path) &&
  path !== "/what-works/your-studies";

export type About = {
  readonly "@type": "MedicalCondition" | "Drug" | "MedicalTherapy";
  readonly name: string;
};

/** [WB-06] Spasticity, and whichever condition or treatment the address names. */
export function aboutOf(path: string): About[] {
  const names = new Set(parts(path));
  // "cp" is one page for children and adults.
  const named = conditions
    .filter(({ id }) => names.has(id) || (names.has("cp") && id === "cp-adult"))
    .map(
      ({ id, name }): About => ({
        "@type": "MedicalCondition",
        name: id.startsWith("cp-") && names.has("cp") ? "Cerebral palsy" : name,
      }),
    );
  const treated = treatments
    .filter(({ id, group }) => names.has(id) && group !== "nothing")
    .map(
      ({ group, name }): About => ({
        "@type": ["physical", "operation"].includes(group) ? "MedicalTherapy" : "Drug",
        name,
      }),
    );
  return [{ "@type": "MedicalCondition", name: "Muscle spasticity" }, ...named, ...treated];
}
