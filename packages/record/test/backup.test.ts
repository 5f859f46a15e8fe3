/** The backup, against the age program of the system: https://age-encryption.org. Passphrases are asked on a terminal. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  backupErrorSentence,
  isBackup,
  openBackup,
  sealBackup,
  suggestPassphrase,
} from "../src/backup/backup.ts";
import {
  createDeviceId,
  createMemoryStore,
  openRecord,
  type PersonalRecord,
  recordJson,
} from "../src/index.ts";
import { readAnyFile } from "../src/import/anyFile.ts";
import type { LocalDate } from "../src/localDate.ts";
import { value } from "./storeContract.ts";

const passphrase = "spasticity körper 4";
const fileMadeByAge = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, "files", name));
const today = "2026-01-05" as LocalDate;

let folder = "";
let record: PersonalRecord;
let sealed: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "unclench-age-"));
  record = value(
    await openRecord({
      store: createMemoryStore(),
      now: () => 1_767_600_000_000,
      device: createDeviceId(new Uint8Array([1])),
    }),
  );
  value(await record.putCheckIn({ date: today, stiffness: 0, note: "Grüße 😀" }, today));
  value(await record.write([{ table: "fromTheFuture", id: "x", set: { unheardOf: [null, 0] } }]));
  value(
    await record.removeCheckIn(
      value(await record.addCheckIn({ date: today, time: "20:00", pain: 3 }, today)),
    ),
  );
  sealed = value(await sealBackup(recordJson(record), passphrase));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command on a terminal of its own, types the lines, and gives back how it ended. */
function onTerminal(command: string, lines: readonly string[]): Promise<number | null> {
  return new Promise((ended) => {
    const terminal = spawn("script", ["-qefc", command, "/dev/null"], { cwd: folder });
    let asked = 0;
    terminal.stdout.on("data", (shown: Buffer) => {
      // The program asks once for each line; typed before it asks, the line could be dropped.
      if (/passphrase/i.test(shown.toString()) && asked < lines.length)
        terminal.stdin.write(`${lines[asked++]}\n`);
    });
    terminal.on("close", ended);
  });
}

describe("the backup", () => {
  it("[RC-73] opens with the age program of the system, and holds the whole record", async () => {
    expect(spawnSync("age", ["--version"]).status, "the program age is needed: apt-get install age").toBe(0);
    writeFileSync(join(folder, "backup.age"), sealed);
    expect(await onTerminal("age -d -o opened.json backup.age", [passphrase])).toBe(0);
    expect(readFileSync(join(folder, "opened.json"), "utf8")).toBe(recordJson(record));
    expect(await onTerminal("age -d -o wrong.json backup.age", ["another passphrase"])).not.toBe(0);
  });

  it("[RC-73] shows nothing of the record, and is another file each time", async () => {
    expect(Buffer.from(sealed).toString("latin1")).not.toContain("checkIn");
    expect(isBackup(sealed)).toBe(true);
    expect(isBackup(new TextEncoder().encode(recordJson(record)))).toBe(false);
    const again = value(await sealBackup(recordJson(record), passphrase));
    expect(Buffer.from(again).equals(Buffer.from(sealed))).toBe(false);
  });

  it("[RC-74] restores zeros, removals and what this version does not know, on an empty device", async () => {
    const read = value(readAnyFile(value(await openBackup(sealed, ` ${passphrase.normalize("NFD")}`))));
    if (read.kind !== "record") throw new Error(read.kind);
    const other = value(
      await openRecord({
        store: createMemoryStore(),
        now: () => 1_767_600_000_000,
        device: createDeviceId(new Uint8Array([2])),
      }),
    );
    value(await other.restore(read.file.operations));
    expect(recordJson(other)).toBe(recordJson(record));
    expect(other.checkIns()).toEqual(record.checkIns());
  });

  it("[RC-74] opens what the age program sealed, as bytes and as text", async () => {
    expect(isBackup(fileMadeByAge("madeByAge.age"))).toBe(true);
    // Deriving its key takes seconds; the text holds the same bytes, so that one of the two is opened.
    const read = value(
      readAnyFile(value(await openBackup(fileMadeByAge("madeByAge.armoured.age"), passphrase))),
    );
    expect(read).toMatchObject({ kind: "record", file: { operations: [{ set: { note: "Grüße" } }] } });
  });

  it("[RC-74] says whether the passphrase is wrong or the file, and what to do", async () => {
    const bent = (at: number): Uint8Array => sealed.map((byte, place) => (place === at ? byte ^ 1 : byte));
    const cases: readonly (readonly [Uint8Array, string, string])[] = [
      [sealed, "another passphrase", "WrongPassphrase"],
      [sealed, "  ", "WrongPassphrase"],
      [sealed.slice(0, -20), passphrase, "DamagedBackup"],
      [bent(sealed.length - 1), passphrase, "DamagedBackup"],
      [sealed.slice(0, 60), passphrase, "DamagedBackup"],
      [new TextEncoder().encode("age-encryption.org/v1\n-> X25519 abc\ndef\n"), passphrase, "NeedsAKey"],
      [new Uint8Array(50_000_001), passphrase, "BackupTooLarge"],
    ];
    for (const [file, typed, type] of cases) {
      const opened = await openBackup(file, typed);
      expect(opened).toMatchObject({ ok: false, error: { type } });
      if (!opened.ok) expect(backupErrorSentence(opened.error, "my.age")).toMatch(/my\.age.*: .*\.$/);
    }
    const short = await sealBackup("{}", " 123456789 ");
    expect(short).toEqual({ ok: false, error: { type: "PassphraseTooShort", least: 10 } });
  });

  it("[RC-74] a file that asks for endless work to derive its key is refused at once", async () => {
    const text = new TextDecoder("latin1").decode(sealed);
    const greedy = Uint8Array.from(text.replace(/^(-> scrypt \S+) \d+$/m, "$1 31"), (letter) =>
      letter.charCodeAt(0),
    );
    const began = performance.now();
    expect(await openBackup(greedy, passphrase)).toMatchObject({
      ok: false,
      error: { type: "DamagedBackup" },
    });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it("[RC-73] a suggested passphrase is long, easy to copy by hand, and no letter is likelier than another", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, place) => place);
    expect(suggestPassphrase(bytes)).toBe("abcd-efgh-jkmn-pqrs");
    expect(suggestPassphrase(Uint8Array.from({ length: 64 }, () => 255 - 16))).toMatch(/^(....-){3}....$/);
    expect(() => suggestPassphrase(new Uint8Array(64).fill(255))).toThrow(RangeError);
    expect(() => suggestPassphrase(new Uint8Array(3))).toThrow(RangeError);
  });
});
