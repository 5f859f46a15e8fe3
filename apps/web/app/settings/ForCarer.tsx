import { useRole } from "./useRole.ts";

const words = {
  checkIn:
    "You write this down for someone else. If they can say a number, theirs counts; if not, write what you see, and stay with one way.",
  helping:
    "You read this for someone else. “Me” and “you” mean the person whose days these are. Whoever rates, the same one each day shows most.",
  medicines:
    "This list is that of the person you care for: their medicines, their age, their conditions. Yours do not belong here.",
  card: "Write the card for the person you care for, and put your own number in it as the one to call.",
  relief:
    "For the person you care for. Where a routine has steps for whoever helps, they are for you. Ask before you touch, and stop when they say so.",
} as const;

/** One line for who cares for someone, by the choice in the settings; nothing for anyone else. */
export function ForCarer({ on }: { on: keyof typeof words }) {
  return useRole() === "caring" ? <p className="soft">{words[on]}</p> : null;
}
