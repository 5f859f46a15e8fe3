/** The countries whose labels the alerts know, to choose from. Apart from the check, so that the settings stay light. */
export const countryChoices: readonly { readonly id: string; readonly name: string }[] = [
  ["AT", "Austria"],
  ["AU", "Australia"],
  ["CA", "Canada"],
  ["CH", "Switzerland"],
  ["DE", "Germany"],
  ["FR", "France"],
  ["IE", "Ireland"],
  ["NZ", "New Zealand"],
  ["UK", "United Kingdom"],
  ["US", "United States"],
].map(([id = "", name = ""]) => ({ id, name }));
