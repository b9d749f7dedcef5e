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

/** Lists the notices that were given up or wait for an address, oldest first, and sends them again. */
export const noticesCommand: Command<{ again: string }> = {
  verb: 'notices.list',
  title: 'Notices',
  area: 'Operation',
  typed: {
    words: ['notices'],
    usage: 'notices [send again]',
    summary:
      'Program office: notices that were given up or have nowhere to go, records in quarantine, and trying them again.',
    example: 'notices',
    read: (rest): Record<string, string> => (/^send (?:all )?again$/i.test(rest) ? { again: ALL } : {}),
  },
  schema: z.object({ again: optional }),
  run: async ({ again }, context) => {
    const { actor, notices } = context;
    if (!actor.roles.includes('program-office')) {
      return refuse(refusal('not-permitted', { action: 'Notices', who: 'the program office' }));
    }
    const sent = again === ALL ? await sendAllAgain(context) : undefined;
    if (sent !== undefined) return sent;
    const intro = again === '' ? undefined : again === ALL ? NOTHING : await sendAgain(again, context);
    const found = await notices.standing(ROWS_SHOWN + 1);
    return reply({
      card: 'list',
      title: 'Notices not delivered',
      ...(intro === undefined ? {} : { intro }),
      rows: found.slice(0, ROWS_SHOWN).map((notification) => rowOf(notification, context)),
      empty: 'Every notice was delivered or is on its way.',
      ...moreThan(found.length, 'The others follow when these are gone.'),
      buttons: found.length === 0 ? [] : [button('Send all again', 'notices.list', { again: ALL })],
    });
  },
};

const NOTHING = 'There was nothing to send again.';

async function sendAgain(again: string, { notices }: CommandContext): Promise<string> {
  return (await notices.sendAgain(again))
    ? 'It is being sent again. If it fails again it comes back into this list.'
    : 'That notice is no longer here: it is on its way, or was sent.';
}

/** The answer goes first: what is sent again leaves after it. Undefined where there was nothing. */
async function sendAllAgain({ notices }: CommandContext): Promise<Outcome | undefined> {
  const count = await notices.sendAllAgain();
  if (count === 0) return undefined;
  const them = count === 1 ? '1 notice is' : `${count} notices are`;
  return replyDone({
    title: 'Sending again',
    text: `${them} being sent again, what is missed first. What is over is left out. What still has no address, or fails again, stays in the list.`,
    buttons: [button('Notices', 'notices.list')],
  });
}

const WHY: Readonly<Record<DeadReason | 'unreadable' | 'clocks', string>> = {
  unreadable:
    'Its stored record is damaged, so it is left out everywhere: tell your administrator the reference.',
  clocks:
    'Its clocks cannot be worked out, so nobody is warned of it: tell your administrator the reference.',
  gone: 'The conversation is gone, or Casekeeper was removed from it.',
  'too-long': 'Teams did not take it for too long.',
  'no-card': 'No card can be made of it: tell your administrator the reference.',
  'no-case': 'Its case, request, report or plan is not there: tell your administrator the reference.',
};

function rowOf(notification: UndeliveredNotification, { directory }: CommandContext): ListRow {
  const { id, of, says, state, waitedMs, reference } = notification;
  return {
    title: `${of} · ${says ?? 'In quarantine'}`,
    subtitle: whyOf(notification),
    facts: [
      ...(says === undefined ? [] : [`For ${addressee(notification, directory)}`]),
      `waits ${spanText(waitedMs)}`,
      ...(reference === undefined ? [] : [`reference ${reference}`]),
    ],
    tone: state === 'dead' ? 'attention' : 'warning',
    button: button(says === undefined ? 'Try again' : 'Send again', 'notices.list', { again: id }),
  };
}

function whyOf({ state, why, to }: UndeliveredNotification): string {
  if (state === 'dead') return why === undefined ? 'Given up.' : WHY[why];
  return to.kind === 'group'
    ? `Casekeeper knows no channel of the group that it can post to: type connect ${to.group} in one, and it is sent.`
    : 'The person has not met Casekeeper yet: once they write to it, it is sent.';
}

function addressee({ to }: UndeliveredNotification, directory: Directory): string {
  switch (to.kind) {
    case 'group':
      return directory.group(to.group)?.name ?? to.group;
    case 'person':
      return directory.person(to.person)?.name ?? 'someone who left';
    case 'conversation':
      return 'the conversation that ordered it';
    case 'posts':
      return 'a card that stands in a conversation';
    case 'customer':
      return 'the customer';
  }
}
