import { caseType } from '../../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../../src/domain/kernel/change-of';
import type { Notification } from '../../../../src/domain/kernel/notification';
import type { ClockKey } from '../../../../src/domain/cases/clocks/clock-key';
import { projectCase } from '../../../../src/domain/cases/project-case';
import { aCase, escalated, opened, type Happened } from '../../../support/cases';
import { aWorld, START } from '../../../support/site';

const context = aWorld();
const assigned = (to: string): Happened => ({ kind: 'assigned', to, how: 'assigned' });

/** The notices that the last `count` events make, without the refresh, each in a line. */
function lines(events: readonly Happened[], count = 1): string[] {
  return notices(events, count)
    .filter(({ topic }) => topic !== 'refresh')
    .map(({ topic, to, mentions }) => {
      const address = to.kind === 'group' ? `#${to.group}` : to.kind === 'person' ? `@${to.person}` : to.kind;
      return [topic, address, ...mentions].join(' ');
    });
}

function notices(events: readonly Happened[], count = 1): readonly Notification[] {
  const after = aCase(...events);
  const before = projectCase(after.number, after.timeline.slice(0, after.timeline.length - count));
  return notificationsOf(caseType, after.number, before, after, context);
}

describe('A case that comes to a group', () => {
  it('unassigned is posted in its channel with Claim and Assign (AS-1)', () => {
    const unassigned = aCase(opened('av2', { assignee: undefined }));
    const made = notificationsOf(caseType, unassigned.number, undefined, unassigned, context);
    expect(made).toEqual([
      {
        id: 'CS0000001/entry-0/arrival/group:av2',
        about: { kind: 'case', id: 'CS0000001' },
        topic: 'arrival',
        entry: 0,
        to: { kind: 'group', group: 'av2' },
        mentions: [],
        madeAt: START,
      },
    ]);
  });

  it('held by its creator makes no notification', () => {
    expect(notificationsOf(caseType, 'CS0000001', undefined, aCase(), context)).toEqual([]);
  });

  it("by escalation is posted in the target group's channel (ES-1)", () => {
    expect(lines([opened(), { ...escalated('av3'), by: 'av2-agent' }])).toEqual(['arrival #av3']);
  });

  it('by escalation from another holder notifies that person', () => {
    expect(lines([opened(), { ...escalated('av3'), by: 'av2-gatekeeper' }])).toEqual([
      'arrival #av3',
      'told @av2-agent',
    ]);
  });

  it('by reassignment to another group is posted there (AS-3)', () => {
    const moved: Happened = {
      kind: 'reassigned',
      group: 'av2b',
      level: 2,
      why: 'Misrouted',
      by: 'av2-agent',
    };
    expect(lines([opened(), moved])).toEqual(['arrival #av2b']);
    expect(lines([opened(), { ...moved, to: 'av2b-other' }])).toEqual(['arrival #av2b', 'told @av2b-other']);
  });

  it('is not posted if only the person in the group changes', () => {
    const moved: Happened = { kind: 'reassigned', group: 'av2', level: 2, to: 'av2-other', why: 'Leave' };
    expect(lines([opened(), moved])).toEqual(['told @av2-other', 'told @av2-agent']);
  });
});

describe('The recipients of an entry', () => {
  it('include the assignee, the opener, and the person who escalated when the case is claimed or assigned (AS-1)', () => {
    const story = [opened('cic'), escalated('av2'), assigned('av2-agent'), escalated('av3')];
    expect(lines([...story, { ...assigned('av3-agent'), by: 'av3-gatekeeper' }])).toEqual([
      'told @av3-agent',
      'told @cic-agent',
      'told @av2-agent',
    ]);
  });

  it('include the Level 2 agent of record when Level 3 updates or responds (L3-1)', () => {
    const story = [opened(), escalated('av3'), assigned('av3-agent')];
    const update: Happened = {
      kind: 'quality-update',
      bluf: 'x',
      dateKind: 'EAD',
      date: '2026-12-01',
      by: 'av3-agent',
    };
    expect(lines([...story, update])).toEqual(['told @av2-agent']);
    const response = { kind: 'not-procurable', text: 'x' } as const;
    const responded: Happened = {
      kind: 'responded',
      response,
      group: 'av2',
      to: 'av2-agent',
      by: 'av3-agent',
    };
    expect(lines([...story, responded])).toEqual(['told @av2-agent']);
  });

  it('include the group if no agent of record is left', () => {
    const response = { kind: 'not-procurable', text: 'x' } as const;
    expect(lines([opened(), escalated('av3'), { kind: 'responded', response, group: 'av2b' }])).toEqual([
      'arrival #av2b',
      'told @av2-agent',
    ]);
  });

  it('include the assignee when another person writes a note, and never the person who acted', () => {
    expect(lines([opened(), { kind: 'noted', text: 'x', by: 'av2-other' }])).toEqual(['told @av2-agent']);
    expect(lines([opened(), { kind: 'noted', text: 'x', by: 'av2-agent' }])).toEqual([]);
  });
});

