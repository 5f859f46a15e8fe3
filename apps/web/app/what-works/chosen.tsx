import { MOST_SIDE_BY_SIDE } from "@unclench/answers/side-by-side/arrange";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { Press } from "../controls/Press.tsx";
import { useHydrated } from "../record/useHydrated.ts";

export type Chosen = {
  readonly ids: readonly string[];
  /** What the last touch did, where it needs saying. */
  readonly said: string | null;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
  /** Takes back the last touch; null if there is none. */
  readonly undo: (() => void) | null;
};

const ChosenContext = createContext<Chosen | null>(null);

export function useChosen(): Chosen {
  const chosen = useContext(ChosenContext);
  if (chosen === null) throw new Error("useChosen stands outside of ChosenProvider");
  return chosen;
}

/** The treatments that an address names, in its order. */
export const chosenIn = (search: URLSearchParams): string[] =>
  (search.get("with") ?? "").split(",").filter((id) => id !== "");

export const searchFor = (ids: readonly string[]): string => `?with=${ids.map(encodeURIComponent).join(",")}`;

/** Keeps what was chosen for the table side by side, starting with what the address names. */
export function ChosenProvider({ known, children }: { known: readonly string[]; children: ReactNode }) {
  const hydrated = useHydrated();
  const [search] = useSearchParams();
  const [history, setHistory] = useState<readonly (readonly string[])[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const linked = hydrated ? chosenIn(search).filter((id) => known.includes(id)) : [];
  const linkedKey = linked.slice(0, MOST_SIDE_BY_SIDE).join(",");
  // What the address named stays chosen when the address moves on to something else.
  useEffect(() => {
    if (linkedKey !== "") setHistory((before) => (before.length === 0 ? [linkedKey.split(",")] : before));
  }, [linkedKey]);
  const ids = history.at(-1) ?? [];
  const change = (next: readonly string[]) => {
    setHistory([...history, next]);
    setSaid(null);
  };
  const chosen: Chosen = {
    ids,
    said,
    toggle: (id) => {
      if (ids.includes(id)) change(ids.filter((one) => one !== id));
      else if (ids.length < MOST_SIDE_BY_SIDE) change([...ids, id]);
      else setSaid("Four is the most. Take one out first.");
    },
    clear: () => change([]),
    undo:
      history.length === 0
        ? null
        : () => {
            setHistory(history.slice(0, -1));
            setSaid(null);
          },
  };
  return <ChosenContext value={chosen}>{children}</ChosenContext>;
}

/** On each treatment: take it into the table side by side, or out again. */
export function CompareToggle({ id, name }: { id: string; name: string }) {
  const { ids, toggle } = useChosen();
  return (
    <Press className="needs-script compare" pressed={ids.includes(id)} onPress={() => toggle(id)}>
      Compare {name}
    </Press>
  );
}
