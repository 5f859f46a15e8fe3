import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the written page is taken over, true after: until then nothing may depend on the address or the clock. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
