import type { Settings } from "@unclench/record";

type Options<Field extends keyof Settings> = readonly {
  readonly value: Settings[Field];
  readonly label: string;
}[];

export const roleOptions: Options<"role"> = [
  { value: "living-with", label: "I live with it" },
  { value: "caring", label: "I care for someone" },
  { value: "understanding", label: "I want to understand" },
  { value: null, label: "Rather not say" },
];
export const textOptions: Options<"textSize"> = [
  { value: null, label: "Usual" },
  { value: "large", label: "Large" },
  { value: "larger", label: "Larger" },
  { value: "largest", label: "Largest" },
];
export const themeOptions: Options<"theme"> = [
  { value: null, label: "As the device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "high-contrast", label: "High contrast" },
];
export const handOptions: Options<"hand"> = [
  { value: null, label: "Either hand" },
  { value: "left", label: "Left hand" },
  { value: "right", label: "Right hand" },
];
export const ignoreOptions: Options<"ignoreMs"> = [
  { value: 0, label: "Not at all" },
  { value: null, label: "Half a second" },
  { value: 1000, label: "1 second" },
  { value: 2000, label: "2 seconds" },
];
export const holdOptions: Options<"holdMs"> = [
  { value: null, label: "At once" },
  { value: 300, label: "0.3 seconds" },
  { value: 600, label: "0.6 seconds" },
  { value: 1000, label: "1 second" },
];
export const motionOptions: Options<"reducedMotion"> = [
  { value: null, label: "As the device" },
  { value: true, label: "Less movement" },
];
export const plainOptions: Options<"plainMode"> = [
  { value: null, label: "Words and pictures" },
  { value: true, label: "Mostly words" },
];
export const rhythmOptions: Options<"rhythmDays"> = [
  { value: null, label: "Not chosen" },
  { value: 1, label: "Every day" },
  { value: 2, label: "Every 2 days" },
  { value: 3, label: "Every 3 days" },
  { value: 7, label: "Once a week" },
];
