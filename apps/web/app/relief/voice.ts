/** Speaks with a voice of the device. Voices that send the text away to be spoken are never used. */

/** The voice that is used, or null: then nothing is read aloud. */
export function deviceVoice(): SpeechSynthesisVoice | null {
  if (!("speechSynthesis" in globalThis)) return null;
  const own = speechSynthesis
    .getVoices()
    .filter(({ localService, lang }) => localService && /^en\b/i.test(lang));
  const wanted = navigator.language.toLowerCase();
  return (
    own.find(({ lang }) => lang.toLowerCase().replace("_", "-") === wanted) ??
    own.find((voice) => voice.default) ??
    own[0] ??
    null
  );
}

/** Tells when the list of voices has changed: many browsers have none at first. */
export function watchVoices(listener: () => void): () => void {
  if (!("speechSynthesis" in globalThis)) return () => {};
  speechSynthesis.addEventListener?.("voiceschanged", listener);
  return () => speechSynthesis.removeEventListener?.("voiceschanged", listener);
}

let speakingUntil = 0;

/** True while the device speaks, and a moment after: what it hears then may be itself. */
export const isSpeaking = (): boolean =>
  "speechSynthesis" in globalThis && (speechSynthesis.speaking || performance.now() < speakingUntil);

/** Says this, and nothing of before any more. */
export function speak(text: string): void {
  const voice = deviceVoice();
  if (voice === null || text === "") return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.95;
  utterance.onend = () => {
    speakingUntil = performance.now() + 700;
  };
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}

export function hush(): void {
  if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
}

/** Touches that can be felt where the device has them. */
export const canVibrate = (): boolean => "vibrate" in navigator && matchMedia("(pointer: coarse)").matches;
export function vibrate(pattern: readonly number[]): void {
  if (pattern.length > 0) navigator.vibrate?.([...pattern]);
}
