/** A file of any size that a person picked; only what has to be is held in memory as a whole. */
import { err, ok, type Result } from "../result.ts";
import { type AnyFile, type AnyFileError, readAnyFile } from "./anyFile.ts";
import type { DiaryCsvOptions } from "./diaryCsv.ts";
import { LARGEST_FILE } from "./fileText.ts";
import { type AppleHealthError, type AppleHealthOptions, readAppleHealth } from "./foreign/appleHealth.ts";

/**
 * [RC-105] Zip and XML files are read piece by piece as exports of Apple Health, everything else as `readAnyFile` does.
 * What is too large is refused before it is read.
 */
export async function readAnyBlob(
  file: Blob,
  options: DiaryCsvOptions & AppleHealthOptions = {},
): Promise<Result<AnyFile, AnyFileError | AppleHealthError>> {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  if (isZip(head) || isXml(head)) {
    const read = await readAppleHealth(file, options);
    return read.ok ? ok({ kind: "foreign", reading: read.value }) : read;
  }
  if (file.size > LARGEST_FILE) return err({ type: "FileTooLarge", bytes: file.size, most: LARGEST_FILE });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (options.signal?.aborted) return err({ type: "Cancelled" });
  return readAnyFile(bytes, options);
}

const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

const isXml = (head: Uint8Array): boolean =>
  /^\uFEFF?\s*<(?:\?xml|!DOCTYPE|HealthData)/.test(new TextDecoder().decode(head));
