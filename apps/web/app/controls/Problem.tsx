/** Why what was just done did not work, read aloud at once; nothing where it did. */
export const Problem = ({ children }: { children: string | null }) =>
  children === null ? null : (
    <p className="notice warn" role="alert">
      {children}
    </p>
  );
