import { decideDcAnswer } from '../../../../src/domain/cases/decisions/decide-dc-answer';
import { changeOf } from '../../../../src/domain/cases/change';
import type { Case } from '../../../../src/domain/cases/case';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import type { CaseDetails } from '../../../../src/domain/cases/details/details';
import { OF_LEVEL_3 } from '../../../../src/domain/cases/escalation/level-3-lateness';
import { DEFAULT_POLICY } from '../../../../src/domain/policy/default-policy';
import { aCase, decided, details, escalated, opened, refused, type Happened } from '../../../support/cases';
import { bareDetails, escalate, SITE_ISSUE, without, type Typed } from '../../../support/escalations';
import { aWorld, DAY, MINUTE, person, START } from '../../../support/site';

const INFORMED: Happened = { kind: 'interim-sent', text: 'x' };
/** A case of Distribution with neither NSN nor PR, its interim response sent. */
const held = aCase(opened('di2', { details: ofDistribution() }), INFORMED);
const after = (subject: Case, events: Parameters<typeof changeOf>[1], at: number): Case =>
  changeOf(subject, events, { by: 'di2-agent', at, cause: `at-${at}` }, aWorld(at)).state;
const escalateSite = (change: Typed = {}, subject = held, by = 'di2-agent', site = aWorld()) =>
  escalate({ ...SITE_ISSUE, ...change }, subject, by, site);
const pending = after(held, decided(escalateSite()), START + 5 * MINUTE);
/** The same case asked of Level 3 without a Distribution Center. */
const plain = after(
  aCase(opened('di2', { details: details({ msc: 'distribution' }) }), INFORMED),
  [escalated('di3')],
  START + 5 * MINUTE,
);

function ofDistribution(change: Partial<CaseDetails> = {}): CaseDetails {
  return { ...bareDetails(), msc: 'distribution', ...change };
}

describe('A Distribution site issue', () => {
  it('requires no NSN, PR, or PAR, and records its center and requisition (ES-12)', () => {
    const [event] = decided(escalateSite());
    expect(event).toMatchObject({
      kind: 'escalated',
      direction: 'distribution-center',
      group: 'di3',
      level: 3,
      requisition: 'W25G1V63210001',
      distributionCenter: 'DDSP Susquehanna',
    });
    for (const key of ['nsn', 'pr', 'par']) expect(event).not.toHaveProperty(key);
    expect(pending.details.requisition).toBe('W25G1V63210001');
  });

  it('sets the case to Pending DLA Response (ES-3)', () => {
    expect(pending).toMatchObject({
      state: 'pending-dla-response',
      awaitedCenter: 'DDSP Susquehanna',
      level: 3,
      group: 'di3',
    });
    expect(plain.state).toBe('in-progress');
    expect(plain.awaitedCenter).toBeUndefined();
  });

  it('asks for items b and d to g, and fills in the assignment and the interim response from the case (ES-12, ES-11)', () => {
    const items = Object.keys(SITE_ISSUE).filter((field) => field.startsWith('item.'));
    expect(refused(escalate(without(SITE_ISSUE, ...items), held, 'di2-agent')).fields).toEqual(items);
    expect(decided(escalateSite())[0]).toMatchObject({
      findings: [
        { item: 'assigned-to-self', finding: 'Di2 Agent, since 2 Nov 2026, 09:00 EST' },
        { item: 'problem', finding: 'Shipped short.' },
        { item: 'interim-response', finding: 'Sent 2 Nov 2026, 09:01 EST' },
        { item: 'preliminary-research' },
        { item: 'site-research' },
        { item: 'distribution-center', finding: 'DDSP Susquehanna' },
        { item: 'pending-response' },
      ],
    });
  });

  it.each(['DDSP', ' ddsp ', 'ddsp  susquehanna', 'DDSP Susquehanna'])(
    'accepts %j as a center from the list (ES-12)',
    (typed) => {
      expect(decided(escalateSite({ 'item.distribution-center': typed }))[0]).toMatchObject({
        distributionCenter: 'DDSP Susquehanna',
      });
    },
  );

  it.each(['none', '-', '12', 'Susquehanna', 'DDSP Susquehanna and DDJC', 'two\nlines', '__proto__'])(
    'refuses %j as its center and lists the valid ones (ES-12)',
    (typed) => {
      const { fields, messages } = refused(escalateSite({ 'item.distribution-center': typed }));
      expect(fields).toEqual(['item.distribution-center']);
      expect(messages['item.distribution-center']).toContain(
        "isn't a Distribution Center at this site. Choose one of: DDSP Susquehanna, DDJC San Joaquin,",
      );
    },
  );

  it('reports an empty center once, at its field (ES-12, ES-9)', () => {
    const { fields, messages } = refused(escalateSite({ 'item.distribution-center': ' ' }));
    expect(fields).toEqual(['item.distribution-center']);
    expect(messages['item.distribution-center']).toContain('Choose one of: DDSP Susquehanna');
  });

  it("offers the site's current centers, even for a case that was opened earlier (ES-12)", () => {
    const centers = { ...DEFAULT_POLICY, distributionCenters: [{ key: 'x1', name: 'Depot One' }] };
    const policies = {
      all: [DEFAULT_POLICY, centers],
      at: (at: number) => (at > START ? centers : DEFAULT_POLICY),
    };
    const site = aWorld(START + DAY, { policies });
    expect(refused(escalateSite({}, held, 'di2-agent', site)).fields).toEqual(['item.distribution-center']);
    expect(escalateSite({ 'item.distribution-center': 'depot one' }, held, 'di2-agent', site).ok).toBe(true);
  });

  it('requires the requisition, on the case or in the form (ES-12)', () => {
    const missing = refused(escalateSite({ requisition: '' }));
    expect(missing.messages).toMatchObject({ requisition: expect.stringContaining('is missing (ES-12)') });
    expect(refused(escalateSite({ requisition: 'W25' })).fields).toEqual(['requisition']);
    const known = aCase(
      opened('di2', { details: ofDistribution({ requisition: 'W25G1V63210009' }) }),
      INFORMED,
    );
    for (const requisition of ['', 'W25G1V63210009', 'w25g1v-6321-0009'])
      expect(decided(escalateSite({ requisition }, known))[0]).not.toHaveProperty('requisition');
    const { fields, messages } = refused(escalateSite({}, known));
    expect(fields).toEqual(['requisition']);
    expect(messages['requisition']).toContain('correct CS0000001');
  });

  it('ignores a number or an action that was typed for another direction (ES-12)', () => {
    const typed = { nsn: '12', pr: 'x', parNumber: '-', actionType: 'PR Expedite', eadSuffices: 'no' };
    const [event] = decided(escalateSite(typed));
    expect(event).toMatchObject({ action: 'Distribution Center inquiry' });
    expect(event).not.toHaveProperty('nsn');
  });

  it('is a direction only in an MSC with a checklist for it (ES-12)', () => {
    const { fields, messages } = refused(escalate({ ...SITE_ISSUE, group: 'av3' }));
    expect(fields).toContain('direction');
    expect(messages['direction']).toBe(
      'The case is at Level 2. Choose: Level 2 to Level 3, pre-award or Level 2 to Level 3, post-award.',
    );
  });

  it('has no Level 3 timeframe, since those are for pre-award cases (ES-12, AS-2, CK-5)', () => {
    const kinds = clocksOf(pending, aWorld(START + DAY)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => OF_LEVEL_3.has(kind))).toEqual([]);
  });
});

