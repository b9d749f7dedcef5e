import { z } from 'zod/v4';
import { answerRequest } from './answer-request';
import type { Command } from '../../commands/command';
import { requestNumber, requestThen } from '../../commands/request-number';
import { whichRequest } from './which-request';

/** Approves a membership request: the person becomes an agent of the group (rule AC-3). */
export const approveRequestCommand: Command<{ request: string }> = {
  verb: 'groups.approve',
  title: 'Approve',
  area: 'Groups',
  typed: {
    words: ['approve request'],
    usage: 'approve request MR1',
    summary: 'Approves a membership request. The person becomes an agent of the group.',
    example: 'approve request MR12',
    read: requestThen(),
  },
  schema: z.object({ request: requestNumber }),
  // An approval is given from the request, which says who asks.
  form: (given, context) =>
    whichRequest({ verb: 'groups.approve', title: 'Approve', opens: 'groups.requests' }, given, context),
  run: ({ request }, context) => answerRequest(request, 'approved', '', context),
};
