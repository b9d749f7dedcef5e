import type { Entry } from '../kernel/entry';
import { saysNothing, saysSomething } from '../kernel/text/says-something';
import { readLine, TEXT_LIMITS } from '../kernel/text/typed-text';
import { faulty, no, ok, refusal, type Refusal, type Result } from '../kernel/refusal';
import type { Directory, Group, Person, PersonId } from '../directory/directory';
import { answersRequests, whoAnswers } from '../directory/who-runs';
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

/** A person asks to join an assignment group (rule AC-3). `id` is MR and a number; answered once. */
export interface MembershipRequest {
  readonly id: string;
  readonly person: PersonId;
  /** As the directory has it, or as Teams does for who is not in it. */
  readonly name: string;
  readonly group: string;
  readonly askedAt: number;
  readonly cause: string;
  readonly answer?: MembershipAnswer;
  readonly timeline: readonly Entry<MembershipEvent>[];
}

/** What happens to a request. */
export type MembershipEvent =
  | { readonly kind: 'asked'; readonly name: string; readonly group: string }
  | { readonly kind: 'approved' }
  | { readonly kind: 'declined'; readonly reason: string };

const SAY_WHY = 'Explain why, so that the person knows what to do.';

/** Why a person cannot ask for this group: they belong to it. */
export const mayAsk = (by: Person, group: Group): Refusal | undefined =>
  isMemberOf(group, by.id) ? refusal('already-member', { group: group.name }) : undefined;

/** What is kept of a request for membership. */
export const askMembership = (by: Person, { key }: Group): MembershipEvent => ({
  kind: 'asked',
  name: by.name === '' ? 'Someone without a name in Teams' : by.name,
  group: key,
});

/** Whether the person may answer the request; who could is said. An answered one is refused with who was quicker. */
export function mayAnswer(request: MembershipRequest, by: Person, directory: Directory): Result<Group> {
  const group = directory.group(request.group);
  if (group === undefined) return no(refusal('no-such-group', { group: request.group }));
  if (!answersRequests(by, group))
    return no(
      refusal('not-permitted', {
        action: `Request ${request.id}`,
        who: whoAnswers(group, directory),
      }),
    );
  const { answer } = request;
  if (answer === undefined) return ok(group);
  const who = directory.person(answer.by)?.name ?? 'someone else';
  return no(refusal('request-answered', { request: request.id, how: answer.how, who }));
}

/** Approves (`reason` absent) or declines a request. A reason is one line of 250 characters. */
export function answerMembership(
  request: MembershipRequest,
  how: 'approved' | 'declined',
  typedReason: string,
  by: Person,
  directory: Directory,
): Result<readonly MembershipEvent[]> {
  const may = mayAnswer(request, by, directory);
  if (!may.ok) return may;
  const reason = readLine('The reason', typedReason, TEXT_LIMITS.line);
  if (!reason.ok) return no(faulty([{ field: 'reason', message: reason.message }]));
  if (how === 'declined' && reason.value === '') return no(faulty([{ field: 'reason', message: SAY_WHY }]));
  if (how === 'declined' && !saysSomething(reason.value))
    return no(faulty([{ field: 'reason', message: saysNothing(reason.value, SAY_WHY) }]));
  return ok([how === 'approved' ? { kind: 'approved' } : { kind: 'declined', reason: reason.value }]);
}

/** Whom an approval admits: the person of the directory, or who asked by the name that Teams gave. */
export const admittedBy = ({ person, name }: MembershipRequest, directory: Directory): Person =>
  directory.person(person) ?? { id: person, name, email: '', roles: [] };
