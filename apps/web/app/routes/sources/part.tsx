import "../../styles/search.css";
import { type SourcePart, type SourcePartId, sourcePart } from "@unclench/answers/source-list";
import { sourceParts } from "@unclench/answers/source-parts";
import { Link } from "react-router";
import { requirePage } from "../../writtenPage.ts";
import type { Route } from "./+types/part";

const isPart = (id: string): id is SourcePartId => sourceParts.some((part) => part.id === id);

export function loader({ params }: Route.LoaderArgs): SourcePart {
  if (!isPart(params.part)) throw new Error(`no part ${params.part}`);
  return sourcePart(params.part);
}

export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<SourcePart> {
  requirePage(isPart(params.part));
  return serverLoader();
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.name ?? "Sources"} · Sources · Unclench` },
  {
    name: "description",
    content: "Each source with its link, how much of it was read, and the pages that rest on it.",
  },
];

export default function Part({ loaderData: { name, sources } }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <p>
          <Link to="/sources">All sources</Link>
        </p>
        <h1>{name}</h1>
        <p className="lead">{sources.length} of them, by author.</p>
      </div>
      <ul className="sources-listed">
        {sources.map((source) => (
          <li key={source.id} id={source.id}>
            <p>
              {source.link === null ? (
                <b>{source.title}</b>
              ) : (
                <a href={source.link} rel="noreferrer">
                  {source.title}
                </a>
              )}
            </p>
            <p className="small">
              {[source.authors, source.journal, source.year].filter((part) => part !== null).join(" · ")}
            </p>
            <p className="small soft">
              {source.readWords}.
              {source.weak ? " Too weak to carry a statement: it may only lead to a question." : ""}
            </p>
            <p className="small">
              {source.pages.length === 0 ? (
                "On no page yet."
              ) : (
                <>
                  On:{" "}
                  {source.pages.map(({ path, title }, place) => (
                    <span key={path}>
                      {place === 0 ? "" : ", "}
                      <Link to={path}>{title}</Link>
                    </span>
                  ))}
                  {source.morePages === 0 ? "" : ` and ${source.morePages} more`}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
