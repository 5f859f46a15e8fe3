import type { SourceLine } from "@unclench/answers/what-works";

/** One source: what, when, where in it, how much of it was read, and a link out (opened only by the reader). */
export function Source({ source }: { source: SourceLine }) {
  const about = [source.authors, source.journal, source.year].filter((part) => part !== null).join(", ");
  return (
    <p className="small">
      {source.link === null ? (
        source.title
      ) : (
        <a href={source.link} rel="noreferrer">
          {source.title}
        </a>
      )}
      {about === "" ? "" : ` (${about})`}
      {source.where === null ? "" : `. Found in: ${source.where}`}.{" "}
      <span className="soft">{source.readWords}.</span>
    </p>
  );
}
