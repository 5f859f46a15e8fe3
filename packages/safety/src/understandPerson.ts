/** What was told about a person in words and in figures, put together. */
import { medicineClasses } from "@unclench/knowledge/alerts";
import type { Person } from "./person.ts";
import { resolveMedicine } from "./names.ts";
import type { NotChecked } from "./notChecked.ts";
import { understand } from "./words.ts";

const lists = [
  ["conditions", "condition"],
  ["context", "context"],
  ["symptoms", "symptom"],
] as const;

/** From this age on, not being told is read as not pregnant. */
const PAST_PREGNANCY = 60;
const BEFORE_PREGNANCY = 10;

const pregnantWords = /\b(pregnant|pregnancy|expecting a baby|schwanger)\b/i;
const nursingWords = /\b(breast-?\s?feeding|breastfeeds|nursing|lactating|stillt)\b/i;
const planningWords = /\b(plan|planning|trying|wants|could become|conceive)\b/i;
const negated = /\b(not|no|never|kein\w*|nicht)\b/i;
const allergyWords =
  /^(?:an?\s+)?(?:allergic to|allergy to|allergy:?|allergies:?|hypersensitiv\w* to|allergisch gegen)\s+(.+)$|^(.+?)\s+allergy$/i;

const membersOf = (classId: string): readonly string[] =>
  medicineClasses.find(({ id }) => id === classId)?.members ?? [];

export type UnderstoodPerson = {
  readonly person: Person;
  readonly has: ReadonlySet<string>;
  readonly allergies: ReadonlySet<string>;
  readonly notChecked: readonly NotChecked[];
};

export function understandPerson(person: Person): UnderstoodPerson {
  const has = new Set<string>();
  const allergies = new Set<string>();
  const notChecked: NotChecked[] = [];
  let { pregnant, breastfeeding } = person;
  for (const [list, kind] of lists) {
    const texts = person[list].filter((text) => {
      if (negated.test(text)) return true;
      const isPregnancy = pregnantWords.test(text) && !planningWords.test(text);
      const isNursing = nursingWords.test(text);
      if (isPregnancy) pregnant ??= true;
      if (isNursing) breastfeeding ??= true;
      return !isPregnancy && !isNursing;
    });
    const told: string[] = [];
    for (const text of texts) {
      const match = allergyWords.exec(text.trim());
      const substance = match?.[1] ?? match?.[2];
      const inWords = understand([text], kind);
      // "Milk allergy" is a condition of its own.
      if (substance === undefined || inWords.ids.size > 0) {
        told.push(text);
        continue;
      }
      const medicine = resolveMedicine(substance);
      if (medicine.type === "known") for (const { id } of medicine.medicines) allergies.add(id);
      else if (medicine.type === "close" && medicine.suggestions.length === 1)
        allergies.add(medicine.suggestions[0]!.id);
      else if (medicine.type === "class") for (const id of membersOf(medicine.classId)) allergies.add(id);
      else notChecked.push({ type: "allergy", asWritten: text });
    }
    const { ids, unknown, respelt, denied } = understand(told, kind);
    for (const id of ids) has.add(id);
    for (const asWritten of unknown) notChecked.push({ type: "word", list, asWritten });
    for (const asWritten of denied) notChecked.push({ type: "denied", list, asWritten });
    for (const [asWritten, readAs] of respelt) notChecked.push({ type: "respelt", list, asWritten, readAs });
  }
  const cannotBe =
    person.sex === "m" ||
    (person.age !== null && (person.age >= PAST_PREGNANCY || person.age < BEFORE_PREGNANCY));
  return {
    person: {
      ...person,
      pregnant: pregnant ?? (cannotBe ? false : null),
      breastfeeding: breastfeeding ?? (cannotBe ? false : null),
    },
    has,
    allergies,
    notChecked,
  };
}
