/**
 * The backup: everything that the record holds, as the JSON file of `recordJson`, sealed with a passphrase as an age file
 * (age-encryption.org/v1, scrypt). The `age` program opens it without us; see docs/formats.md.
 *
 * The library is loaded only when a backup is made or opened. Deriving the key takes a second or more by design and does
 * not yield: call from a worker.
 */
import { LARGEST_FILE } from "../import/fileText.ts";
import { err, ok, type Result } from "../result.ts";

export type BackupError =
  /** too few characters to keep anyone out */
  | { readonly type: "PassphraseTooShort"; readonly least: number }
  | { readonly type: "WrongPassphrase" }
  /** an age file that is meant for the holder of a key, not for a passphrase */
  | { readonly type: "NeedsAKey" }
  | { readonly type: "DamagedBackup" }
  | { readonly type: "BackupTooLarge"; readonly bytes: number; readonly most: number }
  /** deriving the key needs 128 MB for a moment */
  | { readonly type: "NotEnoughMemory" };

/** Below this, guessing costs a thief little, whatever the key derivation. */
export const SHORTEST_PASSPHRASE = 10;

/**
 * scrypt with N = 2^17, r = 8: the least that OWASP's Password Storage Cheat Sheet asks for. The library's own choice, one
 * more, takes twice the time and 256 MB, which a phone does not always have.
 */
const WORK_FACTOR = 17;

const BINARY_START = "age-encryption.org/v1\n";
const ARMOUR_START = "-----BEGIN AGE ENCRYPTED FILE-----";

/** Is this an age file, binary or as text? */
export function isBackup(bytes: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, ARMOUR_START.length));
  return start.startsWith(BINARY_START) || start === ARMOUR_START;
}

/** As it is typed everywhere: composed characters, no blanks around it. */
const tidyPassphrase = (passphrase: string): string => passphrase.normalize("NFC").trim();

/**
 * [RC-73] Seals the text of a record file.
 * @example await sealBackup(recordJson(record), "four plain words here")
 */
export async function sealBackup(
  json: string,
  passphrase: string,
): Promise<Result<Uint8Array<ArrayBuffer>, BackupError>> {
  const tidy = tidyPassphrase(passphrase);
  if ([...tidy].length < SHORTEST_PASSPHRASE) {
    return err({ type: "PassphraseTooShort", least: SHORTEST_PASSPHRASE });
  }
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.setPassphrase(tidy);
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  try {
    return ok(new Uint8Array(await encrypter.encrypt(json)));
  } catch (failure) {
    if (failure instanceof RangeError) return err({ type: "NotEnoughMemory" });
    throw failure;
  }
}

/** [RC-74] The bytes inside of a backup, for `readAnyFile`. Says what is wrong: the passphrase, or the file. */
export async function openBackup(
  file: Uint8Array,
  passphrase: string,
): Promise<Result<Uint8Array<ArrayBuffer>, BackupError>> {
  if (file.length > LARGEST_FILE)
    return err({ type: "BackupTooLarge", bytes: file.length, most: LARGEST_FILE });
  const { armor, Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  const tidy = tidyPassphrase(passphrase);
  if (tidy === "") return err({ type: "WrongPassphrase" });
  decrypter.addPassphrase(tidy);
  try {
    const isArmoured = new TextDecoder("latin1").decode(file.subarray(0, 5)) === "-----";
    const binary = isArmoured ? armor.decode(new TextDecoder().decode(file)) : file;
    if (!hasPassphrase(binary)) return err({ type: "NeedsAKey" });
    return ok(new Uint8Array(await decrypter.decrypt(binary)));
  } catch (failure) {
    if (failure instanceof RangeError) return err({ type: "NotEnoughMemory" });
    // The library has no other sign of it; if its words ever change, the tests of RC-74 say so.
    const isWrong = failure instanceof Error && failure.message.startsWith("no identity matched");
    return err({ type: isWrong ? "WrongPassphrase" : "DamagedBackup" });
  }
}

/** A passphrase makes one line of the header, "-> scrypt …"; a header for keys has others. Broken ones are read on. */
function hasPassphrase(binary: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(binary.subarray(0, 200));
  const [, recipient = ""] = start.split("\n");
  return !recipient.startsWith("-> ") || recipient.startsWith("-> scrypt ");
}

/** Why a backup was not made or not opened, and what to do. */
export function backupErrorSentence(error: BackupError, name = "The backup"): string {
  switch (error.type) {
    case "PassphraseTooShort":
      return `The passphrase is too short to keep others out: use at least ${error.least} characters, such as four words.`;
    case "WrongPassphrase":
      return `This passphrase does not open ${name}: check each letter, then try again.`;
    case "NeedsAKey":
      return `${name} was sealed for a key, not with a passphrase: open it with the program that made it.`;
    case "DamagedBackup":
      return `${name} is damaged or was cut off: choose another copy of it.`;
    case "BackupTooLarge":
      return `${name} has ${error.bytes} bytes and at most ${error.most} can be read: choose the file that was saved from here.`;
    case "NotEnoughMemory":
      return "This device has too little memory free for the passphrase: close other programs, then try again.";
    default:
      return error satisfies never;
  }
}

/** Letters and digits that cannot be taken for one another when written by hand: no i, l, o, u, 0, 1. */
const LETTERS = "abcdefghjkmnpqrstvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/**
 * A passphrase that nobody can guess: four groups of four letters, 16 × log2(30) = 78 bits. Drawn from bytes of the
 * caller's, of which those that would favour some letters are passed over: give at least 64.
 * @example suggestPassphrase(Uint8Array.from({ length: 64 }, (_, place) => place)) // "abcd-efgh-jkmn-pqrs"
 */
export function suggestPassphrase(random: Uint8Array): string {
  const fair = [...random].filter((byte) => byte < Math.floor(256 / LETTERS.length) * LETTERS.length);
  const letters = fair.slice(0, GROUPS * GROUP_LENGTH).map((byte) => LETTERS[byte % LETTERS.length]);
  if (letters.length < GROUPS * GROUP_LENGTH) throw new RangeError("a passphrase needs more random bytes");
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(""),
  ).join("-");
}
