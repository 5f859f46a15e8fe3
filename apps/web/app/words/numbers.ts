/** A number as people write it, with a point or a comma; null if the field is empty, NaN if it is none. */
export function numberOf(text: string): number | null {
  const tidy = text.trim().replace(",", ".").replace(/^[−–]/, "-");
  if (tidy === "") return null;
  return /^-?\d*\.?\d+$|^-?\d+\.$/.test(tidy) ? Number(tidy) : Number.NaN;
}
