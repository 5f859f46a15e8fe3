import { useEffect } from "react";

/** Reminds while the app is open, for those who allowed it; nothing is loaded for anyone else. */
export function useReminders(): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let current = true;
    const begin = (): void => {
      if (typeof Notification === "undefined" || Notification.permission !== "granted" || stop !== null)
        return;
      void import("./remind.ts").then(({ remind }) => {
        if (current) stop ??= remind();
      });
    };
    begin();
    window.addEventListener("unclench:remind", begin);
    return () => {
      current = false;
      window.removeEventListener("unclench:remind", begin);
      stop?.();
    };
  }, []);
}
