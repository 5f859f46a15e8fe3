/** A rule that is met → the alert, with the names filled in. */
import type { AlertRule } from "@unclench/knowledge/alerts";
import type { Alert } from "./alert.ts";
import type { Case } from "./evaluate.ts";
import type { Mention } from "./mention.ts";
import { nameOf } from "./nameOf.ts";
import type { Leaf } from "./threeValued.ts";

/** "a", "a and b", "a, b and c". */
const spoken = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

export function alertsFrom(rule: AlertRule, leaves: readonly Leaf[], about: Case): Alert[] {
  const distinct = leaves.filter(
    (leaf, place) =>
      leaves.findIndex(({ ref, taking }) => ref === leaf.ref && taking === leaf.taking) === place,
  );
  const filled = (template: string, first: (id: string) => string = nameOf): string => {
    const text = template.replace(/\{([a-d])\}/g, (placeholder, letter: string, at: number) =>
      spoken(
        (distinct["abcd".indexOf(letter)]?.medicines ?? []).map((id) =>
          template.indexOf(placeholder) === at ? first(id) : nameOf(id),
        ),
      ),
    );
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const mentions = [...new Set(distinct.flatMap((leaf) => leaf.mentions))];
  return [
    {
      ruleId: rule.id,
      kind: rule.kind,
      grade: rule.grade,
      problem: rule.problem,
      medicines: [...new Set(distinct.flatMap((leaf) => leaf.medicines))].map((id) => nameOf(id)),
      mentions,
      // The brand stands in the title, once.
      title: filled(rule.title, (id) => called(id, about)),
      text: filled(rule.text),
      action: filled(rule.action),
      certainty: rule.certainty,
      conflict: rule.conflict,
      sources: rule.sources,
      also: [],
      assumed: mentions
        .filter(({ sure }) => !sure)
        .map((mention: Mention) => [mention.asWritten, mention.called]),
    },
  ];
}

/** The generic name, with the brand that the person wrote: "tizanidine (Zanaflex)". */
function called(id: string, { mentions }: Case): string {
  const name = nameOf(id);
  const brand = mentions.find(({ ids }) => ids.length === 1 && ids[0] === id)?.called;
  return brand === undefined || brand.toLowerCase() === name.toLowerCase() ? name : `${name} (${brand})`;
}
