import { z } from 'zod/v4';
import type { ListRow } from '../../cards/shared/card-value';
import { spanText } from '../../cards/shared/time-text';
import {
  refuse,
  reply,
  replyDone,
  type Command,
  type CommandContext,
  type Outcome,
} from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { optional } from '../../commands/forms/inputs';
import { moreThan, ROWS_SHOWN } from '../../commands/list-length';
import { refusal } from '../../domain/kernel/refusal';
import type { Directory } from '../../domain/directory/directory';
import type { DeadReason, UndeliveredNotification } from '../../ports/dead-letters';

const ALL = 'all';
const TITLE = 'Undelivered notifications';

/** Lists the notifications that could not be delivered or have no address yet, oldest first, and sends them again. */
export const undeliveredCommand: Command<{ again: string }> = {
  verb: 'undelivered.list',
  formerVerbs: ['notices.list'],
  title: TITLE,
  area: 'Operation',
  typed: {
    words: ['undelivered notifications', 'undelivered', 'notices'],
    usage: 'undelivered [send again]',
    summary: 'Program office: undelivered notifications and quarantined records. Send or try them again.',
    example: 'undelivered',
    read: (rest): Record<string, string> => (/^send (?:all )?again$/i.test(rest) ? { again: ALL } : {}),
  },
  schema: z.object({ again: optional }),
  run: async ({ again }, context) => {
    const { actor, deadLetters } = context;
    if (!actor.roles.includes('program-office')) {
      return refuse(refusal('not-permitted', { action: TITLE, who: 'the program office' }));
    }
    const sent = again === ALL ? await sendAllAgain(context) : undefined;
    if (sent !== undefined) return sent;
    const intro = again === '' ? undefined : again === ALL ? NOTHING : await sendAgain(again, context);
    const found = await deadLetters.standing(ROWS_SHOWN + 1);
    return reply({
      card: 'list',
      title: TITLE,
      ...(intro === undefined ? {} : { intro }),
      rows: found.slice(0, ROWS_SHOWN).map((notification) => rowOf(notification, context)),
      empty: 'Every notification was delivered or is on its way.',
      ...moreThan(found.length, 'The rest will show once these are gone.'),
      buttons: found.length === 0 ? [] : [button('Send all again', 'undelivered.list', { again: ALL })],
    });
  },
};

const NOTHING = 'There was nothing to send again.';

async function sendAgain(again: string, { deadLetters }: CommandContext): Promise<string> {
  return (await deadLetters.sendAgain(again))
    ? "It's being sent again. If that fails, it comes back to this list."
    : 'That notification is no longer here: it was sent or is on its way.';
}

/** Replies first: the notifications leave after the reply. Undefined if there was nothing to send. */
async function sendAllAgain({ deadLetters }: CommandContext): Promise<Outcome | undefined> {
  const count = await deadLetters.sendAllAgain();
  if (count === 0) return undefined;
  const them = count === 1 ? '1 notification is' : `${count} notifications are`;
  return replyDone({
    title: 'Sending again',
    text: `${them} being sent again, missed clocks first. Outdated ones are dropped. Any that still have no address, or fail again, stay in the list.`,
    buttons: [button(TITLE, 'undelivered.list')],
  });
}

const WHY: Readonly<Record<DeadReason | 'unreadable' | 'clocks', string>> = {
  unreadable: "This record can't be read, so nothing shows it. Give your administrator the reference.",
  clocks: "Its clocks can't be calculated, so nobody gets its alerts. Give your administrator the reference.",
  gone: 'The conversation is gone, or Casekeeper was removed from it.',
  'too-long': "Teams didn't accept it for too long.",
  'no-card': "Its card can't be created. Give your administrator the reference.",
  'no-case': "Its case, request, report, or plan wasn't found. Give your administrator the reference.",
};

function rowOf(notification: UndeliveredNotification, { directory }: CommandContext): ListRow {
  const { id, of, says, state, waitedMs, reference } = notification;
  return {
    title: `${of} · ${says ?? 'In quarantine'}`,
    subtitle: whyOf(notification),
    facts: [
      ...(says === undefined ? [] : [`For ${addressee(notification, directory)}`]),
      `waiting ${spanText(waitedMs)}`,
      ...(reference === undefined ? [] : [`reference ${reference}`]),
    ],
    tone: state === 'dead' ? 'attention' : 'warning',
    button: button(says === undefined ? 'Try again' : 'Send again', 'undelivered.list', { again: id }),
  };
}

function whyOf({ state, why, to }: UndeliveredNotification): string {
  if (state === 'dead') return why === undefined ? "It couldn't be sent." : WHY[why];
  return to.kind === 'group'
    ? `The group has no channel that Casekeeper can post to. Type connect ${to.group} in one, and it will be sent.`
    : "The person hasn't used Casekeeper yet. It will be sent once they write to it.";
}

function addressee({ to }: UndeliveredNotification, directory: Directory): string {
  switch (to.kind) {
    case 'group':
      return directory.group(to.group)?.name ?? to.group;
    case 'person':
      return directory.person(to.person)?.name ?? 'someone who left';
    case 'conversation':
      return 'the conversation where the report was scheduled';
    case 'posts':
      return 'a card in a conversation';
    case 'customer':
      return 'the customer';
  }
}
