import { dueHappenings, nextDueAt } from '../../../support/due-happenings';
import { changeOf } from '../../../../src/domain/cases/change';
import type { Case } from '../../../../src/domain/cases/case';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import { aCase, escalated, opened } from '../../../support/cases';
import { aWorld, DAY, START } from '../../../support/site';

const unassigned = aCase(opened('av2', { assignee: undefined }));
const swept = (subject: Case, now: number) => {
  const context = aWorld(now);
  const act = { by: 'casekeeper', at: now, cause: `sweep/${now}` };
  return changeOf(subject, dueHappenings(subject, context), act, context);
};
const kindsAt = (subject: Case, now: number): string[] =>
  dueHappenings(subject, aWorld(now)).map((each) => `${each.kind} ${'clock' in each ? each.clock : ''}`);

describe('The list of due warnings and breaches', () => {
  it('is empty before the first warning (CK-11)', () => {
    expect(dueHappenings(unassigned, aWorld(START))).toEqual([]);
  });

  it('has a warning for an assignment of 2 business days after a day and a half (CK-11, AS-2)', () => {
    expect(kindsAt(unassigned, START + 1.5 * DAY - 1)).not.toContain('clock-warned assignment#1');
    expect(kindsAt(unassigned, START + 1.5 * DAY)).toContain('clock-warned assignment#1');
  });

  it('has a breach one millisecond after the due instant, not at it (BT-5, CK-11)', () => {
    expect(kindsAt(unassigned, START + 2 * DAY)).not.toContain('clock-missed assignment#1');
    expect(kindsAt(unassigned, START + 2 * DAY + 1)).toContain('clock-missed assignment#1');
  });

  it('has each item once, and a second sweep finds nothing new (CK-11)', () => {
    const now = START + 2 * DAY + 1;
    const once = swept(unassigned, now);
    expect(once.notifications.length).toBeGreaterThan(0);
    expect(dueHappenings(once.state, aWorld(now))).toEqual([]);
    expect(once.nextDueAt).toBeGreaterThan(now);
  });

  it('catches up after an outage, earliest first, and never claims that someone was warned (CK-11)', () => {
    const now = START + 3 * DAY;
    const { state: after, notifications } = swept(unassigned, now);
    expect(after.timeline.slice(1).map((entry) => entry.kind)).toEqual(['clock-missed', 'clock-missed']);
    expect(new Set(notifications.map(({ topic }) => topic))).toEqual(new Set(['breach', 'refresh']));
  });

  it('includes a breach that was cured before the sweep saw it, and its notification is sent (CK-11)', () => {
    const now = START + 2 * DAY + 1;
    const claim = { by: 'av2-gatekeeper', at: now, cause: 'claim' };
    const claimed = changeOf(
      unassigned,
      [{ kind: 'assigned', to: 'av2-agent', how: 'assigned' }],
      claim,
      aWorld(now),
    );
    const added = claimed.state.timeline.slice(1);
    expect(added[0]).toMatchObject({ kind: 'clock-missed', clock: 'assignment#1', by: 'casekeeper' });
    expect(added.at(-1)).toMatchObject({ kind: 'assigned', by: 'av2-gatekeeper' });
    expect(claimed.notifications.map(({ topic }) => topic)).toContain('breach');
    expect(dueHappenings(claimed.state, aWorld(now)).map((each) => each.kind)).not.toContain('clock-missed');
  });

  it('has no warning for a clock that was met', () => {
    const assigned = aCase(opened('av2', { assignee: undefined }), {
      kind: 'assigned',
      to: 'av2-agent',
      how: 'claimed',
    });
    expect(kindsAt(assigned, START + 3 * DAY).join()).not.toContain('assignment');
  });

  it('is never read for a closed case', () => {
    const closed = aCase({ kind: 'resolved', notes: 'x' }, { kind: 'closed', text: 'x' });
    expect(dueHappenings(closed, aWorld(START + 400 * DAY))).toEqual([]);
  });

  it("has its next item exactly when the case's index says, until every clock is done (CK-11)", () => {
    let subject = aCase(opened(), escalated('av3'));
    for (let due = nextDueAt(subject, aWorld()); due !== undefined; due = nextDueAt(subject, aWorld())) {
      expect(dueHappenings(subject, aWorld(due - 1))).toEqual([]);
      const { state: after, notifications } = swept(subject, due);
      expect(after.timeline.length).toBeGreaterThan(subject.timeline.length);
      expect(notifications.length).toBeGreaterThan(0);
      subject = after;
    }
    const running = clocksOf(subject, aWorld()).filter(({ state }) => state === 'running');
    expect(running.length).toBeGreaterThan(3);
    expect(running.every(({ warned, missed }) => warned && missed)).toBe(true);
  });
});
