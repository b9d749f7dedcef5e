/** What an idle worker waits for. */
export interface Signal {
  raise(): void;
  /** Resolves when it is raised; at once if it was raised since the last time. */
  raised(): Promise<void>;
}

export function createSignal(): Signal {
  let isRaised = false;
  let wake: (() => void) | undefined;
  return {
    raise: () => {
      if (wake === undefined) isRaised = true;
      wake?.();
      wake = undefined;
    },
    raised: async () => {
      if (!isRaised) await new Promise<void>((resolve) => (wake = resolve));
      isRaised = false;
    },
  };
}
