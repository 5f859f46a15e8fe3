import type { ArticlePage, FilledBlock } from "@unclench/answers/articles";
import { Scrollable } from "../controls/Scrollable.tsx";
import { ComputedFigure } from "./ComputedFigure.tsx";
import { Inlines } from "./Inlines.tsx";

type Sources = ArticlePage["sources"];
type Table = Extract<FilledBlock, { type: "table" }>;

function TypedTable({ table, sources }: { table: Table; sources: Sources }) {
  return (
    <Scrollable label="Table">
      <table>
        <thead>
          <tr>
            {table.head.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes its columns
              <th scope="col" key={place}>
                <Inlines inlines={cell} sources={sources} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first = [], ...rest], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes its rows
            <tr key={row}>
              <th scope="row">
                <Inlines inlines={first} sources={sources} />
              </th>
              {rest.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes its columns
                <td key={place}>
                  <Inlines inlines={cell} sources={sources} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

function OneBlock({ block, sources }: { block: FilledBlock; sources: Sources }) {
  switch (block.type) {
    case "heading":
      return block.depth === 2 ? <h2 id={block.id}>{block.text}</h2> : <h3 id={block.id}>{block.text}</h3>;
    case "paragraph":
      return (
        <p>
          <Inlines inlines={block.children} sources={sources} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list of an article never changes
        <li key={place}>
          <Blocks blocks={item} sources={sources} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return <TypedTable table={block} sources={sources} />;
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.children} sources={sources} />
        </blockquote>
      );
    case "image":
      return <img src={block.source} alt={block.text} loading="lazy" />;
    case "figure":
      return <ComputedFigure figure={block} sources={sources} />;
  }
}

/** What an article says, block by block. */
export function Blocks({ blocks, sources }: { blocks: readonly FilledBlock[]; sources: Sources }) {
  return blocks.map((block, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an article never changes its order
    <OneBlock key={place} block={block} sources={sources} />
  ));
}
