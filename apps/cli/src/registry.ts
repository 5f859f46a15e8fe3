/** The commands, in the order of `unclench --help`. One line each; see `command.ts` for what a command is. */
import type { Command } from "./command.ts";
import { pool } from "./commands/pool.ts";

export const commands: readonly Command[] = [pool];
