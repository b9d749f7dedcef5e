import type { RequestNotice } from './request-notice';
import { saysNothing, saysSomething } from '../kernel/text/says-something';
import { readLine, TEXT_LIMITS } from '../kernel/text/typed-text';
import { faulty, refusal } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { no, ok, type Result } from '../kernel/result';
import type { Directory, Group, Person, PersonId } from '../directory/directory';
import { answerersOf, answersRequests, whoAnswers } from '../directory/who-runs';
import { isMemberOf } from '../directory/members/group-timeline';

/** How a request was answered; `reason` where it was declined. */
export interface MembershipAnswer {
  readonly how: 'approved' | 'declined';
  readonly by: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly cause: string;
  readonly reason?: string;
}

/** A person asks to belong to an assignment group (rule AC-3). `id` is MR and a number; answered once. */
export interface MembershipRequest {
  readonly id: string;
  readonly person: PersonId;
  /** As the directory has it, or as Teams does for who is not in it. */
  readonly name: string;
  readonly group: string;
  readonly askedAt: number;
  readonly cause: string;
  readonly answer?: MembershipAnswer;
}

/** A request as it is to be saved, with the notices that the change makes, in one write. */
export interface MembershipChange {
  readonly request: MembershipRequest;
  readonly notices: readonly RequestNotice[];
}

interface Act {
  readonly at: number;
  readonly cause: string;
}

const SAY_WHY = 'Say why, so that the person knows what to do.';

/** Why a person cannot ask for this group: they belong to it. */
export const mayAsk = (by: Person, group: Group): Refusal | undefined =>
  isMemberOf(group, by.id) ? refusal('already-member', { group: group.name }) : undefined;

/** Asks for membership: those who may answer are told, each in their own chat, and the group's channel. */
export function askMembership(
  id: string,
  by: Person,
  group: Group,
  { at, cause }: Act,
  directory: Directory,
): MembershipChange {
  const name = by.name === '' ? 'Someone without a name in Teams' : by.name;
  const request = { id, person: by.id, name, group: group.key, askedAt: at, cause };
  const told: RequestNotice['to'][] = answerersOf(group, directory)
    .filter((person) => person.id !== by.id)
    .map((person) => ({ kind: 'person', person: person.id }));
  const notices = [...told, { kind: 'group', group: group.key } as const].map((to): RequestNotice =>
    noticeOf('asked', id, to, at),
  );
  return { request, notices };
}

/** Whether the person may answer the request; who could is said. An answered one is refused with who was quicker. */
export function mayAnswer(request: MembershipRequest, by: Person, directory: Directory): Result<Group> {
  const group = directory.group(request.group);
  if (group === undefined) return no(refusal('no-such-group', { group: request.group }));
  if (!answersRequests(by, group))
    return no(refusal('not-permitted', { action: 'This request', who: whoAnswers(group, directory) }));
  const { answer } = request;
  if (answer === undefined) return ok(group);
  const who = directory.person(answer.by)?.name ?? 'someone else';
  return no(refusal('request-answered', { request: request.id, how: answer.how, who }));
}

/** Approves (`reason` absent) or declines a request; who asked is told. A reason is one line of 250 characters. */
export function answerMembership(
  request: MembershipRequest,
  how: 'approved' | 'declined',
  typedReason: string,
  by: Person,
  { at, cause }: Act,
  directory: Directory,
): Result<MembershipChange> {
  const may = mayAnswer(request, by, directory);
  if (!may.ok) return may;
  const reason = readLine('The reason', typedReason, TEXT_LIMITS.line);
  if (!reason.ok) return no(faulty([{ field: 'reason', message: reason.message }]));
  if (how === 'declined' && reason.value === '') return no(faulty([{ field: 'reason', message: SAY_WHY }]));
  if (how === 'declined' && !saysSomething(reason.value))
    return no(faulty([{ field: 'reason', message: saysNothing(reason.value, SAY_WHY) }]));
  const said = how === 'declined' ? { reason: reason.value } : {};
  const answered = { ...request, answer: { how, by: by.id, at, cause, ...said } };
  const to = { kind: 'person', person: request.person } as const;
  return ok({ request: answered, notices: [noticeOf('answered', request.id, to, at)] });
}

/** Whom an approval admits: the person of the directory, or who asked by the name that Teams gave. */
export const admittedBy = ({ person, name }: MembershipRequest, directory: Directory): Person =>
  directory.person(person) ?? { id: person, name, email: '', roles: [] };

function noticeOf(
  subject: RequestNotice['subject'],
  request: string,
  to: RequestNotice['to'],
  madeAt: number,
): RequestNotice {
  const address = to.kind === 'group' ? `group:${to.group}` : `person:${to.person}`;
  return { id: `${request}/${subject}/${address}`, request, subject, to, madeAt };
}
