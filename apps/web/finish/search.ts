/** After the build: everything that can be found, as one file that the search page fetches when someone begins to type. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { searchDocuments } from "@unclench/answers/search";
import { built } from "./built.ts";

writeFileSync(join(built, "search.json"), JSON.stringify(searchDocuments()));
