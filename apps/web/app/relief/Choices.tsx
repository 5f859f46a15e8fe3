import {
  type ChoiceLimit,
  choiceLimits,
  type SessionChoices,
  type SessionSource,
} from "@unclench/answers/relief-session";
import { Press } from "../controls/Press.tsx";
import type { Player } from "./usePlayer.ts";

type Offered<Value> = readonly (readonly [value: Value, words: string])[];

const sides: Offered<SessionChoices["side"]> = [
  ["left", "Left"],
  ["right", "Right"],
  ["both", "Both sides"],
];
const speeds: Offered<SessionChoices["speed"]> = [
  ["slow", "Slow"],
  ["usual", "Usual"],
  ["quick", "Quick"],
];
const companies: Offered<SessionChoices["company"]> = [
  ["alone", "The person"],
  ["helper", "Whoever helps"],
];

/** How long, how often, how fast, which side, and to whom it speaks. Can be changed while it runs. */
export function Choices({
  player,
  source,
  whileRunning,
}: {
  player: Player;
  source: SessionSource;
  whileRunning: boolean;
}) {
  const { choices, choose } = player;
  const limits = choiceLimits(source);
  return (
    <div className="player-choices">
      {source.sides === "none" || whileRunning ? null : (
        <OneOf
          legend="Side"
          offered={sides}
          chosen={choices.side}
          onChoose={(side) => choose({ side: side === choices.side ? null : side })}
        />
      )}
      <Amount
        legend="Hold"
        unit={["second", "seconds"]}
        limit={limits.holdSeconds}
        value={choices.holdSeconds}
        onChange={(holdSeconds) => choose({ holdSeconds })}
      />
      <Amount
        legend="Repetitions"
        unit={["time", "times"]}
        limit={limits.repeats}
        value={choices.repeats}
        onChange={(repeats) => choose({ repeats })}
      />
      <Amount
        legend="Minutes"
        unit={["minute", "minutes"]}
        limit={limits.minutes}
        value={choices.minutes}
        onChange={(minutes) => choose({ minutes })}
      />
      <OneOf legend="Speed" offered={speeds} chosen={choices.speed} onChoose={(speed) => choose({ speed })} />
      {source.forHelper === null || whileRunning ? null : (
        <OneOf
          legend="The steps speak to"
          offered={companies}
          chosen={choices.company}
          onChoose={(company) => choose({ company })}
        />
      )}
    </div>
  );
}

type OneOfProps<Value> = {
  legend: string;
  offered: Offered<Value>;
  chosen: Value;
  onChoose: (value: Value) => void;
};

function OneOf<Value extends string | null>({ legend, offered, chosen, onChoose }: OneOfProps<Value>) {
  return (
    <fieldset className="plain">
      <legend className="field-name">{legend}</legend>
      <div className="row">
        {offered.map(([value, words]) => (
          <Press key={words} pressed={chosen === value} onPress={() => onChoose(value)}>
            {words}
          </Press>
        ))}
      </div>
    </fieldset>
  );
}

type AmountProps = {
  legend: string;
  unit: readonly [one: string, many: string];
  limit: ChoiceLimit | null;
  value: number | null;
  onChange: (value: number) => void;
};

function Amount({ legend, unit: [one, many], limit, value, onChange }: AmountProps) {
  if (limit === null || value === null || limit.least === limit.most) return null;
  const { least, most, step } = limit;
  // By fives, but never past an end.
  const less = Math.max(least, (Math.ceil(value / step) - 1) * step);
  const more = Math.min(most, (Math.floor(value / step) + 1) * step);
  return (
    <fieldset className="plain">
      <legend className="field-name">{legend}</legend>
      <div className="row set-amount">
        <Press isDisabled={value <= least} onPress={() => onChange(less)}>
          Less
        </Press>
        <output>
          {value} {value === 1 ? one : many}
        </output>
        <Press isDisabled={value >= most} onPress={() => onChange(more)}>
          More
        </Press>
      </div>
    </fieldset>
  );
}

/** What the device does meanwhile; only what it can do is offered. */
export function Senses({ player: { settings, set, can } }: { player: Player }) {
  return (
    <fieldset className="plain">
      <legend className="field-name">Voice and touch</legend>
      {can.speak ? (
        <Switch label="Read the steps aloud" on={settings.speak} onChange={(speak) => set({ speak })} />
      ) : (
        <p className="soft">
          This device has no English voice of its own, so nothing is read aloud. Every step stands on the
          screen.
        </p>
      )}
      {can.vibrate ? (
        <Switch
          label="Vibrate at each change"
          on={settings.vibrate}
          onChange={(vibrate) => set({ vibrate })}
        />
      ) : null}
      {can.listen ? (
        <>
          <Switch
            label="Pause when I say “stop”"
            on={settings.listen}
            onChange={(listen) => set({ listen })}
          />
          <p className="small soft">Your voice is heard on this device only. “Pain” ends the set.</p>
        </>
      ) : null}
    </fieldset>
  );
}

function Switch({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
