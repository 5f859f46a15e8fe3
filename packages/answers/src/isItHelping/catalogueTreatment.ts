/** Which treatment of the catalogue a person means by what they wrote ("Lioresal 10 mg", "Dysport, left arm"). */
import { medicineNames, type Treatment, treatments } from "@unclench/knowledge";
import type { TreatmentKind } from "@unclench/record";

const tokensOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

type Name = { readonly treatment: string; readonly tokens: readonly string[]; readonly pump: boolean };

/** Without the remark behind it ("baclofeno (ES/PT)"). */
const withoutRemark = (name: string): string => name.replace(/\s*\(.*\)\s*$/, "");

const groupsOf: Readonly<Record<TreatmentKind, readonly Treatment["group"][]>> = {
  medicine: ["oral", "cannabis", "pump"],
  injection: ["injection"],
  session: ["physical"],
  other: ["pump", "physical", "operation", "oral", "cannabis"],
};

/** Words that say a medicine goes through a pump. */
const pumpWords = new Set(["pump", "intrathecal", "itb"]);

/** Any product of this kind counts as the catalogue's botulinum toxin A. */
const isBotulinumA = (medicine: string): boolean =>
  /botulinum/i.test(medicine) && !/type b|rimabotulinum/i.test(medicine);

const namesOf = (treatment: Treatment): Name[] => {
  const pump = treatment.group === "pump";
  const name = (text: string, throughPump = pump): Name => ({
    treatment: treatment.id,
    tokens: tokensOf(withoutRemark(text)),
    pump: throughPump,
  });
  const medicines = medicineNames.filter(({ medicine }) =>
    treatment.id === "botulinum-toxin-a" ? isBotulinumA(medicine) : medicine === treatment.medicine,
  );
  return [
    name(treatment.name),
    ...medicines.flatMap(({ medicine, synonyms, brands }) => [
      ...[medicine, ...synonyms].map((text) => name(text)),
      ...brands
        .filter(({ route }) => medicine !== "baclofen" || pump || route !== "intrathecal")
        .map((brand) => name(brand.name, pump && brand.route !== "intrathecal")),
    ]),
  ];
};

/** What people write that is no name of the catalogue; one word each. */
const plainWords: Readonly<Record<string, readonly string[]>> = {
  "botulinum-toxin-a": ["botulinum", "bont", "botulinumtoxin"],
  "phenol-block": ["phenol", "alcohol"],
  physiotherapy: ["physio", "physiotherapist"],
  stretch: ["stretch", "stretches", "stretching"],
  splint: ["splint", "splints", "cast", "casts", "casting"],
  standing: ["standing", "stander"],
  "fes-cycling": ["cycling", "cycle"],
  "strength-training": ["strengthening", "strength", "weights"],
};

const botulinumNames: readonly (readonly string[])[] = [
  ["botulinum"],
  ...medicineNames
    .filter(({ medicine }) => /botulinum/i.test(medicine))
    .flatMap(({ medicine, synonyms, brands }) => [medicine, ...synonyms, ...brands.map(({ name }) => name)])
    .map((name) => tokensOf(withoutRemark(name))),
];

/** Is this the name of a botulinum toxin of any type, generic or brand ("Dysport 500 units, left arm")? */
export function isBotulinum(text: string): boolean {
  const written = new Set(tokensOf(text));
  return botulinumNames.some((tokens) => tokens.length > 0 && tokens.every((token) => written.has(token)));
}

const nameList: readonly Name[] = treatments.flatMap((treatment) => [
  ...namesOf(treatment),
  ...(plainWords[treatment.id] ?? []).map((word) => ({
    treatment: treatment.id,
    tokens: [word],
    pump: false,
  })),
]);
const groupByTreatment = new Map(treatments.map(({ id, group }) => [id, group]));

/**
 * [AN-90] The catalogue's treatment by that name, or null: nothing is guessed from a part of a word. The name with most
 * words wins; a pump is meant only if the words say so.
 *
 * @example
 * catalogueTreatment("Lioresal 10 mg", "medicine") // "baclofen-oral"
 * catalogueTreatment("Baclofen pump", "medicine") // "baclofen-intrathecal"
 */
export function catalogueTreatment(text: string, kind: TreatmentKind): string | null {
  const written = new Set(tokensOf(text));
  const throughPump = [...written].some((word) => pumpWords.has(word));
  const groups = groupsOf[kind];
  let best: Name | null = null;
  for (const name of nameList) {
    const group = groupByTreatment.get(name.treatment);
    if (group === undefined || !groups.includes(group)) continue;
    if (name.tokens.length === 0 || !name.tokens.every((token) => written.has(token))) continue;
    if (name.pump && !throughPump) continue;
    const better =
      best === null ||
      name.tokens.length > best.tokens.length ||
      // The same name by mouth and through a pump: the words have said which.
      (name.tokens.length === best.tokens.length && throughPump && group === "pump");
    if (better) best = name;
  }
  return best?.treatment ?? null;
}
