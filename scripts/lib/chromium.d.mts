/** The path of a Chromium that starts; the process ends with a sentence when none can be had. */
export function findChromium(): Promise<string>;
