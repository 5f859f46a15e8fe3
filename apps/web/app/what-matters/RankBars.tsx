import type { MattersOption } from "@unclench/answers/what-matters";
import type { CSSProperties } from "react";
import { Scrollable } from "../controls/Scrollable.tsx";

const ordinals = ["First", "Second", "Third", "4th", "5th", "6th", "7th", "8th"];
/** How much ink a rank gets: greys, the darkest for the first, none in which a number could not be read. */
const ink = [85, 64, 32, 18, 11, 7, 4, 2];
/** Narrower than this, of 100, a number would not fit. */
const FITS = 7;

const shade = (rank: number): CSSProperties & Record<"--ink-share", string> => ({
  "--ink-share": `${ink[rank] ?? 4}%`,
});
const toneOf = (rank: number): string => ((ink[rank] ?? 0) > 50 ? "rank dark" : "rank");

/** Of 100 tries, how often each came first, second, …: bars in the order of the catalogue, and the same as a table. */
export function RankBars({ options }: { options: readonly MattersOption[] }) {
  const ranks = ordinals.slice(0, options.length);
  return (
    <>
      <div className="rank-bars" aria-hidden="true">
        <p className="rank-key">
          {ranks.map((name, rank) => (
            <span key={name}>
              <i className={toneOf(rank)} style={shade(rank)} /> {name}
            </span>
          ))}
        </p>
        {options.map((option) => (
          <div key={option.treatment}>
            <p>{option.name}</p>
            <div className="rank-bar">
              {option.ranks.map((share, rank) =>
                share === 0 ? null : (
                  <span
                    key={ordinals[rank]}
                    className={toneOf(rank)}
                    style={{ ...shade(rank), width: `${share}%` }}
                  >
                    {share < FITS ? null : share}
                  </span>
                ),
              )}
            </div>
          </div>
        ))}
      </div>
      <Scrollable label="How often each came first, second and so on">
        <table>
          <caption>The same as a table: of 100 tries, how often each came first, second and so on</caption>
          <thead>
            <tr>
              <th scope="col">Treatment</th>
              {ranks.map((name) => (
                <th scope="col" className="figure" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <tr key={option.treatment}>
                <th scope="row">{option.name}</th>
                {option.ranks.map((share, rank) => (
                  <td className="figure" key={ordinals[rank]}>
                    {share}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </>
  );
}
