import { caseType } from '../../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../../src/domain/kernel/change-of';
import { decideClose } from '../../../../src/domain/cases/decisions/decide-close';
import { decideResolve } from '../../../../src/domain/cases/decisions/decide-resolve';
import { decideRecall } from '../../../../src/domain/cases/level-3/decide-recall';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import { aCase, applied, decided, escalated, opened, refused, type Happened } from '../../../support/cases';
import { aWorld, person } from '../../../support/site';

type Typed = Readonly<Record<string, string>>;

const context = aWorld();
const WHY: Typed = { why: 'The customer withdrew the request.' };
const claimed: Happened = { kind: 'assigned', to: 'av3-agent', how: 'claimed' };
const away = aCase(opened(), escalated(), claimed);

const recall = (typed = WHY, subject = away, by = 'av2-agent') =>
  decideRecall(subject, typed, person(by), context);
const back = applied(away, decided(recall()));

describe('Recalling a case from Level 3', () => {
  it('requires a reason and returns the case to the Level 2 agent of record (L3-2)', () => {
    expect(refused(recall({})).messages).toEqual({ why: "Explain why you're recalling the case." });
    expect(decided(recall())).toEqual([{ kind: 'recalled', group: 'av2', to: 'av2-agent', ...WHY }]);
    expect(back).toMatchObject({ level: 2, group: 'av2', assignee: 'av2-agent', state: 'in-progress' });
  });

  it('is allowed only for Level 2, while Level 3 holds the case (L3-2, AC-2)', () => {
    expect(recall(WHY, away, 'av2-other').ok).toBe(true);
    for (const by of ['av3-agent', 'av3-supervisor', 'av2b-agent'])
      expect(refused(recall(WHY, away, by)).code).toBe('not-permitted');
    expect(refused(recall(WHY, aCase())).code).toBe('wrong-state');
    expect(refused(recall(WHY, back)).code).toBe('wrong-state');
  });

  it("notifies Level 3's channel and the person who held the case there (L3-2)", () => {
    const notices = notificationsOf(caseType, away.number, away, back, context).map(({ topic, to }) => [
      topic,
      to,
    ]);
    expect(notices).toContainEqual(['recalled', { kind: 'group', group: 'av3' }]);
    expect(notices).toContainEqual(['told', { kind: 'person', person: 'av3-agent' }]);
    const unassigned = aCase(opened(), escalated());
    const recalled = applied(unassigned, decided(recall(WHY, unassigned)));
    const told = notificationsOf(caseType, unassigned.number, unassigned, recalled, context);
    expect(told.map(({ to }) => to)).toContainEqual({
      kind: 'group',
      group: 'av3',
    });
  });

  it('ends what Level 3 owed (CK-5, AS-2)', () => {
    const owed = clocksOf(back, context).filter(({ group }) => group === 'av3');
    expect(owed.some(({ kind }) => kind === 'initial-update')).toBe(true);
    expect(owed.filter(({ state }) => state === 'running')).toEqual([]);
  });

  it("ends the wait for a Distribution Center's answer (ES-3)", () => {
    const waiting = aCase(opened(), escalated('av3', { distributionCenter: 'DDSP Susquehanna' }));
    const after = applied(waiting, decided(recall(WHY, waiting)));
    expect(after).toMatchObject({ state: 'in-progress', level: 2 });
    expect(after.awaitedCenter).toBeUndefined();
  });

  it('lets Level 2 resolve and close without a Level 3 response (L3-2, CL-2)', () => {
    const typed = { kind: 'other', notes: 'The customer withdrew the request.' };
    const resolution = decided(decideResolve(back, typed, person('av2-agent'), context));
    const resolved = applied(back, resolution);
    expect(decideClose(resolved, { text: 'Withdrawn as you asked.' }, person('av2-agent'), context).ok).toBe(
      true,
    );
  });
});
