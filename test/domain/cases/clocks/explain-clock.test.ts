import type { Case } from '../../../../src/domain/cases/case';
import type { ClockKey } from '../../../../src/domain/cases/clocks/clock-key';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import { explainClock, type ClockExplanation } from '../../../../src/domain/cases/clocks/explain-clock';
import type { DomainContext } from '../../../../src/domain/kernel/domain-context';
import { at, caseOf, details, worldAt } from './clock-cases';

const opened = (group: string, level: 1 | 2 | 3 = 2) =>
  ({ kind: 'opened', origin: 'level-2', level, group, details: details({ ipd: 2 }) }) as const;

function explained(subject: Case, key: ClockKey, context: DomainContext): ClockExplanation {
  const clock = clocksOf(subject, context).find((each) => each.key === key);
  if (clock === undefined) throw new Error(`No clock ${key}`);
  return explainClock(clock, subject, context);
}

// Wednesday 25 November 2026, 10:00: the next day is Thanksgiving Day.
const started = at(25, 10);
const fresh = caseOf([started, opened('av-l2')]);

describe('A running clock', () => {
  it('is explained by its start, the days allowed, and the weekends and holidays in between (BT-2, BT-3, CK-1)', () => {
    const why = explained(fresh, 'interim-response#1', worldAt(at(25, 12)));
    expect(why.start).toMatchObject({ number: 1, entry: { kind: 'opened', at: started } });
    expect(why.clock).toMatchObject({ days: 2, dueAt: at(30, 10), rule: 'CK-1' });
    expect(why.clock.source).toContain('E4 2.f');
    expect(why.skipped).toEqual([
      { date: '2026-11-26', why: 'Thanksgiving Day' },
      { date: '2026-11-28', why: 'Saturday' },
      { date: '2026-11-29', why: 'Sunday' },
    ]);
    expect(why).toMatchObject({ warnShare: 0.75, lateBy: 0, zone: 'America/New_York' });
    expect(why.left).toBe(46 * 3_600_000);
    expect(why.end).toBeUndefined();
  });

  it('shows negative time left once it is missed (BT-5)', () => {
    const why = explained(fresh, 'interim-response#1', worldAt(at(30, 12)));
    expect(why.left).toBe(-2 * 3_600_000);
  });

  it('keeps the calendar of the group that first owed it, whoever holds the case now (BT-4)', () => {
    const moved = caseOf(
      [at(16, 9), opened('av-l2-west')],
      [at(16, 10), { kind: 'reassigned', group: 'av-l2', level: 2, why: 'Misrouted.' }],
    );
    const why = explained(moved, 'interim-response#1', worldAt(at(16, 12)));
    expect(why).toMatchObject({ calendarOf: 'av-l2-west', zone: 'Pacific/Honolulu' });
    expect(why.clock.group).toBe('av-l2');
    expect(why.skipped).toContainEqual({ date: '2026-11-18', why: 'Closed' });
  });

  it('that runs again shows the previous status as its start (CK-2)', () => {
    const sent = caseOf([at(16, 9), opened('av-l2')], [at(17, 9), { kind: 'status-sent', text: 'x' }]);
    const why = explained(sent, 'recurring-status#2', worldAt(at(17, 10)));
    expect(why.start).toMatchObject({ number: 2, entry: { kind: 'status-sent' } });
  });
});

describe('A clock that has ended', () => {
  it('says which entry met it on time (CK-1)', () => {
    const met = caseOf([at(16, 9), opened('av-l2')], [at(18, 9), { kind: 'interim-sent', text: 'x' }]);
    const why = explained(met, 'interim-response#1', worldAt(at(19, 9)));
    expect(why.end).toMatchObject({ number: 2, entry: { kind: 'interim-sent' } });
    expect(why).toMatchObject({ lateBy: 0, left: 0 });
  });

  it("says how much business time it was late by, and does not name the sweep's entry from the same act (CK-11)", () => {
    const late = caseOf(
      [at(16, 9), opened('av-l2')],
      [at(18, 12), { kind: 'clock-missed', clock: 'interim-response#1', dueAt: at(18, 9) }],
      [at(18, 12), { kind: 'interim-sent', text: 'x' }],
    );
    const why = explained(late, 'interim-response#1', worldAt(at(19, 9)));
    expect(why.end?.number).toBe(3);
    expect(why.lateBy).toBe(3 * 3_600_000);
  });

  it('says what made it no longer due (AS-3)', () => {
    const moved = caseOf(
      [at(16, 9), opened('av-l2')],
      [at(16, 12), { kind: 'reassigned', group: 'av-l2-west', level: 2, why: 'x' }],
    );
    const why = explained(moved, 'assignment#1', worldAt(at(17)));
    expect(why.clock.state).toBe('void');
    expect(why.end).toMatchObject({ number: 2, entry: { kind: 'reassigned' } });
    expect(why.lateBy).toBe(0);
  });

  it('says which entries started and met it when both have the same timestamp (CK-1)', () => {
    const subject = caseOf([at(16, 9), opened('av-l2')], [at(16, 9), { kind: 'interim-sent', text: 'x' }]);
    const why = explained(subject, 'interim-response#1', worldAt(at(17)));
    expect(why.start?.number).toBe(1);
    expect(why.end?.number).toBe(2);
  });
});

describe('A missed clock', () => {
  const up = (clock: ClockKey) => ({ kind: 'clock-escalated', clock, dueAt: at(18, 9), people: [] }) as const;

  it('says which entry escalated it, and ignores entries for other clocks (CK-11)', () => {
    const subject = caseOf(
      [at(16, 9), opened('av-l2')],
      [at(18, 10), { kind: 'clock-missed', clock: 'interim-response#1', dueAt: at(18, 9) }],
      [at(19, 10), up('assignment#1')],
      [at(19, 10), up('interim-response#1')],
    );
    const why = explained(subject, 'interim-response#1', worldAt(at(20)));
    expect(why.takenUp).toMatchObject({ number: 4, entry: { clock: 'interim-response#1' } });
    expect(why).not.toHaveProperty('end');
    expect(explained(subject, 'recurring-status#1', worldAt(at(20)))).not.toHaveProperty('takenUp');
  });
});
