import type { TestBlock } from "@unclench/answers/fair-test-day";
import { Press } from "../controls/Press.tsx";
import { Scrollable } from "../controls/Scrollable.tsx";
import { download } from "../controls/download.ts";
import { dateWords } from "@unclench/answers/dates";

type BlocksProps = { treatment: string; blocks: readonly TestBlock[]; today: number | null };

/** The drawn blocks as a table. */
export function Blocks({ treatment, blocks, today }: BlocksProps) {
  return (
    <Scrollable label={`The blocks of the fair test of ${treatment}`}>
      <table>
        <caption>The blocks, in the order that was drawn</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">{treatment}</th>
          </tr>
        </thead>
        <tbody>
          {blocks.map((block, place) => (
            <tr key={block.from} aria-current={place === today ? "date" : undefined}>
              <th scope="row">{dateWords(block.from)}</th>
              <td>{dateWords(block.to)}</td>
              <td>
                <strong>{block.on ? "with" : "without"}</strong>
                {place === today ? " (now)" : ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

/** The same for the calendar of the phone. */
export function CalendarButton({ treatment, blocks }: Omit<BlocksProps, "today">) {
  const save = async (): Promise<void> => {
    const { fairTestCalendar } = await import("./calendar.ts");
    download("fair-test.ics", "text/calendar", fairTestCalendar(treatment, blocks));
  };
  return <Press onPress={() => void save()}>Save for my calendar</Press>;
}
