import { type LocalDate, type PersonalRecord, tables } from "@unclench/record";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { saved, useRows } from "../record/useDiary.ts";

type RemindersProps = {
  record: PersonalRecord;
  today: LocalDate;
  disabled: boolean;
  say: (what: string) => void;
};

type Permission = "granted" | "denied" | "default" | "none";

const permissionNow = (): Permission =>
  typeof Notification === "undefined" ? "none" : Notification.permission;

/** Reminders that need no server, and what cannot be promised of them. */
export function Reminders({ record, today, disabled, say }: RemindersProps) {
  const [settings] = useRows({ record }, tables.settings);
  const [permission, setPermission] = useState<Permission>("none");
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setPermission(permissionNow()), []);
  const time = settings?.reminderTime ?? "";
  const put = async (reminderTime: string | null) => {
    const failed = await saved(record.put(tables.settings, { reminderTime }, today));
    setProblem(failed);
    if (failed === null)
      say(reminderTime === null ? "No reminder is set." : `The reminder is set for ${reminderTime}.`);
  };
  const allow = async () => {
    const answered = await Notification.requestPermission();
    setPermission(answered);
    say(
      answered === "granted"
        ? "This browser may remind you."
        : "This browser will not remind you. The calendar file still can.",
    );
    if (answered === "granted") window.dispatchEvent(new Event("unclench:remind"));
  };
  return (
    <section className="card" aria-labelledby="reminders">
      <h2 id="reminders">Reminders</h2>
      <p>
        The sure way is a <Link to="/diary/data">calendar file</Link>: your own calendar then reminds you,
        also when this app is closed.
      </p>
      <label className="field">
        Time of the check-in reminder
        <input
          type="time"
          value={time}
          disabled={disabled}
          onChange={({ target }) => void put(target.value === "" ? null : target.value)}
        />
      </label>
      {time === "" ? null : (
        <p>
          <Press isDisabled={disabled} onPress={() => void put(null)}>
            No reminder
          </Press>
        </p>
      )}
      {permission === "none" ? (
        <p className="soft">This browser cannot show notifications. The calendar file works without them.</p>
      ) : permission === "granted" ? (
        <p>This browser may show a notification at that time, while the app is open.</p>
      ) : permission === "denied" ? (
        <p className="soft">
          Notifications are turned off for this site in the browser’s own settings. Only there can they be
          turned on again.
        </p>
      ) : (
        <p>
          <Press onPress={() => void allow()}>Let this browser remind me</Press>
        </p>
      )}
      <p className="soft">
        What cannot be promised: there is no server that could wake a closed app. A notification comes only
        while the app is open in a tab or window, and many phones put tabs to sleep. On an iPhone or iPad it
        needs the app on the home screen. Do not rely on it for a medicine or a pump.
      </p>
      <Problem>{problem}</Problem>
    </section>
  );
}
