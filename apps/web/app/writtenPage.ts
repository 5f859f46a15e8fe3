/** What the routes have in common whose pages are written at the build, one for each id that there is. */
import { data } from "react-router";

type Answer<Page> =
  | { readonly ok: true; readonly value: Page }
  | { readonly ok: false; readonly error: { readonly sentence: string } };

/** At the build: an address that has no page was listed by mistake, and stops it. */
export function pageAtBuild<Page>(answer: Answer<Page>): Page {
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
}

export const noSuchPage = () => data("There is no such page.", { status: 404 });

/** In the browser: an address that was never written as a page is said to be none, instead of being asked for. */
export function requirePage(isWritten: boolean): void {
  if (!isWritten) throw noSuchPage();
}
