/** A name for a picture; the table beside it holds the whole of it. */
export const shortName = (name: string, most: number): string =>
  name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
