/** An XML file of any size, zipped or not, as pieces of text. */
import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import { err, ok, type Result } from "../../result.ts";

export type LargeXmlError =
  | { readonly type: "EmptyFile" }
  /** more comes out of it than an honest file holds */
  | { readonly type: "Bomb" }
  | { readonly type: "BrokenZip" };

/** XML of health samples shrinks to a thirtieth or so; deflate can reach a thousandth, and only for what repeats itself. */
const MOST_FROM_ONE_BYTE = 200;
const ALWAYS_ALLOWED = 20_000_000;
const LARGEST_XML = 12_000_000_000;

/**
 * [RC-103] Takes the bytes of a file piece by piece and hands on the text of its XML. In a zip file that is every XML
 * file until one is accepted: `take` returns false where a file is not the one that is wanted. Counts what comes out, so
 * that a small file that swells without end is refused and not unpacked.
 */
export class LargeXml {
  readonly #take: (text: string) => boolean;
  #unzip: Unzip | null = null;
  #begun = false;
  #bytesIn = 0;
  #bytesOut = 0;
  #problem: LargeXmlError | null = null;
  readonly #plain = new TextDecoder();
  #refused = false;

  constructor(take: (text: string) => boolean) {
    this.#take = take;
  }

  push(piece: Uint8Array, isLast: boolean): Result<null, LargeXmlError> {
    this.#bytesIn += piece.length;
    if (!this.#begun && piece.length > 0) {
      this.#begun = true;
      if (piece[0] === 0x50 && piece[1] === 0x4b) this.#unzip = this.#newUnzip();
    }
    if (isLast && !this.#begun) return err({ type: "EmptyFile" });
    if (this.#unzip === null) {
      this.#hand(piece, this.#plain, isLast);
    } else {
      try {
        this.#unzip.push(piece, isLast);
      } catch {
        this.#problem ??= { type: "BrokenZip" };
      }
    }
    return this.#problem === null ? ok(null) : err(this.#problem);
  }

  #newUnzip(): Unzip {
    const unzip = new Unzip((file) => {
      if (/\.xml$/i.test(file.name) && !/_cda\.xml$/i.test(file.name)) this.#open(file);
    });
    unzip.register(UnzipInflate);
    return unzip;
  }

  #open(file: UnzipFile): void {
    const decoder = new TextDecoder();
    let isWanted = true;
    file.ondata = (problem, piece, isLast) => {
      if (problem) this.#problem ??= { type: "BrokenZip" };
      if (problem || !isWanted || this.#problem !== null) return;
      this.#refused = false;
      this.#hand(piece, decoder, isLast);
      if (this.#refused) {
        isWanted = false;
        file.terminate();
      }
    };
    file.start();
  }

  #hand(bytes: Uint8Array, decoder: TextDecoder, isLast: boolean): void {
    this.#bytesOut += bytes.length;
    if (
      this.#bytesOut > LARGEST_XML ||
      this.#bytesOut > ALWAYS_ALLOWED + this.#bytesIn * MOST_FROM_ONE_BYTE
    ) {
      this.#problem ??= { type: "Bomb" };
      return;
    }
    if (!this.#refused) this.#refused = !this.#take(decoder.decode(bytes, { stream: !isLast }));
  }
}
