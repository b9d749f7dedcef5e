import {
  comingDatesOf,
  deliveryDates,
  noteDates,
  readDate,
} from '../../../../src/domain/kernel/text/date-range';
import { aCase } from '../../../support/cases';
import { aWorld, START } from '../../../support/site';

// 29 February 2028, 23:00 in New York; the case was opened on 2 November 2026.
const LEAP = Date.UTC(2028, 2, 1, 4, 0);
const context = aWorld(LEAP);
const message = (read: ReturnType<ReturnType<typeof readDate>>): string => (read.ok ? '' : read.message);

describe('The dates that a form accepts', () => {
  it("run from today to ten years ahead in the group's time zone, and from a leap day to the 28th (CL-1, BT-6)", () => {
    expect(comingDatesOf(aCase(), context)).toMatchObject({ min: '2028-02-29', max: '2038-02-28' });
    expect(deliveryDates(aCase(), context)).toMatchObject({ min: '2026-11-02', max: '2038-02-28' });
  });

  it('run from thirty years ago to today for an existing note (ES-8)', () => {
    const range = noteDates(aCase(), aWorld(START));
    expect(range).toMatchObject({ min: '1996-11-02', max: '2026-11-02' });
    const read = readDate(range);
    expect(read(' 1996-11-02 ')).toEqual({ ok: true, value: '1996-11-02' });
    expect(message(read('1996-11-01'))).toBe(
      'Fri 1 Nov 1996 is more than 30 years ago. Enter a date from Sat 2 Nov 1996 to Mon 2 Nov 2026.',
    );
    expect(message(read('2026-11-03'))).toContain('Tue 3 Nov 2026 is in the future.');
    expect(message(read('y'.repeat(60)))).toContain(`"${'y'.repeat(40)}" isn't a valid date.`);
  });

  it('start at the opening for a delivery, and the refusal says so (CL-1)', () => {
    const read = readDate(deliveryDates(aCase(), context));
    expect(message(read('2026-11-01'))).toContain('Sun 1 Nov 2026 is before the case was opened.');
    expect(message(read('2038-03-01'))).toContain('Mon 1 Mar 2038 is more than 10 years away.');
    expect(message(readDate(comingDatesOf(aCase(), context))('2028-02-28'))).toContain(
      'Mon 28 Feb 2028 is in the past.',
    );
  });
});
