import { Press } from "../controls/Press.tsx";

/** Opens the browser's own print window; without scripts the browser's menu does the same. */
export function PrintButton({ children }: { children: string }) {
  return (
    <p className="no-print needs-script">
      <Press onPress={() => window.print()}>{children}</Press>
    </p>
  );
}
