/** What is waited for by whoever has nothing to do until something happened. */
export interface Bell {
  ring(): void;
  /** Resolves when it rings; at once where it rang since the last time. */
  rung(): Promise<void>;
}

export function bell(): Bell {
  let rang = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      if (wake === undefined) rang = true;
      wake?.();
      wake = undefined;
    },
    rung: async () => {
      if (!rang) await new Promise<void>((resolve) => (wake = resolve));
      rang = false;
    },
  };
}
