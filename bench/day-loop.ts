import { DateTime } from 'luxon';

/** Business time as it is commonly written with luxon: day after day from the start. Right but for odd midnights. */
export interface DayLoop {
  add(start: number, ms: number): number;
  elapsed(from: number, to: number): number;
}

export function dayLoop(zone: string, holidays: ReadonlyMap<string, string>): DayLoop {
  const counts = (day: DateTime): boolean => day.weekday < 6 && !holidays.has(day.toISODate() ?? '');
  const nextDay = (day: DateTime): DateTime => day.plus({ days: 1 }).startOf('day');
  return {
    add: (start, ms) => {
      let left = ms;
      let cursor: DateTime = DateTime.fromMillis(start, { zone });
      for (;;) {
        const next = nextDay(cursor);
        if (counts(cursor)) {
          const open = next.toMillis() - cursor.toMillis();
          if (left < open) return cursor.toMillis() + left;
          left -= open;
        }
        cursor = next;
      }
    },
    elapsed: (from, to) => {
      let sum = 0;
      let cursor: DateTime = DateTime.fromMillis(from, { zone });
      while (cursor.toMillis() < to) {
        const next = nextDay(cursor);
        if (counts(cursor)) sum += Math.min(next.toMillis(), to) - cursor.toMillis();
        cursor = next;
      }
      return sum;
    },
  };
}
