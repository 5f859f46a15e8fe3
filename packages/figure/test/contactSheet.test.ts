import { readFileSync } from "node:fs";
import { join } from "node:path";
import { routines } from "@unclench/knowledge/routines";
import { expect, it } from "vitest";
import { contactSheetSvg } from "../scripts/contactSheet.ts";

it("[FG-20] the picture in docs shows every routine as it is drawn now", () => {
  const kept = readFileSync(join(import.meta.dirname, "../../../docs/pictures/routines.svg"), "utf8");
  expect(kept === contactSheetSvg(), "run: node packages/figure/scripts/contactSheet.ts").toBe(true);
  for (const { name } of routines) expect(kept).toContain(name.split(" ")[0] ?? name);
  expect(kept.length).toBeLessThan(300_000);
});
