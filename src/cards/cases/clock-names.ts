import { kindOf } from '../../domain/cases/clocks/clock-key';
import type { ClockKey } from '../../domain/cases/clocks/clock-key';
import { CLOCK_NAMES } from '../../domain/policy/policy';

/** The clock of a key, by name. */
export const clockName = (key: ClockKey): string => CLOCK_NAMES[kindOf(key)].name;

/** The names of clocks, each once: a recurring one that was missed more than once says how often. */
export function clockNames(keys: readonly ClockKey[]): string {
  const times = new Map<string, number>();
  for (const name of keys.map(clockName)) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`)).join(', ');
}
