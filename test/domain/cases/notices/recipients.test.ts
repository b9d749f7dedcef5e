import { recipientsOf } from '../../../../src/domain/cases/notices/recipients';
import { caseType } from '../../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../../src/domain/kernel/change-of';
import { projectCase } from '../../../../src/domain/cases/project-case';
import type { Entry, EntryOf, CaseEvent } from '../../../../src/domain/cases/timeline';
import { aCase, escalated, opened, type Happened } from '../../../support/cases';
import { aDirectory, aWorld, START } from '../../../support/site';

type Kind = CaseEvent['kind'];
type Told = Readonly<Partial<Record<Kind, readonly string[]>>>;

const assigned = (to: string): Happened => ({ kind: 'assigned', to, how: 'assigned' });
// Opened at Level 1 by cic-agent, at Level 2 with av2-agent, at Level 3 with av3-agent.
const AT_2 = aCase(opened('cic'), escalated('av2'), assigned('av2-agent'));
const AT_3 = aCase(
  opened('cic'),
  escalated('av2'),
  assigned('av2-agent'),
  escalated('av3'),
  assigned('av3-agent'),
);

const asking = { text: 'x', reason: 'x', until: '2027-03-01', supervisors: ['av2-supervisor'] } as const;
const WAITING = aCase(opened('cic'), escalated('av2'), assigned('av2-agent'), {
  kind: 'closing-asked',
  ...asking,
  by: 'av2-other',
});

const SAMPLES: { readonly [K in Kind]: Omit<EntryOf<K>, 'at' | 'by' | 'cause'> } = {
  opened: opened('cic'),
  assigned: { kind: 'assigned', to: 'av2b-agent', how: 'assigned' },
  reassigned: { kind: 'reassigned', group: 'av2b', level: 2, to: 'av2b-agent', why: 'x' },
  noted: { kind: 'noted', text: 'x' },
  attached: { kind: 'attached', url: 'https://files.example.mil/x' },
  linked: { kind: 'linked', to: 'CS0000002', why: 'x' },
  'case-corrected': { kind: 'case-corrected', changes: [{ field: 'ipd', from: '8', to: '3' }], why: 'x' },
  'contact-corrected': {
    kind: 'contact-corrected',
    from: { name: 'Pat', email: 'pat@old.mil' },
    to: { name: 'Pat', email: 'pat@new.mil' },
    why: 'x',
  },
  escalated: escalated('av3') as EntryOf<'escalated'>,
  'interim-sent': { kind: 'interim-sent', text: 'x' },
  'status-sent': { kind: 'status-sent', text: 'x' },
  'quality-update': { kind: 'quality-update', bluf: 'x', dateKind: 'EAD', date: '2026-12-01' },
  'referred-back': {
    kind: 'referred-back',
    group: 'av2',
    to: 'av2-agent',
    missing: ['PR'],
    text: 'x',
    supervisors: ['av2-supervisor', 'av3-supervisor'],
  },
  recalled: { kind: 'recalled', group: 'av2', to: 'av2-agent', why: 'x' },
  responded: {
    kind: 'responded',
    response: { kind: 'not-procurable', text: 'x' },
    group: 'av2',
    to: 'av2-agent',
  },
  'par-submitted': { kind: 'par-submitted', par: { number: 'PAR-1', kind: 'status', ipg: 'I' } },
  'par-completed': { kind: 'par-completed', number: 'PAR-1', adequate: true, text: 'x' },
  'par-withdrawn': { kind: 'par-withdrawn', number: 'PAR-1', why: 'x' },
  'par-followed-up': { kind: 'par-followed-up', number: 'PAR-1', text: 'x' },
  resolved: { kind: 'resolved', notes: 'x' },
  closed: { kind: 'closed', text: 'x' },
  'dc-answered': { kind: 'dc-answered', center: 'DDSP', text: 'x' },
  'supervisors-asked': {
    kind: 'supervisors-asked',
    group: 'av3',
    clocks: ['initial-update#1'],
    supervisors: ['av2-supervisor', 'av3-supervisor'],
    text: 'x',
  },
  'clock-warned': { kind: 'clock-warned', clock: 'recurring-status#1', dueAt: START },
  'clock-missed': { kind: 'clock-missed', clock: 'recurring-status#1', dueAt: START },
  'closing-asked': { kind: 'closing-asked', ...asking },
  'closing-declined': { kind: 'closing-declined', why: 'x' },
  'assignee-left': {
    kind: 'assignee-left',
    person: 'av2-agent',
    group: 'av2',
    gatekeepers: ['av2-gatekeeper'],
  },
  reopened: { kind: 'reopened', why: 'x' },
  'word-repeated': { kind: 'word-repeated', of: 2, text: 'x', word: { by: 'telephone' } },
  'mail-sent': { kind: 'mail-sent', of: 2 },
  'mail-refused': { kind: 'mail-refused', of: 2, why: 'refused' },
  'mail-not-sent': { kind: 'mail-not-sent', of: 2 },
  'clock-escalated': {
    kind: 'clock-escalated',
    clock: 'recurring-status#1',
    dueAt: START,
    people: ['analyst'],
  },
  'breach-acknowledged': { kind: 'breach-acknowledged', clocks: ['recurring-status#1'] },
  'satisfaction-asked': { kind: 'satisfaction-asked', to: 'pat@example.mil', subject: 'x' },
  'satisfaction-answered': { kind: 'satisfaction-answered', degree: '1', supervisors: ['av2-supervisor'] },
};
const KINDS = Object.keys(SAMPLES) as Kind[];

