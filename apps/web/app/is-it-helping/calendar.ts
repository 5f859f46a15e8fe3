/** The plan of a fair test as an iCalendar file (RFC 5545). Loaded when it is asked for. */
import type { TestBlock } from "@unclench/answers/fair-test-day";
import { addDays } from "@unclench/record";
import ical, { ICalAlarmRelatesTo, ICalAlarmType } from "ical-generator";

/** An event of whole days has no time of day; the library reads its day off the UTC hands of a date. */
const day = (date: string): Date => {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, dayOfMonth));
};

const NINE_HOURS = 9 * 60 * 60;

/** One event of whole days per block, with a reminder on its first morning. */
export function fairTestCalendar(treatment: string, blocks: readonly TestBlock[]): string {
  const calendar = ical({ name: `Fair test: ${treatment}`, prodId: "//Unclench//Fair test//EN" });
  for (const [place, block] of blocks.entries()) {
    const event = calendar.createEvent({
      // The same plan brought in twice is there once.
      id: `unclench-fair-test-${block.from}-${place}`,
      start: day(block.from),
      // The end of an event of whole days is the day after its last.
      end: day(addDays(block.to, 1)),
      allDay: true,
      summary: `${block.on ? "With" : "Without"} ${treatment}`,
      description: `Block ${place + 1} of ${blocks.length}. Check in every day, whatever you did.`,
    });
    // Negative is after. Set by its own call: the library counts an alarm that is made with `relatesTo` from the end.
    event
      .createAlarm({ type: ICalAlarmType.display, trigger: -NINE_HOURS })
      .relatesTo(ICalAlarmRelatesTo.start);
  }
  return calendar.toString();
}
