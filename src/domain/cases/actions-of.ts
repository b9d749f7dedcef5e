import { interimStanding } from './clocks/interim-owed';
import { waitingSince } from './clocks/waiting-since';
import type { CaseAction } from './permissions';
import type { Case } from './case';
import { hasRoomFor } from './case-size';
import { parToJudge } from './pars/par-record';
import { messageToResend } from './messages/customer-email';

/**
 * What state and level allow, whoever looks, the most useful first, and what its record has room for. A closed case allows
 * nothing but to send a message again whose email was refused or not sent, and to be reopened.
 */
export const actionsOf = (subject: Case): readonly CaseAction[] =>
  allowedNow(subject).filter((action) => hasRoomFor(action, subject));

function allowedNow(subject: Case): readonly CaseAction[] {
  const again: readonly CaseAction[] = messageToResend(subject) === undefined ? [] : ['case.resend'];
  switch (subject.state) {
    case 'closed':
      return [...again, 'case.reopen'];
    case 'resolved':
      return [
        ...again,
        ...(subject.closingAsked === undefined ? [] : (['case.approve', 'case.decline'] as const)),
        'case.close',
        'case.note',
        'case.reopen',
        'case.attach',
        'case.acknowledge',
        'case.link',
        'case.correct',
      ];
    case 'new':
    case 'in-progress':
    case 'pending-dla-response':
      return [...again, ...openActions(subject)];
  }
}

function openActions(subject: Case): readonly CaseAction[] {
  const first: readonly CaseAction[] = subject.assignee === undefined ? ['case.claim', 'case.assign'] : [];
  const answer: readonly CaseAction[] = subject.state === 'pending-dla-response' ? ['case.dc-answer'] : [];
  // Whether a clock is missed, the clocks say: see `possibleFor`.
  const ask: readonly CaseAction[] = subject.level === 3 ? ['case.ask-supervisors', 'case.recall'] : [];
  return [
    ...first,
    ...answer,
    ...workAt(subject),
    'case.note',
    ...furtherParWork(subject),
    ...ask,
    'case.attach',
    'case.acknowledge',
    'case.link',
    'case.correct',
  ];
}

function workAt(subject: Case): readonly CaseAction[] {
  const assigned = subject.assignee !== undefined;
  const forward: readonly CaseAction[] = assigned ? ['case.escalate', 'case.resolve'] : [];
  switch (subject.level) {
    case 1:
      return forward;
    case 2:
      return [...messageToCustomer(subject), ...openParWork(subject), ...forward];
    case 3:
      // Level 2 keeps the customer informed through the life of the case (rule CK-2), and follows its PAR up (CK-8).
      return [
        'case.update',
        'case.respond',
        'case.refer-back',
        ...messageToCustomer(subject),
        ...openParWork(subject),
      ];
  }
}

/** The open PAR is followed up by Level 2, and judged or withdrawn there (rules CK-8, CK-9, CL-8). */
function openParWork({ openPar, level }: Case): readonly CaseAction[] {
  if (openPar === undefined) return [];
  return level === 2 ? ['case.par-done', 'case.par-follow-up', 'case.par-withdraw'] : ['case.par-follow-up'];
}

/** Reassigning, and a PAR at Level 2: one at a time; an answer may still be found inadequate (rule CL-4). */
function furtherParWork({ openPar, pars, level }: Case): readonly CaseAction[] {
  if (level !== 2 || openPar !== undefined) return ['case.reassign'];
  const answered = parToJudge(pars) !== undefined;
  return answered ? ['case.par-done', 'case.reassign', 'case.par'] : ['case.par', 'case.reassign'];
}

/**
 * The interim response while it is owed: not after a status that met it, nor after a reopening (rules CK-1, CK-4). One that
 * was written and did not reach the customer is sent again, not written anew. Without external contact no customer waits.
 */
function messageToCustomer(subject: Case): readonly CaseAction[] {
  if (!subject.details.externalContact) return [];
  const since = waitingSince(subject.timeline) ?? 0;
  const written = subject.timeline.some(({ kind, at }) => kind === 'interim-sent' && at >= since);
  const isOwed = !written && interimStanding(subject) === 'owed';
  return isOwed ? ['case.interim', 'case.status'] : ['case.status'];
}
