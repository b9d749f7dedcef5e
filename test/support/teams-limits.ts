import type { TimeSource } from '../../src/ports/time-source';

/** Teams' own figures, written down here a second time, so that a wrong figure of ours is found. */
const A_THREAD = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;
const A_TENANT = [[30, 1_000]] as const;

/** Counts calls as Teams does: by thread and by tenant, each window by the instants of the calls in it. */
export interface TeamsLimits {
  /** Takes a call; whether it is within every limit. */
  arrives(conversationId: string): boolean;
  /** Calls that were beyond one. */
  readonly broken: () => number;
  /** How near the calls came to each limit: the most that were in one of its windows. */
  readonly most: () => Readonly<Record<string, number>>;
}

export function teamsLimits(time: TimeSource): TeamsLimits {
  const calls = new Map<string, number[]>();
  const most: Record<string, number> = {};
  let broken = 0;
  const isWithin = (of: string, name: string, limits: readonly (readonly [number, number])[]): boolean => {
    const now = time.now();
    const known = calls.get(of) ?? [];
    calls.set(of, known);
    known.push(now);
    return limits
      .map(([allowed, ms]) => {
        let first = known.length;
        while (first > 0 && known[first - 1]! > now - ms) first--;
        const inWindow = known.length - first;
        const window = `${name} in ${ms / 1_000} s, of ${allowed}`;
        most[window] = Math.max(most[window] ?? 0, inWindow);
        return inWindow <= allowed;
      })
      .every(Boolean);
  };
  return {
    arrives: (conversationId) => {
      const isWithinThread = isWithin(`thread ${conversationId}`, 'thread', A_THREAD);
      const isWithinTenant = isWithin('tenant', 'tenant', A_TENANT);
      if (isWithinThread && isWithinTenant) return true;
      broken += 1;
      return false;
    },
    broken: () => broken,
    most: () => most,
  };
}
