import { places } from "@unclench/answers/relief";
import { Press } from "../controls/Press.tsx";
import { BOX, leftNames, rightNames, rowMiddle, spots } from "./bodyShapes.ts";

const nameOf = new Map(places.map(({ id, name }) => [id, name]));

/** Between the drawing and the names, as `--gap`. */
const GAP = 12;

type BodyPlacesProps = { chosen: string | null; onChoose: (place: string) => void };

/** A body with its places: the buttons are buttons, the drawing between them says nothing more. Then the same as a list. */
export function BodyPlaces({ chosen, onChoose }: BodyPlacesProps) {
  const column = (names: readonly string[]) => (
    <div className="body-names">
      {names.map((id) => (
        <Press key={id} pressed={chosen === id} onPress={() => onChoose(id)}>
          {nameOf.get(id)}
        </Press>
      ))}
    </div>
  );
  return (
    <>
      <div className="body-map">
        {column(leftNames)}
        <svg
          viewBox={`0 0 ${BOX.width} ${BOX.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className={chosen === "whole-body" ? "whole" : undefined}
        >
          <g className="body-form">
            <circle cx="52" cy="34" r="21" />
            <path className="limb" strokeWidth="15" d="M52 52v24" />
            <path className="limb torso" strokeWidth="20" d="M40 92h24l-3 60 3 48H40l3-48z" />
            <path className="limb" strokeWidth="17" d="M30 92 18 158 12 222M74 92l12 66 6 64" />
            <path className="limb" strokeWidth="15" d="m11 232-1 8m83-8 1 8" />
            <path className="limb" strokeWidth="24" d="M40 206v100M64 206v100" />
            <path className="limb" strokeWidth="18" d="M40 306l-2 98M64 306l2 98" />
            <path className="limb" strokeWidth="14" d="m37 416-6 10m36-10 6 10" />
          </g>
          {[leftNames, rightNames].map((names, side) =>
            names.map((id, row) => {
              const all = spots[id] ?? [];
              const near = side === 0 ? all[0] : all.at(-1);
              return (
                <g key={id} className={chosen === id ? "spot picked" : "spot"}>
                  {near === undefined ? null : (
                    <path
                      className="lead-line"
                      d={`M${side === 0 ? -GAP : BOX.width + GAP} ${rowMiddle(row)}L${near[0]} ${near[1]}`}
                    />
                  )}
                  {all.map(([x, y]) => (
                    <circle key={`${x} ${y}`} cx={x} cy={y} r={chosen === id ? 8 : 4.5} />
                  ))}
                </g>
              );
            }),
          )}
        </svg>
        {column(rightNames)}
      </div>
      <label className="field">
        Or from a list
        <select value={chosen ?? ""} onChange={({ target }) => target.value !== "" && onChoose(target.value)}>
          <option value="">Choose a place</option>
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
