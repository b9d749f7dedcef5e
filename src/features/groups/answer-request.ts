import { requestMessage } from '../../cards/memberships/request-message';
import { admittedBy, answerMembership } from '../../domain/memberships/membership';
import type { MembershipEvent, MembershipRequest } from '../../domain/memberships/membership';
import { membershipType } from '../../domain/memberships/membership-type';
import { ok, refusal, type Result } from '../../domain/kernel/refusal';
import { changeInTurn } from '../../commands/change-in-turn';
import { refuse, reply, type CommandContext, type Outcome } from '../../commands/command';

/**
 * Answers a membership request: of two people at once, one decides and the other is told who. A saved approval
 * is in the directory right away; if that fails, the relay repeats it before the person is notified.
 */
export async function answerRequest(
  id: string,
  how: 'approved' | 'declined',
  reason: string,
  context: CommandContext,
): Promise<Outcome> {
  const { actor, cause, directory, directories, memberships, now: at } = context;
  const kept = { type: membershipType, records: memberships };
  // The same person's second press, of this card or of another: what they decided is the answer (rule CA-11).
  const isTheirs = ({ answer }: MembershipRequest): boolean => answer?.by === actor.id && answer.how === how;
  const decide = (request: MembershipRequest): Result<readonly MembershipEvent[]> =>
    isTheirs(request) ? ok([]) : answerMembership(request, how, reason, actor, directory);
  const changed = await changeInTurn(kept, id, decide, context);
  if (changed.kind === 'missing') return refuse(refusal('no-such-request', { request: id }));
  if (changed.kind === 'refused') return refuse(changed.refusal);
  const request = changed.saved.state;
  if (changed.kind === 'changed' && how === 'approved') {
    const act = { by: actor.id, at, cause, request: id };
    await directories.admit(admittedBy(request, directory), request.group, act);
  }
  return reply(requestMessage(request, context));
}
