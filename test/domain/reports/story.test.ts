import fc from 'fast-check';
import { MEASURES } from '../../../src/domain/metrics/measures';
import { measuresOf } from '../../../src/domain/metrics/scorecard';
import type { Tallies } from '../../../src/domain/metrics/tally';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import { percentText } from '../../../src/domain/metrics/figure-text';
import { reportMonth, scoredOf } from '../../../src/domain/reports/report';
import type { Report, ReportPlan } from '../../../src/domain/reports/report';
import { storyOf } from '../../../src/domain/reports/story';

const month = reportMonth(
  { from: '2026-10-01', to: '2026-10-31' },
  { from: 0, before: 1_000, name: 'October 2026' },
);
const scope = { kind: 'msc', key: 'aviation', name: 'Aviation' } as const;
const NO_CASES: Report['scorecard']['open'] = {
  count: 0,
  byAge: [],
  bySla: { missed: 0, warned: 0, 'in-time': 0 },
  topReasons: [],
};

function aReport(now: Tallies, before: Tallies = {}, more: Partial<Report> = {}, open = NO_CASES): Report {
  const measures = measuresOf(now, before, DEFAULT_POLICY.goals);
  return {
    scope,
    month,
    scorecard: { scope, period: month.period, measures, open },
    aged: { over: 30, count: 0, byGroup: [] },
    plans: [],
    madeAt: 2_000,
    ...more,
  };
}

const done = (count: number, met: number) => ({ count, met, sumMs: 0, bins: [] });
/** Closed in so many days each. */
const closed = (...days: readonly number[]) => {
  const bins = Array.from(
    { length: Math.max(0, ...days) + 1 },
    (_, bin) => days.filter((one) => one === bin).length,
  );
  return { count: days.length, met: days.length, sumMs: 0, bins };
};

const tally = fc.tuple(fc.nat(400), fc.nat(400)).map(([count, met]) => done(count, Math.min(met, count)));
const closure = fc.array(fc.nat(40), { maxLength: 60 }).map((days) => closed(...days));
const tallies = fc
  .record(
    {
      'closed/1': closure,
      'closed/2': closure,
      'closed/3': closure,
      satisfaction: tally,
      'assignment/2/high': tally,
      'interim-response/2/low': tally,
      'assignment/3/high': tally,
      'initial-update/3/high': tally,
      'recurring-update/3/low': tally,
    },
    { requiredKeys: [] },
  )
  .map((all) => all as Tallies);
const names = MEASURES.map(({ name }) => name).sort((a, b) => b.length - a.length);

