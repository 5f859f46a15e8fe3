/** What a command is. A new one is a file in `commands/` that exports a `Command`, and one line in `registry.ts`. */
import { readFileSync } from "node:fs";
import type { ParseArgsOptionsConfig } from "node:util";

/** What was typed behind the command: options by name, and the rest in order. */
export type Typed = {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
};

/** Text for standard output, or one sentence that says what is wrong and what to do (standard error, exit code 2). */
export type Outcome =
  | { readonly type: "answer"; readonly text: string }
  | { readonly type: "fault"; readonly sentence: string };

export type Command = {
  /** As it is typed: `what-works`. */
  readonly name: string;
  /** One line for `unclench --help`. */
  readonly summary: string;
  /** The whole of `unclench NAME --help`. */
  readonly help: string;
  /** Options as `node:util` parseArgs takes them; `--help` is added to all. */
  readonly options: ParseArgsOptionsConfig;
  readonly run: (typed: Typed) => Outcome | Promise<Outcome>;
};

export const answer = (text: string): Outcome => ({ type: "answer", text });
export const fault = (sentence: string): Outcome => ({ type: "fault", sentence });

/** An option that takes one text; `undefined` where it was not given. */
export const textOption = ({ values }: Typed, name: string): string | undefined => {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
};

const reasonByCode: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
  EPERM: "it may not be read",
};

/** The text of a file in UTF-8, or in UTF-16 as some Windows programs save it; a byte order mark is dropped. */
export function readText(
  path: string,
): { readonly text: string } | { readonly type: "fault"; readonly sentence: string } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return {
      type: "fault",
      sentence: `"${path}" can't be read: ${reasonByCode[code] ?? (code || "unknown reason")}.`,
    };
  }
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { type: "fault", sentence: `"${path}" is no text in UTF-8; save it as UTF-8 and try again.` };
  }
}
