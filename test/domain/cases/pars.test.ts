import { decideClose } from '../../../src/domain/cases/decisions/decide-close';
import { decidePar } from '../../../src/domain/cases/pars/decide-par';
import { decideParDone } from '../../../src/domain/cases/pars/decide-par-done';
import { decideParFollowUp } from '../../../src/domain/cases/pars/decide-par-follow-up';
import { decideResolve } from '../../../src/domain/cases/decisions/decide-resolve';
import { decideRespond } from '../../../src/domain/cases/decisions/decide-respond';
import { clocksOf } from '../../../src/domain/cases/clocks/clocks-of';
import { aCase, applied, decided, escalated, opened, refused, type Happened } from '../../support/cases';
import { escalate, POST_AWARD } from '../../support/escalations';
import { aWorld, MINUTE, person, START } from '../../support/site';

type Typed = Readonly<Record<string, string>>;

const context = aWorld();
const TYPED = { parNumber: 'par-2026 1001', parKind: 'status', parIpg: 'II' };
const PAR = { number: '20261001', kind: 'status', ipg: 'II' } as const;
const submitted: Happened = { kind: 'par-submitted', par: PAR };
const withPar = aCase(submitted);
const inadequate: Typed = { judged: 'inadequate', text: 'On contract.', parNumber: '20261002' };

const submit = (typed: Typed = TYPED, subject = aCase(), by = 'av2-agent') =>
  decidePar(subject, typed, person(by), context);
const followUp = (typed: Typed, subject = withPar, by = 'av2-agent') =>
  decideParFollowUp(subject, typed, person(by), context);
const complete = (typed: Typed, subject = withPar, by = 'av2-agent') =>
  decideParDone(subject, typed, person(by), context);
const resolve = (subject = withPar) =>
  decideResolve(subject, { kind: 'other', notes: 'Ships.' }, person('av2-agent'), context);

describe('Submitting a PAR', () => {
  it('requires its number, kind, and IPG at Level 2 (ES-10, CK-8)', () => {
    expect(decided(submit())).toEqual([{ kind: 'par-submitted', par: PAR }]);
    expect(refused(submit({})).fields).toEqual(['parNumber', 'parKind', 'parIpg']);
    expect(refused(submit({ ...TYPED, parNumber: '<at>x</at>' })).fields).toEqual(['parNumber']);
    expect(refused(submit({ ...TYPED, parNumber: `PAR-${'1'.repeat(40)}` })).fields).toEqual(['parNumber']);
    expect(refused(submit(TYPED, aCase(), 'av3-agent')).code).toBe('not-permitted');
    expect(refused(submit(TYPED, aCase(opened('cic')), 'cic-agent')).code).toBe('wrong-state');
  });

  it('is possible for one at a time, with a number that the case has not had (CL-4)', () => {
    expect(refused(submit(TYPED, withPar)).params).toMatchObject({
      state: 'In progress, at Level 2; complete or withdraw PAR 20261001 first',
    });
    const answered = applied(withPar, decided(complete({ judged: 'adequate', text: 'Ships.' })));
    expect(refused(submit(TYPED, answered)).messages['parNumber']).toMatch(/already had PAR 20261001/);
    expect(submit({ ...TYPED, parNumber: '20263000' }, answered).ok).toBe(true);
  });

  it('makes it the PAR of a post-award escalation, with its kind and IPG (ES-10)', () => {
    const other = refused(escalate({ ...POST_AWARD, parNumber: 'PAR 2026 9999' }, withPar));
    expect(other.messages['parNumber']).toMatch(/PAR 20261001 is open on this case/);
    const [event] = decided(escalate({ ...POST_AWARD, parNumber: '20261001', parIpg: 'I' }, withPar));
    expect(event).toMatchObject({ par: PAR });
    expect(applied(withPar, [event!]).pars).toHaveLength(1);
  });
});

describe('Following up a PAR', () => {
  it('adds a note on the open PAR, kept with who and when (CK-8, RE-1)', () => {
    expect(refused(followUp({ text: ' ' })).fields).toEqual(['text']);
    const at = START + 5 * MINUTE;
    const after = applied(withPar, decided(followUp({ text: 'Asked the buyer.' })), { at });
    expect(after.openPar?.followUps).toEqual([{ at, by: 'av2-agent', text: 'Asked the buyer.' }]);
  });

  it('meets the follow-up clock and starts the next one (CK-8)', () => {
    const at = START + 5 * MINUTE;
    const after = applied(withPar, decided(followUp({ text: 'Asked.' })), { at });
    const clocks = clocksOf(after, context).filter(({ kind }) => kind === 'par-follow-up');
    expect(clocks).toMatchObject([
      { state: 'met', endedAt: at },
      { state: 'running', startAt: at },
    ]);
    const noted = applied(withPar, [{ kind: 'noted', text: 'A note.' }], { at });
    expect(clocksOf(noted, context).filter(({ kind }) => kind === 'par-follow-up')).toHaveLength(1);
  });

  it('requires an open PAR (CK-8)', () => {
    expect(refused(followUp({ text: 'x' }, aCase())).params['state']).toMatch(/no PAR is open/);
  });

  it('is up to Level 2, even while Level 3 holds the case (CK-8)', () => {
    const away = aCase(opened(), escalated('av3', { direction: 'post-award', par: PAR }), {
      kind: 'assigned',
      to: 'av3-agent',
      how: 'claimed',
    });
    expect(followUp({ text: 'Asked.' }, away).ok).toBe(true);
    expect(refused(followUp({ text: 'Asked.' }, away, 'av3-agent')).code).toBe('not-permitted');
    expect(refused(complete({ judged: 'adequate', text: 'x' }, away)).code).toBe('wrong-state');
  });
});

