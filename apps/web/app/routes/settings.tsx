import { countryChoices } from "@unclench/answers/country-choices";
import { type EntryFor, tables } from "@unclench/record";
import { useState } from "react";
import { Link } from "react-router";
import { Problem } from "../controls/Problem.tsx";
import { RecordNotices } from "../record/RecordNotices.tsx";
import { UndoBar } from "../record/UndoBar.tsx";
import { saved, useDiary, useRows, useToday } from "../record/useDiary.ts";
import { useHydrated } from "../record/useHydrated.ts";
import { Choice } from "../settings/Choice.tsx";
import {
  handOptions,
  holdOptions,
  ignoreOptions,
  motionOptions,
  plainOptions,
  rhythmOptions,
  roleOptions,
  textOptions,
  themeOptions,
} from "../settings/choices.ts";
import { Reminders } from "../settings/Reminders.tsx";

export const meta = () => [
  { title: "Settings · Unclench" },
  { name: "description", content: "Who you are, your hands, letters, colours and reminders. All optional." },
];

export default function SettingsPage() {
  const diary = useDiary(false);
  const today = useToday();
  const hydrated = useHydrated();
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [settings] = useRows(diary, tables.settings);
  const { record, readOnly } = diary;
  const put = async (set: EntryFor<typeof tables.settings>) => {
    if (record === null) return;
    const failed = await saved(record.put(tables.settings, set, today));
    setProblem(failed);
    if (failed === null) setSaid("Saved.");
  };
  const putCountry = async (country: string | null) => {
    if (record === null) return;
    const failed = await saved(record.putCircumstances({ country }));
    setProblem(failed);
    if (failed === null) setSaid("Saved.");
  };
  return (
    <>
      <div className="intro">
        <h1>Settings</h1>
        <p className="lead">Everything works without them. They are kept on this device, with your diary.</p>
      </div>
      <RecordNotices diary={diary} />
      <noscript>
        <p className="notice">
          Settings are kept by this browser itself, so this page needs JavaScript. Size and colours can also
          be changed in the browser’s own settings; this app follows them.
        </p>
      </noscript>
      {!hydrated || diary.state === "loading" ? (
        <p role="status" className="needs-script">
          Opening your settings …
        </p>
      ) : null}
      <Problem>{problem}</Problem>
      {!hydrated || record === null ? null : (
        <>
          <section className="card" aria-labelledby="who">
            <h2 id="who">Who am I?</h2>
            <Choice
              legend="I am here because"
              hint="It changes words, such as those of the questions for a visit. Every page works for everyone."
              options={roleOptions}
              value={settings?.role ?? null}
              disabled={readOnly}
              onChoose={(role) => void put({ role })}
            />
            <label className="field">
              Country
              <select
                value={diary.circumstances.country ?? ""}
                disabled={readOnly}
                onChange={({ target: { value } }) => void putCountry(value === "" ? null : value)}
              >
                <option value="">not said: the strictest label counts</option>
                {countryChoices.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
              <span className="soft small">
                It tells “My medicines” whose labels count. It is the same as on that page.
              </span>
            </label>
          </section>
          <section className="card" aria-labelledby="hands">
            <h2 id="hands">My hands</h2>
            <Choice
              legend="Hand that I use"
              hint={null}
              options={handOptions}
              value={settings?.hand ?? null}
              disabled={readOnly}
              onChoose={(hand) => void put({ hand })}
            />
            <Choice
              legend="A second touch is ignored for"
              hint="For hands that hit twice."
              options={ignoreOptions}
              value={settings?.ignoreMs ?? null}
              disabled={readOnly}
              onChoose={(ignoreMs) => void put({ ignoreMs })}
            />
            <Choice
              legend="A touch counts"
              hint="Held for some time, so that a brush does nothing. Keys and switches always count at once."
              options={holdOptions}
              value={settings?.holdMs ?? null}
              disabled={readOnly}
              onChoose={(holdMs) => void put({ holdMs })}
            />
          </section>
          <section className="card" aria-labelledby="look">
            <h2 id="look">How it looks</h2>
            <Choice
              legend="Size of the text"
              hint={null}
              options={textOptions}
              value={settings?.textSize === "normal" ? null : (settings?.textSize ?? null)}
              disabled={readOnly}
              onChoose={(textSize) => void put({ textSize })}
            />
            <Choice
              legend="Colours"
              hint={null}
              options={themeOptions}
              value={settings?.theme === "system" ? null : (settings?.theme ?? null)}
              disabled={readOnly}
              onChoose={(theme) => void put({ theme })}
            />
            <Choice
              legend="Movement on the screen"
              hint={null}
              options={motionOptions}
              value={settings?.reducedMotion === true ? true : null}
              disabled={readOnly}
              onChoose={(reducedMotion) => void put({ reducedMotion })}
            />
            <Choice
              legend="Plain mode"
              hint="Less on each screen, and words before pictures."
              options={plainOptions}
              value={settings?.plainMode === true ? true : null}
              disabled={readOnly}
              onChoose={(plainMode) => void put({ plainMode })}
            />
          </section>
          <section className="card" aria-labelledby="rhythm">
            <h2 id="rhythm">My rhythm</h2>
            <Choice
              legend="I would like to check in"
              hint="Every three days is fine. Nobody counts what you leave out."
              options={rhythmOptions}
              value={settings?.rhythmDays ?? null}
              disabled={readOnly}
              onChoose={(rhythmDays) => void put({ rhythmDays })}
            />
          </section>
          <Reminders record={record} today={today} disabled={readOnly} say={setSaid} />
          <p>
            Save, bring in or delete everything: <Link to="/diary/data">Save or bring in</Link>. What is
            stored where, and what goes over the network: <Link to="/help">Help</Link>.
          </p>
        </>
      )}
      <UndoBar diary={diary} said={said} onUndone={() => setSaid("Taken back.")} />
    </>
  );
}
