import { refuse, replyDone, type Command, type CommandContext } from '../../commands/command';
import { button, sendOrCancel } from '../../commands/forms/fields';
import { sentInput } from '../../commands/forms/inputs';
import { instantIn } from '../../domain/kernel/text/iso-date';
import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import type { Person } from '../../domain/directory/directory';
import { refusal, type Refusal } from '../../domain/kernel/refusal';

const VERB = 'links.revoke';
const TITLE = 'Revoke links';

const linksPrecondition = ({ roles }: Person): Refusal | undefined =>
  roles.includes('program-office')
    ? undefined
    : refusal('not-permitted', { action: TITLE, who: 'the program office' });

/** When links were last revoked, and by whom. */
async function lastTime({ links, directory }: CommandContext): Promise<string> {
  const last = await links.lastRevoked();
  if (last === undefined) return '';
  const by = directory.person(last.by)?.name ?? 'someone who is no longer in the directory';
  return `\nLast revoked ${instantIn(DEFAULT_ZONE, last.at)} by ${by}.`;
}

/** Revokes every link to surveys and reports that was sent, once this was confirmed, with a new secret (rule CL-7). */
export const revokeLinksCommand: Command<Readonly<Record<string, string>>> = {
  verb: VERB,
  title: TITLE,
  area: 'Operation',
  typed: {
    words: ['revoke all links', 'revoke links'],
    usage: 'revoke links',
    summary: 'Program office: revokes all links to surveys and reports, after you confirm.',
    example: 'revoke links',
    hint: 'Customers who got a survey by email can no longer answer it. The survey page tells them so.',
    read: () => ({}),
  },
  schema: sentInput,
  form: async (_given, context) => {
    const denied = linksPrecondition(context.actor);
    if (denied !== undefined) return denied;
    return {
      title: 'Revoke all links?',
      intro: `Every survey or report link that was sent or shown before stops working right away, and its page says why. You can't undo this. New links will work. Do this if links or the database fell into the wrong hands.${await lastTime(context)}`,
      sections: [],
      ...sendOrCancel('Revoke all links', VERB),
    };
  },
  run: async (_input, { actor, cause, links, now }) => {
    const denied = linksPrecondition(actor);
    if (denied !== undefined) return refuse(denied);
    await links.revoke({ by: actor.id, at: now }, cause);
    return replyDone({
      title: 'All links are revoked',
      text: 'Links sent before no longer work. Their pages say so and explain what to do. New reports and surveys get working links.',
      buttons: [button('Reports', 'report.list')],
    });
  },
};
