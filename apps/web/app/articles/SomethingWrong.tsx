import type { Challenge } from "@unclench/answers/repository";

/** How to say that something on a page is wrong: a form where the repository is known, lines to copy where it is not. */
export function SomethingWrong({ challenge: { link, text, where } }: { challenge: Challenge }) {
  return (
    <details className="no-print">
      <summary>Something wrong here?</summary>
      <p className="small">{where}</p>
      {link === null ? (
        <pre className="small wrong-lines">{text}</pre>
      ) : (
        <p>
          <a className="button" href={link} rel="noreferrer">
            Say what is wrong
          </a>
        </p>
      )}
    </details>
  );
}
