import { recipientsOf } from '../../../../src/domain/cases/notices/recipients';
import { caseType } from '../../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../../src/domain/kernel/change-of';
import { projectCase } from '../../../../src/domain/cases/project-case';
import { systemActor } from '../../../../src/domain/directory/customer-system';
import { aCase, escalated, opened, type Happened } from '../../../support/cases';
import { aDirectory, aWorld, DAY, MINUTE, START } from '../../../support/site';

const DUE = START + 2 * DAY;
const assigned = (to: string): Happened => ({ kind: 'assigned', to, how: 'assigned' });
const swept = { by: 'casekeeper', cause: 'sweep' } as const;
const unassigned = opened('av2', { assignee: undefined });

/** The notices of the last `count` events without the refresh: what, to whom, and who is tagged. */
function lines(events: readonly Happened[], count = 1, context = aWorld()): readonly string[] {
  const after = aCase(...events);
  const before = projectCase(after.number, after.timeline.slice(0, -count));
  return notificationsOf(caseType, after.number, before, after, context)
    .filter(({ topic }) => topic !== 'refresh')
    .map(({ topic, to, mentions }) => {
      const address = to.kind === 'group' ? `#${to.group}` : to.kind === 'person' ? `@${to.person}` : to.kind;
      return [topic, address, ...mentions].join(' ');
    });
}
/** Whom the last of the events concerns. */
function concerned(...events: readonly Happened[]): readonly string[] {
  const { number, timeline } = aCase(...events);
  const [entry] = timeline.slice(-1);
  return recipientsOf(entry!, projectCase(number, timeline.slice(0, -1)));
}

describe('An escalated breach', () => {
  const up = (...people: readonly string[]): Happened => ({
    ...{ kind: 'clock-escalated', clock: 'assignment#1', dueAt: DUE, people },
    ...{ ...swept, at: DUE + DAY },
  });

  it('is posted in the channel of the group that owes it, and notifies each person at the next level up (CK-11)', () => {
    expect(lines([unassigned, up('analyst', 'po-agent')])).toEqual([
      'escalation #av2 analyst po-agent',
      'escalation @analyst',
      'escalation @po-agent',
    ]);
  });

  it('notifies the assignee too, unless they are part of the next level up (CK-11)', () => {
    expect(concerned(opened(), up('analyst'))).toEqual(['av2-agent']);
    expect(concerned(opened(), up('analyst', 'av2-agent'))).toEqual([]);
  });
});

describe('A warning for a clock', () => {
  const told = (
    kind: 'clock-warned' | 'clock-missed',
    clock: 'assignment#1' | 'interim-response#1',
    dueAt = DUE,
  ) => ({ kind, clock, dueAt, ...swept, at: DUE }) as const;

  it('is sent even if another clock is missed, or the same clock was missed at an earlier due time (CK-11, ME-11)', () => {
    const warned = told('clock-warned', 'assignment#1');
    expect(lines([unassigned, warned])).toEqual(['warning #av2']);
    expect(lines([unassigned, told('clock-missed', 'interim-response#1'), warned])).toEqual(['warning #av2']);
    expect(lines([unassigned, told('clock-missed', 'assignment#1', DUE - DAY), warned])).toEqual([
      'warning #av2',
    ]);
  });

  it("is sent to no one if the directory no longer has the clock's group (CK-11)", () => {
    const left = aWorld(START, {
      directory: aDirectory(aDirectory().groups.filter(({ key }) => key !== 'av2')),
    });
    expect(lines([unassigned, told('clock-warned', 'assignment#1')], 1, left)).toEqual([]);
  });

  it('is sent to the group that holds the case if the case no longer has the clock (CK-11)', () => {
    const gone = { ...told('clock-warned', 'assignment#1'), clock: 'assignment#9' } as const;
    expect(lines([unassigned, gone])).toEqual(['warning #av2']);
  });

  it('is sent for each clock that the sweep finds, even if one person gets them all (L3-3, CK-11)', () => {
    const late = (clock: 'assignment#1' | 'initial-update#1'): Happened => ({
      ...{ kind: 'clock-missed', clock, dueAt: DUE, ...swept, at: DUE },
    });
    const story = [opened(), escalated('av3'), late('assignment#1'), late('initial-update#1')];
    expect(lines(story, 2).filter((line) => line === 'told @av2-agent')).toHaveLength(2);
  });
});

describe('A case that is recalled', () => {
  const recalled = (to?: string): Happened => ({
    ...{ kind: 'recalled', group: 'av2', why: 'The customer withdrew.', by: 'av2-gatekeeper' },
    ...(to === undefined ? {} : { to }),
  });
  const story = [opened(), escalated('av3'), assigned('av3-agent')];

  it('notifies the channel of the Level 3 group that no longer has it, and the people concerned (L3-2)', () => {
    expect(lines([...story, recalled('av2-other')])).toEqual([
      'recalled #av3',
      'told @av2-other',
      'told @av3-agent',
      'told @av2-agent',
    ]);
  });

  it('comes to its Level 2 group unassigned if no one takes it (L3-2, AS-1)', () => {
    expect(lines([...story, recalled()]).slice(0, 2)).toEqual(['arrival #av2', 'recalled #av3']);
  });
});

describe('A case that stays in its group and loses its assignee', () => {
  it('is posted there with Claim and Assign (AS-1, AS-3)', () => {
    const moved: Happened = { kind: 'reassigned', group: 'av2', level: 2, why: 'On leave.', by: 'av2-agent' };
    expect(lines([opened(), moved])).toEqual(['arrival #av2']);
  });
});

describe('A message to the customer', () => {
  const interim = (by: 'email' | 'telephone'): Happened => ({
    kind: 'interim-sent',
    text: 'We work on it.',
    word: by === 'email' ? { by, to: 'pat@example.mil', subject: 'CS0000001' } : { by },
    by: 'av2-agent',
    at: START + 7 * MINUTE,
  });

  it('is sent as an email once if it is one (CK-1)', () => {
    expect(lines([opened(), interim('telephone')])).toEqual([]);
    const after = aCase(opened(), interim('email'));
    const before = projectCase(after.number, after.timeline.slice(0, 1));
    const [mail] = notificationsOf(caseType, after.number, before, after, aWorld());
    expect(mail).toEqual({
      id: 'CS0000001/entry-1/mail/customer',
      about: { kind: 'case', id: 'CS0000001' },
      topic: 'mail',
      entry: 1,
      to: { kind: 'customer' },
      mentions: [],
      madeAt: START + 7 * MINUTE,
    });
  });

  it('that was refused notifies its writer, unless it was the satisfaction survey (CL-7)', () => {
    const asked: Happened = {
      kind: 'satisfaction-asked',
      to: 'pat@example.mil',
      subject: 'CS0000001',
      by: 'av2-agent',
    };
    const refused: Happened = { kind: 'mail-refused', of: 1, why: 'refused', ...swept };
    expect(concerned(opened(), asked, refused)).toEqual([]);
    expect(concerned(opened(), interim('email'), refused)).toEqual(['av2-agent']);
  });
});

describe("An opener who isn't a person", () => {
  it.each(['casekeeper', 'customer', systemActor('army-erp')])('gets no notification: %s (CA-1)', (by) => {
    const closed: Happened = { kind: 'closed', text: 'It shipped.', by: 'av2-gatekeeper' };
    expect(concerned({ ...unassigned, by }, closed)).toEqual([]);
  });
});
