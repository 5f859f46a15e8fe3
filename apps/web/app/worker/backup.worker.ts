/** Seals and opens backups off the main thread: deriving a key from a passphrase takes its time by design. */
import { openBackup, sealBackup } from "@unclench/record";
import { expose } from "comlink";

const engine = { sealBackup, openBackup };
export type BackupEngine = typeof engine;
expose(engine);
