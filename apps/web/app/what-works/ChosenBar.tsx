import { FEWEST_SIDE_BY_SIDE } from "@unclench/answers/side-by-side/arrange";
import { Link } from "react-router";
import { Press } from "../controls/Press.tsx";
import { searchFor, useChosen } from "./chosen.tsx";

type ChosenBarProps = { place: string; nameOf: (id: string) => string };

/** Stays at the lower edge of the window: what is chosen, and the way to the table. */
export function ChosenBar({ place, nameOf }: ChosenBarProps) {
  const { ids, said, clear, undo } = useChosen();
  const enough = ids.length >= FEWEST_SIDE_BY_SIDE;
  const names = ids.map(nameOf).join(", ");
  return (
    <section
      className={ids.length === 0 && undo === null ? "chosen quiet" : "chosen"}
      aria-label="Chosen to compare"
    >
      <p role="status" aria-live="polite">
        {said ??
          (ids.length === 0
            ? undo === null
              ? null
              : "Nothing is chosen now."
            : enough
              ? `Chosen: ${names}.`
              : `Chosen: ${names}. Choose one more.`)}
      </p>
      <div className="row">
        {enough ? (
          <Link className="button primary" to={`${place}/side-by-side${searchFor(ids)}`}>
            Show side by side
          </Link>
        ) : null}
        {undo === null ? null : <Press onPress={undo}>Undo</Press>}
        {ids.length === 0 ? null : <Press onPress={clear}>Clear</Press>}
      </div>
    </section>
  );
}
