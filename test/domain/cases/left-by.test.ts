import { leftBy } from '../../../src/domain/cases/left-by';
import type { Happened } from '../../support/cases';
import { aCase } from '../../support/cases';
import { MINUTE, START } from '../../support/site';

const act: readonly Happened[] = [
  { kind: 'assigned', to: 'av2-other', how: 'assigned', cause: 'act' },
  { kind: 'status-sent', text: 'x', cause: 'act|CS0000002' },
];

describe('A case as an act left it', () => {
  it('is the current case if nothing came after the act (CA-11)', () => {
    const subject = aCase(...act);
    const left = leftBy(subject, 'act');
    expect(left?.case).toBe(subject);
    expect(left).toMatchObject({ at: START + 2 * MINUTE, changedSince: false });
  });

  it("is the case up to the act's last entry, and says whether anything but its email came later (CA-11)", () => {
    const sent: Happened = { kind: 'mail-sent', of: 2 };
    const accepted = leftBy(aCase(...act, sent), 'act');
    expect(accepted).toMatchObject({ at: START + 2 * MINUTE, changedSince: false });
    expect(accepted?.case.timeline).toHaveLength(3);
    const changed = leftBy(aCase(...act, sent, { kind: 'resolved', notes: 'x' }), 'act');
    expect(changed).toMatchObject({
      at: START + 2 * MINUTE,
      changedSince: true,
      case: { state: 'in-progress', assignee: 'av2-other' },
    });
  });

  it("matches its own cause, not one that begins alike, and doesn't exist without an entry (CA-11)", () => {
    const subject = aCase(...act, { kind: 'resolved', notes: 'x', cause: 'act-2' });
    expect(leftBy(subject, 'act')?.case.state).toBe('in-progress');
    expect(leftBy(subject, 'act-2')?.case.state).toBe('resolved');
    expect(leftBy(subject, 'ac')).toBeUndefined();
    expect(leftBy(subject, 'CS0000002')).toBeUndefined();
  });
});
