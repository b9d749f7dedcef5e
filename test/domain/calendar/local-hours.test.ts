import fc from 'fast-check';
import { DateTime } from 'luxon';
import { nextHour, openFrom } from '../../../src/domain/calendar/local-hours';

const at = (iso: string): number => Date.parse(iso);
const OFFICE = { zone: 'America/New_York', from: 8, to: 17, weekdays: true };
const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/St_Johns',
  // A midnight comes twice in autumn, and not at all in spring.
  'America/Havana',
  'Atlantic/Azores',
];
const MINUTE = 60_000;
const DAY = 86_400_000;

describe("A person's working hours", () => {
  it.each([
    ['within them', '2026-11-24T09:00:00-05:00', '2026-11-24T09:00:00-05:00'],
    ['before they begin', '2026-11-24T07:59:00-05:00', '2026-11-24T08:00:00-05:00'],
    ['when they are over', '2026-11-24T17:00:00-05:00', '2026-11-25T08:00:00-05:00'],
    ['on Friday evening', '2026-11-27T18:00:00-05:00', '2026-11-30T08:00:00-05:00'],
    ['over the night of the change to summer time', '2026-03-06T18:00:00-05:00', '2026-03-09T08:00:00-04:00'],
  ])('open at the right time %s', (_when, now, opens) => {
    expect(openFrom(OFFICE, at(now))).toBe(at(opens));
  });

  it('belong to the day they begin on when they run past midnight', () => {
    const night = { ...OFFICE, from: 22, to: 6 };
    // Saturday 05:00 is still Friday's night; Saturday's own is no workday's.
    expect(openFrom(night, at('2026-11-28T05:00:00-05:00'))).toBe(at('2026-11-28T05:00:00-05:00'));
    expect(openFrom(night, at('2026-11-28T06:00:00-05:00'))).toBe(at('2026-11-30T22:00:00-05:00'));
  });

  it('open after the hour that daylight saving time skips', () => {
    const early = { ...OFFICE, from: 2, to: 5, weekdays: false };
    expect(openFrom(early, at('2026-03-08T01:00:00-05:00'))).toBe(at('2026-03-08T03:00:00-04:00'));
  });

  it.each([
    ['America/Havana', '2026-10-31T23:00:00-04:00', '2026-11-01T00:00:00-04:00'],
    ['Atlantic/Azores', '2026-10-24T23:00:00Z', '2026-10-25T00:00:00Z'],
    ['America/Havana', '2026-03-07T23:00:00-05:00', '2026-03-08T01:00:00-04:00'],
  ])('in %s open at the first of two midnights, and after a midnight that is skipped', (zone, now, opens) => {
    expect(openFrom({ zone, from: 0, to: 6, weekdays: false }, at(now))).toBe(at(opens));
    expect(nextHour(0, zone, false, at(now))).toBe(at(opens));
  });

  it('close at the first of two midnights', () => {
    const evening = { zone: 'America/Havana', from: 20, to: 0, weekdays: false };
    const before = at('2026-10-31T23:59:59-04:00');
    expect(openFrom(evening, before)).toBe(before);
    expect(openFrom(evening, at('2026-11-01T00:00:00-04:00'))).toBe(at('2026-11-01T20:00:00-05:00'));
  });

  it('open exactly at the calculated minute and no minute earlier, in any time zone at any time of year', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const hours = fc
      .record({ zone: fc.constantFrom(...ZONES), from: hour, to: hour, weekdays: fc.boolean() })
      .filter(({ from, to }) => from !== to);
    const instant = fc
      .integer({ min: 0, max: 365 * 24 * 4 })
      .map((quarter) => at('2026-01-01T00:00:00Z') + quarter * 15 * MINUTE);
    const isOpen = (one: typeof OFFICE, now: number): boolean => openFrom(one, now) === now;
    fc.assert(
      fc.property(hours, instant, (one, now) => {
        const opens = openFrom(one, now);
        expect(opens).toBeGreaterThanOrEqual(now);
        expect(opens - now).toBeLessThan(4 * DAY);
        expect(isOpen(one, opens)).toBe(true);
        const local = DateTime.fromMillis(opens, { zone: one.zone });
        const byHour =
          one.from < one.to
            ? local.hour >= one.from && local.hour < one.to
            : local.hour >= one.from || local.hour < one.to;
        // Where the change of the clock skips an hour, the hours begin with the next.
        expect(byHour || local.hour === one.to).toBe(true);
        if (opens > now) expect(isOpen(one, opens - 1)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe('The hour of the digest', () => {
  it.each([
    ['today where it is to come', '2026-11-24T07:59:59-05:00', '2026-11-24T08:00:00-05:00'],
    ['tomorrow where it has just been', '2026-11-24T08:00:00-05:00', '2026-11-25T08:00:00-05:00'],
    ['on Monday after Friday’s', '2026-11-27T12:00:00-05:00', '2026-11-30T08:00:00-05:00'],
    [
      'at the same local hour after the change to winter time',
      '2026-10-30T12:00:00-04:00',
      '2026-11-02T08:00:00-05:00',
    ],
  ])('is %s', (_when, now, next) => {
    expect(nextHour(8, 'America/New_York', true, at(now))).toBe(at(next));
  });

  it('comes once a day, even when the clocks repeat that hour or skip it', () => {
    const zone = 'America/New_York';
    const first = nextHour(1, zone, false, at('2026-11-01T00:30:00-04:00'));
    expect(first).toBe(at('2026-11-01T01:00:00-04:00'));
    expect(nextHour(1, zone, false, first)).toBe(at('2026-11-02T01:00:00-05:00'));
    expect(nextHour(2, zone, false, at('2026-03-08T00:00:00-05:00'))).toBe(at('2026-03-08T03:00:00-04:00'));
  });

  it.each([0, 2])('comes at %s once a local day for a whole year in every time zone', (hour) => {
    for (const zone of ZONES) {
      let now = at('2026-01-01T00:00:00Z');
      const days = new Set<string>();
      for (let count = 1; count <= 365; count++) {
        now = nextHour(hour, zone, false, now);
        days.add(DateTime.fromMillis(now, { zone }).toISODate() ?? '');
        expect(days.size).toBe(count);
      }
    }
  });
});
