import { Press } from "./Press.tsx";
import { Problem } from "./Problem.tsx";

/** The end of a form: what is wrong, if anything is, then Save and Cancel. */
export function FormEnd({ problem, onCancel }: { problem: string | null; onCancel: () => void }) {
  return (
    <>
      <Problem>{problem}</Problem>
      <div className="row">
        <button type="submit" className="react-aria-Button primary">
          Save
        </button>
        <Press onPress={onCancel}>Cancel</Press>
      </div>
    </>
  );
}
