/** Tables to take along, as spreadsheets take them. */

type Cell = string | number | null;

const cell = (value: Cell): string => {
  const text = value === null ? "" : String(value);
  // Text that begins like a formula is text to a spreadsheet only with an apostrophe in front; some take the wide forms alike.
  const safe = typeof value === "string" && /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The head is the first line. Without the mark in front, spreadsheets take the file for an older encoding. */
export const csvOf = (lines: readonly (readonly Cell[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
