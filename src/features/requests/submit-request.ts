import { isDeepStrictEqual } from 'node:util';
import { insertCase, similarTo } from '../../commands/cases/insert-case';
import { problemOf, type Problem } from '../../ports/problem';
import type { Case } from '../../domain/cases/case';
import { decideSubmit } from '../../domain/cases/decisions/decide-submit';
import { systemActor, type SystemName } from '../../domain/directory/customer-system';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { CustomerRepository } from '../../ports/customers';
import { unlessUnreadable } from '../../ports/unreadable-record';
import type { CaseRepository } from '../../ports/cases';
import { IDEMPOTENCY_KEY } from './openapi';
import { digestOf } from './request-digest';
import { allFaults, readRequest } from './read-request';

/** What a customer's system sends: who it is by its key, its idempotency key, and a body that may be anything. */
interface Submission {
  readonly system: SystemName;
  readonly idempotencyKey: string;
  readonly body: unknown;
}

/** What submitting may use beside the context. */
interface Services extends DomainContext {
  readonly cases: CaseRepository;
  readonly customers: CustomerRepository;
  /** Called when a case was opened, so its notifications are sent right away. */
  readonly saved: (number: string) => void;
}

/** A case as its system may see it: not who works it, and no other customer's cases. */
interface SubmittedCase {
  readonly number: string;
  readonly state: Case['state'];
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** Open cases of the same system that looked the same when it was opened (rule CA-3). */
  readonly similar: readonly string[];
}

/** `created` is false if the same request was sent before. */
type Submitted =
  | { readonly ok: true; readonly created: boolean; readonly case: SubmittedCase }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Opens a case for a Supply Assistance Request (rules CA-1, CA-3, ES-6). The same idempotency key again gives the same
 * case, and another request under it is refused. Similar cases don't stop it: they are returned to the
 * system if they are its own, and are in the case's history for the people working it.
 */
export async function submitRequest(sent: Submission, services: Services): Promise<Submitted> {
  const { cases } = services;
  if (!IDEMPOTENCY_KEY.test(sent.idempotencyKey)) return no(keyMissing);
  const cause = `api:${sent.system}:${sent.idempotencyKey}`;
  const before = await cases.ofCause(cause);
  if (before !== undefined) return answerAgain(before.state, sent, services);
  const read = readRequest(sent.body, services.policies.at(services.now));
  const decided = decideSubmit(read.typed, services);
  const all = allFaults(read, decided.ok ? [] : decided.refusal.faults);
  if (all.length > 0 || !decided.ok) return no(faultyRequest(all));

  const { details } = decided.value;
  const alike = (await similarTo(details, cases)).filter(({ timeline }) => timeline[0]?.cause !== cause);
  const holder = details.pr === undefined ? undefined : alike.find((one) => one.details.pr === details.pr);
  if (holder !== undefined) return no(prAlreadyOpen(holder, sent.system));

  const linkedTo = alike.map(({ number }) => number);
  const requestDigest = digestOf(sent.body);
  const opened = { ...decided.value, requestDigest, ...(linkedTo.length === 0 ? {} : { linkedTo }) };
  const by = systemActor(sent.system);
  // Rule AC-1: the customer first. If creating the case then fails, a customer without a case does no harm.
  await services.customers.record(details.account, details.contact, { by, at: services.now, cause });
  const inserted = await insertCase([opened], { by, cause }, services, cases);
  switch (inserted.kind) {
    case 'made':
      services.saved(inserted.case.number);
      return answer(inserted.case, true, sent.system, cases);
    case 'before':
      return answerAgain(inserted.case, sent, services);
    case 'pr-already-open':
      return no(prAlreadyOpen((await cases.get(inserted.holder))?.state, sent.system));
  }
}

/**
 * A key that made a case before: the case as it is now, where the request is the one that made it. What was right when it
 * came is not judged again: a reason or a group may have gone since.
 */
async function answerAgain(
  before: Case,
  { system, body }: Submission,
  services: Services,
): Promise<Submitted> {
  const [first] = before.timeline;
  const digest = first?.kind === 'opened' ? first.requestDigest : undefined;
  const isSame = digest === digestOf(body) || saysTheSame(body, before, services);
  return isSame ? answer(before, false, system, services.cases) : no(keyReused);
}

/** Whether a body says what the case was opened with, written otherwise; cases of before digests were kept have this alone. */
function saysTheSame(body: unknown, { openedAt, timeline: [first] }: Case, services: Services): boolean {
  const { typed, faults } = readRequest(body, services.policies.at(openedAt));
  const decided = decideSubmit(typed, { ...services, now: openedAt });
  const details = first?.kind === 'opened' ? first.details : undefined;
  return faults.length === 0 && decided.ok && isDeepStrictEqual(decided.value.details, details);
}

/** A case for the system that submitted it; any other is not there for it. */
export async function showSubmitted(
  system: SystemName,
  number: string,
  cases: CaseRepository,
): Promise<SubmittedCase | undefined> {
  const found = (await cases.get(number))?.state;
  return found === undefined || !isOf(found, system) ? undefined : seenBy(system, found, cases);
}

const isOf = (one: Case, system: SystemName): boolean => one.openedBy === systemActor(system);

const answer = async (made: Case, created: boolean, system: SystemName, cases: CaseRepository) =>
  ({ ok: true, created, case: await seenBy(system, made, cases) }) as const;

async function seenBy(system: SystemName, seen: Case, cases: CaseRepository): Promise<SubmittedCase> {
  const [first] = seen.timeline;
  const linked = first?.kind === 'opened' ? (first.linkedTo ?? []) : [];
  const found = await Promise.all(linked.map((number) => unlessUnreadable(cases.get(number))));
  const own = found.flatMap((one) =>
    one !== undefined && isOf(one.state, system) ? [one.state.number] : [],
  );
  const { number, state, openedAt } = seen;
  return { number, state, receivedAt: new Date(openedAt).toISOString(), similar: own };
}

const no = (problem: Problem): Submitted => ({ ok: false, problem });

const faultyRequest = (errors: NonNullable<Problem['errors']>): Problem =>
  problemOf(422, 'faulty-request', 'Some members are missing or not valid.', {
    detail:
      'Nothing was created. Correct what is listed in errors and send the request again with the same key.',
    errors,
  });

const keyMissing = problemOf(400, 'idempotency-key', 'Each request needs an Idempotency-Key.', {
  detail: 'Nothing was created. Send 1 to 128 visible ASCII characters, such as a UUID, in that header.',
});

const keyReused = problemOf(409, 'idempotency-key-reused', 'The key was used for another request.', {
  detail: 'Nothing was created. Use a different Idempotency-Key for each request.',
});

/** Only the system that submitted the case with the PR is told its number. */
function prAlreadyOpen(holder: Case | undefined, system: SystemName): Problem {
  const own = holder !== undefined && isOf(holder, system) ? holder.number : undefined;
  const where = own === undefined ? 'Another open case has' : `Your open case ${own} has`;
  const detail = `${where} this PR number. A PR can be on only one open case.`;
  return problemOf(409, 'pr-already-open', 'The PR is already on an open case.', {
    detail: `Nothing was created. ${detail}`,
    errors: [{ pointer: '#/pr', detail }],
    ...(own === undefined ? {} : { case: own }),
  });
}
