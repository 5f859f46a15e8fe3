/** From the bytes of a file to its text, or the reason why it is none. */
import { err, ok, type Result } from "../result.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export type FileTextError =
  | { readonly type: "EmptyFile" }
  | { readonly type: "FileTooLarge"; readonly bytes: number; readonly most: number }
  | { readonly type: "NotText"; readonly looksLike: "workbook" | "pdf" | "picture" | "unknown" };

export type FileText = { readonly text: string; readonly encoding: TextEncoding };

/** Ten years of long notes are below 10 MB; a phone still reads 50 MB. */
export const LARGEST_FILE = 50_000_000;

/**
 * [RC-20] Reads bytes or text. UTF-8 and UTF-16 are recognised; bytes that are not UTF-8 are read as Windows-1252, which
 * is what older spreadsheets write, and the reading says so. Anything with NUL characters in it is no text.
 */
export function readFileText(file: string | Uint8Array): Result<FileText, FileTextError> {
  if (file.length > LARGEST_FILE)
    return err({ type: "FileTooLarge", bytes: file.length, most: LARGEST_FILE });
  if (file.length === 0) return err({ type: "EmptyFile" });
  const decoded = typeof file === "string" ? { text: file, encoding: "utf-8" as const } : decode(file);
  if (decoded === null) return err({ type: "NotText", looksLike: kindOfBinary(file as Uint8Array) });
  const text = decoded.text.replace(/^\uFEFF/, "");
  if (text.includes("\0")) {
    return err({
      type: "NotText",
      looksLike: typeof file === "string" ? kindOfText(text) : kindOfBinary(file),
    });
  }
  if (text.trim() === "") return err({ type: "EmptyFile" });
  return ok({ text, encoding: decoded.encoding });
}

function decode(bytes: Uint8Array): FileText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs("utf-16be", bytes);
  if (kindOfBinary(bytes) !== "unknown") return null;
  return decodeAs("utf-8", bytes) ?? decodeAs("windows-1252", bytes);
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): FileText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

type Binary = Extract<FileTextError, { type: "NotText" }>["looksLike"];

/** The first bytes of what people most often pick by mistake: .xlsx and .ods are ZIP files, .xls is a compound file. */
function kindOfBinary(bytes: Uint8Array): Binary {
  const starts = (...head: number[]): boolean => head.every((byte, place) => bytes[place] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) return "workbook";
  if (starts(0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff)) return "picture";
  return "unknown";
}

function kindOfText(text: string): Binary {
  return text.startsWith("PK\u0003\u0004") ? "workbook" : text.startsWith("%PDF") ? "pdf" : "unknown";
}
