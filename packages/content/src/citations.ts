/** Citations as pandoc writes them: `[@source-id]`, or several at once: `[@one; @two]`. */
import type { Inline } from "./types.ts";

const group = /\[(@[a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]/gi;

/** Splits a run of text at its citations. The blank before a citation goes: the mark stands at its word. */
export function splitCitations(text: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(group)) {
    const before = text.slice(from, match.index).replace(/\s+$/, "");
    if (before !== "") parts.push({ type: "text", text: before });
    const sources = (match[1] ?? "").split(";").map((one) => one.trim().slice(1));
    parts.push({ type: "citation", sources });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ type: "text", text: text.slice(from) });
  return parts;
}
