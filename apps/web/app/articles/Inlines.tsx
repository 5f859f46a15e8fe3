import type { ArticlePage, FilledInline } from "@unclench/answers/articles";
import { Link } from "react-router";
import { Fragment } from "react";
import { readMark } from "../pictures/Source.tsx";

type Sources = ArticlePage["sources"];

const readName = {
  full: "read in full, or the part named",
  abstract: "read in the abstract only",
  secondary: "not read itself",
} as const;

/** The numbers of sources behind a sentence: each leads to its line at the end of the page. */
export function Marks({ numbers, sources }: { numbers: readonly number[]; sources: Sources }) {
  return (
    <sup className="cites">
      {numbers.map((number) => {
        const read = sources[number - 1]?.read ?? null;
        return (
          <Fragment key={number}>
            <a
              href={`#source-${number}`}
              aria-label={`${number}${read === null ? "" : readMark[read]}, source${read === null ? "" : `, ${readName[read]}`}`}
            >
              {number}
              {read === null ? "" : readMark[read]}
            </a>
            {/* Many sources may go on in the next line. */}
            <wbr />
          </Fragment>
        );
      })}
    </sup>
  );
}

/** What stands within a line. */
export function Inlines({ inlines, sources }: { inlines: readonly FilledInline[]; sources: Sources }) {
  return inlines.map((one, place) => {
    const key = place;
    switch (one.type) {
      case "text":
        return one.text;
      case "computed":
        return <span key={key}>{one.text}</span>;
      case "marks":
        return <Marks key={key} numbers={one.sources} sources={sources} />;
      case "term":
        return (
          <button key={key} type="button" className="word" popoverTarget={`word-${one.term}`}>
            {one.text}
          </button>
        );
      case "link":
        return one.to.startsWith("#") ? (
          <a key={key} href={one.to}>
            <Inlines inlines={one.children} sources={sources} />
          </a>
        ) : (
          <Link key={key} to={one.to}>
            <Inlines inlines={one.children} sources={sources} />
          </Link>
        );
      case "strong":
        return (
          <strong key={key}>
            <Inlines inlines={one.children} sources={sources} />
          </strong>
        );
      case "emphasis":
        return (
          <em key={key}>
            <Inlines inlines={one.children} sources={sources} />
          </em>
        );
      default:
        return null;
    }
  });
}
