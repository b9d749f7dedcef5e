import {
  ANY_HOUR,
  readSettings,
  timingOf,
  withEveryKind,
} from '../../../src/domain/notifications/notification-settings';
import type { NotificationSettings } from '../../../src/domain/notifications/notification-settings';
import { HOW_SET } from '../../support/notification-settings';

const EVENING = Date.parse('2026-11-24T20:00:00-05:00');
const MORNING = Date.parse('2026-11-25T08:00:00-05:00');
const SET: NotificationSettings = {
  person: 'ann',
  how: HOW_SET,
  zone: 'America/New_York',
  window: { from: 8, to: 17 },
  weekdays: true,
  digestHour: 8,
};

describe('The time of a notification', () => {
  it('is now for a person without settings', () => {
    expect(timingOf(undefined, 'breaches', EVENING)).toEqual({ kind: 'now' });
  });
  it('is never, in the digest, or within the hours, as set', () => {
    expect(timingOf(SET, 'work', EVENING)).toEqual({ kind: 'off' });
    expect(timingOf(SET, 'breaches', EVENING)).toEqual({ kind: 'digest', until: MORNING });
    expect(timingOf(SET, 'assigned', EVENING)).toEqual({ kind: 'hold', until: MORNING });
    expect(timingOf(SET, 'assigned', MORNING)).toEqual({ kind: 'now' });
    const { person, how, zone, weekdays, digestHour } = SET;
    const anyHour = { person, how, zone, weekdays, digestHour };
    expect(timingOf(anyHour, 'assigned', EVENING)).toEqual({ kind: 'now' });
  });
});

describe('Settings saved before a kind of notification existed', () => {
  it('are kept, and the new kind comes at once within the hours', () => {
    const read = withEveryKind({ ...SET, how: { work: 'off', needed: 'digest' } });
    expect(read.how).toEqual({
      assigned: 'now',
      escalations: 'now',
      work: 'off',
      breaches: 'now',
      mail: 'now',
      needed: 'digest',
      plans: 'now',
    });
    expect(timingOf(read, 'plans', MORNING)).toEqual({ kind: 'now' });
    expect(timingOf(read, 'plans', EVENING)).toEqual({ kind: 'hold', until: MORNING });
  });
  it('are unchanged if nothing is missing', () => {
    expect(withEveryKind(SET)).toEqual(SET);
  });
});

it('A time zone is stored in its one spelling, however it is typed', () => {
  const kinds = Object.keys(SET.how).map((kind) => [kind, 'now']);
  const given = { ...Object.fromEntries(kinds), from: ANY_HOUR, to: '17', days: 'all', digestHour: '8' };
  const read = (zone: string) => readSettings('p1', { ...given, zone });
  expect(read(' aMERICA/nEW_yORK ')).toMatchObject({ ok: true, value: { zone: 'America/New_York' } });
  expect(read('Mars/Olympus').ok).toBe(false);
});
