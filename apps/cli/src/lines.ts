/** Lines for a terminal. */

/** One line. Names and cells of people's files are in it, and control characters in them would steer the terminal. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

export const indented = (depth: number, text: string): string => `${"  ".repeat(depth)}${oneLine(text)}`;

/** Sections with an empty line between them; one without lines is left out. */
export const sections = (...parts: readonly (readonly string[])[]): string =>
  parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Under every answer about treatments, as at the foot of every screen. */
export const stopping =
  "Decisions stay with you and the people who treat you. Do not stop a medicine or a pump suddenly: stopping can be dangerous.";
