import { isStillTrue } from '../../../../src/domain/cases/notices/still-true';
import { caseType } from '../../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../../src/domain/kernel/change-of';
import {
  assigneeWhoLeft,
  departureEvents,
  leavesCase,
} from '../../../../src/domain/cases/left/assignee-left';
import { hasLeft } from '../../../../src/domain/cases/left/has-left';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import { stepsOf } from '../../../../src/domain/cases/clocks/steps';
import { directoryOf } from '../../../../src/domain/directory/directory';
import type { Group } from '../../../../src/domain/directory/directory';
import { mayAct, rolesOn } from '../../../../src/domain/cases/permissions';
import { holderIn } from '../../../../src/domain/metrics/holder-in';
import { aCase, applied, escalated, opened } from '../../../support/cases';
import { aDirectory, aWorld, MINUTE, person, START } from '../../../support/site';

/** The directory with av2 changed. */
const changed = (change: Partial<Group>) => {
  const { groups, people } = aDirectory();
  const of = groups.map((group) => (group.key === 'av2' ? { ...group, ...change } : group));
  return directoryOf(of, people);
};
const LEFT = changed({ agents: ['av2-other'], former: ['av2-agent'] });
const context = aWorld(START, { directory: LEFT });

describe('A case whose assignee left the group (AC-7)', () => {
  it('is detected from the directory, before and after it is recorded (AC-7)', () => {
    const open = aCase();
    expect(assigneeWhoLeft(open, aDirectory())).toBeUndefined();
    expect(assigneeWhoLeft(open, LEFT)).toBe('av2-agent');
    const recorded = applied(open, departureEvents(open, LEFT));
    expect([recorded.assignee, recorded.assigneeLeft]).toEqual([undefined, 'av2-agent']);
    expect(assigneeWhoLeft(recorded, LEFT)).toBe('av2-agent');
    expect(departureEvents(recorded, LEFT)).toEqual([]);
  });

  it("is not reported if the directory doesn't have the group or the case is closed (AC-7)", () => {
    expect(assigneeWhoLeft(aCase(), directoryOf([], []))).toBeUndefined();
    expect(assigneeWhoLeft(aCase({ kind: 'closed', text: 'x' }), LEFT)).toBeUndefined();
  });

  it('has an assignee again once someone takes it (AC-7)', () => {
    const recorded = applied(aCase(), departureEvents(aCase(), LEFT));
    const taken = applied(recorded, [{ kind: 'assigned', to: 'av2-other', how: 'assigned' }]);
    expect([taken.assignee, taken.assigneeLeft]).toEqual(['av2-other', undefined]);
  });

  it('notifies the gatekeepers in person and the channel, or a supervisor if the group has no gatekeeper (AC-7)', () => {
    const open = aCase();
    const recorded = applied(open, departureEvents(open, LEFT));
    const told = notificationsOf(caseType, open.number, open, recorded, context).filter(
      ({ topic }) => topic === 'assignee-left',
    );
    expect(told.map(({ to }) => to)).toEqual([
      { kind: 'group', group: 'av2' },
      { kind: 'person', person: 'av2-gatekeeper' },
    ]);
    const none = changed({ agents: ['av2-other'], gatekeepers: [] });
    expect(departureEvents(open, none)).toMatchObject([{ gatekeepers: ['av2-supervisor'] }]);
  });

  it("notifies only the gatekeepers that the directory has, and no one for a group it doesn't have (AC-7)", () => {
    const some = changed({ agents: [], gatekeepers: ['gone', 'av2-other'] });
    expect(departureEvents(aCase(), some)).toEqual([
      { kind: 'assignee-left', person: 'av2-agent', group: 'av2', gatekeepers: ['av2-other'] },
    ]);
    expect(leavesCase({ group: 'gone' }, 'av2-agent', LEFT).gatekeepers).toEqual([]);
    expect(departureEvents(aCase(opened('av2', { assignee: undefined })), LEFT)).toEqual([]);
  });

  it('keeps its notification pending only while no one has the case (AC-7)', () => {
    const open = aCase();
    const recorded = applied(open, departureEvents(open, LEFT));
    const [notification] = notificationsOf(caseType, open.number, open, recorded, context).filter(
      ({ topic }) => topic === 'assignee-left',
    );
    expect(isStillTrue(notification!, recorded, context)).toBe(true);
    const taken = applied(recorded, [{ kind: 'assigned', to: 'av2-other', how: 'assigned' }]);
    expect(isStillTrue(notification!, taken, context)).toBe(false);
  });

  it("restarts its assignment clock, and the person's past work stays in their name (AC-7, AS-2)", () => {
    const open = aCase();
    const recorded = applied(open, departureEvents(open, LEFT), { at: START + 5 * MINUTE });
    const clocks = clocksOf(recorded, context).filter(({ kind }) => kind === 'assignment');
    expect(clocks.map(({ startAt, state }) => [startAt, state])).toEqual([[START + 5 * MINUTE, 'running']]);
    expect(holderIn('av2', START + MINUTE, stepsOf(recorded))).toBe('av2-agent');
    expect(holderIn('av2', START + 9 * MINUTE, stepsOf(recorded))).toBe('av2-agent');
  });
});

describe('A person who left the group (AC-7)', () => {
  it('is no longer the assignee or opener of its cases, or a member of the Level 2 group of record (AC-7)', () => {
    expect(rolesOn(aCase(), person('av2-agent'), LEFT)).toEqual([]);
    expect(rolesOn(aCase(escalated()), person('av2-agent'), LEFT)).toEqual([]);
    expect(mayAct('case.note', person('av2-agent'), aCase(), LEFT).ok).toBe(false);
  });

  it('is still an opener of a case in a group they never belonged to (AC-7)', () => {
    const moved = aCase({ kind: 'reassigned', group: 'av2b', level: 2, why: 'x' });
    expect(rolesOn(moved, person('av2-agent'), LEFT)).toEqual(['opener']);
  });

  it('gets no notifications about the case, unless they belong to another of its groups or the next level up (AC-7)', () => {
    const people = (change: Partial<Group>) =>
      changed({ former: ['av2-agent', 'analyst', 'po-agent'], ...change });
    const directory = people({ agents: [] });
    const hears = ['av2-agent', 'analyst', 'po-agent', 'av2-supervisor', 'cic-agent'].filter(
      (id) => !hasLeft(id, aCase(), directory),
    );
    expect(hears).toEqual(['analyst', 'po-agent', 'av2-supervisor', 'cic-agent']);
    expect(hasLeft('av3-agent', aCase(escalated()), people({ former: ['av3-agent'] }))).toBe(false);
  });
});
