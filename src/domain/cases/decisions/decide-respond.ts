import { calendarDaysBetween } from '../../calendar/calendar-days';
import { readDate, todayFor } from '../../kernel/text/date-range';
import { askedOfLevel3 } from '../escalation/last-escalation';
import type { DomainContext } from '../../kernel/domain-context';
import type { Case } from '../case';
import { requireLevelTwo } from './decide-refer-back';
import { caseDecision, happens } from '../decision';
import { RESPONSES, responseNames, responsesTo, type ResponseKind } from '../level-3/responses';
import type { Level3Response } from '../level-3/level-3-response';
import type { CaseEvent } from '../timeline';
import type { TypedForm } from '../../kernel/text/typed-form';

/**
 * Level 3's response (rule L3-5, DLAM 3000.05 E5 2.d), of those that its direction has. It returns the case to Level 2,
 * except a pre-award delay of at most `longLeadDays` calendar days (exactly 45 stays), which stays with Level 3 until the
 * award. What answers an open PAR for good completes it. Fields: `kind`, `date` where the response needs one, and `text`.
 */
export const decideRespond = caseDecision('case.respond', (subject, form, by, context) => {
  const response = readResponse(form, subject, context);
  const read = form.complete({ response });
  if (!read.ok) return read;
  const given = read.value.response;
  if (staysWithLevel3(given, subject, context)) return happens({ kind: 'responded', response: given });
  const to = requireLevelTwo(subject, context.directory);
  if (!to.ok) return to;
  const responded: CaseEvent = { kind: 'responded', response: given, ...to.value };
  if (subject.openPar === undefined || !completesPar(given, subject)) return happens(responded);
  const { number } = subject.openPar;
  return happens(responded, { kind: 'par-completed', number, adequate: true, text: given.text });
});

/** "Until the award" is said of pre-award cases alone: any other delay goes back to Level 2, which tells the customer. */
function staysWithLevel3(response: Level3Response, subject: Case, context: DomainContext): boolean {
  if (response.kind !== 'delay' || askedOfLevel3(subject) !== 'pre-award') return false;
  const { longLeadDays } = context.policies.at(subject.openedAt);
  return calendarDaysBetween(todayFor(subject, context), response.until) <= longLeadDays;
}

/** A delay and the Engineering Support Activity leave the PAR open; a site issue is none of the PAR's. */
const completesPar = ({ kind }: Pick<Level3Response, 'kind'>, subject: Case): boolean =>
  kind !== 'delay' && kind !== 'engineering-support' && askedOfLevel3(subject) !== 'distribution-center';

function readResponse(form: TypedForm, subject: Case, context: DomainContext): Level3Response | undefined {
  const kinds = responsesTo(subject);
  const chosen = form.requiredChoice('kind', 'The response', responseNames(kinds));
  const kind = kinds.find((each) => each === chosen);
  const missing = kind === undefined ? 'Write what Level 2 can tell the customer.' : RESPONSES[kind].missing;
  const text = form.requiredText('text', 'The response', missing);
  const date = kind === undefined ? undefined : readResponseDate(form, kind, subject, context);
  if (kind === undefined || text === undefined) return undefined;
  switch (kind) {
    case 'not-procurable':
    case 'pr-cancelled':
    case 'information':
    case 'not-possible':
      return { kind, text };
    case 'engineering-support':
      return date === undefined ? undefined : { kind, completionDate: date, text };
    case 'award':
      return date === undefined ? undefined : { kind, deliveryDate: date, text };
    case 'delay':
      return date === undefined ? undefined : { kind, until: date, text };
    case 'action-taken':
      return date === undefined ? undefined : { kind, takenOn: date, text };
  }
}

function readResponseDate(
  form: TypedForm,
  kind: ResponseKind,
  subject: Case,
  context: DomainContext,
): string | undefined {
  const needed = RESPONSES[kind].date;
  if (needed === undefined) return undefined;
  const dates = needed.range(subject, context);
  return form.required(
    'date',
    `Enter the ${needed.name}, from ${dates.min} to ${dates.max}.`,
    readDate(dates),
  );
}
