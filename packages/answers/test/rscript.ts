/** Runs scripts for R where R with metafor is there, and gives back what they leave behind. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** R with metafor on this machine? Asked once. */
export const hasMetafor: boolean =
  spawnSync("Rscript", ["-e", 'quit(status = if (requireNamespace("metafor", quietly = TRUE)) 0 else 3)'], {
    stdio: "ignore",
  }).status === 0;

/**
 * Runs each script in an environment of its own and evaluates `read`, an R expression that gives numbers, in it. One
 * process for all: loading metafor takes longer than what it does here.
 */
export function numbersOf(
  scripts: readonly { readonly script: string; readonly read: string }[],
): number[][] {
  const folder = mkdtempSync(join(tmpdir(), "unclench-r-"));
  const driver = [
    "suppressMessages(library(metafor))",
    "pdf(NULL)",
    ...scripts.map(({ script, read }, place) => {
      const path = join(folder, `${place}.R`);
      writeFileSync(path, script);
      return [
        "own <- new.env()",
        `invisible(capture.output(source(${JSON.stringify(path)}, local = own)))`,
        `cat("RESULT", sprintf("%.15g", with(own, ${read})), "\\n")`,
      ].join("\n");
    }),
  ].join("\n");
  writeFileSync(join(folder, "driver.R"), driver);
  const { status, stdout, stderr } = spawnSync("Rscript", ["--vanilla", join(folder, "driver.R")], {
    encoding: "utf8",
    timeout: 120_000,
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`R: ${stderr}`);
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("RESULT"))
    .map((line) => line.split(" ").slice(1).filter(Boolean).map(Number));
}
