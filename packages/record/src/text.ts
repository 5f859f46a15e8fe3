/** How text is kept: tidied once, when it comes in. */

/**
 * [RC-6] Text as it is kept: line ends are "\n", no other control characters, no broken halves of characters, no blanks
 * around it. Nothing left is "not known". So the same note is the same text on every device and through every file.
 * @example tidyText("  stiff\r\nmorning ") // "stiff\nmorning"
 */
export function tidyText(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const tidy = text
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .toWellFormed()
    .trim();
  return tidy === "" ? null : tidy;
}

/** Names are one line: "Dysport,  left\narm" and "Dysport, left arm" are the same. */
export function tidyName(text: string | null | undefined): string | null {
  const tidy = tidyText(text);
  return tidy === null ? null : tidy.replace(/\s+/g, " ");
}

/** Two rows belong to the same treatment when their names differ at most in capitals and blanks. */
export function sameNameKey(treatment: string): string {
  return (tidyName(treatment) ?? "").normalize("NFC").toLowerCase();
}
