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

describe('the state of an open case’s clocks', () => {
  it('is the worst of those that run, as the timeline tells it (ME-5)', () => {
    expect(state()).toBe('in-time');
    expect(state(told('clock-warned', DUE - 1))).toBe('warned');
    expect(state(told('clock-warned', DUE - 1), told('clock-missed', DUE + 1))).toBe('missed');
  });

  it('is missed where something was entered after a due time, though nobody told of it yet (ME-5, BT-5)', () => {
    const note = (at: number): Happened => ({ kind: 'noted', text: 'Called.', at });
    expect(state(note(DUE))).toBe('in-time');
    expect(state(note(DUE + 1))).toBe('missed');
  });

  it('is not that of a clock which runs no more (ME-5)', () => {
    const assigned: Happened = { kind: 'assigned', to: 'av2-agent', how: 'assigned', at: DUE + MINUTE };
    expect(state(told('clock-warned', DUE - 1), told('clock-missed', DUE + 1), assigned)).toBe('in-time');
  });
});

describe('the age of an open case', () => {
  it('is business time since it came, by the calendar of the group where it was created (ME-5, BT-4)', () => {
    const friday = START + 4 * DAY;
    expect(ageOf(aCase(), aWorld(friday))).toBe(4 * DAY);
    expect(ageOf(aCase(), aWorld(friday + 3 * DAY))).toBe(5 * DAY);
  });

  it('falls into one band, each bound into the younger one (ME-5)', () => {
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

  it('of so many days began at the earliest at an instant, to the millisecond (ME-5)', () => {
    const calendar = aWorld().calendars.ofGroup('av2');
    for (const days of [0, 1, 8, 30]) {
      const earliest = openedWithin(days, START, calendar);
      expect(calendar.elapsed(earliest, START)).toBeLessThanOrEqual(days * DAY);
      expect(calendar.elapsed(earliest - 1, START)).toBeGreaterThan(days * DAY);
    }
  });

  it('is counted by bands from how many are no older than each bound (ME-5)', () => {
    const counts = (noOlder: readonly number[], count: number) =>
      ageBands(noOlder, count).map((band) => band.count);
    expect(counts([3, 5, 5], 9)).toEqual([3, 2, 0, 4]);
    expect(counts([], 0)).toEqual([0, 0, 0, 0]);
    // Counted a moment apart: a band is never less than empty.
    expect(counts([3, 2, 6], 6)).toEqual([3, 0, 4, 0]);
    expect(ageBands([1, 1, 1], 1)[0]).toStrictEqual({ key: 'to-8', name: 'Up to 8', count: 1 });
  });
});
