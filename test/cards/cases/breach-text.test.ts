import { breachLines } from '../../../src/cards/cases/breach-text';
import { calendarsOf } from '../../../src/domain/calendar/site-calendars';
import { aCase, opened } from '../../support/cases';
import { aDirectory, aPolicies, aWorld, DAY, START } from '../../support/site';

describe('A breach in the history of a case', () => {
  const missed = aCase(opened('av2', { assignee: undefined }), {
    kind: 'clock-missed',
    clock: 'assignment#1',
    dueAt: START + 2 * DAY,
    at: START + 2 * DAY + 1,
  });

  it('is shown as it was recorded (ME-11)', () => {
    expect(breachLines(missed, 1, aWorld(START + 3 * DAY), 'America/New_York')).toEqual([]);
    expect(breachLines(missed, 0, aWorld(START + 3 * DAY), 'America/New_York')).toEqual([]);
  });

  it('is marked as removed when a closure day was declared afterward (ME-11)', () => {
    const groups = aDirectory().groups.map((group) => ({ ...group, holidays: ['2026-11-03'] }));
    const directory = aDirectory(groups);
    const context = aWorld(START + 3 * DAY, { directory, calendars: calendarsOf(directory, aPolicies()) });
    const [line] = breachLines(missed, 1, context, 'America/New_York');
    expect(line).toMatch(/^No longer counted as missed: it is due /);
  });
});
