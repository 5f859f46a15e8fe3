import { type ReactNode, useRef } from "react";
import { Button, type ButtonProps } from "react-aria-components";
import { useSettings } from "../hands/useSettings.ts";

type PressProps = Omit<ButtonProps, "onPress" | "children"> & {
  children: ReactNode;
  onPress: () => void;
  /** One primary action per screen. */
  primary?: boolean;
  /** For choices among several: said to a screen reader as pressed or not. */
  pressed?: boolean;
};

/**
 * A button that acts once per intent, by mouse, touch, keyboard, switch or voice: its own second activation is ignored for a
 * while, and a touch counts only if it was held as long as was chosen. See also [Note: Double hits].
 */
export function Press({ onPress, primary, pressed, className, ...rest }: PressProps) {
  const { ignoreMs, holdMs } = useSettings();
  const last = useRef(Number.NEGATIVE_INFINITY);
  const begun = useRef(Number.NEGATIVE_INFINITY);
  return (
    <Button
      {...rest}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      className={`react-aria-Button${primary ? " primary" : ""}${typeof className === "string" ? ` ${className}` : ""}`}
      onPressStart={() => {
        begun.current = performance.now();
      }}
      onPress={({ pointerType }) => {
        const now = performance.now();
        const byHand = pointerType === "mouse" || pointerType === "touch" || pointerType === "pen";
        if (byHand && now - begun.current < holdMs) return;
        if (now - last.current < ignoreMs) return;
        last.current = now;
        onPress();
      }}
    />
  );
}
