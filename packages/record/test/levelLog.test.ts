/** The proof by killing looks into the log files of LevelDB; this is how it reads them. */
import { describe, expect, it } from "vitest";
import { isWhole } from "../prove/levelLog.ts";

const [FULL, FIRST, MIDDLE, LAST] = [1, 2, 3, 4] as const;

/** A record without a true checksum: nobody reads it here. */
function recorded(type: number, length: number): Uint8Array {
  const bytes = new Uint8Array(7 + length).fill(9);
  new DataView(bytes.buffer).setUint16(4, length, true);
  bytes[6] = type;
  return bytes;
}
const log = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
/** Fills a block of 32,768 bytes but for so many. */
const allBut = (left: number): number => 32_768 - 7 - left;

describe("a log of LevelDB", () => {
  it("[RC-75] is whole if it ends with the end of a write", () => {
    expect(isWhole(log())).toBe(true);
    expect(isWhole(log(recorded(FULL, 100), recorded(FULL, 0)))).toBe(true);
    expect(isWhole(log(recorded(FIRST, allBut(0)), recorded(MIDDLE, allBut(0)), recorded(LAST, 5)))).toBe(
      true,
    );
    // Six bytes are too few for a header: the next record is in the next block.
    expect(isWhole(log(recorded(FULL, allBut(6)), new Uint8Array(6), recorded(FULL, 3)))).toBe(true);
  });

  it("[RC-75] is torn if a record or a write ends early", () => {
    const two = log(recorded(FULL, 100), recorded(FULL, 50));
    for (const cut of [1, 20, 56]) expect(isWhole(two.slice(0, -cut)), `${cut}`).toBe(false);
    expect(isWhole(two.slice(0, -57))).toBe(true);
    expect(isWhole(log(recorded(FIRST, allBut(0)), recorded(MIDDLE, allBut(0))))).toBe(false);
  });
});
