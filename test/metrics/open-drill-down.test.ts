import fc from 'fast-check';
import { calendarsOf } from '../../src/domain/calendar/site-calendars';
import { ageOf, AGE_BANDS, isInBand } from '../../src/domain/metrics/open-figures';
import type { Case } from '../../src/domain/cases/case';
import { openDrillDown } from '../../src/metrics/open-drill-down';
import { openFiguresOf } from '../../src/metrics/open-counts';
import { aCase, details, opened } from '../support/cases';
import { MemoryCases } from '../support/memory/memory-cases';
import { MemoryCounting } from '../support/memory/memory-counting';
import { aDirectory, aPolicies, aWorld, DAY, START } from '../support/site';

const GROUPS = aDirectory().groups.map((group) => {
  if (group.key === 'av2b') return { ...group, zone: 'Europe/Berlin' };
  return group.key === 'di2' ? { ...group, holidays: ['2026-11-05', '2026-11-06', '2026-11-13'] } : group;
});
const directory = aDirectory(GROUPS);
const context = aWorld(START + 70 * DAY, { directory, calendars: calendarsOf(directory, aPolicies()) });
const ALL = { kind: 'enterprise', name: 'All' } as const;

describe('The open cases behind a metric', () => {
  it('for each age are as many as the metric says in any calendar, each in one age band (ME-5, BT-4)', async () => {
    const openings = fc.array(
      fc.record({ group: fc.constantFrom('av2', 'av2b', 'di2', 'cic'), hours: fc.nat({ max: 70 * 24 }) }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(openings, fc.integer({ min: 1, max: 4 }), async (cases, limit) => {
        const record = new MemoryCases();
        for (const [nth, { group, hours }] of cases.entries()) {
          const first = opened(group, { details: details({ pr: `70000000${10 + nth}` }) });
          const subject = aCase({ ...first, at: START + hours * 3_600_000, cause: `open-${nth}` });
          const id = `CS${1_000_000 + nth}`;
          await record.insert({ id, state: { ...subject, number: id }, notifications: [] });
        }
        const counting = new MemoryCounting(record);
        const { byAge } = await openFiguresOf(counting, ALL, context);
        const listed: string[] = [];
        for (const [place, band] of AGE_BANDS.entries()) {
          const found: Case[] = [];
          for (let more = true; more;) {
            const page = await openDrillDown(
              counting,
              { scope: ALL, age: band.key },
              context,
              limit,
              found.at(-1),
            );
            expect(page.count).toBe(byAge[place]?.count);
            found.push(...page.cases);
            more = page.cases.length === limit;
          }
          expect(found).toHaveLength(byAge[place]?.count ?? -1);
          expect(found.every((one) => isInBand(ageOf(one, context), band))).toBe(true);
          listed.push(...found.map(({ number }) => number));
        }
        expect(new Set(listed).size).toBe(cases.length);
        expect(listed).toHaveLength(cases.length);
      }),
      { numRuns: 50 },
    );
  });
});
