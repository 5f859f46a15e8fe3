/** How numbers and words stand in a script for R. */

/** R reads all digits that a number has; 17 significant ones bring the same number back. */
export const digits = (value: number): string => Number(value.toPrecision(17)).toString();

export const oneLine = (text: string): string => text.replace(/[\r\n]+/g, " ");

export const quoted = (text: string): string =>
  `"${oneLine(text.replaceAll("\\", "\\\\").replaceAll('"', '\\"'))}"`;

/** How exactly metafor climbs: with its own default the sixth digit is left to chance. */
export const exactClimb = "control = list(threshold = 1e-12, maxiter = 10000)";
