import * as fc from 'fast-check';
import { seriesOf } from '../../../src/domain/metrics/days';
import { distributionBars, barLabel, barsUpTo } from '../../../src/domain/metrics/distribution-bars';
import { percentText } from '../../../src/domain/metrics/figure-text';
import * as finding from '../../../src/domain/metrics/finding';
import { periodWords } from '../../../src/domain/metrics/finding-period';
import type { Distribution, Point } from '../../../src/domain/metrics/scorecard';
import type { Scope } from '../../../src/domain/metrics/summary';

/** The same with plain spaces. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');
const trendFinding = (...of: Parameters<typeof finding.trendFinding>): string =>
  spaced(finding.trendFinding(...of));
const distributionFinding = (...of: Parameters<typeof finding.distributionFinding>): string =>
  spaced(finding.distributionFinding(...of));

const ENTERPRISE: Scope = { kind: 'enterprise', name: 'Enterprise' };
const AVIATION: Scope = { kind: 'msc', key: 'aviation', name: 'Aviation' };
const OF = { key: 'enterprise-crt', scope: ENTERPRISE, goalPercent: 85 } as const;
const DECEMBER = { from: '2026-12-01', to: '2026-12-31' };

/** A month for each pair of met and counted, the last being December 2026. */
const months = (...shares: readonly (readonly [met: number, count: number])[]): readonly Point[] =>
  seriesOf(DECEMBER, shares.length).map((days, place): Point => {
    const [met, count] = shares[place] ?? [0, 0];
    return { days, name: '', met, count, ...(count === 0 ? {} : { percent: (met * 100) / count }) };
  });

describe('The finding of a trend', () => {
  it('states the first and last values, and how often the goal was missed (ME-6)', () => {
    const shares = [881, 870, 860, 855, 851, 850, 849, 848, 840, 850, 830, 794].map(
      (met) => [met, 1000] as const,
    );
    expect(trendFinding(OF, months(...shares))).toBe(
      'Enterprise CRT fell from 88.1% in January 2026 to 79.4% in December 2026; the goal of 85% was missed in 5 of 12 months.',
    );
  });

  it('names its scope unless it is the enterprise', () => {
    const of = { ...OF, key: 'satisfaction', scope: AVIATION } as const;
    expect(trendFinding(of, months([8, 10], [9, 10]))).toBe(
      'CSAT of Aviation rose from 80% in November 2026 to 90% in December 2026; the goal of 85% was missed in 1 of 2 months.',
    );
  });

  it('says if the goal was always met or always missed', () => {
    expect(trendFinding(OF, months([9, 10], [9, 10]))).toContain(
      'was 90% both in November 2026 and in December 2026',
    );
    expect(trendFinding(OF, months([9, 10], [9, 10]))).toContain('was met in all 2 months.');
    expect(trendFinding(OF, months([1, 10], [2, 10]))).toContain('was missed in all 2 months.');
  });

  it('treats a period with nothing to count as such, not as a miss (ME-6)', () => {
    expect(trendFinding(OF, [])).toBe('Enterprise CRT: nothing to count.');
    expect(trendFinding(OF, months([9, 10]))).toBe(
      'Enterprise CRT was 90% in December 2026; the goal of 85% was met.',
    );
    expect(trendFinding(OF, months([0, 0], [0, 0]))).toBe(
      'Enterprise CRT: nothing to count in any of the 2 months to December 2026.',
    );
    expect(trendFinding(OF, months([0, 0]))).toBe('Enterprise CRT: nothing to count in December 2026.');
    expect(trendFinding(OF, months([9, 10], [0, 0], [8, 10]))).toBe(
      'Enterprise CRT fell from 90% in October 2026 to 80% in December 2026; ' +
        'the goal of 85% was missed in 1 of the 2 months with anything to count.',
    );
    expect(trendFinding(OF, months([0, 0], [9, 10], [0, 0]))).toBe(
      'Enterprise CRT was 90% in November 2026, the only one of 3 months with anything to count; the goal of 85% was met.',
    );
    expect(trendFinding(OF, months([8, 10]))).toBe(
      'Enterprise CRT was 80% in December 2026; the goal of 85% was missed.',
    );
  });

  it('shows a miss by a fraction that rounding would hide', () => {
    expect(trendFinding(OF, months([84_999, 100_000]))).toBe(
      'Enterprise CRT was 84.999% in December 2026; the goal of 85% was missed.',
    );
  });

  it('states the right number of misses and the right direction for any numbers', () => {
    const share = fc.nat(1_000).chain((count) => fc.tuple(fc.nat(count), fc.constant(count)));
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 14 }), (shares) => {
        const said = trendFinding(OF, months(...shares));
        expect(said).not.toMatch(/NaN|undefined|Infinity/u);
        const counted = shares.filter(([, count]) => count > 0);
        const missed = counted.filter(([met, count]) => met / count < 0.85).length;
        if (counted.length > 1) {
          const [, some] = /missed in (\d+) of/u.exec(said) ?? [];
          const toldMisses = said.includes('missed in all') ? counted.length : Number(some ?? 0);
          expect(toldMisses).toBe(missed);
        }
        const [first, last] = [counted[0], counted.at(-1)].map((one) => (one ? one[0] / one[1] : 0));
        if (/ fell /u.test(said)) expect(last).toBeLessThan(first!);
        if (/ rose /u.test(said)) expect(last).toBeGreaterThan(first!);
      }),
    );
  });
});

