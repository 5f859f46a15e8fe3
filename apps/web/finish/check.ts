/** Stops the build, with a sentence for each fault, where a finished page has one. */
import { addressOf, builtFiles, builtPages } from "./built.ts";
import { faultsOf } from "./faults.ts";

const faults = faultsOf(builtPages(), new Set(builtFiles().map(addressOf)));
if (faults.length > 0) {
  console.error(
    `The pages were written, but they have faults:\n${faults.map((fault) => `  ${fault}`).join("\n")}`,
  );
  process.exit(1);
}
