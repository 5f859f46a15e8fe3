/** What the finish step and its checks want to know of a page, read from its HTML by a parser. */
import { DomUtils, parseDocument } from "htmlparser2";

type Element = ReturnType<typeof DomUtils.findAll>[number];

export type FinishedPage = {
  /** "/learn/signs" */
  readonly path: string;
  readonly html: string;
  /** null: the page has none */
  readonly title: string | null;
  readonly description: string | null;
  /** the text of each first-level heading */
  readonly headings: readonly string[];
  /** every id, in the order of the page, doubles included */
  readonly ids: readonly string[];
  readonly links: readonly { readonly href: string; readonly name: string }[];
  /** addresses of pictures, styles and scripts that the page fetches */
  readonly fetched: readonly string[];
  /** pictures that say nothing to who does not see them, as the beginning of their tag */
  readonly wordless: readonly string[];
};

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

const isElement = (node: object | null): node is Element => node !== null && "attribs" in node;

/** An element and everything around it, from the inside out. */
function* outwards(element: Element): Generator<Element> {
  for (let at: object | null = element; isElement(at); at = at.parent) yield at;
}

const isHidden = (element: Element): boolean =>
  [...outwards(element)].some(({ attribs }) => attribs["aria-hidden"] === "true" || "hidden" in attribs);

/** The words of the elements that `aria-labelledby` names. */
const labelledBy = (element: Element, byId: ReadonlyMap<string, Element>): string =>
  (element.attribs["aria-labelledby"] ?? "")
    .split(/\s+/)
    .flatMap((id) => byId.get(id) ?? [])
    .map((label) => DomUtils.textContent(label))
    .join(" ");

/** What a screen reader says for a link: its label, else its words and the words of its pictures. */
function nameOf(element: Element, byId: ReadonlyMap<string, Element>): string {
  const label = element.attribs["aria-label"] ?? labelledBy(element, byId);
  if (squeezed(label) !== "") return squeezed(label);
  const pictures = DomUtils.findAll(({ name }) => name === "img", [element]).map(
    ({ attribs }) => attribs.alt ?? "",
  );
  const words = DomUtils.findAll((inner) => inner.attribs["aria-hidden"] === "true", element.children).reduce(
    (text, hidden) => text.replace(DomUtils.textContent(hidden), ""),
    DomUtils.textContent(element),
  );
  return squeezed([words, ...pictures].join(" "));
}

/** An image without `alt`, or a drawing that is neither hidden from screen readers nor named. */
function isWordless(element: Element, byId: ReadonlyMap<string, Element>): boolean {
  if (element.name === "img") return element.attribs.alt === undefined && !isHidden(element);
  const inside = [...outwards(element)].slice(1);
  if (isHidden(element) || inside.some(({ name }) => name === "svg")) return false;
  // A drawing inside something that is named as one picture, or inside a named link or button, needs no words of its own.
  if (inside.some(({ attribs }) => attribs.role === "img" && attribs["aria-label"])) return false;
  const title = element.children.find((child) => isElement(child) && child.name === "title");
  const words = [
    element.attribs["aria-label"] ?? "",
    labelledBy(element, byId),
    title === undefined ? "" : DomUtils.textContent(title),
  ];
  return squeezed(words.join(" ")) === "";
}

/**
 * Reads one finished page.
 *
 * @example
 * readFinishedPage("/", "<title>Start</title><h1>Hello</h1>").headings // ["Hello"]
 */
export function readFinishedPage(path: string, html: string): FinishedPage {
  const document = parseDocument(html);
  const all = DomUtils.findAll(() => true, document.children);
  const named = (name: string): Element[] => all.filter((element) => element.name === name);
  const withId = all.filter(({ attribs }) => attribs.id !== undefined);
  const byId = new Map(withId.map((element) => [element.attribs.id ?? "", element]));
  // Drawings have titles too.
  const title = named("title").find(({ parent }) => !(isElement(parent) && parent.name === "svg"));
  const description = named("meta").find(({ attribs }) => attribs.name === "description")?.attribs.content;
  return {
    path,
    html,
    title: title === undefined ? null : squeezed(DomUtils.textContent(title)) || null,
    description: squeezed(description ?? "") || null,
    headings: named("h1").map((heading) => squeezed(DomUtils.textContent(heading))),
    ids: withId.map(({ attribs }) => attribs.id ?? ""),
    links: named("a")
      .filter(({ attribs }) => attribs.href !== undefined)
      .map((link) => ({ href: link.attribs.href ?? "", name: nameOf(link, byId) })),
    fetched: [
      ...named("img").map(({ attribs }) => attribs.src ?? ""),
      ...named("script").map(({ attribs }) => attribs.src ?? ""),
      ...named("link")
        .filter(({ attribs }) => /\b(stylesheet|icon|manifest|alternate|preload)\b/.test(attribs.rel ?? ""))
        .map(({ attribs }) => attribs.href ?? ""),
    ].filter((address) => address !== "" && !address.startsWith("data:")),
    wordless: [...named("img"), ...named("svg")]
      .filter((element) => isWordless(element, byId))
      .map((element) => `<${element.name} class="${element.attribs.class ?? ""}">`),
  };
}
