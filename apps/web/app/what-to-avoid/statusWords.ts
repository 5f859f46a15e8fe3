import type { MedicineStatus } from "@unclench/record";

/** How it is with a medicine, as buttons say it. */
export const statusWords: Readonly<Record<MedicineStatus, string>> = {
  current: "I take it",
  starting: "New, or not begun yet",
  changing: "The dose changes",
  stopping: "I am stopping it",
  missed: "I missed doses",
};
