/** Files that were named on the command line. */
import { readFileSync } from "node:fs";
import { fault, type Outcome } from "./command.ts";

type Fault = Extract<Outcome, { type: "fault" }>;

const reasonByCode: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  ERR_FS_FILE_TOO_LARGE: "it is too large",
};

/** A file as it is; what its bytes mean is for the reader of its format. */
export function readBytes(path: string): { readonly bytes: Buffer } | Fault {
  try {
    return { bytes: readFileSync(path) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return fault(`"${path}" can't be read: ${reasonByCode[code] ?? (code || "unknown reason")}.`);
  }
}

/** The text of a file in UTF-8, or in UTF-16 as some Windows programs save it; a byte order mark is dropped. */
export function readText(path: string): { readonly text: string } | Fault {
  const file = readBytes(path);
  if ("sentence" in file) return file;
  const { bytes } = file;
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return fault(`"${path}" is no text in UTF-8; save it as UTF-8 and try again.`);
  }
}
