import { changeOf } from '../../../src/domain/cases/change';
import type { Case } from '../../../src/domain/cases/case';
import { decideReferBack } from '../../../src/domain/cases/decisions/decide-refer-back';
import { decideRespond } from '../../../src/domain/cases/decisions/decide-respond';
import { decideUpdate } from '../../../src/domain/cases/decisions/decide-update';
import { directoryOf } from '../../../src/domain/directory/directory';
import { aCase, decided, escalated, opened, refused } from '../../support/cases';
import { aDirectory, aWorld, person, START } from '../../support/site';

type Typed = Readonly<Record<string, string>>;

const context = aWorld();
const assigned = { kind: 'assigned', to: 'av3-agent', how: 'assigned' } as const;
const atLevel3 = aCase(opened(), escalated('av3'), assigned);
const applied = (subject: Case, events: Parameters<typeof changeOf>[1]): Case =>
  changeOf(subject, events, { by: 'av3-agent', at: START + 600_000, cause: 'act' }, context).state;

describe('A quality status update', () => {
  const UPDATE: Typed = {
    bluf: 'Award is expected.',
    quotes: 'Two received',
    dateKind: 'EAD',
    date: '2026-12-15',
  };
  const update = (typed: Typed, subject = atLevel3, by = 'av3-agent') =>
    decideUpdate(subject, typed, person(by), context);

  it('has a bottom line, any quotes, and an ESD or EAD (L3-4)', () => {
    expect(decided(update(UPDATE))).toEqual([{ kind: 'quality-update', ...UPDATE }]);
    expect(decided(update({ ...UPDATE, quotes: '' }))[0]).not.toHaveProperty('quotes');
  });

  it('is refused without a bottom line and a date, and the refusal says what is missing (L3-4)', () => {
    expect(refused(update({ quotes: 'Two received' })).fields.toSorted()).toEqual([
      'bluf',
      'date',
      'dateKind',
    ]);
  });

  it.each(['2026-11-01', '2026-13-01', 'soon'])('is refused with the date %s', (date) => {
    expect(refused(update({ ...UPDATE, date })).fields).toEqual(['date']);
  });

  it("can have today's date", () => {
    expect(update({ ...UPDATE, date: '2026-11-02' }).ok).toBe(true);
  });

  it('acknowledges a change from the first update when it recurs (L3-4)', () => {
    const updated = applied(atLevel3, decided(update(UPDATE)));
    expect(refused(update({ ...UPDATE, bluf: ' award is EXPECTED ' }, updated)).fields).toEqual(['bluf']);
    expect(update({ ...UPDATE, date: '2026-12-20' }, updated).ok).toBe(true);
    expect(update({ ...UPDATE, bluf: 'No change: the award is still expected.' }, updated).ok).toBe(true);
  });

  it('counts as the first one again after a new escalation (L3-4)', () => {
    const again = aCase(
      opened(),
      escalated('av3'),
      { kind: 'quality-update', bluf: 'Award is expected.', dateKind: 'EAD', date: '2026-12-15' },
      { kind: 'referred-back', group: 'av2', to: 'av2-agent', missing: ['PR'], text: '', supervisors: [] },
      escalated('av3'),
    );
    expect(update(UPDATE, again).ok).toBe(true);
  });

  it('can be given only by Level 3 (AC-2)', () => {
    expect(update(UPDATE, atLevel3, 'av3-other').ok).toBe(true);
    expect(refused(update(UPDATE, atLevel3, 'av2-agent')).code).toBe('not-permitted');
    expect(refused(update(UPDATE, aCase(), 'av2-agent')).code).toBe('wrong-state');
  });
});

