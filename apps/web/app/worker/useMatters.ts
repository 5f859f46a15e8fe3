import type { MattersInput, MattersResult } from "@unclench/answers/what-matters";
import { useEffect, useState } from "react";
import { arguingEngine } from "./useArguing.ts";

/** The treatments weighed by what matters; null while nothing was asked, or for the first time is being counted. */
export function useMatters(input: MattersInput | null): MattersResult | null {
  const [result, setResult] = useState<MattersResult | null>(null);
  const asked = JSON.stringify(input);
  useEffect(() => {
    let current = true;
    const ofInput = JSON.parse(asked) as MattersInput | null;
    if (ofInput === null) setResult(null);
    else
      void arguingEngine()
        .whatMatters(ofInput)
        .then((answer) => {
          if (current) setResult(answer);
        });
    return () => {
      current = false;
    };
  }, [asked]);
  return result;
}
