/** Prints how long the first check takes, in milliseconds, with the code already read. */
import { check, nobody } from "../src/index.ts";

const began = performance.now();
check({ ...nobody, medicines: [{ text: "Zanaflex 4 mg", status: "current" }] });
console.log(performance.now() - began);
