import type { InjectedMuscle } from "@unclench/record";
import { Press } from "../../controls/Press.tsx";
import { PICTURE, type Region, regions } from "./muscles.ts";

export type Place = { readonly region: Region; readonly side: "left" | "right" | null };

/** Every place that can be chosen, from the head down, left before right. */
export const places: readonly Place[] = regions.flatMap((region): Place[] =>
  region.hasSides
    ? [
        { region, side: "left" },
        { region, side: "right" },
      ]
    : [{ region, side: null }],
);

export const placeWords = ({ region, side }: Place): string =>
  side === null ? region.name : `${region.name}, ${side}`;

type BodyPictureProps = {
  chosen: Place | null;
  muscles: readonly InjectedMuscle[];
  onChoose: (place: Place) => void;
};

/** A person seen as in a mirror: your left is on the left. The buttons are buttons; the drawing behind them says nothing more. */
export function BodyPicture({ chosen, muscles, onChoose }: BodyPictureProps) {
  const count = ({ region, side }: Place): number =>
    muscles.filter(
      (one) =>
        region.muscles.some(([name]) => name === one.muscle) &&
        (side === null || one.side === side || one.side === "both"),
    ).length;
  return (
    <div className="body-places" style={{ width: PICTURE.width, height: PICTURE.height }}>
      <svg
        className="body-picture"
        viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
        aria-hidden="true"
        width={PICTURE.width}
        height={PICTURE.height}
      >
        <circle cx="165" cy="34" r="27" />
        <path d="M150 58h30v18c34 4 62 14 72 40l38 190c3 16-18 22-23 6l-42-138-4 80 10 210c1 22-34 24-37 2l-24-172h-10l-24 172c-3 22-38 20-37-2l10-210-4-80-42 138c-5 16-26 10-23-6l38-190c10-26 38-36 72-40z" />
      </svg>
      {places.map((place) => {
        const { region, side } = place;
        const many = count(place);
        const left = side === "right" ? PICTURE.width - region.x : region.x;
        return (
          <Press
            key={placeWords(place)}
            className={many === 0 ? "body-place" : "body-place has-some"}
            style={{ left, top: region.y }}
            pressed={chosen?.region === region && chosen.side === side}
            aria-label={`${placeWords(place)}${many === 0 ? "" : `: ${many} chosen`}`}
            onPress={() => onChoose(place)}
          >
            {region.name}
          </Press>
        );
      })}
    </div>
  );
}
