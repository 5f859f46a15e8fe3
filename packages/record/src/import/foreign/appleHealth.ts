/**
 * The export of Apple Health: a zip file with one XML file of up to several gigabytes, one `<Record …/>` for each sample.
 *
 * [Note: Reading Apple Health without an XML parser] The DTD in these files was broken in several versions of iOS, so that
 * strict parsers refuse them; and a parser would build millions of objects of which a few thousand are wanted. The file is
 * read piece by piece, and only the start tags of records are looked at.
 */
import { err, ok, type Result } from "../../result.ts";
import { LargeXml, type LargeXmlError } from "./largeXml.ts";
import type { ForeignReading } from "./reading.ts";
import { RecordCollector } from "./appleRecords.ts";
import { nextTag } from "./xmlTags.ts";

export type AppleHealthError =
  | LargeXmlError
  /** a zip or XML file of something else */
  | { readonly type: "NotAppleHealth" }
  | { readonly type: "TooManyRecords"; readonly most: number }
  | { readonly type: "Cancelled" };

export type AppleHealthOptions = {
  /** called after each piece with the share of the file that is read, 0 to 1 */
  readonly onProgress?: (share: number) => void;
  /** ends the reading at the next piece */
  readonly signal?: AbortSignal;
};

/** Forty years of a record a minute. */
export const MOST_RECORDS = 20_000_000;

const LONGEST_TAG = 100_000;
/** `<HealthData` stands behind a DTD of some ten thousand characters. */
const LONGEST_HEAD = 1_000_000;

/**
 * [RC-102] Reads the zip file, or the XML file out of it. The time asleep, walking speed, six-minute walk and a few
 * symptoms are taken; all else is counted by its kind and passed over.
 */
export async function readAppleHealth(
  file: Blob,
  options: AppleHealthOptions = {},
): Promise<Result<ForeignReading, AppleHealthError>> {
  const reader = file.stream().getReader();
  const records = new RecordCollector();
  let text = "";
  let isHealthData = false;
  const xml = new LargeXml((piece) => {
    text += piece;
    if (!isHealthData) {
      isHealthData = text.includes("<HealthData");
      if (!isHealthData) return text.length < LONGEST_HEAD;
    }
    text = takeRecords(text, records);
    return true;
  });
  try {
    let read = 0;
    while (true) {
      if (options.signal?.aborted) return err({ type: "Cancelled" });
      const { done, value } = await reader.read();
      const taken = xml.push(value ?? new Uint8Array(), done);
      if (!taken.ok) return taken;
      if (records.count > MOST_RECORDS) return err({ type: "TooManyRecords", most: MOST_RECORDS });
      if (done) break;
      read += value.length;
      options.onProgress?.(file.size === 0 ? 1 : read / file.size);
    }
  } finally {
    // Lets go of the file whether it was read to its end or not.
    await reader.cancel().catch(() => {});
  }
  return isHealthData ? ok(records.reading()) : err({ type: "NotAppleHealth" });
}

/** Takes all whole records out of the text and gives back what may be the beginning of the next. */
function takeRecords(text: string, records: RecordCollector): string {
  let from = 0;
  while (true) {
    const tag = nextTag(text, "Record", from);
    if (tag === null) return text.slice(Math.max(from, text.length - "<Record".length));
    if (tag.end === -1) {
      if (text.length - tag.start < LONGEST_TAG) return text.slice(tag.start);
      from = tag.start + 1;
      continue;
    }
    records.take(text.slice(tag.start, tag.end));
    from = tag.end;
  }
}
