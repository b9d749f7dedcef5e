import type { Case } from '../../../../src/domain/cases/case';
import type { CaseEvent } from '../../../../src/domain/cases/timeline';
import type { DomainContext } from '../../../../src/domain/kernel/domain-context';
import { kindOf } from '../../../../src/domain/cases/clocks/clock-key';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import { willEscalate } from '../../../../src/domain/kernel/record-clock';
import { nextDueAt } from '../../../support/due-happenings';
import * as say from './clock-cases';
import { at, caseOf, clock, escalated, opened, running, context, worldAt } from './clock-cases';

describe('The clocks of a case', () => {
  const subject = caseOf([at(16, 9), opened(2, 'av-l2')]);
  const due = (by: DomainContext): number => clock(subject, 'assignment#1', by).dueAt;

  it('are calculated once, at any hour', () => {
    const later: DomainContext = { ...context, now: at(30) };
    expect(clocksOf(subject, later)).toBe(clocksOf(subject, context));
  });

  it('are recalculated when the calendars or the policy change (BT-3, RE-3)', () => {
    const snow = worldAt(at(16), { closures: [{ date: '2026-11-17', name: 'Snow' }] });
    expect(due(context)).toBe(at(18, 9));
    expect(due({ ...context, calendars: snow.calendars })).toBe(at(19, 9));
    expect(due(context)).toBe(at(18, 9));
    const warned = worldAt(at(16), { warnAt: 0.5 });
    const { calendars } = context;
    expect(clock(subject, 'assignment#1', { ...warned, calendars }).warnAt).toBe(at(17, 9));
  });
});

describe('The case resolution clock', () => {
  it('is due 8 business days after creation, and also after 16 if the case reached Level 2 (CK-10)', () => {
    const subject = caseOf([at(2, 9), opened(1, 'cic')]);
    expect(clocksOf(subject, context).map((one) => one.key)).toEqual(['resolution-enterprise#1']);
    // Veterans Day, the 11th, does not count.
    expect(clock(subject, 'resolution-enterprise#1').dueAt).toBe(at(13, 9));
    const reached = caseOf([at(2, 9), opened(1, 'cic')], [at(16), escalated('av-l2', 2)]);
    expect(clock(reached, 'resolution-level-2-and-3#1')).toMatchObject({
      startAt: at(2, 9),
      dueAt: at(25, 9),
      group: 'av-l2',
    });
  });

  it('never pauses, ends at closure, and is the only clock that runs on a resolved case (CK-10)', () => {
    const start = [
      [at(16), opened(2, 'av-l2')],
      [at(17), escalated('av-l3')],
      [at(18), say.resolved],
    ] as const;
    expect(running(caseOf(...start))).toEqual(['resolution-enterprise#1', 'resolution-level-2-and-3#1']);
    const done = caseOf(...start, [at(19), say.closed]);
    expect(running(done)).toEqual([]);
    expect(clock(done, 'resolution-enterprise#1')).toMatchObject({ state: 'met', endedAt: at(19) });
  });
});

describe('The key of a clock', () => {
  it('says which kind of clock it is in every run (CK-11)', () => {
    expect(kindOf('assignment#2')).toBe('assignment');
    expect(kindOf('resolution-level-2-and-3#1')).toBe('resolution-level-2-and-3');
  });
});

describe('A timeline that does not begin with an opening', () => {
  it('has no clocks, because nothing says who owed what and since when (CK-10)', () => {
    expect(clocksOf({ ...caseOf([at(16), opened(2, 'av-l2')]), timeline: [] }, context)).toEqual([]);
  });
});

