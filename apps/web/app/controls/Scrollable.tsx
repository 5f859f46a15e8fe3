import type { ReactNode } from "react";

/** What may be wider than the window scrolls sideways by itself, and can be reached by keyboard to do so. */
export function Scrollable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard could not scroll what is wider than the window
    <section className="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
