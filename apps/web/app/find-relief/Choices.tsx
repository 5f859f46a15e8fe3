import {
  companies,
  type Company,
  companyNames,
  minuteChoices,
  type Minutes,
  minutesNames,
  type Position,
  positionNames,
  positions,
} from "@unclench/answers/relief";
import { Press } from "../controls/Press.tsx";

export type Chosen = {
  readonly where: string | null;
  readonly position: Position;
  readonly minutes: Minutes;
  readonly company: Company;
};

type ChoicesProps = { chosen: Chosen; onChoose: (change: Partial<Chosen>) => void };

/** Position, time and company: each has an answer from the start, so that a list stands at once. */
export function Choices({ chosen, onChoose }: ChoicesProps) {
  return (
    <div className="relief-choices">
      <fieldset className="plain">
        <legend className="field-name">Which position is possible now?</legend>
        <div className="row">
          {positions.map((position) => (
            <Press
              key={position}
              pressed={chosen.position === position}
              onPress={() => onChoose({ position })}
            >
              {positionNames[position]}
            </Press>
          ))}
        </div>
      </fieldset>
      <fieldset className="plain">
        <legend className="field-name">How much time?</legend>
        <div className="row">
          {minuteChoices.map((minutes) => (
            <Press key={minutes} pressed={chosen.minutes === minutes} onPress={() => onChoose({ minutes })}>
              {minutesNames[minutes]}
            </Press>
          ))}
        </div>
      </fieldset>
      <fieldset className="plain">
        <legend className="field-name">With whom?</legend>
        <div className="row">
          {companies.map((company) => (
            <Press key={company} pressed={chosen.company === company} onPress={() => onChoose({ company })}>
              {companyNames[company]}
            </Press>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
