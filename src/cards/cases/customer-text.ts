import type { Case } from '../../domain/cases/case';
import type { RESOLUTIONS } from '../../domain/cases/decisions/decide-resolve';
import { greetingOf } from '../../domain/cases/messages/greeting';
import { emailClosing } from '../../domain/cases/messages/customer-email';
import { evolve } from '../../domain/cases/project-case';
import { isoDateIn } from '../../domain/calendar/calendar-days';
import { clocksOf } from '../../domain/cases/clocks/clocks-of';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { lastOpenBefore } from '../shared/time-text';
import { dateText } from '../../domain/kernel/text/iso-date';

// Suggested messages to the customer: the agent reads and edits them before they go. `said` is what the agent typed,
// which is used as the message's news.

/** The day by which the customer hears again: the next quality status of the case (rule CK-2), if one is owed. */
function nextMessageBy(current: Case, context: DomainContext): string | undefined {
  const next = clocksOf(current, context).find(
    ({ kind, state }) => kind === 'recurring-status' && state === 'running',
  );
  if (next === undefined) return undefined;
  const calendar = context.calendars.ofGroup(next.group);
  // A clock that ends at a closing midnight ends with the last day that counted, so no Sunday is promised (rule BT-2).
  return dateText(isoDateIn(calendar.zone, lastOpenBefore(next.dueAt, calendar)));
}

/** A message: its paragraphs between the greeting and the closing. */
function letter(
  current: Case,
  context: DomainContext,
  ...paragraphs: readonly (string | undefined)[]
): string {
  return [
    greetingOf(current.details.contact),
    '',
    ...paragraphs.filter((paragraph) => paragraph !== undefined),
    '',
    ...emailClosing(current.number),
    context.directory.group(speakerTo(current))?.name ?? 'Customer Support',
  ].join('\n');
}

/** The group that speaks to the customer: Level 2 of record does while Level 3 works the case (rule CK-2). */
const speakerTo = ({ level, level2OfRecord, group }: Case): string =>
  level === 3 ? (level2OfRecord?.group ?? group) : group;

/** An interim response: the case is being worked, and when the next message comes (rule CK-1, E4 2.g). */
export function interimText(current: Case, context: DomainContext, said?: string): string {
  const by = nextMessageBy(current, context);
  return letter(
    current,
    context,
    `Thank you for your inquiry. We registered it as case ${current.number} and are working on it.`,
    said,
    by === undefined
      ? 'You will receive a resolution or a status update as soon as there is one.'
      : `You will receive a resolution or a status update by ${by}.`,
  );
}

/** A status: Level 3's last update, and when the next status comes (rules CK-2, L3-4). */
export function statusText(current: Case, context: DomainContext, said?: string): string {
  const update = current.timeline.findLast((entry) => entry.kind === 'quality-update');
  const sent = { kind: 'status-sent', text: '', at: context.now, by: '', cause: '' } as const;
  // The next one counts from this one.
  const by = nextMessageBy(evolve(current, [sent]), context);
  const date = update?.dateKind === 'EAD' ? 'Estimated award date' : 'Estimated shipping date';
  return letter(
    current,
    context,
    `This is the status of your case ${current.number}. We are still working on it.`,
    said ?? update?.bluf,
    update === undefined || said !== undefined ? undefined : `${date}: ${dateText(update.date)}.`,
    by === undefined
      ? 'You will receive a resolution or the next status as soon as there is one.'
      : `You will receive a resolution or the next status by ${by}.`,
  );
}

/** What a resolution gave the customer, worded for them; the resolution notes are for staff. */
const GIVEN: Readonly<Record<keyof typeof RESOLUTIONS, string>> = {
  'delivery-date': 'We gave you the delivery date for your order.',
  'expedite-answer': 'We answered your request to expedite the order.',
  'proof-of-delivery': 'We gave you the proof of delivery you asked for.',
  catalog: 'We answered your question about the catalog.',
  'not-procurable': 'We cannot supply the item as ordered.',
  other: 'We gave you the information you asked for.',
};

/** The final resolution: what the customer was given, with its date (rules CL-1, CL-3). */
export function finalText(current: Case, context: DomainContext, said?: string): string {
  const resolved = current.timeline.findLast((entry) => entry.kind === 'resolved');
  const { [resolved?.resolution ?? 'other']: given = GIVEN.other } = GIVEN as Readonly<
    Record<string, string>
  >;
  return letter(
    current,
    context,
    `Your case ${current.number} is resolved.`,
    said ?? given,
    resolved?.date === undefined ? undefined : dateOf(resolved.resolution, resolved.date),
  );
}

const dateOf = (resolution: string | undefined, date: string): string =>
  resolution === 'delivery-date' || resolution === 'expedite-answer'
    ? `Expected delivery: ${dateText(date)}.`
    : `The date we gave you is ${dateText(date)}.`;