describe('The story of a report', () => {
  it('leaves out a measure with nothing to count, and says once for each other one whether its goal is met (ME-6, ME-7)', () => {
    fc.assert(
      fc.property(tallies, tallies, (now, before) => {
        const report = aReport(now, before);
        const story = storyOf(report);
        const [missed = '', met = ''] = ['Not met: ', 'Met: '].map(
          (begin) => story.find((sentence) => sentence.startsWith(begin)) ?? '',
        );
        for (const { name, count, reached, percent } of scoredOf(report.scorecard)) {
          if (count === 0 || percent === undefined) {
            expect(story.join(' ')).not.toContain(`${name} (`);
            expect(story.join(' ')).not.toContain(`, ${name} moved`);
            continue;
          }
          const [inMissed, inMet] = [missed, met].map((sentence) =>
            sentence.includes(`${name} (${percentText(percent)}`),
          );
          expect([inMissed, inMet]).toEqual([reached === false, reached === true]);
        }
      }),
    );
  });

  it('has no number that is not on the scorecard (ME-7)', () => {
    fc.assert(
      fc.property(tallies, tallies, (now, before) => {
        const report = aReport(now, before);
        const scored = scoredOf(report.scorecard);
        const known = new Set(
          scored.flatMap(({ percent, goalPercent, before: earlier }) =>
            [percent, goalPercent, earlier.percent].flatMap((one) =>
              one === undefined ? [] : [percentText(one)],
            ),
          ),
        );
        const said = [
          ...storyOf(report)
            .join(' ')
            .matchAll(/\d+(?:\.\d+)?\u00a0%/gu),
        ].map(([one]) => one);
        expect(said.filter((one) => !known.has(one))).toEqual([]);
        const figures = scored.filter(({ count }) => count > 0);
        const reached = figures.filter((one) => one.reached === true).length;
        const verdict =
          figures.length === 0
            ? 'Aviation had nothing to count in October 2026.'
            : `Aviation met ${reached} of ${figures.length} goal${figures.length === 1 ? '' : 's'} in October 2026`;
        expect(storyOf(report)[0]?.startsWith(verdict)).toBe(true);
      }),
    );
  });

  it('names what moved most by the numbers as shown, and what moved most the other way (ME-7)', () => {
    fc.assert(
      fc.property(tallies, tallies, (now, before) => {
        const report = aReport(now, before);
        const shown = (percent: number): number => Number.parseFloat(percentText(percent));
        const moves = scoredOf(report.scorecard).flatMap(({ name, percent, before: { percent: earlier } }) =>
          percent === undefined || earlier === undefined
            ? []
            : [{ name, points: Math.round((shown(percent) - shown(earlier)) * 10) / 10 }],
        );
        const most = Math.max(0, ...moves.map(({ points }) => Math.abs(points)));
        const sentence = storyOf(report).find((one) => one.startsWith('Compared with September 2026, '));
        expect(sentence === undefined).toBe(most === 0);
        const first = names.find((name) =>
          sentence?.startsWith(`Compared with September 2026, ${name} moved most, `),
        );
        if (sentence === undefined) return;
        const moved = moves.find(({ name }) => name === first);
        expect(Math.abs(moved?.points ?? 0)).toBe(most);
        expect(sentence).toContain(`${(moved?.points ?? 0) > 0 ? 'up' : 'down'}, by ${most} points`);
        const against = moves.some(({ points }) => points !== 0 && points > 0 !== (moved?.points ?? 0) > 0);
        expect(sentence.includes(' furthest ')).toBe(against);
      }),
    );
  });

  it('says if the month has not ended yet (ME-7)', () => {
    const [first] = storyOf(aReport({}, {}, { madeAt: 500 }));
    expect(first).toBe("October 2026 hasn't ended yet: these are its numbers so far.");
  });

  it('says how many open cases are aged, who has most of them, and why most of them came (ME-5)', () => {
    const open = {
      ...NO_CASES,
      count: 45,
      topReasons: [
        { key: 'b', name: 'Backorder', count: 14 },
        { key: 'e', name: 'Expedite', count: 9 },
      ],
    };
    const byGroup = [
      { name: 'Av L3', count: 7 },
      { name: 'Av L2', count: 5 },
    ];
    const said = storyOf(aReport({}, {}, { aged: { over: 30, count: 12, byGroup } }, open));
    expect(said).toContain(
      '12 of 45 open cases are over 30 business days old, the most with Av L3 (7) and Av L2 (5).',
    );
    expect(said).toContain('Most open cases are about Backorder (14) and Expedite (9).');
    expect(storyOf(aReport({}, {}, {}, { ...NO_CASES, count: 3 }))).toContain(
      'None of the 3 open cases is over 30 business days old.',
    );
    expect(storyOf(aReport({}))).toContain('No cases are open.');
  });

  it.each<[string, readonly ReportPlan[], string]>([
    ['none is open', [], 'No action plans are open.'],
    ['one is open', [{ measure: 'CSAT', id: 'AP0000001', overdue: false }], '1 action plan is open: CSAT.'],
    [
      'one of two is past its day',
      [
        { measure: 'CSAT', id: 'AP0000001', overdue: true },
        { measure: 'Level 3', id: 'AP0000002', overdue: false },
      ],
      '2 action plans are open, 1 of them overdue: CSAT; Level 3.',
    ],
  ])('describes the action plans when %s (ME-8)', (_what, plans, sentence) => {
    const said = storyOf(aReport({}, {}, { plans }));
    expect(said.filter((one) => one.includes('action plan'))).toEqual([sentence]);
  });

  it('never calls a goal met if it is missed by a fraction (ME-1)', () => {
    const report = aReport({ satisfaction: done(100_000, 84_999) });
    expect(storyOf(report)[1]).toBe(
      'Not met: Customer satisfaction (CSAT) (84.999% of 100,000 answers, goal 85%).',
    );
  });

  it("says that this month's metrics were recalculated, but not for another month (ME-11)", () => {
    const report = aReport({ satisfaction: done(100, 90) });
    const { from, to } = report.month.days;
    const withRecount = (days: { readonly from: string; readonly to: string }) =>
      storyOf({
        ...report,
        scorecard: { ...report.scorecard, recounted: { at: 0, cases: 1, ...days } },
      }).join(' ');
    expect(withRecount({ from, to })).toContain('The numbers were recalculated on 31 Dec 1969, 19:00 EST');
    expect(withRecount({ from: '2020-01-01', to: '2020-01-31' })).not.toContain('recalculated');
    const under = { ...report, scorecard: { ...report.scorecard, recounting: true as const } };
    expect(storyOf(under).at(-1)).toBe('The numbers are being recalculated and may still change.');
  });
});
