import { notificationKind } from '../../../src/domain/notifications/notification-kinds';
import {
  ANY_HOUR,
  readSettings,
  timingOf,
  withEveryKind,
} from '../../../src/domain/notifications/notification-settings';
import type { NotificationSettings } from '../../../src/domain/notifications/notification-settings';
import type { Notice } from '../../../src/domain/cases/notices/notice';
import { HOW_SET } from '../../support/notification-settings';
import type { Entry } from '../../../src/domain/cases/timeline';

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

describe('when a message comes', () => {
  it('is at once for whoever has set nothing', () => {
    expect(timingOf(undefined, 'breaches', EVENING)).toEqual({ kind: 'now' });
  });
  it('is never, in the digest, or within the hours, as it was set', () => {
    expect(timingOf(SET, 'work', EVENING)).toEqual({ kind: 'off' });
    expect(timingOf(SET, 'breaches', EVENING)).toEqual({ kind: 'digest', until: MORNING });
    expect(timingOf(SET, 'assigned', EVENING)).toEqual({ kind: 'hold', until: MORNING });
    expect(timingOf(SET, 'assigned', MORNING)).toEqual({ kind: 'now' });
    const { person, how, zone, weekdays, digestHour } = SET;
    const anyHour = { person, how, zone, weekdays, digestHour };
    expect(timingOf(anyHour, 'assigned', EVENING)).toEqual({ kind: 'now' });
  });
});

describe('what was set before a kind was known', () => {
  it('is kept, and the new kind comes at once, within the hours', () => {
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
  it('is left as it is where nothing is missing', () => {
    expect(withEveryKind(SET)).toEqual(SET);
  });
});

describe('the kind of a message', () => {
  const entry = (happening: object): Entry => ({ at: 0, by: 'ben', cause: 'c', ...happening }) as Entry;
  const kindOf = (subject: Notice['subject'], told?: Entry): string =>
    notificationKind(
      {
        id: 'n',
        caseNumber: 'CS0000001',
        subject,
        to: { kind: 'person', person: 'ann' },
        mentions: [],
        madeAt: 0,
      },
      'ann',
      () => told,
    );
  const told = { kind: 'told', entry: 1 } as const;

  it('is that of a case given to the reader, and another for who only hears of it', () => {
    expect(kindOf(told, entry({ kind: 'assigned', to: 'ann', how: 'assigned' }))).toBe('assigned');
    expect(kindOf(told, entry({ kind: 'assigned', to: 'eve', how: 'assigned' }))).toBe('work');
    expect(kindOf(told, entry({ kind: 'referred-back', to: 'ann' }))).toBe('assigned');
    expect(kindOf(told, entry({ kind: 'referred-back', to: 'eve' }))).toBe('escalations');
    expect(kindOf(told, entry({ kind: 'mail-refused', of: 0 }))).toBe('mail');
    expect(kindOf(told, entry({ kind: 'clock-missed' }))).toBe('breaches');
  });
  it('is that of what others do where nothing is known of the entry, and of an e-mail that leaves', () => {
    expect(kindOf(told)).toBe('work');
    expect(kindOf({ kind: 'mail', entry: 1 })).toBe('work');
    expect(kindOf({ kind: 'arrival' })).toBe('work');
  });
  it.each(['referred-back', 'recalled', 'supervisors-asked'] as const)(
    'is that of escalations where the case is %s (L3-2, L3-3)',
    (kind) => {
      expect(kindOf({ kind, entry: 1 })).toBe('escalations');
    },
  );
  it('is that of what waits for the reader where only they can answer', () => {
    expect(kindOf({ kind: 'approval', entry: 1 })).toBe('needed');
    const request = {
      id: 'r',
      request: 'MR1',
      subject: 'asked',
      to: { kind: 'person', person: 'ann' },
      madeAt: 0,
    } as const;
    expect(notificationKind(request, 'ann', () => undefined)).toBe('needed');
    expect(kindOf({ kind: 'breach', clock: 'assignment#1', dueAt: 0 })).toBe('breaches');
  });
  it.each(['asked', 'overdue', 'met'] as const)(
    'is that of action plans where one is %s (ME-8)',
    (subject) => {
      const to = { kind: 'person', person: 'ann' } as const;
      const plan = { id: 'n', plan: 'AP0000001', subject, to, madeAt: 0 };
      expect(notificationKind(plan, 'ann', () => undefined)).toBe('plans');
    },
  );
});

it('keeps a zone in its one spelling, however it is typed', () => {
  const kinds = Object.keys(SET.how).map((kind) => [kind, 'now']);
  const given = { ...Object.fromEntries(kinds), from: ANY_HOUR, to: '17', days: 'all', digestHour: '8' };
  const read = (zone: string) => readSettings('p1', { ...given, zone });
  expect(read(' aMERICA/nEW_yORK ')).toMatchObject({ ok: true, value: { zone: 'America/New_York' } });
  expect(read('Mars/Olympus').ok).toBe(false);
});
