import type { Settings } from "@unclench/record";
import { useSettings } from "../hands/useSettings.ts";

/** Who reads, as chosen in the settings; null while that is not known. It changes words and nothing else. */
export const useRole = (): Settings["role"] => useSettings().role;
