import { dueHappenings } from '../../support/due-happenings';
import { projectCase } from '../../../src/domain/cases/project-case';
import { CUSTOMER_CHANNELS } from '../../../src/domain/cases/details/details';
import { clocksOf } from '../../../src/domain/cases/clocks/clocks-of';
import { isClosure, metricFactsOf } from '../../../src/domain/metrics/metric-fact';
import { slaStateOf, SLA_STATES } from '../../../src/domain/metrics/open-figures';
import { shareOf } from '../../../src/domain/metrics/scorecard';
import { sumOf, talliesOf } from '../../../src/domain/metrics/tally';
import { REASONS } from '../../../src/domain/policy/reasons';
import { priorityAt } from '../../../src/domain/policy/priority';
import { BAD_MONTH, smallAgency, UNTIL } from './small-agency';

const CASES = 3_000;
const agency = smallAgency(CASES);
const context = agency.worldAt(UNTIL);
const lives = Array.from({ length: CASES }, (_, nth) => agency.life(nth));
const cases = lives.map((life) => life.case);
const entries = cases.flatMap(({ timeline }) => timeline);
const facts = cases.flatMap((one) => metricFactsOf(one, context));

describe('The demo agency', () => {
  it('is the same for the same seed, whichever of its cases is read first', () => {
    const again = smallAgency(CASES);
    for (const nth of [2_999, 17, 0, 1_500]) expect(again.life(nth).standing).toEqual(lives[nth]?.standing);
    expect(smallAgency(CASES, 8).life(17).case.timeline).not.toEqual(cases[17]?.timeline);
  });

  it('has plausible cases: each is read from its timeline, in order of time, up to now (RE-1)', () => {
    for (const { case: one, number } of lives) {
      expect(projectCase(number, one.timeline)).toEqual(one);
      const times = one.timeline.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThanOrEqual(UNTIL);
      expect(Math.min(...times)).toBeGreaterThanOrEqual(agency.from);
    }
  });

  it('has no warnings left when it starts, because what ran out is in the timelines (CK-11)', () => {
    for (const { case: one, standing } of lives) {
      expect(dueHappenings(one, context)).toEqual([]);
      expect(standing.nextDueAt ?? Infinity).toBeGreaterThan(UNTIL);
      for (const { state, dueAt, missed } of clocksOf(one, context))
        if (state === 'running') expect(missed).toBe(dueAt < UNTIL);
    }
  });

  it('has open cases in every clock state, young and old (ME-5)', () => {
    const open = cases.filter(({ state }) => state !== 'closed');
    expect(open.length).toBeGreaterThan(CASES / 200);
    expect(open.length).toBeLessThan(CASES / 20);
    // The last weeks of one with more cases a day.
    const busy = smallAgency(40_000);
    const recent = Array.from({ length: 1_000 }, (_, nth) => busy.life(39_000 + nth).case);
    const waiting = recent.filter(({ state }) => state !== 'closed');
    expect(new Set(waiting.map((one) => slaStateOf(one, context)))).toEqual(new Set(SLA_STATES));
    const ages = open.map(({ openedAt }) => (UNTIL - openedAt) / 86_400_000);
    expect(Math.min(...ages)).toBeLessThan(2);
    expect(Math.max(...ages)).toBeGreaterThan(60);
  });

  it('has cases for every reason, channel, and priority, closed at every level (CA-5, CA-8, CA-9)', () => {
    const policy = context.policies.at(UNTIL);
    expect(new Set(cases.map(({ details }) => details.reason))).toEqual(new Set(Object.keys(REASONS)));
    expect(new Set(cases.map(({ details }) => details.customerChannel))).toEqual(
      new Set(Object.keys(CUSTOMER_CHANNELS)),
    );
    expect(new Set(cases.map(({ details }) => priorityAt(details, 2, policy))).size).toBe(4);
    const closed = cases.filter(({ state }) => state === 'closed');
    for (const level of [1, 2, 3])
      expect(closed.filter(({ highestLevel }) => highestLevel === level).length).toBeGreaterThan(CASES / 20);
  });

  it('has worked its cases in every possible way', () => {
    const kinds = new Set(entries.map(({ kind }) => kind));
    for (const kind of [
      ...['assigned', 'noted', 'escalated', 'interim-sent', 'status-sent', 'quality-update', 'mail-sent'],
      ...['referred-back', 'responded', 'par-submitted', 'par-followed-up', 'par-completed', 'dc-answered'],
      ...['resolved', 'closing-asked', 'closing-declined', 'closed', 'reopened', 'satisfaction-answered'],
      ...['clock-warned', 'clock-missed', 'clock-escalated'],
    ])
      expect([...kinds]).toContain(kind);
  });

  it('has survey answers of every degree, some with a comment (CL-7)', () => {
    const answers = entries.filter((entry) => entry.kind === 'satisfaction-answered');
    expect(new Set(answers.map(({ degree }) => degree))).toEqual(new Set(['1', '2', '3', '4', '5']));
    const commented = answers.filter(({ comment }) => comment !== undefined).length;
    expect(commented).toBeGreaterThan(0);
    expect(commented).toBeLessThan(answers.length / 2);
  });

  it('is worked by every demo group except the program office, and by colleagues with their own names', () => {
    const groups = context.directory.groups.filter(({ level }) => level !== 'program-office');
    expect(new Set(facts.map(({ group }) => group))).toEqual(new Set(groups.map(({ key }) => key)));
    expect(new Set(groups.map(({ msc }) => msc)).size).toBeGreaterThan(3);
    const { people } = context.directory;
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    for (const { email } of people) expect(email).toMatch(/\.example$/);
  });

  it('has no PR on two cases, and so none on two open ones (ES-6)', () => {
    const prs = cases.map(({ details }) => details.pr);
    expect(new Set(prs).size).toBe(prs.length);
  });

  it('misses its goals in the bad month, and meets them in most others (ME-1, ME-3)', () => {
    const shareIn = (
      isCounted: (month: string) => boolean,
      list: (name: string) => boolean,
      days?: number,
    ) => {
      const tallies = talliesOf(facts.filter(({ day }) => isCounted(day.slice(0, 7))));
      return shareOf(sumOf(tallies, Object.keys(tallies).filter(list)), days).percent ?? NaN;
    };
    const isBad = (month: string): boolean => month === BAD_MONTH;
    const before = (month: string): boolean => month < BAD_MONTH;
    const satisfaction = (name: string): boolean => name === 'satisfaction';
    expect(shareIn(isBad, isClosure, 8)).toBeLessThan(85);
    expect(shareIn(before, isClosure, 8)).toBeGreaterThan(86);
    expect(shareIn(isBad, satisfaction)).toBeLessThan(80);
    expect(shareIn(before, satisfaction)).toBeGreaterThan(86);
  });
});
