import type { Found } from "@unclench/answers/search-types";
import { useEffect, useState } from "react";

type Ask = (query: string) => Found;

let asking: Promise<Ask> | undefined;

/** What can be found and the search itself come when someone first looks for something; both are kept for later. */
function search(): Promise<Ask> {
  asking ??= (async (): Promise<Ask> => {
    const [{ find, indexOf }, answer] = await Promise.all([
      import("@unclench/answers/search-find"),
      fetch("/search.json"),
    ]);
    if (!answer.ok) throw new Error(`search.json: ${answer.status}`);
    const index = indexOf(await answer.json());
    return (query) => find(index, query);
  })();
  asking.catch(() => {
    // The next key tries again.
    asking = undefined;
  });
  return asking;
}

export type Searched = { readonly found: Found | null; readonly failed: boolean };

/** What is found for what stands in the field; null while nothing was asked or the search is still coming. */
export function useSearch(query: string): Searched {
  const [searched, setSearched] = useState<Searched>({ found: null, failed: false });
  useEffect(() => {
    if (query.trim() === "") {
      setSearched({ found: null, failed: false });
      return;
    }
    let current = true;
    search().then(
      (ask) => {
        if (current) setSearched({ found: ask(query), failed: false });
      },
      () => {
        if (current) setSearched({ found: null, failed: true });
      },
    );
    return () => {
      current = false;
    };
  }, [query]);
  return searched;
}
