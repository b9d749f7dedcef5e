import { readSettings } from '../../../src/domain/notifications/notification-settings';
import { decided, refused } from '../../support/cases';

const FORM = {
  assigned: 'now',
  escalations: 'digest',
  work: 'off',
  breaches: 'now',
  mail: 'now',
  needed: 'digest',
  plans: 'now',
  zone: 'America/New_York',
  from: '08',
  to: '17',
  days: 'weekdays',
  digestHour: '7',
};
const HOUR = 'Choose an hour from 00 to 23.';
const read = (typed: Readonly<Record<string, string>>) => readSettings('ann', { ...FORM, ...typed });
const faults = (typed: Readonly<Record<string, string>>) => refused(read(typed)).messages;

describe("The form for a person's notifications", () => {
  it('is read with its kinds, hours, and days', () => {
    const { assigned, escalations, work, breaches, mail, needed, plans } = FORM;
    expect(decided(read({}))).toStrictEqual({
      person: 'ann',
      how: { assigned, escalations, work, breaches, mail, needed, plans },
      zone: 'America/New_York',
      window: { from: 8, to: 17 },
      weekdays: true,
      digestHour: 7,
    });
    expect(decided(read({ days: 'all' })).weekdays).toBe(false);
  });

  it('has no hours if notifications may come at any hour', () => {
    expect(decided(read({ from: 'any' }))).not.toHaveProperty('window');
    expect(decided(read({ from: 'any', to: '0' })).digestHour).toBe(7);
  });

  it.each(['00', '0', '9', '19', '20', '23'])('accepts %s as an hour', (hour) => {
    expect(decided(read({ digestHour: hour })).digestHour).toBe(Number(hour));
  });

  it.each(['', '24', '29', '30', '007', '-1', '8:00', '8 a.m.', 'x8'])('refuses %j as an hour', (hour) => {
    expect(faults({ digestHour: hour })).toEqual({ digestHour: HOUR });
    expect(faults({ to: hour })).toEqual({ to: HOUR });
    expect(faults({ from: 'any', to: hour })).toEqual({ to: HOUR });
    expect(faults({ from: hour })).toEqual({ from: HOUR });
  });

  it('refuses hours that end when they begin, once both are valid', () => {
    expect(faults({ from: '17' })).toEqual({
      to: 'The hours start and end at the same time: choose another, or any hour.',
    });
    expect(faults({ from: '', to: '0' })).toEqual({ from: HOUR });
  });

  it('refuses an unknown delivery choice at its kind', () => {
    for (const typed of ['', 'later', 'toString'])
      expect(faults({ work: typed })).toEqual({ work: 'Choose right away, in the digest, or not at all.' });
  });

  it.each(['needed', 'plans'])('refuses to turn off %s, which waits for the person (ME-8)', (kind) => {
    expect(faults({ [kind]: 'off' })).toEqual({
      [kind]: "You can't turn off what's waiting for you: choose right away or in the digest.",
    });
  });

  it('refuses an unknown time zone and unknown days, all at once', () => {
    expect(faults({ zone: 'Mars/Olympus', days: 'sundays' })).toEqual({
      zone: 'Enter a time zone name, for example America/New_York.',
      days: 'Choose every day, or Monday to Friday.',
    });
    expect(Object.keys(faults({ zone: '' }))).toEqual(['zone']);
    expect(Object.keys(faults({ days: 'toString' }))).toEqual(['days']);
  });
});
