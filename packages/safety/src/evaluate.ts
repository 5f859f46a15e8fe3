/** Reads the `when` of a rule against what is known of a person. */
import { type LabName, type MedicineRef, medicineClasses, type When } from "@unclench/knowledge/alerts";
import { amountPer, isOtherKind } from "./amounts.ts";
import { isLocal, type Mention } from "./mention.ts";
import type { Person } from "./person.ts";
import { allOf, anyOf, hangsOn, known, type Leaf, not, type Truth } from "./threeValued.ts";

/** All that rules look at. */
export type Case = {
  readonly person: Person;
  readonly mentions: readonly Mention[];
  /** Conditions, circumstances and signs that were told, with what they imply. */
  readonly has: ReadonlySet<string>;
  /** Medicine ids that the person is allergic to. */
  readonly allergies: ReadonlySet<string>;
};

const membersByClass = new Map(medicineClasses.map(({ id, members }) => [id, new Set(members)]));

type Target = { readonly ids: ReadonlySet<string>; readonly classes: ReadonlySet<string> };
const targets = new Map<MedicineRef, Target>();

/** The medicines and classes that a reference means. "*" is every medicine. A list is known by itself: rules do not change. */
function targetOf(ref: MedicineRef): Target {
  const kept = targets.get(ref);
  if (kept !== undefined) return kept;
  const ids = new Set<string>();
  const classes = new Set<string>();
  for (const one of typeof ref === "string" ? [ref] : ref) {
    if (one.startsWith("class:")) {
      const id = one.slice("class:".length);
      classes.add(id);
      for (const member of membersByClass.get(id) ?? []) ids.add(member);
    } else ids.add(one);
  }
  const target = { ids, classes };
  targets.set(ref, target);
  return target;
}

const rangeHolds = (
  value: number,
  range: {
    readonly from?: number | undefined;
    readonly above?: number | undefined;
    readonly below?: number | undefined;
    readonly upTo?: number | undefined;
  },
): boolean =>
  (range.from === undefined || value >= range.from) &&
  (range.above === undefined || value > range.above) &&
  (range.below === undefined || value < range.below) &&
  (range.upTo === undefined || value <= range.upTo);

/** Medicines of the list; null where only a class was written, which may mean any of its members, or a pump stands for one. */
const listedIds = new WeakMap<Case, ReadonlySet<string> | null>();

/** Nothing of it is in the list: most rules speak of medicines that nobody has. */
function isAbsent({ ids }: Target, about: Case): boolean {
  let present = listedIds.get(about);
  if (present === undefined) {
    const isOpen = about.has.has("baclofen-pump") || about.mentions.some(({ classId }) => classId !== null);
    present = isOpen ? null : new Set(about.mentions.flatMap((mention) => mention.ids));
    listedIds.set(about, present);
  }
  if (present === null) return false;
  const [few, many] = ids.size < present.size ? [ids, present] : [present, ids];
  for (const id of few) if (many.has(id)) return false;
  return true;
}

type Match = { readonly ids: string[]; readonly mentions: Mention[]; readonly perhaps: Mention[] };
const nothing: Match = { ids: [], mentions: [], perhaps: [] };

/** Mentions of such a medicine by such a way; `perhaps`: only a class was written, and one of it is meant here. */
function matching(
  about: Case,
  ref: MedicineRef,
  status: readonly string[] | undefined,
  route: string | undefined,
): Match {
  const { mentions, has } = about;
  const target = targetOf(ref);
  const every = ref === "*";
  if (!every && isAbsent(target, about)) return nothing;
  const found: Match = { ids: [], mentions: [], perhaps: [] };
  for (const mention of mentions) {
    if (status !== undefined && !status.includes(mention.status)) continue;
    if (route === undefined ? isLocal(mention.route) : !goesBy(mention, route)) continue;
    if (mention.classId !== null) {
      if (target.classes.has(mention.classId)) {
        found.ids.push(`class:${mention.classId}`);
        found.mentions.push(mention);
      } else if ([...(membersByClass.get(mention.classId) ?? [])].some((member) => target.ids.has(member)))
        found.perhaps.push(mention);
      continue;
    }
    const ids = mention.ids.filter((id) => every || target.ids.has(id));
    if (ids.length === 0) continue;
    found.ids.push(...ids);
    found.mentions.push(mention);
  }
  // A pump is a way of taking baclofen even where the list does not name the medicine again.
  const pump = has.has("baclofen-pump") && !mentions.some(({ route: way }) => way === "intrathecal");
  if (
    pump &&
    target.ids.has("baclofen") &&
    (route === "intrathecal" || route === undefined) &&
    status === undefined
  )
    found.ids.push("baclofen");
  return found;
}

