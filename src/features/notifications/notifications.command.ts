import { refuse, reply } from '../../commands/command';
import type { Command, CommandContext } from '../../commands/command';
import { button, cancel, choice, choicesOf, sendButton, text } from '../../commands/fields';
import type { Given } from '../../commands/fields';
import { sentInput } from '../../commands/inputs';
import type { Field, Form } from '../../cards/card-value';
import { CANNOT_BE_OFF, NOTIFICATION_KINDS } from '../../domain/alerts/notification-kinds';
import type { NotificationKind } from '../../domain/alerts/notification-kinds';
import { ANY_HOUR, DAYS, HOW, KINDS, readSettings } from '../../domain/alerts/notification-settings';
import type { NotificationSettings } from '../../domain/alerts/notification-settings';

const VERB = 'notifications.set';
const DIGEST_HOUR = 8;

const hourName = (hour: number): string => String(hour).padStart(2, '0');
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  title: `${hourName(hour)}:00`,
  value: hourName(hour),
}));

/** Each person sets for themselves what comes as a personal message, when, and how. */
export const notificationsCommand: Command<Given> = {
  verb: VERB,
  title: 'Notifications',
  area: 'Help',
  typed: {
    words: ['notifications'],
    usage: 'notifications [kind now|digest|off]',
    summary: 'Sets what comes to you as a personal message, in which hours, at once or in a daily digest.',
    example: 'notifications breaches digest',
    read: readLine,
  },
  schema: sentInput,
  form: async (given, context) => formOf(given, await context.notifications.of(context.actor.id), context),
  run: async (input, context) => {
    const read = readSettings(context.actor.id, input);
    if (!read.ok) return refuse(read.refusal);
    await context.notifications.save(read.value);
    return reply({
      card: 'message',
      tone: 'good',
      title: 'Your notifications are set',
      text: inWords(read.value),
      buttons: [button('Change', VERB), button('My cases', 'cases.mine')],
    });
  },
};

/** "breaches digest" fills the form in; it is saved with its button. */
function readLine(rest: string): Record<string, string> {
  const [kind = '', how = ''] = rest.toLowerCase().split(/\s+/);
  return KINDS.some((one) => one === kind) && Object.hasOwn(HOW, how) ? { [kind]: how } : {};
}

async function formOf(
  given: Given,
  set: NotificationSettings | undefined,
  { actor, directory, notifications }: CommandContext,
): Promise<Form> {
  const own = directory.groupsOf(actor.id);
  const home = own.find(({ key }) => key === actor.primary) ?? own[0];
  const zone = set?.zone ?? home?.zone ?? 'America/New_York';
  const muted = await notifications.unsent(actor.id);
  const from = set?.window === undefined ? ANY_HOUR : hourName(set.window.from);
  const unsent = muted === 0 ? '' : ` In the last 24 hours ${muted} did not come, as you set it.`;
  return {
    title: 'Your notifications',
    intro: `What comes to you in your own chat with Casekeeper. Your groups’ channels go on as before: being mentioned there when a timeframe is missed cannot be turned off.${unsent}`,
    sections: [
      { title: 'What, and how', fields: KINDS.map((kind) => kindField(given, kind, set)) },
      {
        title: 'When',
        text: 'What comes at once comes within these hours; what happens outside of them waits until they begin.',
        fields: [
          choice(given, 'from', 'From', {
            required: true,
            otherwise: from,
            choices: [{ title: 'At any hour', value: ANY_HOUR }, ...HOURS],
          }),
          choice(given, 'to', 'Until', {
            required: true,
            otherwise: hourName(set?.window?.to ?? 17),
            choices: HOURS,
          }),
          choice(given, 'days', 'Days', {
            required: true,
            otherwise: set?.weekdays === true ? 'weekdays' : 'all',
            choices: choicesOf(DAYS),
          }),
          choice(given, 'digestHour', 'Digest at', {
            required: true,
            otherwise: hourName(set?.digestHour ?? DIGEST_HOUR),
            choices: HOURS,
          }),
          text(given, 'zone', 'Your time zone', {
            required: true,
            otherwise: zone,
            placeholder: 'America/New_York',
          }),
        ],
      },
    ],
    submit: sendButton('Save', VERB),
    others: [cancel],
  };
}

function kindField(given: Given, kind: NotificationKind, set: NotificationSettings | undefined): Field {
  const isNeeded = CANNOT_BE_OFF.includes(kind);
  const { now, digest, off } = HOW;
  return choice(given, kind, NOTIFICATION_KINDS[kind], {
    required: true,
    otherwise: set?.how[kind] ?? 'now',
    choices: choicesOf(isNeeded ? { now, digest } : { now, digest, off }),
    ...(isNeeded ? { hint: 'Others wait for your answer, so this cannot be turned off.' } : {}),
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
    [`At once, ${when}`, named('now')],
    [`In one card at ${hourName(digestHour)}:00${days}`, named('digest')],
    ['Not at all', named('off')],
  ].filter(([, kinds]) => kinds !== '');
  return [
    ...lines.map(([way, kinds]) => `${String(way)}: ${String(kinds)}.`),
    `Hours are those of ${zone}.`,
  ].join('\n');
}
