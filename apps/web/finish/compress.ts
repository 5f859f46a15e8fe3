/** After the build: a compressed copy beside every file that gains by it, for the server to hand out. */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { built } from "./built.ts";

for (const file of globSync("**/*.{html,js,css,svg,data,json,txt,xml}", { cwd: built })) {
  const path = join(built, file);
  const plain = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  writeFileSync(`${path}.br`, brotliCompressSync(plain, { params }));
}
