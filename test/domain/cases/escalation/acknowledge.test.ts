import { dueHappenings } from '../../../support/due-happenings';
import { changeOf } from '../../../../src/domain/cases/change';
import type { Case } from '../../../../src/domain/cases/case';
import type { ClockKey } from '../../../../src/domain/cases/clocks/clock-key';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import type { Person } from '../../../../src/domain/directory/directory';
import { decideAcknowledge } from '../../../../src/domain/cases/escalation/decide-acknowledge';
import { possibleFor } from '../../../../src/domain/cases/possible-for';
import type { DomainContext } from '../../../../src/domain/kernel/domain-context';
import { aCase, applied, decided, escalated, opened, refused } from '../../../support/cases';
import { aWorld, DAY, MINUTE, person, START } from '../../../support/site';

const unassigned = aCase(opened('av2', { assignee: undefined }));
const MISSED = START + 2 * DAY + 1; // assignment and interim response, two business days each

const swept = (subject: Case, now: number): Case => {
  const act = { by: 'casekeeper', at: now, cause: `sweep/${now}` };
  return changeOf(subject, dueHappenings(subject, aWorld(now)), act, aWorld(now)).state;
};
const have = (subject: Case, by: string, now: number) =>
  decideAcknowledge(subject, {}, person(by), aWorld(now));
const canAcknowledge = (subject: Case, by: Person | undefined, context: DomainContext): boolean =>
  possibleFor(subject, by, context).includes('case.acknowledge');
const clockOf = (subject: Case, key: string, now: number) =>
  clocksOf(subject, aWorld(now)).find((clock) => clock.key === key);
const escalations = (subject: Case): string[] =>
  subject.timeline.flatMap((entry) => (entry.kind === 'clock-escalated' ? [entry.clock] : []));

describe('A missed clock', () => {
  it('is escalated to the next level up a business day after the breach alert (CK-11)', () => {
    const missed = swept(unassigned, MISSED);
    expect(dueHappenings(missed, aWorld(MISSED + DAY))).toEqual([]);
    const later = dueHappenings(missed, aWorld(MISSED + DAY + 1));
    expect(later).toEqual([
      { kind: 'clock-escalated', clock: 'assignment#1', dueAt: START + 2 * DAY, people: ['analyst'] },
      { kind: 'clock-escalated', clock: 'interim-response#1', dueAt: START + 2 * DAY, people: ['analyst'] },
    ]);
    const up = swept(missed, MISSED + DAY + 1);
    expect(escalations(swept(up, MISSED + 2 * DAY))).toEqual(escalations(up));
  });

  it('is not escalated at the same time as its breach after an outage, because no one could have answered earlier (CK-11)', () => {
    const late = swept(unassigned, START + 7 * DAY);
    expect(late.timeline.map(({ kind }) => kind)).toContain('clock-missed');
    expect(escalations(late)).toEqual([]);
    expect(escalations(swept(late, START + 8 * DAY + 1))).toContain('assignment#1');
  });

  it('is not escalated once it is cured, while another missed clock still is (CK-11)', () => {
    const missed = swept(unassigned, MISSED);
    const claim = { kind: 'assigned', to: 'av2-agent', how: 'assigned' } as const;
    const claimed = applied(missed, [claim], { at: MISSED + MINUTE });
    expect(escalations(swept(claimed, MISSED + DAY + 1))).toEqual(['interim-response#1']);
  });
});

