import type { ArticlePage } from "@unclench/answers/articles";
import { dateWords } from "@unclench/answers/dates";
import { SomethingWrong } from "./SomethingWrong.tsx";

type Kept = Pick<ArticlePage, "checked" | "author" | "reviewer" | "changes" | "challenge" | "ownWords">;

/** Who wrote a page and when it was checked, what was changed, and how to say that something is wrong. */
export function About({ page }: { page: Kept }) {
  return (
    <section className="stack" aria-labelledby="about-this-page">
      <h2 id="about-this-page">About this page</h2>
      <p className="small">
        Written by {page.author}. Checked on {dateWords(page.checked)}. Reviewer: {page.reviewer}.{" "}
        {page.ownWords}
      </p>
      <details>
        <summary>What was changed</summary>
        <ul className="small">
          {page.changes.map(({ on, what }) => (
            <li key={`${on} ${what}`}>
              {dateWords(on)}: {what}
            </li>
          ))}
        </ul>
      </details>
      <SomethingWrong challenge={page.challenge} />
    </section>
  );
}
