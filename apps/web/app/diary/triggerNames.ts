/** What makes spasticity worse, in the two or three words of a button. The id is what is kept; own words are kept as they are. */
export const triggerNames: Readonly<Record<string, string>> = {
  "trigger-heat-cold": "Cold or heat",
  "trigger-stress": "Stress",
  "trigger-fatigue": "Tired out",
  "trigger-pain": "Pain somewhere",
  "trigger-urinary-infection": "Urine infection",
  "trigger-full-bladder": "Full bladder",
  "trigger-constipation": "Constipation",
  "trigger-infection-fever": "Fever or a cold",
  "trigger-tight-clothing": "Tight clothes or brace",
  "trigger-posture": "Sitting badly",
  "trigger-touch-movement": "Touch or movement",
  "trigger-pressure-sore": "Sore skin",
  "trigger-ingrown-nail": "Ingrown nail",
};

export const triggerWords = (trigger: string): string => triggerNames[trigger] ?? trigger;
