import { latenessOf } from '../../../../src/domain/cases/notices/lateness';
import type { HeldUp } from '../../../../src/domain/cases/notices/lateness';
import type { Notice } from '../../../../src/domain/cases/notices/notice';
import { aCase, opened } from '../../../support/cases';
import { aWorld, DAY, MINUTE, START } from '../../../support/site';

const subject = aCase(opened('av2', { assignee: undefined }));
const DUE = START + 2 * DAY;
const breach = (madeAt: number): Notice => ({
  id: 'n',
  caseNumber: 'CS0000001',
  subject: { kind: 'breach', clock: 'assignment#1', dueAt: DUE },
  to: { kind: 'group', group: 'av2' },
  mentions: [],
  madeAt,
});
const late = (notedAfter: number, postedAfter: number, held?: HeldUp) =>
  latenessOf(breach(DUE + notedAfter), held, subject, aWorld(DUE + postedAfter));

describe('a notice that is posted', () => {
  it('within the policy’s figure is not late (CK-11)', () => {
    expect(late(5_000, 15 * MINUTE, 'refused')).toBeUndefined();
  });

  it.each<[string, number, number, HeldUp | undefined, readonly string[]]>([
    ['was noted late: Casekeeper was not running or behind', 120, 121, undefined, ['swept']],
    ['was noted in time and refused by Teams', 0, 130, 'refused', ['refused']],
    ['was noted in time and had nowhere to go', 0, 130, 'no-address', ['no-address']],
    ['was noted in time and left late for neither', 0, 130, undefined, ['waited']],
    ['was noted late, and then refused by Teams', 60, 130, 'refused', ['swept', 'refused']],
    ['had a refusal that cost little', 120, 125, 'refused', ['swept']],
    ['had many small causes: the greater is named', 9, 17, 'refused', ['swept']],
  ])('late says by how much and truly why, where it %s (CK-11)', (_why, noted, posted, held, causes) => {
    expect(late(noted * MINUTE, posted * MINUTE, held)).toEqual({ ms: posted * MINUTE, causes });
  });

  it('of a warning fell due when the clock was to warn (CK-11)', () => {
    const warning: Notice = {
      ...breach(START + 1.5 * DAY),
      subject: { kind: 'warning', clock: 'assignment#1', dueAt: DUE },
    };
    expect(latenessOf(warning, 'refused', subject, aWorld(START + 1.5 * DAY + 15 * MINUTE))).toBeUndefined();
    expect(latenessOf(warning, 'refused', subject, aWorld(START + 1.5 * DAY + 16 * MINUTE))).toEqual({
      ms: 16 * MINUTE,
      causes: ['refused'],
    });
  });

  it('and is neither warning nor breach is never called late', () => {
    const arrival: Notice = { ...breach(DUE), subject: { kind: 'arrival' } };
    expect(latenessOf(arrival, 'refused', subject, aWorld(DUE + DAY))).toBeUndefined();
  });

  it('names the part that is above the figure, and neither where both are at it (CK-11)', () => {
    const at = (minutes: number, noted: number) => late(noted * MINUTE, minutes * MINUTE, 'refused')?.causes;
    // 15 minutes noted late are within the figure, one millisecond more is not.
    expect(late(15 * MINUTE, 31 * MINUTE, 'refused')?.causes).toEqual(['refused']);
    expect(late(15 * MINUTE + 1, 31 * MINUTE + 1, 'refused')?.causes).toEqual(['swept', 'refused']);
    expect(late(16 * MINUTE, 31 * MINUTE, 'refused')?.causes).toEqual(['swept']);
    expect(at(17, 8)).toEqual(['refused']);
    expect(at(16, 8)).toEqual(['swept']);
  });

  it('of a breach that was taken further up fell due when it was to go up (CK-11)', () => {
    const missed = { kind: 'clock-missed', clock: 'assignment#1', dueAt: DUE, at: DUE + 1 } as const;
    const told = aCase(opened('av2', { assignee: undefined }), missed);
    const escalation: Notice = {
      ...breach(DUE + DAY + 1),
      subject: { kind: 'escalation', clock: 'assignment#1', dueAt: DUE },
    };
    const up = (after: number) =>
      latenessOf(escalation, 'refused', told, aWorld(DUE + DAY + 1 + after * MINUTE));
    expect(up(15)).toBeUndefined();
    expect(up(16)).toEqual({ ms: 16 * MINUTE, causes: ['refused'] });
    const other: Notice = {
      ...escalation,
      subject: { ...escalation.subject, clock: 'assignment#2' } as never,
    };
    expect(latenessOf(other, 'refused', told, aWorld(DUE + 9 * DAY))).toBeUndefined();
    const warning: Notice = { ...other, subject: { kind: 'warning', clock: 'assignment#2', dueAt: DUE } };
    expect(latenessOf(warning, 'refused', told, aWorld(DUE + 9 * DAY))).toBeUndefined();
  });
});
