import { decidePar } from '../../../../src/domain/cases/pars/decide-par';
import { decideParDone } from '../../../../src/domain/cases/pars/decide-par-done';
import { decideResolve } from '../../../../src/domain/cases/decisions/decide-resolve';
import { decideParWithdraw } from '../../../../src/domain/cases/pars/decide-par-withdraw';
import { caseType } from '../../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../../src/domain/kernel/change-of';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import { aCase, applied, decided, escalated, opened, refused, type Happened } from '../../../support/cases';
import { aWorld, person } from '../../../support/site';

type Typed = Readonly<Record<string, string>>;

const context = aWorld();
const PAR = { number: '20261000', kind: 'status', ipg: 'II' } as const;
const submitted: Happened = { kind: 'par-submitted', par: PAR };
const withPar = aCase(submitted);
const WHY: Typed = { why: 'The customer no longer needs the item.' };

const withdraw = (typed = WHY, subject = withPar, by = 'av2-agent') =>
  decideParWithdraw(subject, typed, person(by), context);
const resolve = (subject: typeof withPar) =>
  decideResolve(
    subject,
    { kind: 'other', notes: 'The customer has the date.' },
    person('av2-agent'),
    context,
  );
const withdrawn = applied(withPar, decided(withdraw()));

/** The answer to PAR 20261000 was inadequate; PAR 20261001, which references it, is withdrawn. */
function withdrawnAfterInadequate() {
  const typed = { judged: 'inadequate', text: 'No date.', parNumber: '20261001' };
  const followed = applied(withPar, decided(decideParDone(withPar, typed, person('av2-agent'), context)));
  return { before: followed, after: applied(followed, decided(withdraw(WHY, followed))) };
}

describe('Withdrawing a PAR', () => {
  it('requires a reason, and lets the case be resolved (CL-8)', () => {
    expect(refused(withdraw({})).messages).toEqual({ why: "Explain why you're withdrawing the PAR." });
    expect(decided(withdraw())).toEqual([{ kind: 'par-withdrawn', number: '20261000', ...WHY }]);
    expect(withdrawn.openPar).toBeUndefined();
    expect(withdrawn.pars).toMatchObject([{ withdrawn: { by: 'av2-agent', text: WHY['why'] } }]);
    expect(resolve(withdrawn).ok).toBe(true);
  });

  it('ends its follow-up clock and starts no other (CK-8, CK-9)', () => {
    const ofPar = clocksOf(withdrawn, context).filter(({ kind }) => kind.startsWith('par-'));
    expect(ofPar).toMatchObject([{ kind: 'par-follow-up', state: 'void' }]);
  });

  it('requires an open PAR, Level 2, and the group that works the case (CL-8, AC-2)', () => {
    expect(refused(withdraw(WHY, aCase())).params['state']).toMatch(/no PAR is open/);
    expect(refused(withdraw(WHY, withdrawn)).params['state']).toMatch(/no PAR is open/);
    const away = aCase(opened(), escalated('av3', { direction: 'post-award', par: PAR }));
    expect(refused(withdraw(WHY, away)).code).toBe('wrong-state');
    expect(refused(withdraw(WHY, withPar, 'av2b-agent')).code).toBe('not-permitted');
  });

  it('leaves nothing to judge, and its number can be submitted again (CL-8)', () => {
    const judged = decideParDone(withdrawn, { judged: 'adequate', text: 'x' }, person('av2-agent'), context);
    expect(refused(judged).params['state']).toMatch(/it has no PAR/);
    const typed = { parNumber: '20261000', parKind: 'status', parIpg: 'I' };
    const again = applied(withdrawn, decided(decidePar(withdrawn, typed, person('av2-agent'), context)));
    expect(again.openPar).toMatchObject({ number: '20261000', ipg: 'I' });
    const running = clocksOf(again, context).filter(
      ({ state, kind }) => state === 'running' && kind === 'par-follow-up',
    );
    expect(running).toMatchObject([{ days: 5 }]);
  });

  it('after an inadequate answer lets the case be closed and notifies the supervisors (CL-4, CL-8)', () => {
    const { before, after } = withdrawnAfterInadequate();
    expect(after.timeline.at(-1)).toMatchObject({ supervisors: ['av2-supervisor'] });
    expect(notificationsOf(caseType, after.number, before, after, context)).toContainEqual(
      expect.objectContaining({ to: { kind: 'person', person: 'av2-supervisor' } }),
    );
    expect(resolve(after).ok).toBe(true);
  });

  it('after an inadequate answer leaves that answer for the next PAR to refer to, or to be judged again (CL-4)', () => {
    const { after } = withdrawnAfterInadequate();
    const typed = { parNumber: '20261002', parKind: 'status', parIpg: 'I' };
    expect(decided(decidePar(after, typed, person('av2-agent'), context))).toMatchObject([
      { kind: 'par-submitted', references: '20261000' },
    ]);
    const judged = decideParDone(after, { judged: 'adequate', text: 'Ships.' }, person('av2-agent'), context);
    expect(decided(judged)).toMatchObject([{ kind: 'par-completed', number: '20261000', adequate: true }]);
  });
});