/** No way written means by mouth. */
const goesBy = (mention: Mention, route: string): boolean => (mention.route ?? "oral") === route;

/**
 * @returns whether the rule is met, by which medicines, and what it hangs on
 */
export function evaluate(when: When, about: Case): Truth {
  const { person, has } = about;
  if ("all" in when) return all(when.all, about);
  if ("any" in when) return anyOf(when.any.map((part) => evaluate(part, about)));
  if ("not" in when) return not(evaluate(when.not, about));
  if ("takes" in when) {
    const { ids, mentions, perhaps } = matching(about, when.takes, when.status, when.route);
    if (ids.length > 0) return met(when.takes, ids, mentions, true);
    if (perhaps.length > 0)
      return hangsOn(...perhaps.map((mention) => ({ type: "whichMedicine" as const, mention })));
    return known(false);
  }
  if ("has" in when) return known(listed(when.has).some((id) => has.has(id)));
  if ("lab" in when) return labHolds(listed(when.lab), when, person);
  if ("labUnknown" in when)
    return known(listed(when.labUnknown).every((lab) => labValue(person, lab) === null));
  if ("age" in when) return fact(person.age, "age", (age) => rangeHolds(age, when.age));
  if ("systolic" in when)
    return fact(person.systolic, "bloodPressure", (mmHg) => rangeHolds(mmHg, when.systolic));
  if ("sex" in when) return fact(person.sex, "sex", (sex) => sex === when.sex);
  if ("pregnant" in when) return fact(person.pregnant, "pregnant", Boolean);
  if ("breastfeeding" in when) return fact(person.breastfeeding, "breastfeeding", Boolean);
  if ("drinksAlcohol" in when)
    return has.has("drinks-alcohol") ? known(true) : fact(person.drinksAlcohol, "alcohol", Boolean);
  if ("drives" in when) return has.has("drives") ? known(true) : fact(person.drives, "driving", Boolean);
  if ("country" in when) return known(isOf(person.country, when.country));
  if ("allergicTo" in when) {
    const { ids } = targetOf(when.allergicTo);
    return known([...about.allergies].some((id) => ids.has(id)));
  }
  if ("dose" in when) return doseHolds(when.dose, about);
  if ("count" in when) {
    const { ids, mentions } = matching(about, when.count.of, undefined, undefined);
    return new Set(ids).size >= when.count.from ? met(when.count.of, ids, mentions, true) : known(false);
  }
  const { ids, mentions } = matching(about, when.twice, undefined, undefined);
  return isTwice(when.twice, ids, mentions) ? met(when.twice, ids, mentions, false) : known(false);
}

/** Stops at the first part that is false: most rules speak of medicines that are not there. */
function all(parts: readonly When[], about: Case): Truth {
  const truths: Truth[] = [];
  for (const part of parts) {
    const truth = evaluate(part, about);
    if (truth.value === false) return known(false);
    truths.push(truth);
  }
  return distinct(parts, allOf(truths));
}

const listed = <Word extends string>(words: Word | readonly Word[]): readonly Word[] =>
  typeof words === "string" ? [words] : words;

const met = (
  ref: MedicineRef,
  ids: readonly string[],
  mentions: readonly Mention[],
  taking: boolean,
): Truth => ({
  value: true,
  leaves: [{ ref: JSON.stringify(ref), taking, medicines: [...new Set(ids)], mentions }],
  needs: [],
});

function fact<Value>(
  value: Value | null,
  type: "age" | "sex" | "pregnant" | "breastfeeding" | "bloodPressure" | "alcohol" | "driving",
  holds: (value: Value) => boolean,
): Truth {
  return value === null ? hangsOn({ type }) : known(holds(value));
}

const labValue = (person: Person, lab: LabName): number | null => person.labs[lab] ?? null;

/** Several tests of one organ stand in for each other: one that is known is enough. */
function labHolds(labs: readonly LabName[], range: Parameters<typeof rangeHolds>[1], person: Person): Truth {
  const values = labs.map((lab) => labValue(person, lab)).filter((value) => value !== null);
  if (values.length === 0) return hangsOn({ type: "lab", labs });
  return known(values.some((value) => rangeHolds(value, range)));
}

const european = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/** Of a person whose country is not known, the stricter rule counts. */
const isOf = (country: string | null, countries: readonly string[]): boolean =>
  country === null || countries.includes(country) || (countries.includes("EU") && european.has(country));

