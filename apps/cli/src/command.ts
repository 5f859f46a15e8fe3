/** What a command is. A new one is a file in `commands/` that exports a `Command`, and one entry in `registry.ts`. */
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

/** A command in the list of all. It is loaded when it is called: each brings an engine and its data. */
export type ListedCommand = {
  /** As it is typed: `what-works`. */
  readonly name: string;
  /** One line for `unclench --help`. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
};

export type Command = {
  /** The whole of `unclench NAME --help`. */
  readonly help: string;
  /** Options as `node:util` parseArgs takes them; `--help` is added to all. */
  readonly options: ParseArgsOptionsConfig;
  readonly run: (typed: Typed) => Outcome | Promise<Outcome>;
};

export const answer = (text: string): Outcome => ({ type: "answer", text });
export const fault = (sentence: string): Extract<Outcome, { type: "fault" }> => ({ type: "fault", sentence });

/** An option that takes one text; `undefined` where it was not given. */
export const textOption = ({ values }: Typed, name: string): string | undefined => {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
};
