/** Where the site will stand. Nobody knows at the build unless they say so, and no address is made up. */

/**
 * The public address from UNCLENCH_ADDRESS; null where none was given. What needs one (canonical links, the site map,
 * pictures for sharing) is then left out.
 *
 * @throws with a sentence, where what was given is no address that a site can stand at
 * @example
 * publicAddress("https://unclench.example/") // "https://unclench.example"
 * publicAddress(undefined) // null
 */
export function publicAddress(given: string | undefined): string | null {
  if (given === undefined || given.trim() === "") return null;
  const wrong = (why: string) =>
    new Error(
      `UNCLENCH_ADDRESS is "${given}": ${why}. Give it like https://unclench.example, or leave it out.`,
    );
  if (!URL.canParse(given)) throw wrong("this is no address");
  const url = new URL(given);
  if (!["https:", "http:"].includes(url.protocol)) throw wrong("it has to begin with https://");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "")
    throw wrong("the pages can only stand at the top of an address, not in a folder of it");
  return url.origin;
}
