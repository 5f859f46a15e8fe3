import { addDays, isLocalDate, type LocalDate } from "@unclench/record";
import { Press } from "../controls/Press.tsx";

/** `date` is null in the written page, which is older than the day on which it is read. */
type DayChoiceProps = { date: LocalDate | null; today: LocalDate; onChange: (date: LocalDate) => void };

/** Today, yesterday, or any earlier day. */
export function DayChoice({ date, today, onChange }: DayChoiceProps) {
  const yesterday = addDays(today, -1);
  return (
    <fieldset className="plain row">
      <legend className="hidden">Which day</legend>
      <Press pressed={date === null || date === today} onPress={() => onChange(today)}>
        Today
      </Press>
      <Press pressed={date === yesterday} onPress={() => onChange(yesterday)}>
        Yesterday
      </Press>
      <label className="field inline">
        Another day
        <input
          type="date"
          value={date ?? ""}
          max={date === null ? undefined : today}
          onChange={({ target: { value } }) => {
            // While a date is being typed the browser hands over an empty text.
            if (isLocalDate(value) && value <= today) onChange(value);
          }}
        />
      </label>
    </fieldset>
  );
}
