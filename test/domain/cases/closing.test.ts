import { decideClose } from '../../../src/domain/cases/decisions/decide-close';
import {
  decideResolve,
  NO_RESOLUTIONS,
  RESOLUTIONS,
} from '../../../src/domain/cases/decisions/decide-resolve';
import {
  aCase,
  applied,
  decided,
  details,
  escalated,
  opened,
  refused,
  type Happened,
} from '../../support/cases';
import { aDirectory, aWorld, person, START } from '../../support/site';

type Typed = Readonly<Record<string, string>>;

const context = aWorld();
const resolved: Happened = { kind: 'resolved', notes: 'Ships 15 December.' };
const returned = (deliveryDate: string): Happened => ({
  kind: 'responded',
  response: { kind: 'award', deliveryDate, text: 'Awarded.' },
  group: 'av2',
  to: 'av2-agent',
});

describe('Resolving a case', () => {
  const resolve = (typed: Typed, subject = aCase(), by = 'av2-agent') =>
    decideResolve(
      subject,
      { kind: 'delivery-date', notes: 'Ships 15 December.', date: '2026-12-15', ...typed },
      person(by),
      context,
    );

  it.each(Object.keys(RESOLUTIONS))('accepts %s with resolution notes (CL-1, CL-2)', (kind) => {
    expect(decided(resolve({ kind }))).toEqual([
      { kind: 'resolved', notes: 'Ships 15 December.', resolution: kind, date: '2026-12-15' },
    ]);
  });

  it.each(Object.keys(NO_RESOLUTIONS))("refuses %s, which isn't a resolution (CL-1)", (kind) => {
    expect(refused(resolve({ kind })).messages['kind']).toMatch(/isn't a resolution/);
  });

  it.each(['delivery-date', 'expedite-answer'])('as %s requires its date (CL-1)', (kind) => {
    expect(refused(resolve({ kind, date: ' ' })).messages['date']).toContain(
      'needs a date. Enter one from Mon 2 Nov 2026 to Sun 2 Nov 2036.',
    );
  });

  it.each(['proof-of-delivery', 'catalog', 'not-procurable', 'other'])(
    'as %s requires no date (CL-1)',
    (kind) => {
      expect(decided(resolve({ kind, date: '' }))[0]).not.toHaveProperty('date');
    },
  );

  it.each(['soon', '0028-06-01', '2020-01-01', '2026-11-01', '2036-11-03'])(
    'refuses the date %s at its field and states the range (CL-1)',
    (date) => {
      expect(refused(resolve({ date })).messages).toEqual({
        date: expect.stringContaining('Enter a date from Mon 2 Nov 2026 to Sun 2 Nov 2036.'),
      });
    },
  );

  it('accepts a date from the day the case was opened to ten years ahead (CL-1)', () => {
    for (const date of ['2026-11-02', '2036-11-02']) expect(resolve({ date }).ok).toBe(true);
  });

  it('requires resolution notes and a resolution (CL-2)', () => {
    expect(refused(resolve({ notes: ' ' })).fields).toEqual(['notes']);
    expect(refused(resolve({ notes: '', kind: '' })).fields).toEqual(['kind', 'notes']);
  });

  it('requires no Level 3 response after a referral back, which returned the case unanswered (L3-2, CL-2)', () => {
    const referred: Happened = {
      kind: 'referred-back',
      group: 'av2',
      to: 'av2-agent',
      missing: ['PR'],
      text: '',
      supervisors: [],
    };
    expect(resolve({}, aCase(opened(), escalated(), referred)).ok).toBe(true);
    const stayed: Happened = {
      kind: 'responded',
      response: { kind: 'delay', until: '2026-12-10', text: 'Technical data.' },
    };
    expect(resolve({}, aCase(opened(), escalated(), stayed, referred)).ok).toBe(true);
    expect(resolve({}, aCase(opened(), escalated(), returned('2026-12-15'))).ok).toBe(true);
  });

  it('is up to Level 2, whoever found the resolution (CL-6)', () => {
    const atLevel3 = aCase(opened(), escalated(), { kind: 'assigned', to: 'av3-agent', how: 'claimed' });
    expect(refused(resolve({}, atLevel3, 'av3-agent'))).toMatchObject({
      code: 'wrong-state',
      params: { state: 'In progress, at Level 3', action: 'Resolve' },
    });
  });

  it('is refused to another agent (AC-2)', () => {
    expect(refused(resolve({}, aCase(), 'av2-other')).code).toBe('not-permitted');
  });
});

describe('Closing a case', () => {
  const close = (typed: Typed, subject = aCase(resolved), by = 'av2-agent') =>
    decideClose(subject, { text: 'Your order ships on 15 December.', ...typed }, person(by), context);

  it('records the final resolution as sent to the customer (CL-3)', () => {
    expect(decided(close({}))).toMatchObject([{ kind: 'closed', text: 'Your order ships on 15 December.' }]);
    expect(refused(close({ text: '' })).messages).toEqual({
      text: 'Write the final resolution that the customer will get.',
    });
    const internal = aCase(opened('av2', { details: details({ externalContact: false }) }), resolved);
    expect(refused(close({ text: '' }, internal)).messages).toEqual({ text: 'Write how the case ended.' });
  });

  it('is possible only after resolving, and only once (CL-2)', () => {
    expect(refused(close({}, aCase())).params).toMatchObject({
      state: 'In progress, at Level 2, not resolved yet',
    });
    const closed = aCase(resolved, { kind: 'closed', text: 'Done.' });
    expect(refused(close({}, closed)).params).toMatchObject({ state: 'Closed, at Level 2', action: 'Close' });
  });

  const longLead = aCase(opened(), escalated(), returned('2026-12-18'), resolved);
  const given = { reason: 'No stock before March.', alternative: 'Local purchase.' };
  const word = {
    by: 'email',
    to: 'pat@example.mil',
    subject: 'Case CS0000001: resolution of your inquiry',
  } as const;

  it('by the Level 2 supervisor with a lead time over 45 days requires a reason and no further approval (CL-5)', () => {
    expect(refused(close({}, longLead, 'av2-supervisor')).fields).toEqual(['reason']);
    expect(decided(close(given, longLead, 'av2-supervisor'))).toEqual([
      { kind: 'closed', text: 'Your order ships on 15 December.', word, longLead: given },
    ]);
  });

  it('by an agent with a lead time over 45 days asks the supervisors for approval, with the reason for the customer (CL-5)', () => {
    expect(refused(close({}, longLead)).fields).toEqual(['reason']);
    const asked = {
      kind: 'closing-asked',
      text: 'Your order ships on 15 December.',
      word,
      ...given,
      until: '2026-12-18',
      supervisors: ['av2-supervisor'],
    } as const;
    expect(decided(close(given, longLead))).toEqual([asked]);
    const waiting = applied(longLead, [asked]);
    expect(waiting.state).toBe('resolved');
    expect(refused(close(given, waiting))).toMatchObject({
      code: 'approval-pending',
      params: { who: 'a supervisor of aviation av2 (Av2 Supervisor)' },
    });
    expect(close(given, waiting, 'av2-supervisor').ok).toBe(true);
  });

  it('uses the lead time of the resolution entered now, not of an earlier Level 3 response (CL-5)', () => {
    const told = (date: string) => aCase({ ...resolved, date });
    expect(refused(close({}, told('2026-12-18'))).fields).toEqual(['reason']);
    expect(close({}, told('2026-12-17')).ok).toBe(true);
    const atLevel1 = aCase(opened('cic'), { ...resolved, date: '2027-03-01' });
    expect(close({}, atLevel1, 'cic-agent').ok).toBe(true);
    const after = (level3: string, given: Partial<Happened>) =>
      aCase(opened(), escalated(), returned(level3), { ...resolved, ...given } as Happened);
    expect(close({}, after('2026-12-18', { date: '2026-12-01' })).ok).toBe(true);
    expect(refused(close({}, after('2026-12-01', { date: '2026-12-18' }))).fields).toEqual(['reason']);
    expect(refused(close({}, after('2026-12-18', { resolution: 'other' }))).fields).toEqual(['reason']);
    expect(close({}, after('2026-12-18', { resolution: 'not-procurable' })).ok).toBe(true);
  });

  it('with a lead time over 45 days is refused when the group has no supervisor to ask (CL-5)', () => {
    const groups = aDirectory().groups.map((group) =>
      group.key === 'av2' ? { ...group, supervisors: [] } : group,
    );
    const without = aWorld(START, { directory: aDirectory(groups) });
    const result = decideClose(longLead, { text: 'x', ...given }, person('av2-agent'), without);
    expect(refused(result)).toMatchObject({
      code: 'not-permitted',
      params: { who: 'a supervisor of aviation av2 (it has none)' },
    });
  });

  it('with a lead time of exactly 45 days is up to the agent (CL-5, BT-6)', () => {
    expect(close({}, aCase(opened(), escalated(), returned('2026-12-17'), resolved)).ok).toBe(true);
  });
});
