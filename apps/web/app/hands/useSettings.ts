import { useSyncExternalStore } from "react";
import { currentHands, type Hands, usualHands, watchHands } from "./settings.ts";

/**
 * The settings that count now, drawn again when they change, from whatever page or tab. To change them write to the record:
 * `record.put(tables.settings, { theme: "dark" }, today)`.
 */
export const useSettings = (): Hands => useSyncExternalStore(watchHands, currentHands, () => usualHands);
