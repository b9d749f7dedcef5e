import { actionsOf } from '../../../src/domain/cases/actions-of';
import { caseSizeWarning, roomOfCase } from '../../../src/domain/cases/case-size';
import { mayNow } from '../../../src/domain/cases/decision';
import type { CaseAction } from '../../../src/domain/cases/permissions';
import { closePlan, revisePlan } from '../../../src/domain/plans/decide-plan';
import { revisionOf, type ActionPlan } from '../../../src/domain/plans/plan';
import { bytesOfEntries, roomOf, SMALL_RECORD_SIZE } from '../../../src/domain/kernel/record-size';
import { written, WRITTEN } from '../../support/plans';
import { aDirectory, aWorld, person, START } from '../../support/site';
import { caseOfMegabytes, MIB } from '../../support/large-case';

const MORE_TEXT: readonly CaseAction[] = ['case.note', 'case.attach', 'case.status', 'case.reopen'];

describe('The size of a case', () => {
  it.each([
    [0.1, 'ample'],
    [5.9, 'ample'],
    [6.1, 'little'],
    [7.9, 'little'],
    [8.1, 'none'],
    [13, 'none'],
  ] as const)('of %s MB leaves %s room', (megabytes, room) => {
    expect(roomOfCase(caseOfMegabytes(megabytes))).toBe(room);
  });

  it('is counted in bytes in any script', () => {
    const entries = Array.from({ length: 60 }, () => '部'.repeat(40_000));
    expect(roomOf(entries, { warnAt: 7 * MIB, max: 8 * MIB })).toBe('ample');
    expect(bytesOfEntries(entries, 1)).toBe(60 * (120_000 + 3) + 1);
  });

  it('is only estimated while the case is far from the limit, so that a turn stays fast', () => {
    const unmeasured = {
      text: 'x'.repeat(300),
      toJSON: () => {
        throw new Error('Measured');
      },
    };
    expect(
      bytesOfEntries(
        Array.from({ length: 1_000 }, () => unmeasured),
        6 * MIB,
      ),
    ).toBe(0);
  });

  it('is measured once for an unchanged timeline', () => {
    let times = 0;
    const counted = { text: 'x'.repeat(MIB / 10), toJSON: () => (times += 1) };
    const entries = Array.from({ length: 60 }, () => counted);
    for (let asked = 0; asked < 5; asked += 1) bytesOfEntries(entries, 6 * MIB);
    expect(times).toBe(60);
  });

  it('brings a warning well before the limit, and says what to do', () => {
    expect(caseSizeWarning(caseOfMegabytes(5.9))).toBeUndefined();
    expect(caseSizeWarning(caseOfMegabytes(6.3))).toBe(
      "This case is nearly full (6.3 MB of 8 MB). Soon you won't be able to add notes: continue in a new case and link the two.",
    );
    expect(caseSizeWarning(caseOfMegabytes(8.1))).toBe(
      "This case is full (8.1 MB of 8 MB): you can't add notes. Create a new case, link the two, then resolve and close this one.",
    );
  });

  it('lets a full case be linked, resolved, closed, and reassigned, but accepts no more text', () => {
    const full = caseOfMegabytes(8.1);
    for (const action of ['case.link', 'case.resolve', 'case.reassign'] as const) {
      expect(actionsOf(full)).toContain(action);
      expect(mayNow(action, full, person('av2-agent'), aWorld()).ok).toBe(true);
    }
    const resolved = caseOfMegabytes(8.1, { kind: 'resolved', notes: 'x' });
    expect(actionsOf(resolved)).toEqual(['case.close', 'case.acknowledge', 'case.link']);
    const closed = caseOfMegabytes(8.1, { kind: 'resolved', notes: 'x' }, { kind: 'closed', text: 'x' });
    expect(actionsOf(closed)).toEqual([]);
    for (const subject of [full, resolved, closed])
      for (const action of MORE_TEXT)
        expect(mayNow(action, subject, person('av2-agent'), aWorld())).toMatchObject({
          ok: false,
          refusal: { code: 'case-full', params: { number: 'CS0000001' } },
        });
  });

  it('reserves the last of the room for what closes the case', () => {
    const last = caseOfMegabytes(12.1);
    expect(actionsOf(last)).toContain('case.resolve');
    expect(actionsOf(last)).not.toContain('case.link');
    expect(actionsOf(last)).not.toContain('case.reassign');
  });
});

it('A record other than a case brings a warning from 1.5 MB, and accepts no more from 2 MB', () => {
  const ofMegabytes = (megabytes: number) =>
    Array.from({ length: 40 }, () => 'x'.repeat((megabytes * MIB) / 40));
  const rooms = [1.4, 1.6, 2.1].map((megabytes) => roomOf(ofMegabytes(megabytes), SMALL_RECORD_SIZE));
  expect(rooms).toEqual(['ample', 'little', 'none']);
});

it('A full plan can be closed, but not rewritten (ME-8)', () => {
  const plan = written();
  const text = 'x'.repeat((2 * MIB) / 40);
  const more = Array.from({ length: 40 }, () => ({ ...plan.entries[1], what: text }));
  const full = {
    ...plan,
    entries: [...plan.entries, ...more],
    timeline: [...plan.timeline, ...more],
  } as ActionPlan;
  const directory = aDirectory();
  const revised = revisePlan(full, revisionOf(full), WRITTEN, person('analyst'), START, directory);
  expect(revised).toMatchObject({
    ok: false,
    refusal: { code: 'record-full', params: { what: 'AP0000001' } },
  });
  const closed = closePlan(
    full,
    { how: 'withdrawn', why: 'The goal was met.' },
    person('analyst'),
    directory,
  );
  expect(closed.ok).toBe(true);
});
