/** A role, never a name; and nobody has reviewed these pages yet. */
export const AUTHOR = "the makers of Unclench, not clinicians";
export const REVIEWER = "none yet";
