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

/** What the picture of a shared page says, where the page has none of its own. */
export const kindTitles: Readonly<Record<Kind, string>> = {
  home: "When muscles won’t let go",
  "what-works": "What works against spasticity?",
  treatment: "A treatment in practice",
  "what-to-avoid": "What should I avoid?",
  "is-it-helping": "Is it helping me?",
  relief: "How do I find relief today?",
  "what-do-i-ask": "What do I ask?",
  learn: "Learn about spasticity",
  article: "Articles on spasticity",
  experiences: "What people report",
  "help-today": "Needs help today?",
  about: "How Unclench works",
};

/** Every article has a picture of its own, everything else the one of its kind. */
export const pictureOf = (path: string): string =>
  /^\/articles\/[^/]+$/.test(path) ? `article-${parts(path)[1]}` : kindOf(path);

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
