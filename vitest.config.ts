import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Left to itself it uses one core less than there are.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/test/**/*.test.ts", "apps/cli/test/**/*.test.ts", "tests/**/*.test.ts"],
          environment: "node",
          setupFiles: ["tests/fixedSeed.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["apps/web/test/**/*.test.ts"],
          environment: "node",
          testTimeout: 300_000,
          // A slow machine is no fault of the page.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
