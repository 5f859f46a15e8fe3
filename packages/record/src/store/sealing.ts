/**
 * Sealing on the device: AES-256-GCM by the platform, with one key per device that scripts can use and never read.
 *
 * [Note: What sealing is for] A copy of the browser's files without the browser's own key storage, and a part of the
 * storage that was changed or moved: neither can be read or passes unseen. It is no lock against someone who can use this
 * browser; `docs/threat-model.md` says so.
 */

/** What stands for `to - from` operations: the place they have in the log is sealed in with them. */
export type SealedBatch = {
  /** head before the batch */
  readonly from: number;
  /** head after it */
  readonly to: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly zipped: boolean;
  readonly bytes: ArrayBuffer;
};

const ALGORITHM = "AES-GCM";
/** 96 bits, drawn for each batch: NIST SP 800-38D, 8.2.2. */
const IV_BYTES = 12;

export const createDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ["encrypt", "decrypt"]);

/** Seals JSON text. Small texts are not worth the time that zipping takes. */
export async function seal(
  key: CryptoKey,
  json: string,
  place: Pick<SealedBatch, "from" | "to" | "zipped">,
): Promise<SealedBatch> {
  const plain = new TextEncoder().encode(json);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const bytes = await crypto.subtle.encrypt(
    { name: ALGORITHM, iv, additionalData: boundTo(place) },
    key,
    place.zipped ? await through(new CompressionStream("gzip"), plain) : plain,
  );
  return { ...place, iv, bytes };
}

/** The operations of the batch, or null if it was changed, moved or sealed with another key. */
export async function unseal(key: CryptoKey, batch: SealedBatch): Promise<readonly unknown[] | null> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: ALGORITHM, iv: batch.iv, additionalData: boundTo(batch) },
      key,
      batch.bytes,
    );
    const text = batch.zipped ? await through(new DecompressionStream("gzip"), plain) : plain;
    const operations: unknown = JSON.parse(new TextDecoder().decode(text));
    return Array.isArray(operations) && operations.length === batch.to - batch.from ? operations : null;
  } catch {
    return null;
  }
}

/** A batch that was put in another's place does not open. */
const boundTo = ({ from, to, zipped }: Pick<SealedBatch, "from" | "to" | "zipped">) =>
  new TextEncoder().encode(`unclench record|${from}|${to}|${zipped ? "gzip" : "plain"}`);

const through = (
  stream: CompressionStream | DecompressionStream,
  bytes: BufferSource,
): Promise<ArrayBuffer> => {
  const writer = stream.writable.getWriter();
  // A failure shows on the side that is read.
  void writer.write(bytes).catch(() => {});
  void writer.close().catch(() => {});
  return new Response(stream.readable).arrayBuffer();
};
