export { searchDocuments } from "./documents.ts";
export { find, type Index, indexOf } from "./find.ts";
export { type Found, type Hit, type Kind, kindNames, kinds, type SearchDocument } from "./types.ts";
