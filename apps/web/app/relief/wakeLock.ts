/** Keeps the screen on while a session runs. The browser takes it back whenever the page is hidden, so it is asked again. */

/**
 * Holds the screen awake until the returned function is called. `said` gets null while it is held, and a sentence if the
 * browser or the device refuses.
 */
export function keepAwake(said: (refusal: string | null) => void): () => void {
  if (!("wakeLock" in navigator)) {
    said("This browser cannot keep the screen on. The voice goes on as long as the device lets it.");
    return () => {};
  }
  let over = false;
  let held: WakeLockSentinel | null = null;
  const ask = async (): Promise<void> => {
    if (over || document.visibilityState !== "visible" || (held !== null && !held.released)) return;
    try {
      const lock = await navigator.wakeLock.request("screen");
      if (over) await lock.release();
      else held = lock;
      said(null);
    } catch {
      if (!over)
        said(
          "The device did not let us keep the screen on, perhaps to save its battery. If it goes dark, wake it.",
        );
    }
  };
  const seen = (): void => void ask();
  document.addEventListener("visibilitychange", seen);
  void ask();
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", seen);
    void held?.release().catch(() => {});
  };
}
