import { requestMessage } from '../../cards/memberships/request-message';
import { admittedBy, answerMembership } from '../../domain/memberships/membership';
import { refusal } from '../../domain/kernel/refusal';
import { refuse, reply } from '../../commands/command';
import type { CommandContext, Outcome } from '../../commands/command';

// A request is changed by its answer and once by the relay, which takes its notices off.
const TRIES = 4;

/**
 * Answers a membership request: of two people at once one decides and the other reads who. An approval that is saved
 * is in the directory at once; were it not for a fault, the relay makes up for it before the person is told.
 */
export async function answerRequest(
  id: string,
  how: 'approved' | 'declined',
  reason: string,
  context: CommandContext,
): Promise<Outcome> {
  const { actor, cause, directory, directories, memberships, now: at } = context;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const saved = await memberships.get(id);
    if (saved === undefined) return refuse(refusal('no-such-request', { request: id }));
    const { answer } = saved.request;
    // The same person's second press, of this card or of another: what they decided is the answer (rule CA-11).
    if (answer?.cause === cause || (answer?.by === actor.id && answer.how === how))
      return reply(requestMessage(saved.request, context));
    const decided = answerMembership(saved.request, how, reason, actor, { at, cause }, directory);
    if (!decided.ok) return refuse(decided.refusal);
    if (!(await memberships.save(saved.version, decided.value))) continue;
    const { request } = decided.value;
    if (how === 'approved') {
      const act = { by: actor.id, at, cause, request: id };
      await directories.admit(admittedBy(request, directory), request.group, act);
    }
    context.saved?.(id);
    return reply(requestMessage(request, context));
  }
  throw new Error(`The answer to ${id} could not be saved in ${TRIES} tries`);
}
