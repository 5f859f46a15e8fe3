import { defineConfig } from "vitest/config";

/**
 * No module of ours keeps anything from one test to the next, so that files may share them: to read the engines and the facts
 * anew for each of 190 files was a quarter of the work.
 */
const isolate = false;

export default defineConfig({
  test: {
    // One more than the two cores that it is meant for: a browser test waits as often as it works, for a page, a hand that
    // aims anew, a clock. Left to itself it would use one core less than there are.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/test/**/*.test.ts", "apps/cli/test/**/*.test.ts", "tests/**/*.test.ts"],
          environment: "node",
          isolate,
          setupFiles: ["tests/fixedSeed.ts"],
          // Whether something is quick is measured where it matters; this only ends what hangs.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["apps/web/test/**/*.test.ts"],
          environment: "node",
          isolate,
          testTimeout: 300_000,
          // A slow machine is no fault of the page.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
