/** What Unclench is for and what it is not: the same text as a page and as docs/intended-use.md. */
import { type IntendedUse, intendedUse } from "@unclench/knowledge/avoid";

export { type IntendedUse, intendedUse };

/** [AN-208] The statement as Markdown. */
export const intendedUseMarkdown = ({ title, lead, sections }: IntendedUse): string =>
  `${[
    `# ${title}`,
    lead,
    ...sections.flatMap((section) => [
      `## ${section.title}`,
      section.items.map((item) => `- ${item}`).join("\n"),
    ]),
  ].join("\n\n")}\n`;
