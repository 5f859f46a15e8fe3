import { type Settings, tables } from "@unclench/record";
import { useEffect, useState } from "react";

/** Who reads, as chosen in the settings; null while that is not known. It changes words and nothing else. */
export function useRole(): Settings["role"] {
  const [role, setRole] = useState<Settings["role"]>(null);
  useEffect(() => {
    let current = true;
    let stop = (): void => {};
    // Pages that anyone may read do not wait for the record.
    void import("../record/ownRecord.ts")
      .then(({ ownRecord }) => ownRecord())
      .then((opened) => {
        if (!current || !opened.ok) return;
        const take = (): void => setRole(opened.record.row(tables.settings)?.role ?? null);
        take();
        stop = opened.record.subscribe(take);
      });
    return () => {
      current = false;
      stop();
    };
  }, []);
  return role;
}