describe('The words for a period', () => {
  it.each([
    ['2026-10-01', '2026-10-31', 'month', 'October 2026', 'Oct', '2026'],
    ['2026-10-01', '2026-12-31', 'quarter', 'October to December 2026', 'Oct–Dec', '2026'],
    ['2026-11-01', '2027-01-31', 'period', 'November 2026 to January 2027', 'Nov–Jan', '2026'],
    ['2025-10-01', '2026-09-30', 'fiscal year', 'FY26', 'FY26', ''],
    ['2025-01-01', '2025-12-31', 'year', '2025', '2025', ''],
    ['2026-10-05', '2026-10-05', 'day', '5 October 2026', '5 Oct', '2026'],
    ['2026-10-05', '2026-10-11', 'week', 'the week of 5 October 2026', '5 Oct', '2026'],
    ['2026-10-06', '2026-10-12', 'period', '6 October 2026 to 12 October 2026', '6 Oct', '2026'],
  ])('from %s to %s say a %s, %s', (from, to, unit, name, label, group) => {
    expect(periodWords({ from, to })).toEqual({ unit, name, label, group });
  });
});

const distribution = (goalDays: number, counts: readonly number[], over: number): Distribution => {
  const count = counts.reduce((sum, one) => sum + one, over);
  const bins = counts.map((one, days) => ({ days, count: one }));
  return { key: 'enterprise-crt', goalDays, goalPercent: 85, bins, over, count };
};

describe('The distribution of resolution times', () => {
  it('is described by its median, its average, and the share that met the goal (ME-1)', () => {
    const of = { ...distribution(3, [0, 5, 3, 1, 2], 1), medianDays: 2, meanDays: 3.25 };
    expect(distributionFinding(of)).toBe(
      'Half of 12 cases were resolved within 2 business days, the average took 3.3; 9 (75%) were within the goal of 3.',
    );
  });

  it('says if there are no times, and gives the time of a single case (ME-6)', () => {
    expect(distributionFinding(distribution(3, [0, 0], 0))).toBe('No cases were resolved.');
    const one = { ...distribution(3, [0, 0, 0, 0], 1), medianDays: 5, meanDays: 4.5 };
    expect(distributionFinding(one)).toBe('The one case took 4.5 business days, more than the goal of 3.');
    const kept = { ...distribution(3, [0, 0, 1, 0], 0), medianDays: 2, meanDays: 1.5 };
    expect(distributionFinding(kept)).toBe('The one case took 1.5 business days, within the goal of 3.');
    expect(distributionFinding({ ...kept, count: 0 })).toBe('No cases were resolved.');
    const { meanDays, ...noMean } = kept;
    expect(distributionFinding(noMean)).toBe('No cases were resolved.');
    expect(distributionFinding({ ...distribution(3, [0, 0, 1, 0], 0), meanDays })).toBe(
      'No cases were resolved.',
    );
  });

  it('has the goal between two bars, every case in one bar, and no more bars than a phone can show (ME-1, ME-2)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 130 }),
        fc.infiniteStream(fc.nat(50)),
        fc.nat(9),
        (goal, stream, over) => {
          const counts = Array.from({ length: barsUpTo(goal) + 1 }, () => Number(stream.next().value));
          const of = distribution(goal, counts, over);
          const bars = distributionBars(of);
          expect(bars.length).toBeLessThanOrEqual(17);
          expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(of.count);
          const kept = counts.slice(0, goal + 1).reduce((sum, one) => sum + one, 0);
          const within = bars.filter((bar) => bar.within);
          expect(within.reduce((sum, { count }) => sum + count, 0)).toBe(kept);
          expect(within.at(-1)?.to).toBe(goal);
          bars.slice(1).forEach(({ from }, place) => {
            expect(from).toBe((bars[place]?.to ?? 0) + 1);
          });
        },
      ),
    );
  });

  it('labels its bars in business days', () => {
    const eight = distributionBars(distribution(8, Array<number>(17).fill(1), 2)).map(barLabel);
    expect(eight.slice(0, 2)).toEqual(['1', '2']);
    expect(eight.slice(-2)).toEqual(['16', '17+']);
    const sixteen = distributionBars(distribution(16, Array<number>(33).fill(1), 2)).map(barLabel);
    expect([sixteen[0], sixteen[7], sixteen[8], sixteen.at(-1)]).toEqual(['1–2', '15–16', '17–18', '33+']);
  });
});

it('A finding rounds percentages to one decimal, but never up to a whole one that is missed (ME-6)', () => {
  expect([100, 85, 84.99, 88.1, 0, 200 / 3].map((percent) => spaced(percentText(percent)))).toEqual([
    '100%',
    '85%',
    '84.99%',
    '88.1%',
    '0%',
    '66.7%',
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (count, some) => {
      const percent = (Math.min(some, count) * 100) / count;
      const said = Number.parseFloat(percentText(percent));
      expect(Math.abs(said - percent)).toBeLessThanOrEqual(0.05 + 1e-9);
      // Compared as whole numbers: what is said to be a whole percent is at least that.
      if (Number.isInteger(said)) expect(said * count).toBeLessThanOrEqual(Math.min(some, count) * 100);
    }),
  );
});
