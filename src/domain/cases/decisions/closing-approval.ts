import type { Person } from '../../directory/directory';
import type { DomainContext } from '../../kernel/domain-context';
import type { Case } from '../case';
import { calendarDaysBetween } from '../../calendar/calendar-days';
import { todayFor } from '../../kernel/text/date-range';
import type { Level3Response } from '../level-3/level-3-response';

/** Whether somebody can only ask for the closing: the lead time is long and they are no supervisor (rule CL-5). */
export const asksToClose = (subject: Case, by: Person, context: DomainContext): boolean =>
  closingApproval(subject, by, context).asks;

/** Whether asking for the closing could not be granted: it was asked for already, or there is no supervisor to ask. */
export function asksInVain(subject: Case, by: Person, context: DomainContext): boolean {
  const { asks, supervisors } = closingApproval(subject, by, context);
  return asks && (subject.closingAsked !== undefined || supervisors.length === 0);
}

/** Whether closing has to be asked for, of whom, and until when the customer waits (rule CL-5). */
export function closingApproval(subject: Case, by: Person, context: DomainContext) {
  const until = longLeadOf(subject, context);
  const supervisors = context.directory.group(subject.group)?.supervisors ?? [];
  return { until, supervisors, asks: until !== undefined && !supervisors.includes(by.id) };
}

/** Resolutions after which the customer waits for no delivery: what Level 3 said before no longer counts. */
const NOTHING_TO_WAIT_FOR = ['proof-of-delivery', 'catalog', 'not-procurable'];

/**
 * The date until which the customer waits, where it is more than `longLeadDays` calendar days from now (rule CL-5). It is
 * the date of the resolution now given; where that gives none, the one of Level 3's latest response.
 */
export function longLeadOf(subject: Case, context: DomainContext): string | undefined {
  const response = subject.timeline.findLast((entry) => entry.kind === 'responded')?.response;
  // What Level 1 answers by itself needs nobody's approval: the rule is Level 2's.
  const resolution = subject.timeline.findLast((entry) => entry.kind === 'resolved');
  const given = subject.level === 1 ? undefined : resolution?.date;
  const settled = NOTHING_TO_WAIT_FOR.includes(resolution?.resolution ?? '');
  const date = given ?? (response === undefined || settled ? undefined : dateOf(response));
  if (date === undefined) return undefined;
  const { longLeadDays } = context.policies.at(subject.openedAt);
  return calendarDaysBetween(todayFor(subject, context), date) > longLeadDays ? date : undefined;
}

/** The date until which a response of Level 3 lets the customer wait. */
function dateOf(response: Level3Response): string | undefined {
  switch (response.kind) {
    case 'delay':
      return response.until;
    case 'award':
      return response.deliveryDate;
    case 'engineering-support':
      return response.completionDate;
    // What was done is past: nobody waits for that date.
    case 'action-taken':
    case 'information':
    case 'not-possible':
    case 'not-procurable':
    case 'pr-cancelled':
      return undefined;
  }
}
