import {
  comingDates,
  deliveryDates,
  doneDates,
  noteDates,
  readDate,
} from '../../../../src/domain/kernel/text/date-range';
import { aCase } from '../../../support/cases';
import { aWorld, DAY, START } from '../../../support/site';

const range = comingDates('2026-11-02');
const messageOf = (typed: string, within = range): string | undefined => {
  const read = readDate(within)(typed);
  return read.ok ? undefined : read.message;
};

describe('A date with a range', () => {
  it('is accepted on the first and the last day (CL-1)', () => {
    expect([messageOf('2026-11-02'), messageOf(' 2036-11-02 ')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['2026-11-01', 'Sun 1 Nov 2026 is in the past. Enter a date from Mon 2 Nov 2026 to Sun 2 Nov 2036.'],
    ['0028-06-01', 'Thu 1 Jun 0028 is in the past. Enter a date from Mon 2 Nov 2026 to Sun 2 Nov 2036.'],
    [
      '2036-11-03',
      'Mon 3 Nov 2036 is more than 10 years away. Enter a date from Mon 2 Nov 2026 to Sun 2 Nov 2036.',
    ],
    ['2027-02-29', '"2027-02-29" isn\'t a valid date. Enter a date from Mon 2 Nov 2026 to Sun 2 Nov 2036.'],
  ])('is refused as %s, with the range of valid dates (CL-1)', (typed, message) => {
    expect(messageOf(typed)).toBe(message);
  });

  it('ends on 28 February if the last year has no 29th', () => {
    expect(comingDates('2028-02-29', 3).max).toBe('2031-02-28');
  });

  it('for a delivery starts on the day the case was opened (CL-1)', () => {
    const later = aWorld(START + 30 * DAY);
    expect(deliveryDates(aCase(), later)).toMatchObject({ min: '2026-11-02', max: '2036-12-02' });
  });

  it('for an action taken runs from the opening of the case to today (L3-5)', () => {
    const range = doneDates(aCase(), aWorld(START + 30 * DAY));
    expect(range).toMatchObject({ min: '2026-11-02', max: '2026-12-02' });
    expect(messageOf('2026-12-03', range)).toBe(
      'Thu 3 Dec 2026 is in the future. Enter a date from Mon 2 Nov 2026 to Wed 2 Dec 2026.',
    );
    expect(messageOf('2026-11-01', range)).toContain('is before the case was opened');
  });

  it('for a note ends today (ES-8)', () => {
    expect(noteDates(aCase(), aWorld())).toMatchObject({ min: '1996-11-02', max: '2026-11-02' });
  });
});
