/**
 * Speaking instead of typing, only where the browser turns speech into text on the device itself. Most browsers send the voice to
 * a server; there no button is offered. https://webaudio.github.io/web-speech-api/ (`processLocally`, `available`).
 */
import { useCallback, useEffect, useRef, useState } from "react";

type Recognition = {
  lang: string;
  processLocally: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
};
type RecognitionClass = {
  new (): Recognition;
  available?: (wanted: { langs: readonly string[]; processLocally: boolean }) => Promise<string>;
};

const classHere = (): RecognitionClass | null => {
  const found: unknown = Reflect.get(globalThis, "SpeechRecognition");
  return typeof found === "function" ? (found as unknown as RecognitionClass) : null;
};

export type SpokenNote = {
  /** false: no button */
  readonly possible: boolean;
  readonly listening: boolean;
  readonly toggle: () => void;
};

/** `hear` gets what was said once it is over. */
export function useSpokenNote(hear: (text: string) => void): SpokenNote {
  const [possible, setPossible] = useState(false);
  const [listening, setListening] = useState(false);
  const current = useRef<Recognition | null>(null);
  useEffect(() => {
    let here = true;
    const found = classHere();
    // Without `available` a browser cannot promise to stay on the device.
    void found?.available?.({ langs: [navigator.language], processLocally: true }).then(
      (answer) => here && setPossible(answer === "available"),
      () => {},
    );
    return () => {
      here = false;
      current.current?.stop();
    };
  }, []);
  const toggle = useCallback(() => {
    if (current.current !== null) {
      current.current.stop();
      return;
    }
    const found = classHere();
    if (found === null) return;
    const recognition = new found();
    recognition.lang = navigator.language;
    recognition.processLocally = true;
    recognition.onresult = ({ results }) => {
      const said = Array.from(results, (result) => result[0]?.transcript ?? "").join(" ");
      hear(said.trim());
    };
    recognition.onend = () => {
      current.current = null;
      setListening(false);
    };
    current.current = recognition;
    setListening(true);
    recognition.start();
  }, [hear]);
  return { possible, listening, toggle };
}
