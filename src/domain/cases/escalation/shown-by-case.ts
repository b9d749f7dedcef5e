import type { Case } from '../case';
import { instantIn } from '../../kernel/text/iso-date';
import { customerMessages } from '../clocks/customer-messages';
import { handoverOf, stepsOf } from '../clocks/steps';
import type { Person } from '../../directory/directory';
import type { DomainContext } from '../../kernel/domain-context';

/** What a case itself shows of an item of its checklist: how it is met, or what is lacking and how to get it. */
export type Shown =
  { readonly met: true; readonly finding: string } | { readonly met: false; readonly lacking: string };

type Show = (subject: Case, by: Person, context: DomainContext) => Shown;

/** Items that are read from the case and asked of nobody: words would not stand in for them (rules ES-3 a and c, ES-12). */
const SHOWN: Readonly<Partial<Record<string, Show>>> = {
  'assigned-to-self': assignment,
  'interim-response': interimResponse,
};

/** What the case shows of an item of a checklist; undefined for one that the agent is asked for. */
export const shownByCase = (
  item: string,
  subject: Case,
  by: Person,
  context: DomainContext,
): Shown | undefined => SHOWN[item]?.(subject, by, context);

function assignment(subject: Case, by: Person, context: DomainContext): Shown {
  const { assignee, number } = subject;
  const name = context.directory.person(assignee ?? '')?.name ?? assignee ?? 'nobody';
  if (assignee !== by.id) {
    const lacking = `The case is assigned to ${name}. Let them escalate it, or reassign it to yourself first: reassign ${number}.`;
    return { met: false, lacking };
  }
  const since = handoverOf(stepsOf(subject))?.entry.at ?? subject.openedAt;
  return { met: true, finding: `${name}, since ${instantOf(since, subject, context)}` };
}

/** A status that is sent first says what an interim response does; what the mail server refused informs nobody (rule CK-1). */
function interimResponse(subject: Case, _by: Person, context: DomainContext): Shown {
  const { timeline, number, details } = subject;
  const words = customerMessages(timeline);
  const sent = timeline.find((entry) => words.has(entry, ['interim-sent', 'status-sent']));
  if (sent !== undefined) return { met: true, finding: `Sent ${instantOf(sent.at, subject, context)}` };
  if (!details.externalContact) return { met: true, finding: 'No customer is waiting for one' };
  const refused = timeline.some(({ kind }) => kind === 'interim-sent');
  const lacking = refused
    ? `The email with the interim response was rejected or not sent. Send it again first: resend ${number}.`
    : `No interim response was sent to the customer. Send it first: interim ${number}.`;
  return { met: false, lacking };
}

/** An instant in the zone of the group that holds the case. */
const instantOf = (at: number, { group }: Case, { calendars }: DomainContext): string =>
  instantIn(calendars.ofGroup(group).zone, at);
