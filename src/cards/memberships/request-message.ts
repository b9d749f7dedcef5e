import type { MembershipRequest } from '../../domain/memberships/membership';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { ValueOf } from '../shared/presented';
import { actorName, groupName } from '../shared/names';

const personName = ({ person, name }: MembershipRequest, context: DomainContext): string =>
  context.directory.person(person)?.name ?? name;

/** "Kim Lee asks to join Aviation Level 2" */
export const askText = (request: MembershipRequest, context: DomainContext): string =>
  `${personName(request, context)} asks to join ${groupName(request.group, context)}`;

/** A request as a gatekeeper or supervisor sees it: Approve and Decline while it is open, then who answered it and how. */
export function requestMessage(request: MembershipRequest, context: DomainContext): ValueOf<'message'> {
  const { id, answer } = request;
  const asks = askText(request, context);
  const known = context.directory.person(request.person);
  const whence =
    known === undefined
      ? "Not in the directory yet; this is their name in Teams. If you approve, they're added."
      : `In the directory with ${known.email === '' ? 'no email address' : known.email}.`;
  if (answer === undefined)
    return {
      card: 'message',
      tone: 'warning',
      title: `${id}: ${asks}`,
      text: `${whence}\nIf you approve, they can work the group's cases as an agent.`,
      buttons: [
        { title: 'Approve', verb: 'groups.approve', data: { request: id } },
        { title: 'Decline', verb: 'groups.decline', data: { request: id } },
      ],
    };
  return {
    card: 'message',
    tone: 'plain',
    title: `${id}: ${asks}`,
    text: `${actorName(answer.by, context)} ${answer.how} it.${answer.reason === undefined ? '' : `\nReason: ${answer.reason}`}`,
    buttons: [],
  };
}

/** The answer, for the person who asked. */
export function answerMessage(
  { answer, group }: MembershipRequest,
  context: DomainContext,
): ValueOf<'message'> {
  const name = groupName(group, context);
  if (answer === undefined) throw new Error('A membership request without an answer has nothing to deliver');
  const by = actorName(answer.by, context);
  if (answer.how === 'declined')
    return {
      card: 'message',
      tone: 'attention',
      title: `Your request to join ${name} was declined`,
      text: `${by} declined it.\nReason: ${answer.reason ?? ''}`,
      buttons: [{ title: 'Groups', verb: 'groups.list', data: {} }],
    };
  return {
    card: 'message',
    tone: 'good',
    title: `You are now an agent of ${name}`,
    text: `${by} approved your request.`,
    buttons: [
      { title: 'Queue', verb: 'cases.queue', data: { group } },
      { title: 'Make it my primary group', verb: 'groups.primary', data: { group } },
    ],
  };
}
