import { type ReactNode, useRef } from "react";
import { Button, type ButtonProps } from "react-aria-components";

/** A hand in spasm may touch twice: a second activation within this time is ignored. */
const IGNORE_MS = 500;

type PressProps = Omit<ButtonProps, "onPress" | "children"> & {
  children: ReactNode;
  onPress: () => void;
  /** One primary action per screen. */
  primary?: boolean;
  /** For choices among several: said to a screen reader as pressed or not. */
  pressed?: boolean;
};

/** A button that acts once per intent, by mouse, touch, keyboard, switch or voice. */
export function Press({ onPress, primary, pressed, className, ...rest }: PressProps) {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return (
    <Button
      {...rest}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      className={`react-aria-Button${primary ? " primary" : ""}${typeof className === "string" ? ` ${className}` : ""}`}
      onPress={(event) => {
        const now = performance.now();
        if (now - last.current < IGNORE_MS) return;
        last.current = now;
        void event;
        onPress();
      }}
    />
  );
}
