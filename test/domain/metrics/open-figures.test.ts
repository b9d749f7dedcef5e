import {
  AGE_BANDS,
  ageBands,
  ageOf,
  isInBand,
  openedWithin,
  slaStateOf,
} from '../../../src/domain/metrics/open-figures';
import { aCase, details, opened, type Happened } from '../../support/cases';
import { aWorld, DAY, MINUTE, START } from '../../support/site';

const DUE = START + 2 * DAY;
const quiet = opened('av2', { assignee: undefined, details: details({ externalContact: false }) });
const told = (kind: 'clock-warned' | 'clock-missed', at: number): Happened => ({
  ...{ kind, clock: 'assignment#1', dueAt: DUE, by: 'casekeeper' },
  at,
});
const state = (...story: readonly Happened[]) => slaStateOf(aCase(quiet, ...story), aWorld());

describe("The state of an open case's clocks", () => {
  it('is the worst among the running ones, according to the timeline (ME-5)', () => {
    expect(state()).toBe('in-time');
    expect(state(told('clock-warned', DUE - 1))).toBe('warned');
    expect(state(told('clock-warned', DUE - 1), told('clock-missed', DUE + 1))).toBe('missed');
  });

  it('is missed if something was entered after a due time, even if no alert was sent yet (ME-5, BT-5)', () => {
    const note = (at: number): Happened => ({ kind: 'noted', text: 'Called.', at });
    expect(state(note(DUE))).toBe('in-time');
    expect(state(note(DUE + 1))).toBe('missed');
  });

  it('ignores a clock that no longer runs (ME-5)', () => {
    const assigned: Happened = { kind: 'assigned', to: 'av2-agent', how: 'assigned', at: DUE + MINUTE };
    expect(state(told('clock-warned', DUE - 1), told('clock-missed', DUE + 1), assigned)).toBe('in-time');
  });
});

describe('The age of an open case', () => {
  it('is the business time since creation, by the calendar of the group where it was created (ME-5, BT-4)', () => {
    const friday = START + 4 * DAY;
    expect(ageOf(aCase(), aWorld(friday))).toBe(4 * DAY);
    expect(ageOf(aCase(), aWorld(friday + 3 * DAY))).toBe(5 * DAY);
  });

  it('falls into one band, and a boundary value belongs to the younger band (ME-5)', () => {
    const bandsOf = (days: number, ms = 0) =>
      AGE_BANDS.filter((band) => isInBand(days * DAY + ms, band)).map(({ key }) => key);
    expect([0, 8, 16, 30, 400].map((days) => bandsOf(days))).toEqual([
      ['to-8'],
      ['to-8'],
      ['to-16'],
      ['to-30'],
      ['aged'],
    ]);
    expect([8, 16, 30].map((days) => bandsOf(days, 1))).toEqual([['to-16'], ['to-30'], ['aged']]);
  });

  it('of a given number of days has an earliest opening, exact to the millisecond (ME-5)', () => {
    const calendar = aWorld().calendars.ofGroup('av2');
    for (const days of [0, 1, 8, 30]) {
      const earliest = openedWithin(days, START, calendar);
      expect(calendar.elapsed(earliest, START)).toBeLessThanOrEqual(days * DAY);
      expect(calendar.elapsed(earliest - 1, START)).toBeGreaterThan(days * DAY);
    }
  });

  it('is counted in bands from how many cases are no older than each bound (ME-5)', () => {
    const counts = (noOlder: readonly number[], count: number) =>
      ageBands(noOlder, count).map((band) => band.count);
    expect(counts([3, 5, 5], 9)).toEqual([3, 2, 0, 4]);
    expect(counts([], 0)).toEqual([0, 0, 0, 0]);
    // Counted a moment apart: a band is never less than empty.
    expect(counts([3, 2, 6], 6)).toEqual([3, 0, 4, 0]);
    expect(ageBands([1, 1, 1], 1)[0]).toStrictEqual({ key: 'to-8', name: 'Up to 8', count: 1 });
  });
});
