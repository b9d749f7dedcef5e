import { dueHappenings } from './due-happenings';
import fc from 'fast-check';
import type { Case } from '../../src/domain/cases/case';
import { changeOf, openCase } from '../../src/domain/cases/change';
import type { CaseChange } from '../../src/domain/cases/change';
import type { CaseEvent } from '../../src/domain/cases/timeline';
import { details, escalated, opened } from './cases';
import { aWorld, DAY, START } from './site';

/** One thing that happens to one of some cases, so many hours after what happened before. */
export interface Event {
  readonly which: number;
  readonly does: (typeof DOINGS)[number];
  readonly hours: number;
}

const DOINGS = [
  'assign',
  'note',
  'interim',
  'status',
  'escalate',
  'update',
  'respond',
  'reassign',
  'refer-back',
  'recall',
  'correct',
  'par',
  'par-follow-up',
  'par-done',
  'par-withdraw',
  'close',
  'close',
  'close',
  'reopen',
  'reopen',
  'sweep',
  'sweep',
] as const;

/** Histories of up to four cases: some hours or many days between one thing and the next. */
export const anyEvents = (maxLength = 40): fc.Arbitrary<readonly Event[]> =>
  fc.array(
    fc.record({
      which: fc.nat({ max: 3 }),
      does: fc.constantFrom(...DOINGS),
      hours: fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 90 })),
    }),
    // As long as they may be, where fast-check by itself would try a dozen at the most.
    { minLength: 4, maxLength, size: 'max' },
  );

const OPENINGS = [
  opened('av2', { assignee: undefined }),
  opened('cic', { details: details({ pr: '7000000002', ipd: 1 }) }),
  opened('di2', { details: details({ msc: 'distribution', pr: '7000000003', ipd: 12 }) }),
  opened('av2b', { details: details({ pr: '7000000004', ipd: 5 }) }),
];

/** The first event of a case opens it; answers the change it makes, or none where the case does not take it. */
export function changeBy(
  { which, does }: Event,
  before: Case | undefined,
  at: number,
  cause: string,
): CaseChange | undefined {
  const context = aWorld(at);
  const first = OPENINGS[which] ?? OPENINGS[0]!;
  if (before === undefined)
    return openCase(`CS000000${which + 1}`, [first], { by: 'av2-agent', at, cause }, context);
  const events = does === 'sweep' ? dueHappenings(before, context) : happeningsOf(does, before);
  if (events.length === 0) return undefined;
  const by = does === 'sweep' ? 'casekeeper' : `${before.group}-gatekeeper`;
  return changeOf(before, events, { by, at, cause }, context);
}

/** When each event happens: business or not, as it comes. */
export const timesOf = (events: readonly Event[]): readonly number[] => {
  let now = START;
  return events.map(({ hours }) => (now += hours * (DAY / 24)));
};

