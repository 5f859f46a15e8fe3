/** `unclench COMMAND …`: finds the command, reads its options, prints its answer. Exit code 0, or 2 for a fault of what was typed. */
import { parseArgs } from "node:util";
import type { ListedCommand, Outcome } from "./command.ts";
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
  if (name === "--help" || name === "-h" || name === "help") return { type: "answer", text: help() };
  if (name === undefined)
    return { type: "fault", sentence: `A command is missing; there is: ${names()} (unclench --help).` };
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const kind = name.startsWith("-") ? "option before the command" : "command";
    return {
      type: "fault",
      sentence: `There is no ${kind} "${name}"; there is: ${names()} (unclench --help).`,
    };
  }
  return runCommand(command, rest);
}

async function runCommand(listed: ListedCommand, args: readonly string[]): Promise<Outcome> {
  const command = await listed.load();
  // Asked for help, whatever else is wrong.
  if (args.includes("--help") || args.includes("-h")) return { type: "answer", text: command.help };
  let typed: ReturnType<typeof parseArgs>;
  try {
    typed = parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    // parseArgs says what is wrong in its first sentence and goes on about syntax in the others.
    const [first = ""] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/);
    return { type: "fault", sentence: `${first.replace(/\.$/, "")} (unclench ${listed.name} --help).` };
  }
  return command.run({ values: typed.values, positionals: typed.positionals });
}

/** Runs the command line and sets the exit code. Never throws; a bug ends with code 1 and one sentence. */
export async function run(args: readonly string[]): Promise<void> {
  // The reader of a pipe may close it early (`| head`), which is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exitCode = error.code === "EPIPE" ? 0 : 1;
  });
  try {
    const outcome = await answerTo(args);
    if (outcome.type === "answer") process.stdout.write(`${outcome.text}\n`);
    else {
      process.stderr.write(`${oneLine(outcome.sentence)}\n`);
      process.exitCode = 2;
    }
  } catch (error) {
    process.stderr.write(
      `unclench has a bug here, please report it: ${error instanceof Error ? error.message : error}\n`,
    );
    process.exitCode = 1;
  }
}
