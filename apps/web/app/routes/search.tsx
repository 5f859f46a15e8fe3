import "../styles/search.css";
import { searchDocuments } from "@unclench/answers/search-documents";
import { type Kind, kindNames, kinds, type SearchDocument } from "@unclench/answers/search-types";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useHydrated } from "../record/useHydrated.ts";
import { Results } from "../search/Results.tsx";
import { useSearch } from "../search/useSearch.ts";
import type { Route } from "./+types/search";

type Listed = Pick<SearchDocument, "id" | "title" | "path">;
type SiteMap = readonly { readonly kind: Kind; readonly name: string; readonly entries: readonly Listed[] }[];

/** All pages by kind, for whoever would rather look than type. Questions stand on one page, so that is listed alone. */
export function loader(): SiteMap {
  const documents = searchDocuments();
  return kinds
    .filter((kind) => kind !== "question")
    .map((kind) => ({
      kind,
      name: kindNames[kind],
      entries: documents
        .filter((document) => document.kind === kind)
        .map(({ id, title, path }) => ({ id, title, path })),
    }));
}

export const meta = () => [
  { title: "Search · Unclench" },
  {
    name: "description",
    content:
      "Search everything in your own words: a place that is stiff, a brand name, a sign. Works without a connection.",
  },
];

export default function SearchPage({ loaderData: map }: Route.ComponentProps) {
  const [params, setParams] = useSearchParams();
  const hydrated = useHydrated();
  const [typed, setTyped] = useState<string | null>(null);
  const query = typed ?? (hydrated ? (params.get("q") ?? "") : "");
  const { found, failed } = useSearch(query);
  return (
    <>
      <div className="intro">
        <h1>Search</h1>
        <p className="lead">In your own words: “my leg locks at night”, a brand name, a sign.</p>
      </div>
      <search>
        <form
          action="/search"
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            setParams(query.trim() === "" ? {} : { q: query.trim() }, { replace: true });
          }}
        >
          <label className="field search-field">
            What do you look for?
            <input
              type="search"
              name="q"
              autoComplete="off"
              value={query}
              onChange={({ target }) => setTyped(target.value)}
            />
          </label>
          <button type="submit" className="button">
            Search
          </button>
        </form>
      </search>
      <noscript>
        <p className="notice">Searching needs JavaScript. All pages are listed below.</p>
      </noscript>
      {failed ? (
        <p className="notice warn" role="alert">
          The search could not be loaded. Check the connection and type on; all pages are listed below.
        </p>
      ) : null}
      {found === null ? null : <Results found={found} />}
      <section className="stack" aria-labelledby="all-pages">
        <h2 id="all-pages">All pages</h2>
        <div className="site-map">
          {map.map(({ kind, name, entries }) => (
            <details key={kind} className="card" open={kind === "page"}>
              <summary>
                {name} ({entries.length})
              </summary>
              <ul className="found-list">
                {entries.map(({ id, title, path }) => (
                  <li key={id}>
                    <Link to={path}>{title}</Link>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      </section>
    </>
  );
}
