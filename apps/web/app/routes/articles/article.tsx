import "../../styles/learn.css";
import "../../styles/articles.css";
import { type ArticlePage, articlePage } from "@unclench/answers/articles";
import { dateWords } from "@unclench/answers/dates";
import { articleIds } from "@unclench/content/article-ids";
import { Link } from "react-router";
import { About } from "../../articles/About.tsx";
import { Blocks } from "../../articles/Blocks.tsx";
import { SourcesAtTheEnd } from "../../articles/SourcesAtTheEnd.tsx";
import { Terms } from "../../articles/Terms.tsx";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { WaysOn } from "../../controls/WaysOn.tsx";
import { IconArrayDefinitions } from "../../pictures/IconArray.tsx";
import { pageAtBuild, requirePage } from "../../writtenPage.ts";
import type { Route } from "./+types/article";

export const loader = ({ params }: Route.LoaderArgs): ArticlePage => pageAtBuild(articlePage(params.article));

export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<ArticlePage> {
  requirePage(articleIds.includes(params.article));
  return serverLoader();
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.title ?? "Article"} · Unclench` },
  { name: "description", content: loaderData?.summary ?? "A piece to read, with its sources." },
];

export default function Article({ loaderData: page }: Route.ComponentProps) {
  const drawsPeople = page.blocks.some(
    (block) => block.type === "figure" && block.picture?.type === "people",
  );
  return (
    <article className="piece">
      {drawsPeople ? <IconArrayDefinitions /> : null}
      <div className="intro">
        <p className="no-print">
          <Link to="/articles">Articles</Link>
        </p>
        <h1>{page.title}</h1>
        <p className="lead">{page.summary}</p>
        <p className="small soft">
          About {page.minutes} minutes to read. Checked on {dateWords(page.checked)}. Written by {page.author}
          . Reviewer: {page.reviewer}.
        </p>
      </div>
      <nav className="piece-parts no-print" aria-label="On this page">
        <details>
          <summary>On this page</summary>
          <ul>
            {page.contents.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ul>
        </details>
      </nav>
      <Blocks blocks={page.blocks} sources={page.sources} />
      <WaysOn id="read-on" heading="Where to go from here" ways={page.related}>
        <PrintButton>Print this page</PrintButton>
      </WaysOn>
      <Terms terms={page.terms} />
      <SourcesAtTheEnd sources={page.sources} />
      <About page={page} />
    </article>
  );
}