describe('Referring a case back', () => {
  const refer = (missing: string, subject = atLevel3, site = context) =>
    decideReferBack(subject, { missing, text: 'Please complete.' }, person('av3-agent'), site);

  it('returns it to the Level 2 agent of record with the list of what is missing (L3-1, L3-2)', () => {
    const events = decided(refer('- Tail number\n\n• Total quantity'));
    expect(events).toEqual([
      {
        kind: 'referred-back',
        group: 'av2',
        to: 'av2-agent',
        missing: ['Tail number', 'Total quantity'],
        text: 'Please complete.',
        supervisors: ['av2-supervisor', 'av3-supervisor'],
      },
    ]);
    expect(applied(atLevel3, events)).toMatchObject({
      level: 2,
      group: 'av2',
      assignee: 'av2-agent',
      level3OfRecord: { group: 'av3', person: 'av3-agent' },
    });
  });

  it('always includes both supervisors, whatever is typed (L3-2)', () => {
    const typed = { missing: 'PR', supervisors: '' };
    const [event] = decided(decideReferBack(atLevel3, typed, person('av3-agent'), context));
    expect(event).toMatchObject({ supervisors: ['av2-supervisor', 'av3-supervisor'] });
  });

  it('requires what is missing (L3-2)', () => {
    expect(refused(refer(' \n - \n')).fields).toEqual(['missing']);
    expect(refused(refer('x\n'.repeat(21))).fields).toEqual(['missing']);
  });

  it('returns it to the group alone if the agent of record left (L3-1)', () => {
    const { groups, people } = aDirectory();
    const without = groups.map((group) =>
      group.key === 'av2' ? { ...group, agents: ['av2-other'] } : group,
    );
    const [event] = decided(
      refer('PR', atLevel3, aWorld(START, { directory: directoryOf(without, people) })),
    );
    expect(event).toMatchObject({ group: 'av2' });
    expect(event).not.toHaveProperty('to');
  });

  it('returns it to the last Level 2 person, not the first (L3-1)', () => {
    const moved = aCase(
      opened(),
      { kind: 'reassigned', group: 'av2b', level: 2, to: 'av2b-other', why: 'Misrouted' },
      escalated('av3'),
    );
    expect(decided(refer('PR', moved))[0]).toMatchObject({ group: 'av2b', to: 'av2b-other' });
  });
});

describe('A Level 3 response', () => {
  const respond = (typed: Typed, subject = atLevel3) =>
    decideRespond(subject, { text: 'As follows.', ...typed }, person('av3-agent'), context);
  const back = { group: 'av2', to: 'av2-agent' };

  it.each([
    ['engineering-support', { completionDate: '2026-12-15' }],
    ['award', { deliveryDate: '2026-12-15' }],
    ['not-procurable', {}],
    ['pr-cancelled', {}],
  ])('of the kind %s returns the case to Level 2 (L3-5)', (kind, date) => {
    const events = decided(respond({ kind, date: '2026-12-15' }));
    expect(events).toEqual([
      { kind: 'responded', response: { kind, ...date, text: 'As follows.' }, ...back },
    ]);
    expect(applied(atLevel3, events)).toMatchObject({ level: 2, assignee: 'av2-agent' });
  });

  it('with a delay of more than 45 calendar days returns the case, and with exactly 45 keeps it (L3-5, BT-6)', () => {
    const stays = decided(respond({ kind: 'delay', date: '2026-12-17' }));
    expect(stays).toEqual([
      { kind: 'responded', response: { kind: 'delay', until: '2026-12-17', text: 'As follows.' } },
    ]);
    expect(applied(atLevel3, stays)).toMatchObject({ level: 3, group: 'av3', assignee: 'av3-agent' });
    expect(decided(respond({ kind: 'delay', date: '2026-12-18' }))[0]).toMatchObject(back);
  });

  it.each(['engineering-support', 'award', 'delay'])(
    'of the kind %s requires its date and an explanation (L3-5)',
    (kind) => {
      expect(refused(respond({ kind, text: '' })).fields.toSorted()).toEqual(['date', 'text']);
      expect(refused(respond({ kind, date: '2026-10-30' })).fields).toEqual(['date']);
    },
  );

  it('requires the reason why the PR was canceled (L3-5)', () => {
    expect(refused(respond({ kind: 'pr-cancelled', text: '' })).messages).toEqual({
      text: 'Explain why the PR was canceled.',
    });
  });

  it('must be one of the five kinds (L3-5)', () => {
    expect(refused(respond({})).fields).toEqual(['kind']);
    expect(refused(respond({ kind: 'later' })).fields).toEqual(['kind']);
  });

  it('completes an open PAR when it is final', () => {
    const par = { number: '20261001', kind: 'status', ipg: 'I' } as const;
    const withPar = aCase(opened(), { kind: 'par-submitted', par }, escalated('av3'), assigned);
    const answered = applied(withPar, decided(respond({ kind: 'award', date: '2026-12-15' }, withPar)));
    expect(withPar.openPar).toMatchObject(par);
    expect(answered.openPar).toBeUndefined();
    expect(answered.timeline.at(-1)).toMatchObject({
      kind: 'par-completed',
      number: '20261001',
      adequate: true,
    });
    const delayed = applied(withPar, decided(respond({ kind: 'delay', date: '2027-03-01' }, withPar)));
    expect(delayed.openPar).toMatchObject(par);
  });
});
