import { IANAZone } from 'luxon';
import type { PersonId } from '../directory/directory';
import { faulty, no, ok, type FieldFault, type Result } from '../kernel/refusal';
import { nextHour, openFrom } from '../calendar/local-hours';
import { CANNOT_BE_OFF, NOTIFICATION_KINDS, type NotificationKind } from './notification-kinds';

export const HOW = { now: 'Right away', digest: 'In my digest', off: 'Not at all' } as const;
export type How = keyof typeof HOW;

/** How a person wants their own messages, each kind of them. Whoever has set nothing gets all at once, at any hour. */
export interface NotificationSettings {
  readonly person: PersonId;
  readonly how: Readonly<Record<NotificationKind, How>>;
  /** IANA time zone of the hours below. */
  readonly zone: string;
  /** Local hours within which messages come; without them at any hour. */
  readonly window?: { readonly from: number; readonly to: number };
  /** Window and digest on days from Monday to Friday only. */
  readonly weekdays: boolean;
  /** Local hour of the digest, 0 to 23. */
  readonly digestHour: number;
}

/** The settings as they may have been kept: by a version that knew fewer kinds. */
export type KeptSettings = Omit<NotificationSettings, 'how'> & {
  readonly how: Readonly<Partial<Record<NotificationKind, How>>>;
};

/** The settings with every kind: one that came since they were kept is at once, as for whoever has set nothing. */
export const withEveryKind = ({ how, ...rest }: KeptSettings): NotificationSettings => ({
  ...rest,
  how: eachKind((kind) => how[kind] ?? 'now'),
});

/** When a message leaves: now, never, or later; `digest` with the others of that hour in one card. */
export type Timing =
  { readonly kind: 'now' | 'off' } | { readonly kind: 'hold' | 'digest'; readonly until: number };

/** What a person's settings say of a message of that kind. `now` by the wall clock. */
export function timingOf(
  settings: NotificationSettings | undefined,
  kind: NotificationKind,
  now: number,
): Timing {
  if (settings === undefined) return { kind: 'now' };
  const { how, zone, window, weekdays, digestHour } = settings;
  switch (how[kind]) {
    case 'off':
      return { kind: 'off' };
    case 'digest':
      return { kind: 'digest', until: nextHour(digestHour, zone, weekdays, now) };
    case 'now': {
      const until = window === undefined ? now : openFrom({ ...window, zone, weekdays }, now);
      return until <= now ? { kind: 'now' } : { kind: 'hold', until };
    }
  }
}

export const KINDS = Object.keys(NOTIFICATION_KINDS) as readonly NotificationKind[];
const eachKind = (howOf: (kind: NotificationKind) => How): NotificationSettings['how'] =>
  Object.fromEntries(KINDS.map((kind) => [kind, howOf(kind)])) as Record<NotificationKind, How>;
const isHow = (given: string): given is How => Object.hasOwn(HOW, given);

export const DAYS = { all: 'Every day', weekdays: 'Monday to Friday' } as const;

/** What stands for "at any hour" in the form. */
export const ANY_HOUR = 'any';

/**
 * The zone in its one spelling: a name may be typed in any mix of small and capital letters, and what is kept for each zone
 * would otherwise be kept for each of these.
 */
function zoneNamed(typed: string): string | undefined {
  if (!IANAZone.isValidZone(typed)) return undefined;
  const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: typed }).resolvedOptions();
  return timeZone;
}

/**
 * Reads what a person filled in: a field a kind, `zone`, `from` and `to` ("08", or "any"), `days` ("all" or
 * "weekdays") and `digestHour`. Every fault stands at its field.
 */
export function readSettings(
  person: PersonId,
  given: Readonly<Record<string, string>>,
): Result<NotificationSettings> {
  const faults: FieldFault[] = [];
  const hourOf = (field: string): number => {
    const typed = given[field] ?? '';
    if (/^(?:[01]?\d|2[0-3])$/.test(typed)) return Number(typed);
    faults.push({ field, message: 'Choose an hour from 00 to 23.' });
    return 0;
  };
  const howOf = (kind: NotificationKind): How => {
    const typed = given[kind] ?? '';
    if (!isHow(typed)) {
      faults.push({ field: kind, message: 'Choose right away, in the digest, or not at all.' });
      return 'now';
    }
    if (typed === 'off' && CANNOT_BE_OFF.includes(kind))
      faults.push({
        field: kind,
        message: "You can't turn off what's waiting for you: choose right away or in the digest.",
      });
    return typed;
  };
  const how = eachKind(howOf);
  const zone = zoneNamed((given['zone'] ?? '').trim());
  if (zone === undefined)
    faults.push({ field: 'zone', message: 'Enter a time zone name, for example America/New_York.' });
  const always = (given['from'] ?? '') === ANY_HOUR;
  const from = always ? 0 : hourOf('from');
  // At any hour the end plays no part, but what is no hour is a fault anyway.
  const to = hourOf('to');
  if (!always && faults.length === 0 && from === to)
    faults.push({
      field: 'to',
      message: 'The hours start and end at the same time: choose another, or any hour.',
    });
  const digestHour = hourOf('digestHour');
  const days = given['days'] ?? '';
  if (!Object.hasOwn(DAYS, days))
    faults.push({ field: 'days', message: 'Choose every day, or Monday to Friday.' });
  if (faults.length > 0 || zone === undefined) return no(faulty(faults));
  const window = always ? {} : { window: { from, to } };
  return ok({ person, how, zone, ...window, weekdays: days === 'weekdays', digestHour });
}
