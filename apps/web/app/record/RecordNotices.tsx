import { useEffect, useState } from "react";
import { Link } from "react-router";
import type { Diary } from "./useDiary.ts";

/** Above this share of its room the browser may soon refuse to save. */
const NEARLY_FULL = 0.9;

/** What is not as usual with the diary. */
export function RecordNotices({ diary }: { diary: Diary }) {
  return (
    <>
      <CannotWrite diary={diary} />
      <WorthKnowing diary={diary} />
    </>
  );
}

/** It cannot be opened, or only be read. */
export function CannotWrite({ diary }: { diary: Diary }) {
  if (diary.state === "failed") {
    return (
      <div className="notice warn" role="alert">
        <p>
          <b>Your diary could not be opened.</b> {diary.problem}
        </p>
        <p>Some browsers keep nothing in a private window, or when site data is blocked.</p>
      </div>
    );
  }
  if (diary.readOnly) {
    return (
      <div className="notice warn" role="status">
        <p>
          <b>You can read, but not write.</b> A newer version of this app wrote this diary. Load the page
          again to get that version. You can <Link to="/diary/data">save a copy</Link> at any time.
        </p>
      </div>
    );
  }
  return null;
}

/** A part of it is damaged, the browser had lost it and it was brought back, or the device is running out of room. */
export function WorthKnowing({ diary }: { diary: Diary }) {
  const nearlyFull = useNearlyFull(diary.state === "ready");
  if (diary.state === "failed" || diary.readOnly) return null;
  const damaged = diary.record?.damaged ?? 0;
  if (damaged > 0) {
    return (
      <div className="notice warn" role="alert">
        <p>
          <b>
            {damaged} {damaged === 1 ? "entry" : "entries"} on this device cannot be read.
          </b>{" "}
          Everything else is there. If you have a backup, <Link to="/diary/data">bring it in</Link>: it fills
          the gaps.
        </p>
      </div>
    );
  }
  if ((diary.record?.broughtBack ?? 0) > 0) {
    return (
      <div className="notice warn" role="status">
        <p>
          <b>This browser had lost your diary, or a part of it. It is back,</b> from the second copy that this
          app keeps. A third one in a safe place is a good idea: <Link to="/diary/data">save a copy</Link>.
        </p>
      </div>
    );
  }
  if (!nearlyFull) return null;
  return (
    <div className="notice warn" role="status">
      <p>
        <b>This device is running out of room.</b> <Link to="/diary/data">Save a copy</Link> of your diary,
        then free some space.
      </p>
    </div>
  );
}

function useNearlyFull(ready: boolean): boolean {
  const [full, setFull] = useState(false);
  useEffect(() => {
    if (!ready) return;
    void navigator.storage?.estimate?.().then(
      ({ usage = 0, quota = 0 }) => setFull(quota > 0 && usage / quota > NEARLY_FULL),
      () => {},
    );
  }, [ready]);
  return full;
}
