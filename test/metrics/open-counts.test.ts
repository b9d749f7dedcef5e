import fc from 'fast-check';
import { calendarsOf } from '../../src/domain/calendar/site-calendars';
import { caseFactsOf } from '../../src/domain/metrics/case-facts';
import { openedWithin, slaStateOf } from '../../src/domain/metrics/open-figures';
import { openFiguresOf } from '../../src/metrics/open-counts';
import { aCase, details, opened } from '../support/cases';
import type { Happened } from '../support/cases';
import { MemoryCases } from '../support/memory/memory-cases';
import { MemoryCounting } from '../support/memory/memory-counting';
import { aDirectory, aPolicies, aWorld, DAY, START } from '../support/site';

const GROUPS = aDirectory().groups.map((group) => {
  if (group.key === 'av2b') return { ...group, zone: 'Europe/Berlin' };
  return group.key === 'di2' ? { ...group, holidays: ['2026-11-05', '2026-11-06', '2026-11-13'] } : group;
});
const directory = aDirectory(GROUPS);
const calendars = calendarsOf(directory, aPolicies());
const NOW = START + 70 * DAY;
const context = aWorld(NOW, { directory, calendars });

describe('The counts of open cases', () => {
  it('by age use the calendar of the group where each was created, and match a count one by one (ME-5, BT-4)', async () => {
    const openings = fc.array(
      fc.record({
        group: fc.constantFrom('av2', 'av2b', 'di2', 'cic'),
        hours: fc.nat({ max: 70 * 24 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(openings, async (cases) => {
        const record = new MemoryCases();
        const ages: number[] = [];
        for (const [nth, { group, hours }] of cases.entries()) {
          const first = opened(group, { details: details({ pr: `70000000${10 + nth}` }) });
          const subject = aCase({ ...first, at: START + hours * 3_600_000, cause: `open-${nth}` });
          const id = `CS${1_000_000 + nth}`;
          await record.insert({ id, state: { ...subject, number: id }, notifications: [] });
          for (const fact of caseFactsOf(subject, context)) if (fact.kind === 'open') ages.push(fact.ageMs);
        }
        const counting = new MemoryCounting(record);
        const { byAge, count } = await openFiguresOf(counting, { kind: 'enterprise', name: 'All' }, context);
        const inBand = (over: number, upTo: number) =>
          ages.filter((age) => age > over * DAY && age <= upTo * DAY).length;
        expect(count).toBe(cases.length);
        expect(byAge.map((band) => band.count)).toEqual([
          inBand(-1, 8),
          inBand(8, 16),
          inBand(16, 30),
          inBand(30, Infinity),
        ]);
      }),
      { numRuns: 50 },
    );
  });

  it('have age bands that are exact to the millisecond (ME-5, BT-5)', () => {
    const calendar = calendars.ofGroup('av2');
    for (const days of [8, 16, 30]) {
      const since = openedWithin(days, NOW, calendar);
      expect(calendar.elapsed(since, NOW)).toBe(days * DAY);
      expect(calendar.elapsed(since - 1, NOW)).toBeGreaterThan(days * DAY);
    }
  });

  it('by clocks use the worst running clock in the timeline (ME-5)', () => {
    const unassigned = opened('av2', { assignee: undefined });
    const of = (...happened: readonly Happened[]) => slaStateOf(aCase(unassigned, ...happened), context);
    const warned = { kind: 'clock-warned', clock: 'assignment#1', dueAt: START + 2 * DAY } as const;
    const missed = { ...warned, kind: 'clock-missed', at: START + 2 * DAY + 1 } as const;
    const assigned = { kind: 'assigned', to: 'av2-agent', how: 'claimed' } as const;
    expect(of()).toBe('in-time');
    expect(of({ ...warned, at: START + 1.5 * DAY })).toBe('warned');
    // The interim response, due in two days too, ran out beside it and was sent.
    const interim = { kind: 'interim-sent', text: 'Soon.', at: START + DAY } as const;
    expect(of(interim, missed)).toBe('missed');
    expect(of(interim, missed, { ...assigned, at: START + 3 * DAY })).toBe('in-time');
  });

  it('by reason list the most frequent first, and at most five (ME-5)', async () => {
    const record = new MemoryCases();
    const reasons = [
      'backorder',
      'backorder',
      'other',
      'expedite',
      'quality',
      'returns',
      'turn-in',
      'unheard-of',
    ];
    for (const [nth, reason] of reasons.entries()) {
      const subject = aCase({
        ...opened('av2', { details: details({ reason, pr: `70000000${10 + nth}` }) }),
        cause: `open-${nth}`,
      });
      const id = `CS${1_000_000 + nth}`;
      await record.insert({ id, state: { ...subject, number: id }, notifications: [] });
    }
    const of = { kind: 'group', key: 'av2', name: 'av2' } as const;
    const { topReasons } = await openFiguresOf(new MemoryCounting(record), of, context);
    expect(topReasons[0]).toEqual({ key: 'backorder', name: 'Backorder', count: 2 });
    expect(topReasons).toHaveLength(5);
  });
});
