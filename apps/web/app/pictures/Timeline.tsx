import { useState } from "react";
import { Press } from "../controls/Press.tsx";
import { TimelineChart, type TimelineChartProps } from "./TimelineChart.tsx";

const ranges = [
  { id: "84", label: "12 weeks", days: 84 },
  { id: "365", label: "1 year", days: 365 },
  { id: "all", label: "Everything", days: Number.POSITIVE_INFINITY },
] as const;

/** The timeline of a long diary begins with its last weeks. */
export function Timeline({ days, ...rest }: TimelineChartProps) {
  const [range, setRange] = useState<(typeof ranges)[number]["id"]>(days.length > 200 ? "84" : "all");
  const keep = ranges.find((entry) => entry.id === range)?.days ?? days.length;
  return (
    <div className="stack">
      {days.length > 84 ? (
        <fieldset className="row no-print plain">
          <legend className="hidden">How much of the diary to draw</legend>
          {ranges.map((entry) => (
            <Press key={entry.id} pressed={entry.id === range} onPress={() => setRange(entry.id)}>
              {entry.label}
            </Press>
          ))}
        </fieldset>
      ) : null}
      <TimelineChart {...rest} days={days.slice(Math.max(0, days.length - keep))} />
    </div>
  );
}
