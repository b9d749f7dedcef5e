import { BUSINESS_DAY_MS as DAY } from '../../../src/domain/calendar/calendars';
import { at, worldAt } from '../cases/clocks/clock-cases';

describe('The calendars of a site', () => {
  it("use the group's own time zone (BT-4)", () => {
    const { calendars } = worldAt(at(16));
    expect(calendars.ofGroup('av-l3-b').zone).toBe('Europe/London');
    // Sunday 22:00 in New York is Monday in London.
    expect(calendars.ofGroup('av-l3-b').isOpen(at(15, 22))).toBe(true);
    expect(calendars.ofGroup('av-l2').isOpen(at(15, 22))).toBe(false);
  });

  it('skip federal holidays for every group (BT-3)', () => {
    const { calendars } = worldAt(at(16));
    expect(calendars.ofGroup('av-l2').isOpen(at(26, 12))).toBe(false);
    expect(calendars.ofGroup('av-l3-b').isOpen(at(26, 6))).toBe(false);
  });

  it("skip a group's own holidays for that group only (BT-3)", () => {
    const { calendars } = worldAt(at(16));
    expect(calendars.ofGroup('av-l2-west').isOpen(at(18, 12))).toBe(false);
    expect(calendars.ofGroup('av-l2').isOpen(at(18, 12))).toBe(true);
  });

  it("skip the site's closures for every group, and give the reason (BT-3)", () => {
    const { calendars } = worldAt(at(16), { closures: [{ date: '2026-11-17', name: 'Storm' }] });
    const calendar = calendars.ofGroup('av-l2');
    expect(calendar.add(at(16, 12), DAY)).toBe(at(18, 12));
    expect(calendar.skipped(at(16, 12), at(18, 12))).toEqual([{ date: '2026-11-17', why: 'Storm' }]);
  });

  it('take a closure from the policy in effect on that day (RE-3)', () => {
    const closures = [
      { date: '2026-11-10', name: 'Before' },
      { date: '2026-11-17', name: 'After' },
    ];
    const calendar = worldAt(at(16), { from: '2026-11-16', closures }).calendars.ofGroup('av-l2');
    expect(calendar.isOpen(at(10, 12))).toBe(true);
    expect(calendar.isOpen(at(17, 12))).toBe(false);
  });

  it('find a group whether its key is in upper or lower case, and use the default time zone for a deleted group (BT-4)', () => {
    const { calendars } = worldAt(at(16));
    expect(calendars.ofGroup('AV-L3-B').zone).toBe('Europe/London');
    expect(calendars.ofGroup('gone').zone).toBe('America/New_York');
    expect(calendars.ofGroup('gone').isOpen(at(26, 12))).toBe(false);
  });
});