describe('A case that is referred back', () => {
  it('mentions both supervisors in the Level 2 channel, and notifies each of them (L3-2)', () => {
    const supervisors = ['av2-supervisor', 'av3-supervisor'];
    const referred: Happened = {
      kind: 'referred-back',
      group: 'av2',
      to: 'av2-agent',
      missing: ['PR'],
      text: '',
      supervisors,
      by: 'av3-agent',
    };
    expect(lines([opened(), escalated('av3'), assigned('av3-agent'), referred])).toEqual([
      'referred-back #av2 av2-supervisor av3-supervisor',
      'told @av2-agent',
      'told @av2-supervisor',
      'told @av3-supervisor',
    ]);
  });
});

describe('A case that Level 3 is late on', () => {
  const late = [opened(), escalated('av3'), assigned('av3-agent')];

  it('mentions both supervisors in the Level 3 channel when Level 2 asks, and notifies each of them (L3-3)', () => {
    const asked: Happened = {
      kind: 'supervisors-asked',
      group: 'av3',
      clocks: ['initial-update#1'],
      supervisors: ['av2-supervisor', 'av3-supervisor'],
      text: 'x',
      by: 'av2-agent',
    };
    expect(lines([...late, asked])).toEqual([
      'supervisors-asked #av3 av2-supervisor av3-supervisor',
      'told @av3-agent',
      'told @av2-supervisor',
      'told @av3-supervisor',
    ]);
    const ids = notices([...late, asked]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('notifies its assignee and the Level 2 agent of record, who may ask now, or only the agent if Level 2 missed the deadline (L3-3)', () => {
    const missed = (clock: ClockKey): Happened => ({
      kind: 'clock-missed',
      clock,
      dueAt: START,
      by: 'casekeeper',
    });
    const told = (clock: ClockKey) =>
      lines([...late, missed(clock)]).filter((line) => line.startsWith('told'));
    expect(told('initial-update#1')).toEqual(['told @av3-agent', 'told @av2-agent']);
    expect(told('recurring-status#1')).toEqual(['told @av2-agent']);
  });
});

describe('The answer of a Distribution Center', () => {
  it('notifies the assignee and the Level 2 agent of record (ES-3)', () => {
    const answered: Happened = { kind: 'dc-answered', center: 'DDSP', text: 'x', by: 'di3-gatekeeper' };
    const held = [opened('di2'), escalated('di3', { distributionCenter: 'DDSP' }), assigned('di3-agent')];
    expect(lines([...held, answered])).toEqual(['told @di3-agent', 'told @di2-agent']);
  });
});

describe('A clock', () => {
  const clock = 'assignment#1';
  const dueAt = START + 2 * 86_400_000;
  const unassigned = opened('av2', { assignee: undefined });
  const warned: Happened = { kind: 'clock-warned', clock, dueAt, by: 'casekeeper' };
  const missed: Happened = { kind: 'clock-missed', clock, dueAt, by: 'casekeeper' };

  it('warns in the channel of the group that owes it (CK-11)', () => {
    expect(lines([unassigned, warned])).toEqual(['warning #av2']);
  });

  it("mentions the group's assignee in its warning (CK-11)", () => {
    const interim: Happened = { ...warned, clock: 'interim-response#1' };
    expect(lines([opened(), interim])).toEqual(['warning #av2 av2-agent']);
    expect(lines([opened(), escalated('av3'), assigned('av3-agent'), interim])).toEqual(['warning #av2']);
  });

  it('mentions gatekeepers and supervisors when missed, and notifies each supervisor (CK-11)', () => {
    const made = notices([unassigned, warned, missed]);
    expect(lines([unassigned, warned, missed])).toEqual([
      'breach #av2 av2-gatekeeper av2-supervisor',
      'breach @av2-supervisor',
    ]);
    expect(made.map(({ id }) => id)).toEqual([
      `CS0000001/assignment#1/breach/${dueAt}/group:av2`,
      `CS0000001/assignment#1/breach/${dueAt}/person:av2-supervisor`,
      'CS0000001/refresh/3',
    ]);
  });

  it('sends only the breach alert when the warning and the breach come at once after an outage (CK-11)', () => {
    expect(lines([unassigned, warned, missed], 2)).toEqual([
      'breach #av2 av2-gatekeeper av2-supervisor',
      'breach @av2-supervisor',
    ]);
  });
});

describe('Posted cards of a case', () => {
  it('are updated once by every change', () => {
    const made = notices([opened(), { kind: 'noted', text: 'x' }, { kind: 'noted', text: 'y' }], 2);
    expect(made.filter(({ topic }) => topic === 'refresh')).toEqual([
      expect.objectContaining({
        id: 'CS0000001/refresh/3',
        to: { kind: 'posts' },
        topic: 'refresh',
        entry: 2,
      }),
    ]);
  });

  it('are not updated when nothing changed', () => {
    const same = aCase();
    expect(notificationsOf(caseType, same.number, same, same, context)).toEqual([]);
  });
});
