/** What a person may want to speak about. Apart from the bank, because every screen needs it and few need the bank. */
export const wishChoices: readonly { readonly id: string; readonly name: string }[] = [
  { id: "before-starting", name: "Starting something new" },
  { id: "not-working", name: "It does not work" },
  { id: "side-effects", name: "Side effects" },
  { id: "stopping", name: "Coming off a treatment" },
  { id: "botox-visit", name: "Injections" },
  { id: "pump-visit", name: "A pump" },
  { id: "physio-visit", name: "Physiotherapy and movement" },
  { id: "sleep", name: "Sleep" },
];