describe('Completing a PAR', () => {
  it('with an adequate answer starts the five days to closure (CK-9)', () => {
    const events = decided(complete({ judged: 'adequate', text: 'Ships 15 December.' }));
    expect(events).toEqual([
      { kind: 'par-completed', number: '20261001', adequate: true, text: 'Ships 15 December.' },
    ]);
    const after = applied(withPar, events);
    expect(after.openPar).toBeUndefined();
    expect(after.pars).toMatchObject([{ completed: { adequate: true, text: 'Ships 15 December.' } }]);
    const closure = clocksOf(after, context).find(({ kind }) => kind === 'par-closure');
    expect(closure).toMatchObject({ days: 5, state: 'running' });
  });

  it('requires the judgment and the answer', () => {
    expect(refused(complete({})).fields).toEqual(['judged', 'text']);
    expect(refused(complete({ judged: 'fine', text: 'A date.' })).fields).toEqual(['judged']);
    expect(refused(complete({ judged: 'adequate', text: 'x' }, aCase())).code).toBe('wrong-state');
  });

  it('with an inadequate answer asks for the next PAR, which refers to it (CL-4)', () => {
    const missing = refused(complete({ judged: 'inadequate', text: 'On contract.' }));
    expect(missing.messages['parNumber']).toMatch(/submit a new PAR that references it/);
    expect(refused(complete({ ...inadequate, parNumber: '20261001' })).fields).toEqual(['parNumber']);
    expect(decided(complete(inadequate))).toEqual([
      {
        kind: 'par-completed',
        number: '20261001',
        adequate: false,
        text: 'On contract.',
        supervisors: ['av2-supervisor'],
      },
      { kind: 'par-submitted', par: { ...PAR, number: '20261002' }, references: '20261001' },
    ]);
  });

  it('refuses the same PAR as the next one, however it is written (ES-6, CL-4)', () => {
    for (const parNumber of ['PAR-20261001', 'par 2026-1001', '0020261001'])
      expect(refused(complete({ ...inadequate, parNumber })).fields).toEqual(['parNumber']);
  });

  it('keeps every PAR on the case, and keeps the case open until an answer is adequate (CL-4, RE-1)', () => {
    const after = applied(withPar, decided(complete(inadequate)));
    expect(after.state).toBe('in-progress');
    expect(after.pars.map(({ number, references }) => [number, references])).toEqual([
      ['20261001', undefined],
      ['20261002', '20261001'],
    ]);
    expect(after.openPar?.number).toBe('20261002');
    expect(refused(resolve(after)).params['why']).toMatch(/The case stays open/);
    const answered = applied(after, decided(complete({ judged: 'adequate', text: 'Ships.' }, after)));
    expect(resolve(answered).ok).toBe(true);
  });

  it('with an inadequate answer also blocks closing a case that is already resolved (CL-4)', () => {
    const forced = aCase(
      submitted,
      { ...decided(complete(inadequate))[0]! },
      { kind: 'resolved', notes: 'x' },
    );
    const close = decideClose(forced, { text: 'Done.' }, person('av2-agent'), context);
    expect(refused(close).params['why']).toMatch(/First submit a new PAR/);
  });

  it("can change Level 3's completed response to inadequate, but not confirm it as adequate again (CL-4)", () => {
    const away = aCase(opened(), escalated('av3', { direction: 'post-award', par: PAR }), {
      kind: 'assigned',
      to: 'av3-agent',
      how: 'claimed',
    });
    const answer = { kind: 'information', text: 'It ships in December.' };
    const back = applied(away, decided(decideRespond(away, answer, person('av3-agent'), context)), {
      by: 'av3-agent',
    });
    expect(resolve(back).ok).toBe(true);
    expect(refused(complete({ judged: 'adequate', text: 'A date.' }, back)).fields).toEqual(['judged']);
    const judged = applied(back, decided(complete(inadequate, back)));
    expect(judged.openPar).toMatchObject({ number: '20261002', references: '20261001' });
    expect(clocksOf(judged, context).find(({ kind }) => kind === 'par-closure')?.state).toBe('void');
    expect(refused(resolve(judged)).code).toBe('par-keeps-open');
  });

  it('is refused to another group (AC-2)', () => {
    expect(refused(complete(inadequate, withPar, 'av2b-agent')).code).toBe('not-permitted');
  });
});
