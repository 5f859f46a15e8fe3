/** Where a mistake can be reported, and the lines to report it with. */

/**
 * The public address of the repository, such as "https://example.org/unclench". Not known yet: then nothing is linked
 * and the reader is given lines to copy. Whoever publishes Unclench sets it here and nowhere else.
 */
export const repositoryAddress: string | null = null;

/** The issue template that is opened; the file lies in `.github/ISSUE_TEMPLATE`. */
const TEMPLATE = "something-wrong.md";

export type Challenge = {
  /** opens a form in the public repository; null: its address is not known */
  readonly link: string | null;
  /** lines to copy and to fill in */
  readonly text: string;
  /** where to put them */
  readonly where: string;
};

/**
 * [AN-426] What someone can do who found something wrong on a page. Nothing is sent from here.
 *
 * @example
 * challengeOf({ path: "/articles/pump", title: "The pump", checked: "2026-11-26" }).text.split("\n")[0]
 */
export function challengeOf(
  page: { readonly path: string; readonly title: string; readonly checked: string },
  address: string | null = repositoryAddress,
): Challenge {
  const text = [
    "Something is wrong in Unclench",
    `Page: ${page.path} (${page.title}), checked on ${page.checked}`,
    "Which sentence or figure: ",
    "What is wrong: ",
    "What is right: ",
    "Where that stands (title, year, page or table, link): ",
  ].join("\n");
  const query = new URLSearchParams({ template: TEMPLATE, title: `${page.path}: `, body: text });
  return {
    link: address === null ? null : `${address.replace(/\/$/, "")}/issues/new?${query}`,
    text,
    where:
      address === null
        ? "Copy these lines, fill them in and put them into the issues of the repository that this copy of Unclench comes from, or give them to whoever you have it from. This copy does not know a public address. Nothing is sent from here."
        : "It opens a form of the public repository in this window. Please write nothing about your own health there: everybody can read it.",
  };
}
