/** Where the finished files lie, and the addresses that they answer to. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFinishedPage, type FinishedPage } from "./finishedPage.ts";

export const built = join(import.meta.dirname, "../build/client");

/** "learn/signs/index.html" answers to "/learn/signs", every other file to its own name. */
export function addressOf(file: string): string {
  const path = `/${file.replaceAll("\\", "/")}`;
  return path === "/index.html" ? "/" : path.replace(/\/index\.html$/, "");
}

/** Every file of the site as it stands now, without the compressed copies. */
export const builtFiles = (): string[] =>
  globSync("**/*", { cwd: built, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(built.length + 1))
    .filter((file) => !/\.(br|gz)$/.test(file))
    .sort();

/** Every page that was written as a file. */
export const builtPages = (): FinishedPage[] =>
  builtFiles()
    .filter((file) => /(^|[\\/])index\.html$/.test(file))
    .map((file) => readFinishedPage(addressOf(file), readFileSync(join(built, file), "utf8")));

/** The file of a page's address. */
export const fileOf = (path: string): string => join(built, path, "index.html");
