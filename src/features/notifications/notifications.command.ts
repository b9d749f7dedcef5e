import { z } from 'zod/v4';
import { refuse, replyDone, type Command, type CommandContext } from '../../commands/command';
import { button, choice, choicesOf, sendOrCancel, text, type Given } from '../../commands/forms/fields';
import { shorten } from '../../commands/shorten';
import type { Field, Form } from '../../cards/shared/card-value';
import { CANNOT_BE_OFF, NOTIFICATION_KINDS } from '../../domain/notifications/notification-kinds';
import type { NotificationKind } from '../../domain/notifications/notification-kinds';
import { ANY_HOUR, DAYS, HOW, KINDS, readSettings } from '../../domain/notifications/notification-settings';
import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import type { NotificationSettings } from '../../domain/notifications/notification-settings';

const VERB = 'notifications.set';
const DIGEST_HOUR = 8;

const KINDS_SAID = `The kinds are ${KINDS.join(', ')}. Each can be now, digest, or off.`;

const hourName = (hour: number): string => String(hour).padStart(2, '0');
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  title: `${hourName(hour)}:00`,
  value: hourName(hour),
}));

/** Each person sets which personal notifications they get, when, and how. */
export const notificationsCommand: Command<Given> = {
  verb: VERB,
  title: 'Notifications',
  area: 'Help',
  keepsAnswer: true,
  typed: {
    words: ['notifications'],
    usage: 'notifications [kind now|digest|off]',
    summary:
      'Sets which notifications you get, during which hours, and whether right away or in a daily digest.',
    example: 'notifications breaches digest',
    hint: KINDS_SAID,
    read: readLine,
  },
  // Sent by its form, or one kind set by a line that leaves nothing to ask.
  schema: z
    .object({})
    .catchall(z.string())
    .refine((given) => given['submitted'] === 'yes' || isKind(given['only'] ?? ''), {
      path: ['submitted'],
      error: '',
    }),
  form: async (given, context) => formOf(given, await context.notifications.of(context.actor.id), context),
  run: async (input, context) => {
    const { actor, notifications } = context;
    // A line says one kind; a form says all of them.
    const given =
      input['submitted'] === 'yes'
        ? input
        : { ...standing(await notifications.of(actor.id), context), ...input };
    const read = readSettings(actor.id, given);
    if (!read.ok) return refuse(read.refusal);
    await notifications.save(read.value);
    return replyDone({
      title: 'Your notifications are saved',
      text: inWords(read.value),
      buttons: [button('Change', VERB), button('My cases', 'cases.mine')],
    });
  },
};

const isKind = (word: string): word is NotificationKind => KINDS.some((kind) => kind === word);

/** "breaches digest" sets one kind; a kind alone opens the form, and so does what is neither, which is then said. */
function readLine(rest: string): Record<string, string> {
  const [kind = '', how = '', ...more] = rest.toLowerCase().split(/\s+/);
  if (rest === '' || (isKind(kind) && how === '')) return {};
  const isSet = isKind(kind) && Object.hasOwn(HOW, how) && more.length === 0;
  return isSet ? { [kind]: how, only: kind } : { line: rest };
}

/** The current settings as values of the form's fields; the defaults if nothing is set. */
function standing(set: NotificationSettings | undefined, { actor, directory }: CommandContext): Given {
  const own = directory.groupsOf(actor.id);
  const home = own.find(({ key }) => key === actor.primary) ?? own[0];
  return {
    ...Object.fromEntries(KINDS.map((kind) => [kind, set?.how[kind] ?? 'now'])),
    from: set?.window === undefined ? ANY_HOUR : hourName(set.window.from),
    to: hourName(set?.window?.to ?? 17),
    days: set?.weekdays === true ? 'weekdays' : 'all',
    digestHour: hourName(set?.digestHour ?? DIGEST_HOUR),
    zone: set?.zone ?? home?.zone ?? DEFAULT_ZONE,
  };
}

async function formOf(
  typed: Given,
  set: NotificationSettings | undefined,
  context: CommandContext,
): Promise<Form> {
  const given = { ...standing(set, context), ...typed };
  const muted = await context.notifications.unsent(context.actor.id);
  const unsent =
    muted === 0
      ? ''
      : ` In the last 24 hours, ${muted === 1 ? '1 notification was' : `${muted} notifications were`} not sent because you turned them off.`;
  const { line = '' } = typed;
  return {
    title: 'Your notifications',
    intro: `Choose what you get in your chat with Casekeeper. This doesn't change your groups' channels. You can't turn off mentions there when a clock is missed.${unsent}`,
    ...(line === ''
      ? {}
      : { refused: `“${shorten(line, 80)}” isn't a setting I know, so nothing was changed.\n${KINDS_SAID}` }),
    sections: [
      { title: 'What you get, and how', fields: KINDS.map((kind) => kindField(given, kind)) },
      {
        title: 'When',
        text: 'Notifications that come right away are sent during these hours. Outside them, they wait until the hours begin.',
        fields: [
          choice(given, 'from', 'From', {
            required: true,
            choices: [{ title: 'At any hour', value: ANY_HOUR }, ...HOURS],
          }),
          choice(given, 'to', 'Until', { required: true, choices: HOURS }),
          choice(given, 'days', 'Days', { required: true, choices: choicesOf(DAYS) }),
          choice(given, 'digestHour', 'Digest at', { required: true, choices: HOURS }),
          text(given, 'zone', 'Your time zone', { required: true, placeholder: DEFAULT_ZONE }),
        ],
      },
    ],
    ...sendOrCancel('Save', VERB),
  };
}

function kindField(given: Given, kind: NotificationKind): Field {
  const isNeeded = CANNOT_BE_OFF.includes(kind);
  const { now, digest, off } = HOW;
  return choice(given, kind, NOTIFICATION_KINDS[kind], {
    required: true,
    choices: choicesOf(isNeeded ? { now, digest } : { now, digest, off }),
    ...(isNeeded ? { hint: "You can't turn off what is waiting for you." } : {}),
  });
}

/** What was set, in a line for each way. */
function inWords({ how, window, zone, weekdays, digestHour }: NotificationSettings): string {
  const days = weekdays ? ', Monday to Friday' : '';
  const when =
    window === undefined
      ? 'at any hour'
      : `from ${hourName(window.from)}:00 to ${hourName(window.to)}:00${days}`;
  const named = (wanted: NotificationSettings['how'][NotificationKind]): string =>
    KINDS.filter((kind) => how[kind] === wanted)
      .map((kind) => NOTIFICATION_KINDS[kind])
      .join('; ');
  const lines = [
    [`Right away, ${when}`, named('now')],
    [`In one card at ${hourName(digestHour)}:00${days}`, named('digest')],
    ['Off', named('off')],
  ].filter(([, kinds]) => kinds !== '');
  return [
    ...lines.map(([way, kinds]) => `${String(way)}: ${String(kinds)}.`),
    `Hours are in ${zone} time.`,
  ].join('\n');
}
