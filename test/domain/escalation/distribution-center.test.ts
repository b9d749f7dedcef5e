import { decideDcAnswer } from '../../../src/domain/cases/decide-dc-answer';
import { changeOf } from '../../../src/domain/cases/change';
import type { Case } from '../../../src/domain/cases/case';
import { clocksOf } from '../../../src/domain/clocks/clocks-of';
import { aCase, decided, details, escalated, opened, refused, type Happened } from '../../support/cases';
import { escalate, type Typed } from '../../support/escalations';
import { aWorld, DAY, MINUTE, person, START } from '../../support/site';

const FOUND: Typed = {
  direction: 'pre-award',
  actionType: 'PR Other',
  'item.assigned-to-self': 'since this morning',
  'item.problem': 'Shipped short.',
  'item.interim-response': 'by e-mail today',
  'item.preliminary-research': 'Issued at Susquehanna.',
  'item.site-research': 'DSS shows 4 of 10.',
};
const SITE: Typed = {
  ...FOUND,
  siteIssue: 'yes',
  'item.distribution-center': 'DDSP Susquehanna',
  'item.pending-response': 'E-mail went today at 09:00.',
};
const held = aCase(opened('di2', { details: details({ msc: 'distribution' }) }), {
  kind: 'interim-sent',
  text: 'x',
});
const after = (subject: Case, happenings: Parameters<typeof changeOf>[1], at: number): Case =>
  changeOf(subject, happenings, { by: 'di2-agent', at, cause: `at-${at}` }, aWorld(at)).case;
const pending = after(held, decided(escalate(SITE, held, 'di2-agent')), START + 5 * MINUTE);

describe('a site issue of Distribution', () => {
  it('records the Distribution Center and puts the case in Pending DLA Response (ES-3)', () => {
    expect(pending).toMatchObject({
      state: 'pending-dla-response',
      awaitedCenter: 'DDSP Susquehanna',
      level: 3,
      group: 'di3',
    });
    expect(pending.timeline.at(-1)).toMatchObject({ distributionCenter: 'DDSP Susquehanna' });
  });

  it('without one, the case waits for nobody (ES-3)', () => {
    const other = after(held, decided(escalate(FOUND, held, 'di2-agent')), START + 5 * MINUTE);
    expect(other.state).toBe('in-progress');
    expect(other.awaitedCenter).toBeUndefined();
  });

  it.each(['-', '12', 'x'.repeat(121), 'two\nlines'])('refuses as its name: %j (ES-3)', (name) => {
    const typed = { ...SITE, 'item.distribution-center': name };
    expect(refused(escalate(typed, held, 'di2-agent')).fields).toEqual(['item.distribution-center']);
  });

  it('names an empty one once, at its field (ES-3, ES-9)', () => {
    const typed = { ...SITE, 'item.distribution-center': ' ' };
    expect(refused(escalate(typed, held, 'di2-agent')).fields).toEqual(['item.distribution-center']);
  });
});

describe('a case in Pending DLA Response', () => {
  const answer = (subject: Case, by = 'di2-agent', text = 'They ship on Friday.') =>
    decideDcAnswer(subject, { text }, person(by), aWorld(START + DAY));

  it('stays so when Level 3 assigns or reassigns it (ES-3)', () => {
    const assigned = { kind: 'assigned', to: 'di3-agent', how: 'taken' } as const;
    const taken = after(pending, [assigned], START + 6 * MINUTE);
    expect(taken).toMatchObject({ state: 'pending-dla-response', assignee: 'di3-agent' });
    const moved = { kind: 'reassigned', group: 'di3', level: 3, to: 'di3-other', why: 'x' } as const;
    expect(after(taken, [moved], START + 7 * MINUTE).state).toBe('pending-dla-response');
  });

  it('is in progress again with the answer of the Distribution Center, which stands in the notes (ES-3)', () => {
    const happenings = decided(answer(pending));
    expect(happenings).toEqual([
      { kind: 'dc-answered', center: 'DDSP Susquehanna', text: 'They ship on Friday.' },
    ]);
    const answered = after(pending, happenings, START + DAY);
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

  it('pauses no clock (CK-10)', () => {
    const plainly = after(held, decided(escalate(FOUND, held, 'di2-agent')), START + 5 * MINUTE);
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

  it('is answered for by who works it at either level, and by nobody else (AC-2)', () => {
    for (const by of ['di2-agent', 'di2-supervisor', 'di3-agent', 'di3-gatekeeper'])
      expect(answer(pending, by).ok).toBe(true);
    expect(refused(answer(pending, 'av2-agent')).code).toBe('not-permitted');
    expect(refused(answer(pending, 'di2-agent', '')).fields).toEqual(['text']);
  });

  it('waits for nobody once it is resolved (ES-3)', () => {
    const waiting = aCase(
      opened('di2', { details: details({ msc: 'distribution' }) }),
      escalated('di3', { distributionCenter: 'DDSP' }),
      { kind: 'resolved', notes: 'x' },
    );
    expect(waiting).toMatchObject({ state: 'resolved' });
    expect(waiting.awaitedCenter).toBeUndefined();
  });
});