describe('A case in Pending DLA Response', () => {
  const answer = (subject: Case, by = 'di2-agent', text = 'They ship on Friday.') =>
    decideDcAnswer(subject, { text }, person(by), aWorld(START + DAY));

  it('stays pending when Level 3 assigns or reassigns it (ES-3)', () => {
    const assigned = { kind: 'assigned', to: 'di3-agent', how: 'taken' } as const;
    const taken = after(pending, [assigned], START + 6 * MINUTE);
    expect(taken).toMatchObject({ state: 'pending-dla-response', assignee: 'di3-agent' });
    const moved = { kind: 'reassigned', group: 'di3', level: 3, to: 'di3-other', why: 'x' } as const;
    expect(after(taken, [moved], START + 7 * MINUTE).state).toBe('pending-dla-response');
  });

  it('is in progress again once the Distribution Center answers, and the answer is in the notes (ES-3)', () => {
    const events = decided(answer(pending));
    expect(events).toEqual([
      { kind: 'dc-answered', center: 'DDSP Susquehanna', text: 'They ship on Friday.' },
    ]);
    const answered = after(pending, events, START + DAY);
    expect(answered.state).toBe('in-progress');
    expect(answered.awaitedCenter).toBeUndefined();
    expect(refused(answer(answered)).code).toBe('wrong-state');
  });

  it.each<[string, Happened]>([
    [
      'referred back',
      { kind: 'referred-back', group: 'di2', to: 'di2-agent', missing: ['x'], text: '', supervisors: [] },
    ],
    [
      'answered by Level 3',
      {
        kind: 'responded',
        response: { kind: 'not-procurable', text: 'x' },
        group: 'di2',
        to: 'di2-agent',
      },
    ],
  ])('is in progress again when it is %s (ES-3)', (_how, happened) => {
    const back = after(pending, [happened], START + DAY);
    expect(back).toMatchObject({ state: 'in-progress', level: 2, assignee: 'di2-agent' });
    expect(back.awaitedCenter).toBeUndefined();
  });

  it('keeps all its clocks running (CK-10)', () => {
    const plainly = after(held, [escalated('di3', { direction: 'distribution-center' })], START + 5 * MINUTE);
    const times = (subject: Case, now: number) =>
      clocksOf(subject, aWorld(now)).map(({ key, startAt, dueAt, state }) => ({
        key,
        startAt,
        dueAt,
        state,
      }));
    for (const now of [START + DAY, START + 30 * DAY])
      expect(times(pending, now)).toEqual(times(plainly, now));
    const answered = after(pending, decided(answer(pending)), START + DAY);
    expect(times(answered, START + 2 * DAY)).toEqual(times(plainly, START + 2 * DAY));
  });

  it("accepts the center's answer only from the people who work it at either level (AC-2)", () => {
    for (const by of ['di2-agent', 'di2-supervisor', 'di3-agent', 'di3-gatekeeper'])
      expect(answer(pending, by).ok).toBe(true);
    expect(refused(answer(pending, 'av2-agent')).code).toBe('not-permitted');
    expect(refused(answer(pending, 'di2-agent', '')).fields).toEqual(['text']);
  });

  it('waits for no one once it is resolved (ES-3)', () => {
    const waiting = aCase(
      opened('di2', { details: details({ msc: 'distribution' }) }),
      escalated('di3', { distributionCenter: 'DDSP' }),
      { kind: 'resolved', notes: 'x' },
    );
    expect(waiting).toMatchObject({ state: 'resolved' });
    expect(waiting.awaitedCenter).toBeUndefined();
  });
});
