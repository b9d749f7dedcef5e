import { IANAZone } from 'luxon';
import {
  dayBoundaries,
  FIRST_DAY,
  isoDateOfDay,
  startOfDay,
} from '../../../src/domain/calendar/day-boundaries';

/** The local date of an instant by the offset alone. */
const localDate = (zone: IANAZone, instant: number): string =>
  new Date(instant + zone.offset(instant) * 60_000).toISOString().slice(0, 10);

describe('The first instant of a day', () => {
  it.each([
    'America/Havana',
    'Africa/Cairo',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Beirut',
    'America/Nuuk',
  ])(
    "in %s has that day's date, and the instant before doesn't, whatever the clocks do at midnight (BT-4)",
    (name) => {
      const zone = IANAZone.create(name);
      const boundaries = dayBoundaries(name);
      boundaries.reach(Date.UTC(2012, 0, 1));
      boundaries.starts.forEach((start, index) => {
        const date = isoDateOfDay(FIRST_DAY + index);
        const [before, at] = [localDate(zone, start - 1), localDate(zone, start)];
        if (at !== date || before >= date) throw new Error(`${date} begins at ${start}: ${before}, ${at}`);
      });
      expect(boundaries.starts.length).toBeGreaterThan(12 * 365);
      const alone = boundaries.starts.map((_, index) => startOfDay(isoDateOfDay(FIRST_DAY + index), name));
      expect(alone).toEqual(boundaries.starts);
    },
  );

  it('is the first of the two midnights in Havana in the fall (BT-4)', () => {
    const boundaries = dayBoundaries('America/Havana');
    boundaries.reach(Date.UTC(2027, 0, 1));
    expect(boundaries.starts).toContain(Date.parse('2026-11-01T00:00:00-04:00'));
    expect(boundaries.starts).not.toContain(Date.parse('2026-11-01T00:00:00-05:00'));
  });

  it.each([
    ['2026-02-30', 'America/Havana'],
    ['', 'America/Havana'],
    ['2026-02-28', 'Atlantis'],
  ])("can't be found for “%s” in %s", (date, zone) => {
    expect(() => startOfDay(date, zone)).toThrow(RangeError);
  });

  it('is the start of the next day when a time zone left the day out (BT-4)', () => {
    const boundaries = dayBoundaries('Pacific/Apia');
    const { starts } = boundaries;
    boundaries.reach(Date.UTC(2012, 0, 10));
    const index = starts.indexOf(Date.parse('2011-12-30T10:00:00Z'));
    expect(isoDateOfDay(FIRST_DAY + index)).toBe('2011-12-30');
    expect(starts[index + 1]).toBe(starts[index]);
  });

  it('is right when a clock change falls at the start of the year, as in Fiji in 2021 (BT-4)', () => {
    const boundaries = dayBoundaries('Pacific/Fiji');
    boundaries.reach(Date.UTC(2021, 1, 1));
    const index = Date.UTC(2021, 0, 17) / 86_400_000 - FIRST_DAY;
    expect(boundaries.starts.slice(index, index + 2)).toEqual(
      ['2021-01-17T00:00:00+13:00', '2021-01-18T00:00:00+12:00'].map(Date.parse),
    );
  });

  it('is known from 2000 to 2100 only (BT-4)', () => {
    const boundaries = dayBoundaries('Europe/Paris');
    const first = Date.parse('2000-01-01T00:00:00+01:00');
    expect(boundaries.starts).toEqual([first]);
    expect(() => boundaries.reach(first - 1)).toThrow(RangeError);
    expect(boundaries.starts).toEqual([first]);
    boundaries.reach(first);
    expect(boundaries.starts[366]).toBe(Date.parse('2001-01-01T00:00:00+01:00'));
    const end = Date.parse('2101-01-01T00:00:00+01:00');
    boundaries.reach(end - 1);
    expect(boundaries.starts.at(-1)).toBe(end);
    expect(() => boundaries.reach(end)).toThrow(RangeError);
  });
});
