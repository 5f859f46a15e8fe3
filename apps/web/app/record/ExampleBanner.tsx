import { Press } from "../controls/Press.tsx";

/** On every screen that shows the made-up diary: what it is, and the one touch that removes it. */
export function ExampleBanner({ onClose }: { onClose: () => void }) {
  return (
    <aside className="notice warn" aria-label="Made-up example">
      <p>
        <b>This diary is made up.</b> Nobody lived these days, and its treatments and doses are no advice. It
        is shown apart from your own diary and is not saved.
      </p>
      <p>
        <Press onPress={onClose}>Remove the example</Press>
      </p>
    </aside>
  );
}
