/** Times of the day as people write several in one line: "8:00, 20:30" or "8am 2pm". */
import { timeCell } from "../import/cells.ts";
import { err, ok, type Result } from "../result.ts";

/**
 * [RC-106] The times in order, each once; an empty line is none.
 * @example timesOfDay("20:30, 8am") // { ok: true, value: ["08:00", "20:30"] }
 * @example timesOfDay("8 and 9") // { ok: false, error: { type: "NotATime", text: "8" } }
 */
export function timesOfDay(
  text: string,
): Result<string[], { readonly type: "NotATime"; readonly text: string }> {
  const times = new Set<string>();
  for (const part of text.split(/[,;\s]+/).filter((piece) => piece !== "")) {
    const hour = /^\d{1,2}[ap]m$/i.test(part) ? `${part.slice(0, -2)}:00${part.slice(-2)}` : part;
    const time = timeCell(hour.replace(".", ":"));
    if (!time.ok || time.value === null) return err({ type: "NotATime", text: part.slice(0, 40) });
    times.add(time.value);
  }
  return ok([...times].sort());
}
