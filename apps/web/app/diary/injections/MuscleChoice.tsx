import type { InjectedMuscle } from "@unclench/record";
import { type FormEvent, useState } from "react";
import { Press } from "../../controls/Press.tsx";
import { useSettings } from "../../hands/useSettings.ts";
import { BodyPicture, type Place, placeWords, places } from "./BodyPicture.tsx";

/** `text` is what stands in the field of units. */
export type ChosenMuscle = Omit<InjectedMuscle, "units"> & { readonly text: string };

type MuscleChoiceProps = {
  muscles: readonly ChosenMuscle[];
  onChange: (muscles: readonly ChosenMuscle[]) => void;
};

export const muscleWords = ({ muscle, side }: Pick<InjectedMuscle, "muscle" | "side">): string =>
  side === null ? muscle : `${muscle}, ${side}`;

const isSame = (one: ChosenMuscle, muscle: string, side: InjectedMuscle["side"]): boolean =>
  one.muscle === muscle && one.side === side;

/** First the place, on a picture or in a list, then its muscles; then units for each, if they are known. */
export function MuscleChoice({ muscles, onChange }: MuscleChoiceProps) {
  const { plainMode } = useSettings();
  const [asList, setAsList] = useState(plainMode);
  const [place, setPlace] = useState<Place | null>(null);
  const [own, setOwn] = useState("");
  const toggle = (muscle: string, side: InjectedMuscle["side"]) =>
    onChange(
      muscles.some((one) => isSame(one, muscle, side))
        ? muscles.filter((one) => !isSame(one, muscle, side))
        : [...muscles, { muscle, side, text: "" }],
    );
  const keepOwn = (event: FormEvent) => {
    event.preventDefault();
    const muscle = own.trim().replace(/\s+/g, " ");
    if (muscle === "" || muscles.some((one) => isSame(one, muscle, place?.side ?? null))) return;
    onChange([...muscles, { muscle, side: place?.side ?? null, text: "" }]);
    setOwn("");
  };
  return (
    <fieldset className="plain stack">
      <legend className="field-name">Which muscles? (may be empty)</legend>
      <div className="row">
        <Press pressed={!asList} onPress={() => setAsList(false)}>
          Picture
        </Press>
        <Press pressed={asList} onPress={() => setAsList(true)}>
          List
        </Press>
      </div>
      {asList ? (
        <div className="row">
          {places.map((one) => (
            <Press
              key={placeWords(one)}
              pressed={place !== null && placeWords(place) === placeWords(one)}
              onPress={() => setPlace(one)}
            >
              {placeWords(one)}
            </Press>
          ))}
        </div>
      ) : (
        <>
          <p className="soft small">As in a mirror: your left is on the left.</p>
          <BodyPicture
            chosen={place}
            muscles={muscles.map(({ text: _, ...one }) => ({ ...one, units: null }))}
            onChoose={setPlace}
          />
        </>
      )}
      {place === null ? (
        <p className="soft">Choose a place first, then its muscles.</p>
      ) : (
        <fieldset className="plain stack">
          <legend className="field-name">{placeWords(place)}</legend>
          <div className="row">
            {place.region.muscles.map(([muscle, plain]) => (
              <Press
                key={muscle}
                pressed={muscles.some((one) => isSame(one, muscle, place.side))}
                onPress={() => toggle(muscle, place.side)}
              >
                {muscle}: {plain}
              </Press>
            ))}
          </div>
        </fieldset>
      )}
      <div className="row own-words">
        <label className="field">
          Another muscle
          <input
            value={own}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => setOwn(target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") keepOwn(event);
            }}
          />
        </label>
        <button type="button" className="react-aria-Button" onClick={keepOwn}>
          Add this muscle
        </button>
      </div>
      {muscles.length === 0 ? null : (
        <ul className="periods">
          {muscles.map((one) => (
            <li key={muscleWords(one)} className="row">
              <label className="field grow">
                {muscleWords(one)}: units (may be empty)
                <input
                  inputMode="decimal"
                  autoComplete="off"
                  value={one.text}
                  onChange={({ target }) =>
                    onChange(muscles.map((other) => (other === one ? { ...one, text: target.value } : other)))
                  }
                />
              </label>
              <Press
                aria-label={`Take out: ${muscleWords(one)}`}
                onPress={() => onChange(muscles.filter((other) => other !== one))}
              >
                Take out
              </Press>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
