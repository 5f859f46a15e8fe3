import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * What the build wrote into the head for search engines and for sharing speaks of the page that was fetched. After a step
 * to another page inside the app it would be untrue (browsers share the canonical address), so it goes.
 */
export function useOwnHead(): void {
  const { pathname } = useLocation();
  const fetched = useRef(pathname);
  useEffect(() => {
    if (pathname === fetched.current) return;
    for (const tag of document.head.querySelectorAll("[data-of-page]")) tag.remove();
  }, [pathname]);
}
