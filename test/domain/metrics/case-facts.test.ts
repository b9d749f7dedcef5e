import { caseFactsOf } from '../../../src/domain/metrics/case-facts';
import type { ClockFact } from '../../../src/domain/metrics/case-facts';
import type { Case } from '../../../src/domain/cases/case';
import { aCase, escalated, opened } from '../../support/cases';
import { START, aWorld } from '../../support/site';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const closureOf = (subject: Case) =>
  caseFactsOf(subject, aWorld(START + 90 * DAY)).find((fact) => fact.kind === 'closure');
const outcomes = (subject: Case, now: number): ClockFact[] =>
  caseFactsOf(subject, aWorld(now)).filter((fact) => fact.kind === 'clock');

describe('The facts of a case', () => {
  it('measure the resolution time from creation to closure in business days without weekends (CK-10)', () => {
    // Monday to the Wednesday after: nine days, of which two are a weekend. 11 November is Veterans Day.
    const subject = aCase({ kind: 'closed', text: 'Done.', at: START + 8 * DAY });
    expect(closureOf(subject)).toMatchObject({ elapsedMs: 6 * DAY, at: START + 8 * DAY });
  });

  it('never pause the resolution time, so a case that waits as resolved keeps aging until closure (CK-10)', () => {
    const subject = aCase(
      { kind: 'resolved', notes: 'Shipped.', at: START + HOUR },
      { kind: 'closed', text: '', at: START + 3 * DAY },
    );
    expect(closureOf(subject)).toMatchObject({ elapsedMs: 3 * DAY });
  });

  it('name the group that held the case at closure, and the highest level it reached (ME-4, ME-10)', () => {
    const subject = aCase(
      { ...escalated('av3'), at: START + HOUR },
      { kind: 'reassigned', group: 'av2b', level: 2, why: 'theirs', at: START + 2 * HOUR },
      { kind: 'closed', text: '', at: START + DAY },
    );
    expect(closureOf(subject)).toMatchObject({ highestLevel: 3, group: 'av2b', msc: 'aviation' });
  });

  it('say that a clock was met, when, and which group owed it', () => {
    const subject = aCase(opened('av2', { assignee: undefined }), {
      kind: 'assigned',
      to: 'av2-agent',
      how: 'claimed',
      at: START + DAY,
    });
    expect(outcomes(subject, START + DAY)).toContainEqual(
      expect.objectContaining({ clock: 'assignment', level: 2, group: 'av2', met: true, at: START + DAY }),
    );
  });

  it('count a clock as missed at its due instant, whether it still runs or was met late', () => {
    const unassigned = opened('av2', { assignee: undefined });
    const missed = expect.objectContaining({ clock: 'assignment', met: false, at: START + 2 * DAY });
    expect(outcomes(aCase(unassigned), START + 2 * DAY)).not.toContainEqual(missed);
    expect(outcomes(aCase(unassigned), START + 2 * DAY + 1)).toContainEqual(missed);
    const late = aCase(unassigned, {
      kind: 'assigned',
      to: 'av2-agent',
      how: 'claimed',
      at: START + 3 * DAY,
    });
    expect(outcomes(late, START + 3 * DAY)).toContainEqual(missed);
  });

  it('leave out a clock that ended before anything was owed (CK-4)', () => {
    const subject = aCase({ kind: 'closed', text: '', at: START + HOUR });
    expect(outcomes(subject, START + 30 * DAY).map(({ clock }) => clock)).not.toContain('interim-response');
  });

  it('separate a Level 3 assignment from a Level 2 assignment (ME-4)', () => {
    const subject = aCase(
      opened('av2', { assignee: undefined }),
      { kind: 'assigned', to: 'av2-agent', how: 'claimed', at: START + HOUR },
      { ...escalated('av3'), at: START + 2 * HOUR },
      { kind: 'assigned', to: 'av3-agent', how: 'claimed', at: START + 3 * HOUR },
    );
    const assigned = outcomes(subject, START + 4 * HOUR).filter(({ clock }) => clock === 'assignment');
    expect(assigned.map(({ level, group }) => [level, group])).toEqual([
      [2, 'av2'],
      [3, 'av3'],
    ]);
  });

  it('belong to the MSC of the group, not the MSC that the case was opened for (ME-10)', () => {
    const subject = aCase(
      opened('av2', { assignee: undefined }),
      { kind: 'reassigned', group: 'di2', level: 2, why: 'theirs', at: START + HOUR },
      { kind: 'assigned', to: 'di2-agent', how: 'assigned', by: 'di2-gatekeeper', at: START + 2 * HOUR },
      { kind: 'closed', text: '', at: START + DAY },
    );
    expect(closureOf(subject)).toMatchObject({ group: 'di2', msc: 'distribution' });
    const [assigned] = outcomes(subject, START + DAY);
    expect(assigned).toMatchObject({ group: 'di2', msc: 'distribution', person: 'di2-gatekeeper' });
  });

  it('belong to no MSC for a Level 1 group (ME-10)', () => {
    expect(closureOf(aCase(opened('cic'), { kind: 'closed', text: '', at: START + DAY }))).toMatchObject({
      group: 'cic',
      msc: 'enterprise',
    });
  });

  it('name the person who answered an unassigned case as the one who assigned it (AS-2, ME-6)', () => {
    const subject = aCase(
      { ...escalated('av3'), at: START + HOUR },
      {
        kind: 'responded',
        response: { kind: 'not-procurable', text: 'None.' },
        group: 'av2',
        by: 'av3-agent',
        at: START + 2 * HOUR,
      },
    );
    const level3 = outcomes(subject, START + DAY).filter(({ group }) => group === 'av3');
    expect(level3.map(({ clock, met, person }) => [clock, met, person])).toEqual([
      ['assignment', true, 'av3-agent'],
      ['initial-update', true, undefined],
    ]);
  });

  it('include the age of an open case, but not of a closed one (ME-5)', () => {
    const ages = (subject: Case) =>
      caseFactsOf(subject, aWorld(START + 5 * DAY)).flatMap((fact) =>
        fact.kind === 'open' ? [fact.ageMs] : [],
      );
    // Saturday: the week's five days less the hours of Monday before the case came.
    expect(ages(aCase())).toEqual([5 * DAY - 9 * HOUR]);
    expect(ages(aCase({ kind: 'closed', text: '', at: START + HOUR }))).toEqual([]);
  });
});
