/** Reads files that a person picked, off the main thread: an export of Apple Health takes minutes. */
import type { LocalDate } from "@unclench/record";
import { readAnyBlob } from "@unclench/record/in";
import { expose } from "comlink";

/** More often than this nobody sees it move. */
const SMALLEST_STEP = 0.01;

const reader = {
  read(file: Blob, today: LocalDate, tell: (share: number) => void): ReturnType<typeof readAnyBlob> {
    let told = 0;
    const onProgress = (share: number): void => {
      if (share - told < SMALLEST_STEP) return;
      told = share;
      tell(share);
    };
    return readAnyBlob(file, { today, onProgress });
  },
};
export type FileReaderWorker = typeof reader;
expose(reader);
