import { latenessOf } from '../../../src/domain/notifications/lateness';
import type { HeldUp } from '../../../src/domain/notifications/lateness';
import type { Case } from '../../../src/domain/cases/case';
import { clocksOf } from '../../../src/domain/cases/clocks/clocks-of';
import type { Notification } from '../../../src/domain/kernel/notification';
import { aCase, opened } from '../../support/cases';
import { aWorld, DAY, MINUTE, START } from '../../support/site';

const subject = aCase(opened('av2', { assignee: undefined }));
const DUE = START + 2 * DAY;
const breach = (madeAt: number): Notification => ({
  id: 'n',
  about: { kind: 'case', id: 'CS0000001' },
  topic: 'breach',
  clock: 'assignment#1',
  dueAt: DUE,
  to: { kind: 'group', group: 'av2' },
  mentions: [],
  madeAt,
});
/** How late it is by the policy's figure when it is posted at that time. */
function latenessAt(now: number, notification: Notification, held?: HeldUp, of: Case = subject) {
  const context = aWorld(now);
  const { lateNoticeMinutes } = context.policies.at(now);
  return latenessOf(notification, held, clocksOf(of, context), { now, lateNoticeMinutes });
}
const late = (notedAfter: number, postedAfter: number, held?: HeldUp) =>
  latenessAt(DUE + postedAfter, breach(DUE + notedAfter), held);

describe('A posted notification', () => {
  it("is not late within the policy's limit (CK-11)", () => {
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
  ])(
    'that is late says by how much and the true reason when it %s (CK-11)',
    (_why, noted, posted, held, causes) => {
      expect(late(noted * MINUTE, posted * MINUTE, held)).toEqual({ ms: posted * MINUTE, causes });
    },
  );

  it('for a warning was due when the clock was supposed to warn (CK-11)', () => {
    const warning = { ...breach(START + 1.5 * DAY), topic: 'warning' };
    expect(latenessAt(START + 1.5 * DAY + 15 * MINUTE, warning, 'refused')).toBeUndefined();
    expect(latenessAt(START + 1.5 * DAY + 16 * MINUTE, warning, 'refused')).toEqual({
      ms: 16 * MINUTE,
      causes: ['refused'],
    });
  });

  it('that is neither a warning nor a breach is never called late', () => {
    const arrival = { ...breach(DUE), topic: 'arrival' };
    expect(latenessAt(DUE + DAY, arrival, 'refused')).toBeUndefined();
  });

  it('names the part that exceeds the limit, and neither part if both are at it (CK-11)', () => {
    const at = (minutes: number, noted: number) => late(noted * MINUTE, minutes * MINUTE, 'refused')?.causes;
    // 15 minutes noted late are within the figure, one millisecond more is not.
    expect(late(15 * MINUTE, 31 * MINUTE, 'refused')?.causes).toEqual(['refused']);
    expect(late(15 * MINUTE + 1, 31 * MINUTE + 1, 'refused')?.causes).toEqual(['swept', 'refused']);
    expect(late(16 * MINUTE, 31 * MINUTE, 'refused')?.causes).toEqual(['swept']);
    expect(at(17, 8)).toEqual(['refused']);
    expect(at(16, 8)).toEqual(['swept']);
  });

  it('for an escalated breach was due when the escalation was (CK-11)', () => {
    const missed = { kind: 'clock-missed', clock: 'assignment#1', dueAt: DUE, at: DUE + 1 } as const;
    const told = aCase(opened('av2', { assignee: undefined }), missed);
    const escalation = { ...breach(DUE + DAY + 1), topic: 'escalation' };
    const up = (after: number) => latenessAt(DUE + DAY + 1 + after * MINUTE, escalation, 'refused', told);
    expect(up(15)).toBeUndefined();
    expect(up(16)).toEqual({ ms: 16 * MINUTE, causes: ['refused'] });
    const other = { ...escalation, clock: 'assignment#2' };
    expect(latenessAt(DUE + 9 * DAY, other, 'refused', told)).toBeUndefined();
    expect(latenessAt(DUE + 9 * DAY, { ...other, topic: 'warning' }, 'refused', told)).toBeUndefined();
  });
});
