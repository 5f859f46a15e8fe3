import type { PageRoutine } from "@unclench/answers/treatment-page";
import { Link } from "react-router";
import { WayList } from "../controls/WaysOn.tsx";
import { RoutineFigure } from "../figure/RoutineFigure.tsx";

/** So many are drawn; the others stand by name. */
const MOST_DRAWN = 4;

/** How it is done at home: routines that are counted aloud. */
export function TreatmentRoutines({ routines }: { routines: readonly PageRoutine[] }) {
  if (routines.length === 0) return null;
  return (
    <div className="treatment-block">
      <h3>Routines that are drawn and counted aloud</h3>
      <ul className="treatment-drawn">
        {routines.slice(0, MOST_DRAWN).map(({ id, name, path }) => (
          <li key={id}>
            <Link to={path} className="treatment-drawn-link">
              <RoutineFigure routine={id} />
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {routines.length <= MOST_DRAWN ? null : (
        <WayList ways={routines.slice(MOST_DRAWN).map(({ name, path }) => ({ to: path, text: name }))} />
      )}
    </div>
  );
}