function doseHolds(
  dose: { of: MedicineRef; per: "day" | "single"; unit: Parameters<typeof amountPer>[2] } & Parameters<
    typeof rangeHolds
  >[1],
  about: Case,
): Truth {
  const { ids, mentions } = matching(about, dose.of, undefined, undefined);
  if (mentions.length === 0) return known(false);
  const results = [...new Set(ids)].map((id) => {
    const ofIt = mentions.filter(
      (mention) => mention.ids.includes(id) && !isOtherKind(mention.dose, dose.unit),
    );
    const amounts = ofIt.map((mention) => amountPer(mention.dose, dose.per, dose.unit));
    const read = amounts.filter((amount) => amount !== null);
    const total = dose.per === "day" ? read.reduce((sum, amount) => sum + amount, 0) : Math.max(0, ...read);
    if (read.length > 0 && rangeHolds(total, dose) && (read.length === amounts.length || onlyFrom(dose)))
      return met(dose.of, [id], ofIt, false);
    const open = ofIt.filter((_, place) => amounts[place] === null);
    if (open.length > 0) return hangsOn(...open.map((mention) => ({ type: "dose" as const, mention })));
    return known(false);
  });
  return anyOf(results);
}

/** More can only add to it: what is over the line already stays over it. */
const onlyFrom = (range: Parameters<typeof rangeHolds>[1]): boolean =>
  range.below === undefined && range.upTo === undefined;

/** Two members of a class; or one medicine under two names, both taken on. */
function isTwice(ref: MedicineRef, ids: readonly string[], mentions: readonly Mention[]): boolean {
  if (ref !== "*" && new Set(ids).size >= 2) return true;
  const taken = mentions.filter(({ status }) => status !== "stopping");
  return taken.some((one, place) =>
    taken
      .slice(place + 1)
      .some(
        (other) =>
          one.ids.some((id) => other.ids.includes(id)) &&
          (one.route ?? "oral") === (other.route ?? "oral") &&
          one.called.toLowerCase() !== other.called.toLowerCase(),
      ),
  );
}

/**
 * [Note: Two medicines, not one twice] "An opioid with another medicine that makes sleepy" is not met by an opioid that
 * makes sleepy. So leaves that name different things need different medicines.
 */
function distinct(parts: readonly When[], truth: Truth): Truth {
  if (truth.value === false) return truth;
  const taking = truth.leaves.filter((leaf) => leaf.taking);
  const leaves = taking.filter((leaf, place) => taking.findIndex(({ ref }) => ref === leaf.ref) === place);
  if (leaves.length < 2 || parts.length < 2) return truth;
  return assigned(leaves, new Set())
    ? { ...truth, leaves: apart(truth.leaves) }
    : { value: false, leaves: [], needs: [] };
}

function assigned(leaves: readonly Leaf[], used: ReadonlySet<string>): boolean {
  const [first, ...rest] = leaves;
  if (first === undefined) return true;
  return first.medicines.some((id) => !used.has(id) && assigned(rest, new Set([...used, id])));
}

/** For the title: a later leaf names what the earlier ones have not named, if there is such. */
function apart(leaves: readonly Leaf[]): Leaf[] {
  const named = new Set<string>();
  return leaves.map((leaf, place) => {
    const later = leaves.slice(place + 1).flatMap(({ medicines }) => medicines);
    const fresh = leaf.medicines.filter((id) => !named.has(id));
    const own = fresh.filter((id) => !later.includes(id));
    const medicines =
      own.length > 0
        ? own
        : fresh.length > 1
          ? fresh.slice(0, 1)
          : fresh.length === 1
            ? fresh
            : leaf.medicines;
    for (const id of medicines) named.add(id);
    return { ...leaf, medicines };
  });
}

/** Every medicine that a condition speaks of, members of classes too. */
export function* namedIn(when: When): Generator<string> {
  if ("all" in when) for (const part of when.all) yield* namedIn(part);
  else if ("any" in when) for (const part of when.any) yield* namedIn(part);
  else if ("not" in when) yield* namedIn(when.not);
  else if ("takes" in when) yield* targetOf(when.takes).ids;
  else if ("dose" in when) yield* targetOf(when.dose.of).ids;
  else if ("count" in when) yield* targetOf(when.count.of).ids;
  else if ("twice" in when) yield* targetOf(when.twice).ids;
}

/** Every medicine whose dose a condition looks at. */
export function* dosedIn(when: When): Generator<string> {
  if ("all" in when) for (const part of when.all) yield* dosedIn(part);
  else if ("any" in when) for (const part of when.any) yield* dosedIn(part);
  else if ("not" in when) yield* dosedIn(when.not);
  else if ("dose" in when) yield* targetOf(when.dose.of).ids;
}
