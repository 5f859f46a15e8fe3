/** `of="power"`: how often help of a certain size is found within twelve weeks, and so how patient one has to be. */
import { type PowerLine, proof } from "../../errorRates.ts";
import { fault, type FigureKind, made } from "./kind.ts";

/** Two ways of keeping the diary, both with ordinary ups and downs. */
const ways = {
  "before-after": {
    situation: "28 days before, 56 on; φ 0.4 and noise",
    words: "4 weeks before, 8 weeks with it",
  },
  blocks: {
    situation: "14-day blocks by lot; φ 0.4 and noise",
    words: "two weeks with it, two without, by lot",
  },
} as const;

const sizeWords = (effect: number): string => `${effect} ${effect === 1 ? "point" : "points"} better`;

function lineOf(effect: number, way: keyof typeof ways): PowerLine | undefined {
  return proof.power.find(
    (line) => line.effect === effect && line.situation.endsWith(`better; ${ways[way].situation}`),
  );
}
const sizes = (): number[] =>
  [...new Set(proof.power.map(({ effect }) => effect))]
    .filter((effect) => lineOf(effect, "blocks"))
    .sort((a, b) => a - b);

const found = (line: PowerLine | undefined): string =>
  line === undefined ? "not simulated" : String(Math.round(line.ours));

export const power: FigureKind = {
  of: "power",
  about: "How often help of a certain size is found within twelve weeks.",
  places: ["inline", "block"],
  arguments: [
    { name: "points", about: "within a line: how many points of 10 better", required: false },
    { name: "way", about: "how the diary was kept", required: false, choices: Object.keys(ways) },
  ],
  make({ points, way = "before-after" }, place) {
    const title = "A treatment that helps: how often that is found";
    if (place === "inline") {
      const line = lineOf(Number(points), way === "blocks" ? "blocks" : "before-after");
      return line === undefined
        ? fault(`help of "${points ?? ""}" points was not simulated. There are: ${sizes().join(", ")}.`)
        : made(title, `${found(line)} of 100`);
    }
    return made(
      title,
      `Of 100 simulated diaries of a treatment that does help, how many were told so within ${proof.weeks} weeks. The rest heard “a hint”, “not clear” or “not enough”: a small help is easily missed.`,
      {
        table: {
          caption: `Diaries of 100 in which the help was found within ${proof.weeks} weeks`,
          head: ["What it does", ways["before-after"].words, ways.blocks.words],
          rows: sizes().map((effect) => [
            sizeWords(effect),
            found(lineOf(effect, "before-after")),
            found(lineOf(effect, "blocks")),
          ]),
        },
        more: { to: "/show-me#power", text: "Every size and situation" },
      },
    );
  },
};
