import { metricFactsOf, metricFactId, isSameFact } from '../../../src/domain/metrics/metric-fact';
import type { MetricFact } from '../../../src/domain/metrics/metric-fact';
import { calendarsOf } from '../../../src/domain/calendar/site-calendars';
import type { Case } from '../../../src/domain/cases/case';
import { aCase, escalated, opened } from '../../support/cases';
import { aDirectory, aPolicies, aWorld, DAY, START } from '../../support/site';

const HOUR = 3_600_000;
const facts = (subject: Case, list: string): readonly MetricFact[] =>
  metricFactsOf(subject, aWorld()).filter((fact) => fact.list.startsWith(list));

describe('The metric facts of a case', () => {
  it('count a closure once, for the group that held the case when it was closed (ME-1, ME-10)', () => {
    const subject = aCase(
      { ...escalated('av3'), at: START + HOUR },
      { kind: 'reassigned', group: 'av2b', level: 2, to: 'av2b-agent', why: 'theirs', at: START + 2 * HOUR },
      { kind: 'closed', text: '', at: START + DAY },
    );
    const closed = facts(subject, 'closed/');
    expect(closed.map(({ group, msc, person }) => [group, msc, person])).toEqual([
      ['av2b', 'aviation', 'av2b-agent'],
    ]);
    expect(new Set(closed.map(({ list, day, worse }) => `${list} ${day} ${worse}`))).toEqual(
      new Set([`closed/3 2026-11-03 ${DAY}`]),
    );
  });

  it('remove a closure that was undone, and count the last one on its own day (ME-1, CK-10)', () => {
    const first = [{ kind: 'closed', text: '', at: START + DAY }] as const;
    const again = [...first, { kind: 'reopened', why: 'Wrong part.', at: START + 2 * DAY }] as const;
    expect(facts(aCase(...first), 'closed/').map(({ day }) => day)).toEqual(['2026-11-03']);
    expect(facts(aCase(...again), 'closed/')).toEqual([]);
    const closed = aCase(...again, { kind: 'closed', text: '', at: START + 3 * DAY });
    expect(facts(closed, 'closed/').map(({ day, worse }) => [day, worse])).toEqual([['2026-11-05', 3 * DAY]]);
  });

  it('fall on the local day of the group that owns them (BT-4, ME-6)', () => {
    const groups = aDirectory().groups.map((group) =>
      group.key === 'av2' ? { ...group, zone: 'Asia/Tokyo' } : group,
    );
    const directory = aDirectory(groups);
    const calendars = calendarsOf(directory, aPolicies());
    const at = START + 3 * HOUR; // noon in New York, two in the morning of the next day in Tokyo
    const subject = aCase(opened('av2'), { kind: 'closed', text: '', at });
    const days = metricFactsOf(subject, aWorld(START, { directory, calendars })).map(({ day }) => day);
    expect(new Set(days)).toEqual(new Set(['2026-11-03']));
    expect(facts(subject, 'closed/').map(({ day }) => day)).toEqual(['2026-11-02']);
  });

  it('name who in the owing group held the case, and who made the assignment (ME-6)', () => {
    const subject = aCase(
      opened('av2', { assignee: undefined }),
      { kind: 'assigned', to: 'av2-agent', how: 'assigned', by: 'av2-gatekeeper', at: START + HOUR },
      { ...escalated('av3'), at: START + 2 * HOUR },
      { kind: 'assigned', to: 'av3-agent', how: 'claimed', by: 'av3-agent', at: START + 3 * HOUR },
      // Level 2 answers its customer while Level 3 works the case.
      { kind: 'interim-sent', text: 'Soon.', at: START + 4 * HOUR },
    );
    const who = metricFactsOf(subject, aWorld()).map(({ list, person }) => [list, person]);
    expect(who).toEqual([
      ['assignment/2/high', 'av2-gatekeeper'],
      ['assignment/3/high', 'av3-agent'],
      ['interim-response/2/high', 'av2-agent'],
    ]);
  });

  it('rank never done as worse than done late, and done late as worse than on time (ME-6)', () => {
    const at = (days: number) => START + days * DAY;
    const unassigned = opened('av2', { assignee: undefined });
    const assigned = (days: number) =>
      aCase(unassigned, { kind: 'assigned', to: 'av2-agent', how: 'claimed', at: at(days) });
    const missed = aCase(unassigned, { kind: 'noted', text: 'Seen.', at: at(3) });
    const worse = [missed, assigned(4), assigned(3), assigned(2), assigned(1)].map(
      (subject) => facts(subject, 'assignment/')[0]!,
    );
    expect(worse.map(({ met }) => met)).toEqual([false, false, false, true, true]);
    expect(worse.map((fact) => fact.worse)).toEqual(
      worse.map((fact) => fact.worse).toSorted((a, b) => b - a),
    );
    expect(worse.slice(1).map((fact) => fact.worse)).toEqual([2 * DAY, DAY, 0, -DAY]);
  });

  it('are the same whenever they are read, because a clock that runs out counts from its entry (RE-1)', () => {
    const subject = aCase(opened('av2', { assignee: undefined }));
    expect(metricFactsOf(subject, aWorld(START + 90 * DAY))).toEqual([]);
  });

  it('are identified by where they count, and compared by what they say', () => {
    const [fact] = facts(aCase({ kind: 'closed', text: '', at: START + DAY }), 'closed/');
    expect(metricFactId(fact!)).toBe('CS0000001|closed|av2|2026-11-03|av2-agent|aviation');
    expect(isSameFact(fact, { ...fact! })).toBe(true);
    expect(isSameFact(fact, { ...fact!, worse: 1 })).toBe(false);
    expect(isSameFact(fact, undefined)).toBe(false);
    expect(isSameFact(undefined, undefined)).toBe(true);
  });
});
