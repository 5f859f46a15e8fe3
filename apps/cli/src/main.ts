/** `unclench COMMAND …`: finds the command, reads its options, prints its answer. Exit code 0, or 2 for a fault of what was typed. */
import { parseArgs } from "node:util";
import { answer, type Command, fault, type ListedCommand, type Outcome, type Typed } from "./command.ts";
import { oneLine } from "./lines.ts";
import { commands } from "./registry.ts";

function help(): string {
  const widest = Math.max(...commands.map((command) => command.name.length));
  return [
    "unclench COMMAND [options]",
    "",
    ...commands.map((command) => `  ${command.name.padEnd(widest + 2)}${command.summary}`),
    "",
    "unclench COMMAND --help says more about one of them.",
  ].join("\n");
}

const names = (): string => commands.map((command) => command.name).join(", ");

async function answerTo(args: readonly string[]): Promise<Outcome> {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") return answer(help());
  if (name === undefined) return fault(`A command is missing; there is: ${names()} (unclench --help).`);
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const kind = name.startsWith("-") ? "option before the command" : "command";
    return fault(`There is no ${kind} "${name}"; there is: ${names()} (unclench --help).`);
  }
  return runCommand(command, rest);
}

async function runCommand(listed: ListedCommand, args: readonly string[]): Promise<Outcome> {
  const command = await listed.load();
  // Asked for help, whatever else is wrong.
  if (args.includes("--help") || args.includes("-h")) return answer(command.help);
  const typed = parsed(command.options, args);
  if ("problem" in typed) return fault(`${typed.problem} (unclench ${listed.name} --help).`);
  return command.run({ values: typed.values, positionals: typed.positionals });
}

function parsed(options: Command["options"], args: readonly string[]): Typed | { readonly problem: string } {
  try {
    const config = { args: [...args], options, allowPositionals: true, strict: true, tokens: true } as const;
    const { values, positionals, tokens } = parseArgs(config);
    // parseArgs lets the last one win; a second file of treatments must not push out the first unseen.
    const given = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
    const twice = given.find((name, place) => given.indexOf(name) !== place);
    return twice === undefined ? { values, positionals } : { problem: `--${twice} can be given only once` };
  } catch (error) {
    // parseArgs says what is wrong in its first sentence and goes on about syntax in the others.
    const [first = ""] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/);
    return { problem: first.replace(/\.$/, "") };
  }
}

/** What a run prints, and its exit code. */
export type Ran = { readonly code: 0 | 1 | 2; readonly out: string; readonly err: string };

/** Runs the command line without printing. Never throws; a bug ends with code 1 and one sentence. */
export async function ranWith(args: readonly string[]): Promise<Ran> {
  try {
    const outcome = await answerTo(args);
    return outcome.type === "answer"
      ? { code: 0, out: `${outcome.text}\n`, err: "" }
      : { code: 2, out: "", err: `${oneLine(outcome.sentence)}\n` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    return { code: 1, out: "", err: `unclench has a bug here, please report it: ${reason}\n` };
  }
}

/** Runs the command line, prints, and sets the exit code. */
export async function run(args: readonly string[]): Promise<void> {
  // The reader of a pipe may close it early (`| head`), which is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exitCode = error.code === "EPIPE" ? 0 : 1;
  });
  const { code, out, err } = await ranWith(args);
  if (out !== "") process.stdout.write(out);
  if (err !== "") process.stderr.write(err);
  if (code !== 0) process.exitCode = code;
}
