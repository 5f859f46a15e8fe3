import type { NumberedSource } from "@unclench/answers/side-by-side/arrange";
import type { SourceLine } from "@unclench/answers/what-works";

/** Behind the number of a source: how much of it was read, where there is no room for words. */
export const readMark = { full: "", abstract: "°", secondary: "*" } as const;

/** The title, as a link out where there is one; opened only by the reader. */
const Title = ({ title, link }: Pick<SourceLine, "title" | "link">) =>
  link === null ? (
    title
  ) : (
    <a href={link} rel="noreferrer">
      {title}
    </a>
  );

/** One source: what, when, where in it, and how much of it was read. */
export function Source({ source }: { source: SourceLine }) {
  const about = [source.authors, source.journal, source.year].filter((part) => part !== null).join(", ");
  return (
    <p className="small">
      <Title {...source} />
      {about === "" ? "" : ` (${about})`}
      {source.where === null ? "" : `. Found in: ${source.where}`}.{" "}
      <span className="soft">{source.readWords}.</span>
    </p>
  );
}

/** One source of a numbered list: what, who, when, and how much of it was read. */
export const CitedSource = ({ source }: { source: NumberedSource }) => (
  <>
    <Title {...source} />
    {source.authors === null ? "" : `, ${source.authors}`}
    {source.year === null ? "" : `, ${source.year}`}. <span className="soft">{source.readWords}.</span>
  </>
);
