import { type ReactNode, useLayoutEffect, useRef } from "react";

type ScrollableProps = {
  label: string;
  /** Begin at the right end, where the newest days are. */
  fromEnd?: boolean;
  children: ReactNode;
};

/** What may be wider than the window scrolls sideways by itself, and can be reached by keyboard to do so. */
export function Scrollable({ label, fromEnd = false, children }: ScrollableProps) {
  const section = useRef<HTMLElement>(null);
  const drawn = useRef(0);
  useLayoutEffect(() => {
    // Only when what is drawn got wider or narrower: whoever has scrolled back stays there.
    const element = section.current;
    if (!fromEnd || element === null || element.scrollWidth === drawn.current) return;
    drawn.current = element.scrollWidth;
    element.scrollLeft = element.scrollWidth;
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard could not scroll what is wider than the window
    <section className="scroll" tabIndex={0} aria-label={label} ref={section}>
      {children}
    </section>
  );
}
