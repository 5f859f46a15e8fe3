import { answerIds, answerNames, type Wishes, wishIds, wishNames } from "@unclench/answers/wishes";
import { useEffect, useRef } from "react";
import { Press } from "../controls/Press.tsx";

const answered = (form: HTMLFormElement): Wishes => {
  const given = new FormData(form);
  return Object.fromEntries(
    wishIds.flatMap((wish) => {
      const answer = answerIds.find((id) => id === given.get(wish));
      return answer === undefined || answer === "no" ? [] : [[wish, answer]];
    }),
  );
};

type WishFormProps = {
  /** What the address holds, once it can be read. */
  linked: Wishes;
  onAnswer: (wishes: Wishes) => void;
  /** What stood there already: by the address, pressed while the page slept, or filled in again by the browser. */
  onFound: (wishes: Wishes) => void;
};

/**
 * Six wishes with four answers each. The buttons keep their own state: one that was pressed while the page slept counts,
 * and so does what a browser fills in again.
 */
export function WishForm({ linked, onAnswer, onFound }: WishFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const found = useRef(onFound);
  found.current = onFound;
  // The address follows what is pressed, a moment later: from the first press on it is not read any more.
  const touched = useRef(false);
  const linkedText = JSON.stringify(linked);
  useEffect(() => {
    const element = form.current;
    if (element === null || touched.current) return;
    for (const [wish, value] of Object.entries(JSON.parse(linkedText) as Wishes)) {
      const buttons = element.elements.namedItem(wish);
      if (buttons instanceof RadioNodeList) buttons.value = value;
    }
    const given = answered(element);
    if (Object.keys(given).length > 0) found.current(given);
  }, [linkedText]);
  return (
    <form
      ref={form}
      className="wishes needs-script no-print"
      onChange={({ currentTarget }) => {
        touched.current = true;
        onAnswer(answered(currentTarget));
      }}
      onSubmit={(event) => event.preventDefault()}
    >
      {wishIds.map((wish) => (
        <fieldset className="plain" key={wish}>
          <legend className="field-name">{wishNames[wish]}</legend>
          <div className="answers">
            {answerIds.map((id) => (
              <label className="answer" key={id}>
                <input type="radio" name={wish} value={id} defaultChecked={id === "no"} />
                {answerNames[id]}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="row">
        <Press
          onPress={() => {
            touched.current = true;
            form.current?.reset();
            onAnswer({});
          }}
        >
          Start again
        </Press>
      </div>
    </form>
  );
}
