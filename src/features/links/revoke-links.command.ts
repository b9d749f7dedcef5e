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

/** When it was done last, and by whom. */
async function lastTime({ links, directory }: CommandContext): Promise<string> {
  const last = await links.lastRevoked();
  if (last === undefined) return '';
  const by = directory.person(last.by)?.name ?? 'someone who is no longer in the directory';
  return `\nLast done ${instantIn(DEFAULT_ZONE, last.at)} by ${by}.`;
}

/** Revokes every link of surveys and reports that was given out, once this was confirmed, by a new secret (rule CL-7). */
export const revokeLinksCommand: Command<Readonly<Record<string, string>>> = {
  verb: VERB,
  title: TITLE,
  area: 'Operation',
  typed: {
    words: ['revoke all links', 'revoke links'],
    usage: 'revoke links',
    summary: 'Program office: withdraws all links of surveys and reports, after a confirmation.',
    example: 'revoke links',
    hint: 'Customers who were asked by e-mail can no longer answer by that e-mail; its page says so politely.',
    read: () => ({}),
  },
  schema: sentInput,
  form: async (_given, context) => {
    const denied = linksPrecondition(context.actor);
    if (denied !== undefined) return denied;
    return {
      title: 'Revoke all links?',
      intro: `Every link to a survey or a report that was sent or shown before stops working at once, and its page says why. This cannot be undone. Links that are sent from then on work. Do this if links or the database got into the wrong hands.${await lastTime(context)}`,
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
      text: 'Links that were sent before no longer work; their pages say so and what to do. New reports and surveys get links that work.',
      buttons: [button('Reports', 'report.list')],
    });
  },
};
