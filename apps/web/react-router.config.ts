import type { Config } from "@react-router/dev/config";
import { conditions, patterns } from "@unclench/knowledge";

export default {
  ssr: false,
  /** Every page that anyone may read is written as a file, so that it can be read without JavaScript. */
  prerender: [
    "/",
    "/what-works",
    ...conditions.flatMap((condition) =>
      patterns.map((pattern) => `/what-works/${condition.id}/${pattern.id}`),
    ),
    // later
  ],
} satisfies Config;