function happeningsOf(does: Exclude<Event['does'], 'sweep'>, subject: Case): readonly CaseEvent[] {
  const { state, level, group, openPar } = subject;
  if (state === 'closed') return does === 'reopen' ? [{ kind: 'reopened', why: 'Wrong part.' }] : [];
  const level2 = subject.level2OfRecord?.group ?? 'av2';
  switch (does) {
    case 'assign':
      return [{ kind: 'assigned', to: `${group}-agent`, how: 'assigned' }];
    case 'note':
      return [{ kind: 'noted', text: 'Called.' }];
    case 'interim':
      return level === 1 ? [] : [{ kind: 'interim-sent', text: 'Being worked.' }];
    case 'status':
      return level === 1 ? [] : [{ kind: 'status-sent', text: 'Still being worked.' }];
    case 'escalate':
      return level === 3 ? [] : [escalated(level === 1 ? 'av2' : group.startsWith('di') ? 'di3' : 'av3')];
    case 'update':
      return level === 3
        ? [{ kind: 'quality-update', bluf: 'On order.', dateKind: 'EAD', date: '2027-02-01' }]
        : [];
    case 'respond':
      return level === 3
        ? [
            {
              kind: 'responded',
              response: { kind: 'not-procurable', text: 'None.' },
              group: level2,
              to: `${level2}-agent`,
            },
            ...(openPar === undefined ? [] : [completed(openPar.number)]),
          ]
        : [];
    case 'reassign':
      return level === 1 ? [] : [moved(subject)];
    case 'refer-back':
      return level === 3
        ? [{ kind: 'referred-back', group: level2, missing: ['PR'], text: 'PR?', supervisors: [] }]
        : [];
    case 'recall':
      return level === 3
        ? [{ kind: 'recalled', group: level2, to: `${level2}-agent`, why: 'The customer withdrew.' }]
        : [];
    case 'correct':
      return [corrected(subject)];
    case 'par':
    case 'par-follow-up':
    case 'par-done':
    case 'par-withdraw':
      return parOf(does, subject);
    case 'close':
      // Rule CL-8: an open PAR keeps it open.
      if (openPar !== undefined) return [];
      return [
        { kind: 'resolved', notes: 'Shipped.' },
        { kind: 'closed', text: 'Done.' },
      ];
    case 'reopen':
      return [];
  }
}

/**
 * Another IPD, another PR (of which two cases may want the same one), and whether the customer waits, turned: what clocks and
 * figures hang on, and the store's index of PRs (rules CA-10, ES-6).
 */
function corrected({ details, timeline }: Case): CaseEvent {
  const turn = timeline.length;
  const of = {
    pr: details.pr,
    ipd: details.ipd?.toString(),
    externalContact: String(details.externalContact),
  };
  const to = {
    pr: `700000000${1 + (turn % 5)}`,
    ipd: String(1 + (turn % 15)),
    externalContact: String(!details.externalContact),
  };
  const field = (['ipd', 'pr', 'externalContact'] as const)[turn % 3] ?? 'ipd';
  const { [field]: from } = of;
  const change = { field, ...(from === undefined ? {} : { from }), to: to[field] };
  return { kind: 'case-corrected', changes: [change], why: 'It was misread.' };
}

/** A PAR is submitted where none is open, and followed up, answered, or withdrawn while one is (rules CK-8, CK-9, CL-4, CL-8). */
function parOf(
  does: 'par' | 'par-follow-up' | 'par-done' | 'par-withdraw',
  { level, openPar, timeline }: Case,
): readonly CaseEvent[] {
  const par = { number: `2026${1000 + timeline.length}`, kind: 'status', ipg: 'II' } as const;
  if (does === 'par') return level === 1 || openPar !== undefined ? [] : [{ kind: 'par-submitted', par }];
  if (openPar === undefined) return [];
  const { number } = openPar;
  switch (does) {
    case 'par-follow-up':
      return [{ kind: 'par-followed-up', number, text: 'Asked again.' }];
    case 'par-done':
      return timeline.length % 2 === 0
        ? [completed(number)]
        : [
            { ...completed(number), adequate: false },
            { kind: 'par-submitted', par, references: number },
          ];
    case 'par-withdraw':
      return level === 2 ? [{ kind: 'par-withdrawn', number, why: 'Nobody waits for it.' }] : [];
  }
}

const completed = (number: string) =>
  ({ kind: 'par-completed', number, adequate: true, text: 'It ships on Friday.' }) as const;

/** Round the groups of its level, from one MSC to another and back. */
function moved({ level, group, timeline }: Case): CaseEvent {
  const groups = level === 2 ? ['av2', 'av2b', 'di2'] : ['av3', 'di3'];
  const to = groups[(groups.indexOf(group) + 1) % groups.length] ?? group;
  const person = timeline.length % 2 === 0 ? { to: `${to}-agent` } : {};
  return { kind: 'reassigned', group: to, level, ...person, why: 'Theirs.' };
}
