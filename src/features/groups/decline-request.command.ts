import { z } from 'zod/v4';
import { answerRequest } from './answer-request';
import type { Command } from '../../commands/command';
import { oneSection, sendOrCancel, text } from '../../commands/forms/fields';
import { required } from '../../commands/forms/inputs';
import { requestNumber, requestThen } from '../../commands/request-number';
import { mayAnswer } from '../../domain/memberships/membership';
import { refusal } from '../../domain/kernel/refusal';
import { whichRequest } from './which-request';

const WHY = 'Say why, so the person knows what to do.';

/** Declines a membership request, with a reason for the person (rule AC-3). */
export const declineRequestCommand: Command<{ request: string; reason: string }> = {
  verb: 'groups.decline',
  title: 'Decline',
  area: 'Groups',
  typed: {
    words: ['decline request'],
    usage: 'decline request MR1 <reason>',
    summary: 'Declines a membership request, with a reason.',
    example: 'decline request MR12 Please ask Distribution first.',
    freeText: 'reason',
    read: requestThen('reason'),
  },
  schema: z.object({ request: requestNumber, reason: required(WHY) }),
  form: async (given, context, reopening = false) => {
    const { actor, directory, memberships } = context;
    const id = requestNumber.safeParse(given['request']);
    if (!id.success)
      return whichRequest(
        { verb: 'groups.decline', title: 'Decline', opens: 'groups.decline' },
        given,
        context,
      );
    const saved = await memberships.get(id.data);
    if (saved === undefined) return refusal('no-such-request', { request: id.data });
    const may = mayAnswer(saved.state, actor, directory);
    if (!may.ok && !reopening) return may.refusal;
    return {
      title: `Decline ${saved.state.id}`,
      intro: `${directory.person(saved.state.person)?.name ?? saved.state.name} will see the reason.`,
      sections: oneSection(text(given, 'reason', 'Reason', { required: true, hint: WHY })),
      ...sendOrCancel('Decline', 'groups.decline', { request: saved.state.id }),
    };
  },
  run: ({ request, reason }, context) => answerRequest(request, 'declined', reason, context),
};