const entry = (kind: Kind, by: string): Entry => ({ ...SAMPLES[kind], at: START, by, cause: 'act' });
const told = (kind: Kind, found = AT_2, by = 'someone') => [...recipientsOf(entry(kind, by), found)].sort();

describe('The people on a case', () => {
  const own: readonly Kind[] = ['opened', 'assignee-left', 'clock-warned', 'mail-sent', 'satisfaction-asked'];

  it('at Level 2 get notifications: the assignee of everything others do, and the opener of where the case goes', () => {
    const more: Told = {
      assigned: ['av2b-agent', 'cic-agent'],
      reassigned: ['av2-agent', 'av2b-agent'],
      'referred-back': ['av2-agent', 'av2-supervisor', 'av3-supervisor'],
      'supervisors-asked': ['av2-agent', 'av2-supervisor', 'av3-supervisor'],
      closed: ['av2-agent', 'cic-agent'],
      reopened: ['av2-agent', 'cic-agent'],
      'mail-refused': ['av2-agent', 'someone'],
      'mail-not-sent': ['av2-agent', 'someone'],
      'satisfaction-answered': ['av2-supervisor'],
    };
    const found = projectCase('CS0000001', [
      ...AT_2.timeline.slice(0, 2),
      { ...entry('status-sent', 'someone') },
      ...AT_2.timeline.slice(2),
    ]);
    const expected = (kind: Kind) => (own.includes(kind) ? [] : (more[kind] ?? ['av2-agent']));
    for (const kind of KINDS) {
      const unassigned = kind === 'assigned' ? aCase(opened('cic'), escalated('av2')) : found;
      expect([kind, told(kind, unassigned, 'casekeeper')]).toEqual([kind, expected(kind)]);
    }
  });

  it('at Level 3 get notifications: its holder there, and the Level 2 agent of record (L3-1)', () => {
    const at3 = [
      'noted',
      'attached',
      'quality-update',
      'status-sent',
      'interim-sent',
      'word-repeated',
      'dc-answered',
    ];
    for (const kind of [
      ...at3,
      'par-submitted',
      'par-followed-up',
      'par-completed',
      'par-withdrawn',
      'recalled',
      'responded',
    ] as Kind[])
      expect([kind, told(kind, AT_3)]).toEqual([kind, ['av2-agent', 'av3-agent']]);
    // What Level 2 owed or wrote is no matter of Level 3's; `someone` wrote the e-mail.
    expect(told('clock-missed', AT_3, 'casekeeper')).toEqual(['av2-agent']);
    expect(told('mail-refused', AT_3, 'casekeeper')).toEqual(['av2-agent', 'someone']);
    expect(told('mail-not-sent', AT_3, 'casekeeper')).toEqual(['av2-agent', 'someone']);
    expect(told('reassigned', AT_3)).toEqual(['av2-agent', 'av2b-agent', 'av3-agent']);
  });

  it('are never notified of what they did themselves, and are notified only once', () => {
    for (const found of [AT_2, AT_3, WAITING])
      for (const kind of KINDS)
        for (const by of [
          'cic-agent',
          'av2-agent',
          'av3-agent',
          'av2-supervisor',
          'av2-other',
          'av2b-agent',
        ]) {
          const people = told(kind, found, by);
          expect(people).not.toContain(by);
          expect(new Set(people).size).toBe(people.length);
        }
  });

  it('are notified of the decision on a closure they requested, whoever holds the case (CL-5)', () => {
    for (const kind of ['closed', 'closing-declined'] as const)
      expect(told(kind, WAITING)).toEqual(expect.arrayContaining(['av2-agent', 'av2-other']));
  });
});

describe('A person with two roles on a case', () => {
  // The supervisors of av2 and av3 hold it at Level 2 and Level 3.
  const held = [opened(), assigned('av2-supervisor'), escalated('av3'), assigned('av3-supervisor')];
  const personal = (subject: readonly Happened[], count = 1) => {
    const after = aCase(...subject);
    const before = projectCase(after.number, after.timeline.slice(0, after.timeline.length - count));
    return notificationsOf(
      caseType,
      after.number,
      before,
      after,
      aWorld(START, { directory: aDirectory() }),
    ).flatMap(({ to, topic }) => (to.kind === 'person' ? [`${topic} ${to.person}`] : []));
  };

  it('gets one card for an entry, the one that asks something of them (L3-3, CK-11)', () => {
    const missed: Happened = {
      kind: 'clock-missed',
      clock: 'initial-update#1',
      dueAt: START,
      by: 'casekeeper',
    };
    expect(personal([...held, missed])).toEqual(['breach av3-supervisor', 'told av2-supervisor']);
    const asked = { kind: 'closing-asked', ...asking, by: 'av2-agent' } as const;
    expect(personal([opened(), assigned('av2-supervisor'), asked])).toEqual(['approval av2-supervisor']);
  });

  it('gets one notification for two entries in one act, and two for two acts', () => {
    const act = { by: 'av3-agent', cause: 'one' };
    const responded: Happened = { ...(SAMPLES.responded as CaseEvent), ...act };
    const done: Happened = { ...(SAMPLES['par-completed'] as CaseEvent), ...act };
    const story = [opened(), escalated('av3'), assigned('av3-agent')];
    expect(personal([...story, responded, done], 2)).toEqual(['told av2-agent']);
    expect(personal([...story, responded, { ...done, cause: 'two' }], 2)).toEqual([
      'told av2-agent',
      'told av2-agent',
    ]);
  });
});
