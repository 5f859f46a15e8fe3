/**
 * Hears "stop" where the browser can recognise speech on the device itself. Nothing is offered where that is not certain: a
 * recogniser in the cloud would send a living room away.
 */
import { isSpeaking } from "./voice.ts";

type Alternative = { readonly transcript: string };
type Heard = { readonly results: ArrayLike<ArrayLike<Alternative>>; readonly resultIndex: number };
type Recogniser = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally?: boolean;
  onresult: ((event: Heard) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  start: () => void;
  abort: () => void;
};
type RecogniserClass = {
  new (): Recogniser;
  available?: (wanted: { langs: string[]; processLocally: boolean }) => Promise<string>;
};

const LANGUAGE = "en-US";

const recogniserClass = (): RecogniserClass | null => {
  const page = globalThis as { SpeechRecognition?: RecogniserClass };
  return page.SpeechRecognition ?? null;
};

/** True only if the browser says that this language is recognised on the device now. */
export async function canListen(): Promise<boolean> {
  const Recogniser = recogniserClass();
  if (Recogniser?.available === undefined || !("processLocally" in Recogniser.prototype)) return false;
  try {
    return (await Recogniser.available({ langs: [LANGUAGE], processLocally: true })) === "available";
  } catch {
    return false;
  }
}

/** Words that pause, and the one that ends the set. */
const HALT = /\b(stop|pause|wait)\b/i;
const PAIN = /\b(pain|ouch|hurts?)\b/i;

/** Listens until the returned function is called. `refused` is told if the microphone is not allowed. */
export function listen(heard: (what: "stop" | "pain") => void, refused: () => void): () => void {
  const Recogniser = recogniserClass();
  if (Recogniser === null) return () => {};
  const recogniser = new Recogniser();
  recogniser.lang = LANGUAGE;
  recogniser.continuous = true;
  recogniser.interimResults = true;
  recogniser.processLocally = true;
  let over = false;
  recogniser.onresult = ({ results, resultIndex }) => {
    // The steps say "stop" themselves.
    if (isSpeaking()) return;
    for (let place = resultIndex; place < results.length; place++) {
      const said = results[place]?.[0]?.transcript ?? "";
      if (PAIN.test(said)) return heard("pain");
      if (HALT.test(said)) return heard("stop");
    }
  };
  recogniser.onerror = ({ error }) => {
    if (error !== "not-allowed" && error !== "service-not-allowed" && error !== "audio-capture") return;
    over = true;
    refused();
  };
  // Browsers end by themselves after a silence.
  recogniser.onend = () => {
    if (!over) recogniser.start();
  };
  recogniser.start();
  return () => {
    over = true;
    recogniser.abort();
  };
}
