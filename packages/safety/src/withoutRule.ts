/** Alerts that follow from what the person wrote, and from no fact of the knowledge base. */
import type { Alert } from "./alert.ts";
import type { Case } from "./evaluate.ts";
import { nameOf } from "./nameOf.ts";

const bare = { certainty: null, conflict: null, sources: [], also: [], assumed: [] } as const;

export const unknownMedicine = ({ asWritten }: { readonly asWritten: string }): Alert => ({
  ...bare,
  ruleId: "SF-unknown-medicine",
  kind: "unknown-medicine",
  grade: "minor",
  problem: "unknown-medicine",
  medicines: [asWritten],
  mentions: [],
  title: `We do not know “${asWritten}”`,
  text: "No list of ours has this name, so nothing about it was checked. That is no sign that it is harmless.",
  action:
    "Look at the spelling on the pack, or write the name of what is in it. A pharmacist can check it for you.",
});

/** [SF-51] What someone is allergic to is on their list: whatever any label says. A rule of a label joins it. */
export function allergyAlerts({ mentions, allergies }: Case): Alert[] {
  return mentions.flatMap((mention) =>
    mention.ids
      .filter((id) => allergies.has(id))
      .map((id): Alert => {
        const name = nameOf(id);
        return {
          ...bare,
          ruleId: "SF-allergy-taken",
          kind: "contraindication",
          grade: "contraindicated",
          problem: "allergy",
          medicines: [name],
          mentions: [mention],
          title: `${name.charAt(0).toUpperCase()}${name.slice(1)}: you told of an allergy to it`,
          text: `“${mention.asWritten}” is on your list, and you wrote that you are allergic to it. A second reaction can be worse than the first.`,
          action:
            "Before the next dose, ask your prescriber or pharmacist. If face, tongue or throat swell or breathing is hard, call your emergency number.",
        };
      }),
  );
}
