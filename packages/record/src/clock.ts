/**
 * A hybrid logical clock: the device's time as long as that moves forward, and one more than the last stamp when it does
 * not. Kulkarni et al., "Logical Physical Clocks" (OPODIS 2014). Time is an argument; nothing here reads a clock.
 *
 * A stamp is text and compares as text: 12 hexadecimal digits of milliseconds since 1970 (48 bits, enough until the year
 * 10889), a hyphen, 4 hexadecimal digits of counter. Two stamps of different devices may be equal; then the device id
 * decides (see merge.ts).
 */
import { err, ok, type Result } from "./result.ts";

declare const stamp: unique symbol;
declare const deviceId: unique symbol;

export type Stamp = string & { readonly [stamp]: true };
export type DeviceId = string & { readonly [deviceId]: true };

export type ClockError = { readonly type: "ClockTooFarAhead"; readonly at: Stamp; readonly now: number };

const stampShape = /^[0-9a-f]{12}-[0-9a-f]{4}$/;
const deviceShape = /^[0-9a-z]{1,64}$/;
const MOST_MILLISECONDS = 2 ** 48 - 1;
const MOST_COUNT = 2 ** 16 - 1;

/** One wrong clock must not win every later argument: a stamp further ahead than this is refused. */
export const MOST_AHEAD_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Before everything. */
export const FIRST_STAMP = "000000000000-0000" as Stamp;

export const isStamp = (value: unknown): value is Stamp =>
  typeof value === "string" && stampShape.test(value);

export const isDeviceId = (value: unknown): value is DeviceId =>
  typeof value === "string" && deviceShape.test(value);

/**
 * A device id from random bytes of the caller's. 8 bytes are plenty: a record has a handful of devices.
 * @example createDeviceId(new Uint8Array([0, 255])) // "00ff"
 */
export function createDeviceId(random: Uint8Array): DeviceId {
  const id = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!isDeviceId(id)) throw new RangeError("a device id needs 1 to 32 random bytes");
  return id;
}

export const millisecondsOf = (at: Stamp): number => Number.parseInt(at.slice(0, 12), 16);

/**
 * [RC-3] The next stamp: later than `last`, and at `now` if that is later still. A clock that was set back, stands still
 * or runs wild never makes a write fail.
 * @example tick("000000000005-0000" as Stamp, 4) // "000000000005-0001"
 * @example tick("000000000005-0001" as Stamp, 6) // "000000000006-0000"
 */
export function tick(last: Stamp, now: number): Stamp {
  const then = millisecondsOf(last);
  const time = Number.isFinite(now) ? Math.min(Math.max(0, Math.floor(now)), MOST_MILLISECONDS) : 0;
  if (time > then) return written(time, 0);
  const count = Number.parseInt(last.slice(13), 16) + 1;
  if (count <= MOST_COUNT) return written(then, count);
  if (then >= MOST_MILLISECONDS) throw new RangeError("the clock has no later stamp");
  return written(then + 1, 0);
}

/** [RC-4] The clock after seeing a stamp from elsewhere: never behind it. One more than 24 h ahead is refused. */
export function witness(last: Stamp, seen: Stamp, now: number): Result<Stamp, ClockError> {
  if (millisecondsOf(seen) > now + MOST_AHEAD_MILLISECONDS) {
    return err({ type: "ClockTooFarAhead", at: seen, now });
  }
  return ok(seen > last ? seen : last);
}

function written(milliseconds: number, count: number): Stamp {
  return `${milliseconds.toString(16).padStart(12, "0")}-${count.toString(16).padStart(4, "0")}` as Stamp;
}