describe('Warnings and breaches:', () => {
  const subject = caseOf([at(16, 9), opened(2, 'av-l2', { ipd: 5, externalContact: false })]);
  const warned: CaseEvent = { kind: 'clock-warned', clock: 'assignment#1', dueAt: at(18, 9) };
  const missed: CaseEvent = { kind: 'clock-missed', clock: 'assignment#1', dueAt: at(18, 9) };
  const after = (...told: readonly CaseEvent[]): Case =>
    caseOf(
      [at(16, 9), opened(2, 'av-l2', { ipd: 5, externalContact: false })],
      ...told.map((one) => [at(19), one] as const),
    );

  it('a clock warns at 75% of its business time (CK-11)', () => {
    expect(clock(subject, 'assignment#1').warnAt).toBe(at(17, 21));
    expect(nextDueAt(subject, context)).toBe(at(17, 21));
  });

  it('a site can make a clock warn earlier (CK-11)', () => {
    expect(clock(subject, 'assignment#1', worldAt(at(16), { warnAt: 0.5 })).warnAt).toBe(at(17, 9));
  });

  it('a clock is missed one millisecond after the due instant (BT-5)', () => {
    expect(nextDueAt(after(warned), context)).toBe(at(18, 9) + 1);
  });

  it('each is recorded once, and the case is escalated a business day after the breach notification (CK-11)', () => {
    const told = after(warned, missed);
    expect(clock(told, 'assignment#1').escalateAt).toBe(at(20));
    expect(nextDueAt(told, context)).toBe(at(20) + 1);
  });

  it('a site can make the escalation come later (CK-11)', () => {
    const later = worldAt(at(16), { alertEscalation: { days: 2 } });
    // Friday and the Monday after it.
    expect(clock(after(warned, missed), 'assignment#1', later).escalateAt).toBe(at(23));
  });

  it('an escalated alert is not escalated again (CK-11)', () => {
    const up: CaseEvent = { kind: 'clock-escalated', clock: 'assignment#1', dueAt: at(18, 9), people: [] };
    const told = after(warned, missed, up);
    expect(clock(told, 'assignment#1')).toMatchObject({ warned: true, missed: true, state: 'running' });
    expect(nextDueAt(told, context)).toBe(clock(told, 'resolution-enterprise#1').warnAt);
  });

  it('a clock no longer warns once its breach is recorded (CK-11)', () => {
    expect(nextDueAt(after(missed), context)).toBe(at(20) + 1);
    const inHand: CaseEvent = { kind: 'breach-acknowledged', clocks: ['assignment#1'] };
    const kept = after(missed, inHand);
    expect(nextDueAt(kept, context)).toBe(clock(kept, 'resolution-enterprise#1').warnAt);
  });

  it('a missed clock is escalated while it runs and no one has acknowledged it (CK-11)', () => {
    const told = clock(after(missed), 'assignment#1');
    expect(willEscalate(told)).toBe(true);
    expect(willEscalate({ ...told, state: 'met' })).toBe(false);
    expect(willEscalate({ ...told, state: 'void' })).toBe(false);
    expect(willEscalate({ ...told, missed: false })).toBe(false);
    expect(willEscalate({ ...told, escalated: true })).toBe(false);
    expect(willEscalate({ ...told, acknowledged: { by: 'a', at: at(19) } })).toBe(false);
  });

  it('a clock missed without a warning says so, and says that no one has acknowledged it (CK-11)', () => {
    const told = clock(after(missed), 'assignment#1');
    expect(told).toMatchObject({ warned: false, missed: true });
    expect(told).not.toHaveProperty('acknowledged');
  });

  it('a closed case has no upcoming deadline (CK-11)', () => {
    expect(nextDueAt(caseOf([at(16), opened(2, 'av-l2')], [at(17), say.closed]), context)).toBeUndefined();
  });
});

describe("A clock's timeframe", () => {
  it('is the one in effect when the case was opened, whatever changes later (RE-3)', () => {
    const changed = worldAt(at(20), {
      from: '2026-11-18',
      clocks: { parClosure: {}, interimResponse: { medium: { days: 4 } } },
    });
    const before = caseOf([at(17, 9), opened(2, 'av-l2')], [at(19), say.statusSent]);
    const later = caseOf([at(18, 9), opened(2, 'av-l2')]);
    expect(clock(before, 'interim-response#1', changed)).toMatchObject({ days: 2, dueAt: at(19, 9) });
    expect(clock(later, 'interim-response#1', changed)).toMatchObject({
      days: 4,
      dueAt: at(24, 9),
      source: 'Site policy, Level 2 interim response, Medium',
    });
  });

  it('skips weekends: Friday 19:00 + 1 is Monday 19:00 (BT-1)', () => {
    const subject = caseOf([at(20, 19), opened(2, 'av-l2', { ipd: 1 })]);
    expect(clock(subject, 'interim-response#1').dueAt).toBe(at(23, 19));
  });
});

describe('A recorded breach', () => {
  const subject = caseOf(
    [at(16, 9), opened(2, 'av-l2')],
    [at(18, 9, 1), { kind: 'clock-missed', clock: 'assignment#1', dueAt: at(18, 9) }],
  );

  it('counts as missed while it is past its due time (CK-11)', () => {
    expect(clock(subject, 'assignment#1')).toMatchObject({ missed: true, dueAt: at(18, 9) });
  });

  it('is removed when a closure day is declared afterward, and recorded again when the new time runs out (ME-11)', () => {
    const snow = worldAt(at(18, 10), { closures: [{ date: '2026-11-17', name: 'Snow' }] });
    expect(clock(subject, 'assignment#1', snow)).toMatchObject({ missed: false, dueAt: at(19, 9) });
    expect(nextDueAt(subject, snow)).toBe(at(18, 21));
    const again = caseOf(
      [at(16, 9), opened(2, 'av-l2')],
      [at(18, 9, 1), { kind: 'clock-missed', clock: 'assignment#1', dueAt: at(18, 9) }],
      [at(19, 9, 1), { kind: 'clock-missed', clock: 'assignment#1', dueAt: at(19, 9) }],
    );
    expect(clock(again, 'assignment#1', snow)).toMatchObject({ missed: true });
  });

  it('counts only from the millisecond after the due instant, and not if the message was sent at that instant (BT-5, ME-11)', () => {
    const start = [at(16, 9), opened(2, 'av-l2', { ipd: 1 })] as const;
    const told = (when: number) =>
      [when, { kind: 'clock-missed', clock: 'interim-response#1', dueAt: at(17, 9) }] as const;
    const missed = (...then: readonly (readonly [number, CaseEvent])[]) =>
      clock(caseOf(start, ...then), 'interim-response#1').missed;
    expect(missed(told(at(17, 9)))).toBe(false);
    expect(missed(told(at(17, 9)), [at(17, 10), say.interimSent])).toBe(false);
    expect(missed(told(at(17, 9) + 1))).toBe(true);
    expect(missed(told(at(17, 10)), [at(17, 9), say.interimSent])).toBe(false);
    expect(missed(told(at(17, 10)), [at(17, 9) + 1, say.interimSent])).toBe(true);
  });
});
