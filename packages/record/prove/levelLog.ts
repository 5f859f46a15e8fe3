/** The log files of LevelDB, on which Chromium builds IndexedDB: is the last write in one there as a whole? */

const BLOCK = 32_768;
/** Checksum (4 bytes), length (2), type (1). */
const HEADER = 7;
const [FULL, LAST] = [1, 4];

/**
 * A log is a row of blocks, a block a row of records, and a write is one FULL record or FIRST, MIDDLE … LAST
 * (LevelDB's doc/log_format.md). Whole is a log that ends with the end of a write; one that was built upon behind a torn end
 * mostly is not either, because its records are then read from wrong places on.
 *
 * @example
 * isWhole(readFileSync("000003.log")); // false: the browser was killed in the middle of a write
 */
export function isWhole(log: Uint8Array): boolean {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  let type = FULL;
  for (let at = 0; at < log.length; ) {
    const left = BLOCK - (at % BLOCK);
    // What is left of a block and too short for a header is filled with zeros.
    if (left < HEADER) {
      at += left;
      continue;
    }
    if (at + HEADER > log.length) return false;
    type = view.getUint8(at + 6);
    at += HEADER + view.getUint16(at + 4, true);
    if (at > log.length) return false;
  }
  return type === FULL || type === LAST;
}