describe('Acknowledging missed clocks', () => {
  it('stops the escalation of what is missed for good, and shows who acknowledged it and when (CK-11)', () => {
    const missed = swept(unassigned, MISSED);
    const now = MISSED + MINUTE;
    const events = decided(have(missed, 'av2-gatekeeper', now));
    expect(events).toEqual([{ kind: 'breach-acknowledged', clocks: ['assignment#1', 'interim-response#1'] }]);
    const kept = applied(missed, events, { by: 'av2-gatekeeper', at: now });
    expect(clockOf(kept, 'assignment#1', now)?.acknowledged).toEqual({ by: 'av2-gatekeeper', at: now });
    const much = swept(kept, MISSED + 30 * DAY);
    expect(escalations(much)).not.toContain('assignment#1');
    expect(escalations(much)).not.toContain('interim-response#1');
  });

  it('covers the runs that are missed now, while a new run or another clock alerts again (CK-11)', () => {
    const missed = swept(unassigned, MISSED);
    const kept = applied(missed, decided(have(missed, 'av2-gatekeeper', MISSED)), { at: MISSED });
    const moved = applied(kept, [{ kind: 'reassigned', group: 'av2b', level: 2, why: 'Theirs.' }], {
      at: MISSED + MINUTE,
    });
    let now = MISSED + MINUTE;
    let subject = moved;
    for (let day = 0; day < 8; day += 1) {
      now += DAY;
      subject = swept(subject, now);
    }
    expect(escalations(subject)).toContain('assignment#2');
    expect(escalations(subject)).not.toContain('interim-response#1');
  });

  it('covers a clock that ran out before the sweep, and records the breach first (CK-11)', () => {
    const events = decided(have(unassigned, 'av2-supervisor', MISSED));
    const kept = applied(unassigned, events, { by: 'av2-supervisor', at: MISSED });
    expect(kept.timeline.slice(1).map(({ kind }) => kind)).toEqual([
      'clock-missed',
      'clock-missed',
      'breach-acknowledged',
    ]);
    expect(escalations(swept(kept, MISSED + 5 * DAY))).toEqual([]);
  });

  it('is refused when nothing is missed, and not offered', () => {
    expect(canAcknowledge(unassigned, undefined, aWorld(START + 2 * DAY))).toBe(false);
    expect(refused(have(unassigned, 'av2-gatekeeper', START + 2 * DAY))).toMatchObject({
      code: 'nothing-missed',
      params: { number: 'CS0000001' },
    });
  });

  it('counts for the first person, and tells anyone later who acknowledged it and when (CK-11)', () => {
    const missed = swept(unassigned, MISSED);
    const kept = applied(missed, decided(have(missed, 'av2-gatekeeper', MISSED)), {
      by: 'av2-gatekeeper',
      at: MISSED,
    });
    expect(refused(have(kept, 'av2-supervisor', MISSED + MINUTE))).toMatchObject({
      code: 'in-hand',
      params: { number: 'CS0000001', who: 'Av2 Gatekeeper', at: '4 Nov 2026, 09:00 EST' },
    });
    expect(refused(have(kept, 'av2-gatekeeper', MISSED + MINUTE)).params['own']).toBe('yes');
  });

  it('is allowed for the assignee, the gatekeeper, the supervisor, and the next level up (AC-2)', () => {
    const missed = swept(aCase(), MISSED);
    for (const by of ['av2-agent', 'av2-gatekeeper', 'av2-supervisor', 'analyst']) {
      expect(have(missed, by, MISSED).ok).toBe(true);
    }
    for (const by of ['av3-agent', 'cic-agent', 'po-agent', 'nobody']) {
      expect(refused(have(missed, by, MISSED)).code).toBe('not-permitted');
    }
  });

  it('is allowed for any Level 2 member for what Level 2 owes, whoever holds the case, and for nothing else (CK-1)', () => {
    const missed = swept(unassigned, MISSED);
    expect(decided(have(missed, 'av2-other', MISSED))).toEqual([
      { kind: 'breach-acknowledged', clocks: ['interim-response#1'] },
    ]);
    const atLevel3 = swept(aCase(escalated('av3')), MISSED + MINUTE);
    expect(clockOf(atLevel3, 'assignment#1', MISSED)?.missed).toBe(true);
    expect(decided(have(atLevel3, 'av2-other', MISSED + MINUTE))).toEqual([
      { kind: 'breach-acknowledged', clocks: ['interim-response#1'] },
    ]);
  });

  it('is not offered to a Level 2 member when only others owe something', () => {
    const now = START + DAY + 2 * MINUTE;
    const atLevel3 = swept(aCase(escalated('av3')), now);
    expect(canAcknowledge(atLevel3, undefined, aWorld(now))).toBe(true);
    expect(canAcknowledge(atLevel3, person('av3-gatekeeper'), aWorld(now))).toBe(true);
    expect(canAcknowledge(atLevel3, person('av2-other'), aWorld(now))).toBe(false);
    expect(refused(have(atLevel3, 'av2-other', now)).code).toBe('not-permitted');
  });

  it('is not offered once everything missed is acknowledged (CK-11)', () => {
    const missed = swept(unassigned, MISSED);
    const kept = applied(missed, decided(have(missed, 'av2-gatekeeper', MISSED)), { at: MISSED });
    expect(canAcknowledge(kept, undefined, aWorld(MISSED + MINUTE))).toBe(false);
  });

  it('is not possible on a closed case (CK-11)', () => {
    const closed = aCase({ kind: 'resolved', notes: 'Shipped.' }, { kind: 'closed', text: 'Shipped.' });
    expect(refused(have(closed, 'av2-gatekeeper', MISSED)).code).toBe('wrong-state');
  });

  it("is allowed for the Level 2 group's next level up, even while another MSC's Level 3 holds the case (CK-11, AC-5)", () => {
    const away = aCase(escalated('av3'), {
      ...{ kind: 'reassigned', group: 'di3', level: 3, msc: 'distribution', why: 'Theirs.' },
    });
    expect(decided(have(swept(away, MISSED), 'analyst', MISSED))[0]).toMatchObject({
      clocks: expect.arrayContaining(['interim-response#1']),
    });
  });

  it('names the latest of several people who acknowledged, and leaves out the person asking (CK-11)', () => {
    const ack = (clock: ClockKey, by: string, at: number) =>
      ({ kind: 'breach-acknowledged', clocks: [clock], by, at }) as const;
    const both = aCase(
      opened('av2', { assignee: undefined }),
      ack('interim-response#1', 'av2-other', MISSED + 2 * MINUTE),
      ack('assignment#1', 'av2-gatekeeper', MISSED + MINUTE),
    );
    const { params } = refused(have(both, 'av2-supervisor', MISSED + 3 * MINUTE));
    expect(params).toEqual({ number: 'CS0000001', who: 'Av2 Other', at: '4 Nov 2026, 09:02 EST' });
  });

  it('names a person who left the agency by the ID in the history (RE-1)', () => {
    const left = aCase(opened('av2', { assignee: undefined }), {
      ...{ kind: 'breach-acknowledged', clocks: ['interim-response#1', 'assignment#1'] },
      ...{ by: 'left-the-agency', at: MISSED },
    });
    expect(refused(have(left, 'av2-supervisor', MISSED + MINUTE)).params['who']).toBe('left-the-agency');
  });
});
