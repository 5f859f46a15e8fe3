import type { SourceLine } from "@unclench/answers/what-works";

/** One source in one line: what it is, where in it, how much of it was read, and its address. */
export const sourceText = ({ title, year, where, readWords, link }: SourceLine): string =>
  `Source: ${[title, year, where, link].filter((part) => part !== null).join(", ")} (${readWords})`;
