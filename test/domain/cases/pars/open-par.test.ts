import { decideApprove } from '../../../../src/domain/cases/decisions/decide-approve';
import { decideClose } from '../../../../src/domain/cases/decisions/decide-close';
import { decideResolve } from '../../../../src/domain/cases/decisions/decide-resolve';
import { aCase, refused, type Happened } from '../../../support/cases';
import { aWorld, person } from '../../../support/site';

const context = aWorld();
const submitted: Happened = { kind: 'par-submitted', par: { number: '20261000', kind: 'status', ipg: 'II' } };
const resolved: Happened = { kind: 'resolved', notes: 'Ships.' };

describe('A case with an open PAR', () => {
  it("can't be resolved until the PAR is completed or withdrawn, and the refusal says what to do (CL-8)", () => {
    const typed = { kind: 'other', notes: 'Yes.' };
    const answer = refused(decideResolve(aCase(submitted), typed, person('av2-agent'), context));
    expect(answer).toMatchObject({
      code: 'par-keeps-open',
      params: {
        why: 'PAR 20261000 is open. First complete it with its answer, or withdraw it with a reason.',
        possible: 'case.par-done,case.par-withdraw',
      },
    });
  });

  it('that got an inadequate answer asks for another PAR (CL-4)', () => {
    const inadequate: Happened = {
      ...{ kind: 'par-completed', number: '20261000', adequate: false },
      text: 'No date.',
    };
    const typed = { kind: 'other', notes: 'Yes.' };
    const answer = decideResolve(aCase(submitted, inadequate), typed, person('av2-agent'), context);
    expect(refused(answer)).toMatchObject({ code: 'par-keeps-open', params: { possible: 'case.par' } });
  });

  it("that was resolved before this rule can't be closed or approved (CL-8)", () => {
    const message =
      'PAR 20261000 is open. Reopen the case, then complete the PAR with its answer, or withdraw it with a reason.';
    const legacy = aCase(submitted, resolved);
    const close = decideClose(legacy, { text: 'Done.' }, person('av2-agent'), context);
    expect(refused(close).params).toMatchObject({ why: message, possible: 'case.reopen' });
    const asked = aCase(submitted, resolved, {
      kind: 'closing-asked',
      text: 'Done.',
      reason: 'No stock.',
      until: '2027-03-26',
      supervisors: ['av2-supervisor'],
    });
    expect(refused(decideApprove(asked, {}, person('av2-supervisor'), context)).params['why']).toBe(message);
  });
});
