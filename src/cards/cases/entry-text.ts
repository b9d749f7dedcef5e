import { STATE_NAMES } from '../../domain/cases/case';
import { parName } from '../../domain/cases/pars/par-name';
import type { Direction, Entry, EntryOf, Finding, Origin } from '../../domain/cases/timeline';
import { contactText } from '../../domain/customers/contact-record';
import type { PersonId } from '../../domain/directory/directory';
import { DEGREES } from '../../domain/cases/satisfaction/degree';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { clockName, clockNames } from './clock-text';
import { label, oneLine } from '../shared/escape-text';
import { correctionText } from './correction-text';
import { actorName, actorNames, groupName, levelName } from '../shared/names';
import { responseText } from './response-text';
import { instantText } from '../shared/time-text';
import { closedText, methodText } from './message-method-text';
import { dateText } from '../../domain/kernel/text/iso-date';

/** An entry of the timeline as text: what happened in one line, and what was written with it, line by line. */
export interface EntryWords {
  readonly what: string;
  readonly details: readonly string[];
  /** The details may have bold, italic, lists, and links as people type them. */
  readonly formatted?: true;
  readonly link?: { readonly url: string; readonly title?: string };
}

const ORIGINS: Readonly<Record<Origin, string>> = {
  'level-1': 'Created at Level 1',
  'level-2': 'Created at Level 2',
  'customer-system': "Submitted by the customer's system",
};

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  'level-1-to-2': 'Escalated to Level 2',
  'pre-award': 'Escalated to Level 3, pre-award',
  'post-award': 'Escalated to Level 3, post-award',
  'distribution-center': 'Escalated to Level 3, site issue for a Distribution Center',
};

const HOW = { claimed: 'Claimed by', assigned: 'Assigned to', taken: 'Taken by' } as const;

const said = (what: string, ...details: readonly (string | undefined)[]): EntryWords => ({
  what,
  details: details.filter((detail): detail is string => detail !== undefined && detail.trim() !== ''),
});

// What these found begins with an ISO date.
const DATED: ReadonlySet<string> = new Set(['latest-note', 'dateOfNeed']);

const findings = (of: readonly Finding[]): string[] =>
  of.map(({ item, label, finding }) => {
    const said = DATED.has(item) ? finding.replace(/^\d{4}-\d{2}-\d{2}/u, dateText) : finding;
    return `${label}: ${said}`;
  });

const holder = (group: string, to: string | undefined, context: DomainContext): string =>
  to === undefined ? groupName(group, context) : `${actorName(to, context)}, ${groupName(group, context)}`;

/** Why a case with a long lead time is closed, and what the customer can do instead (rule CL-5). */
const longLeadText = (
  longLead: { readonly reason: string; readonly alternative?: string } | undefined,
): readonly (string | undefined)[] => [
  longLead && `Reason for the customer: ${longLead.reason}`,
  longLead?.alternative === undefined ? undefined : `Alternative: ${longLead.alternative}`,
];

/** Which supervisors were notified (rule CL-4). */
const toldText = (
  supervisors: readonly PersonId[] | undefined,
  context: DomainContext,
): string | undefined =>
  supervisors === undefined || supervisors.length === 0
    ? undefined
    : `Notified: ${actorNames(supervisors, context)}`;

/** The text of each kind of event; times are in `zone`. */
const WORDS: {
  readonly [K in Entry['kind']]: (entry: EntryOf<K>, context: DomainContext, zone: string) => EntryWords;
} = {
  opened: (entry, context) =>
    said(
      `${ORIGINS[entry.origin]} for ${holder(entry.group, entry.assignee, context)}`,
      entry.linkedTo?.length ? `Related to ${entry.linkedTo.map(label).join(', ')}` : undefined,
    ),
  assigned: (entry, context) => said(`${HOW[entry.how]} ${actorName(entry.to, context)}`),
  reassigned: (entry, context) =>
    said(`Reassigned to ${holder(entry.group, entry.to, context)} (${levelName(entry.level)})`, entry.why),
  noted: (entry) => ({ ...said('Note', entry.text), formatted: true }),
  attached: (entry) => ({ ...said('Link attached'), link: entry }),
  escalated: (entry, context) =>
    said(
      `${DIRECTIONS[entry.direction]}: ${groupName(entry.group, context)}`,
      entry.action === '' ? undefined : `Action requested: ${entry.action}`,
      ...findings(entry.findings),
      ...findings(entry.justification),
      entry.par === undefined ? undefined : `${parName(entry.par.number)}, IPG ${entry.par.ipg}`,
      entry.distributionCenter === undefined ? undefined : `Waiting for ${entry.distributionCenter}`,
    ),
  'interim-sent': (entry, context) => said(`Interim response ${methodText(entry, context)}`, entry.text),
  'status-sent': (entry, context) => said(`Status ${methodText(entry, context)}`, entry.text),
  'quality-update': (entry) =>
    said(
      `Quality status update, ${entry.dateKind} ${dateText(entry.date)}`,
      `Bottom line: ${entry.bluf}`,
      entry.quotes === undefined ? undefined : `Quotes: ${entry.quotes}`,
    ),
  'referred-back': (entry, context) =>
    said(
      `Referred back to ${holder(entry.group, entry.to, context)}`,
      `Missing: ${entry.missing.join('; ')}`,
      entry.text,
    ),
  recalled: (entry, context) =>
    said(`Recalled from Level 3 to ${holder(entry.group, entry.to, context)}`, entry.why),
  responded: (entry, context) =>
    said(
      `Level 3 response: ${responseText(entry.response)}`,
      entry.response.text,
      entry.group === undefined
        ? 'Stays with Level 3'
        : `Returned to ${holder(entry.group, entry.to, context)}`,
    ),
  'par-submitted': (entry) =>
    said(
      `${label(parName(entry.par.number))} submitted, IPG ${entry.par.ipg}`,
      entry.references === undefined
        ? undefined
        : `References ${parName(entry.references)}, whose answer was inadequate`,
    ),
  'par-followed-up': (entry) => said(`${label(parName(entry.number))} followed up`, entry.text),
  'par-completed': (entry, context) =>
    said(
      `${label(parName(entry.number))} completed, answer ${entry.adequate ? 'adequate' : 'not adequate'}`,
      entry.text,
      toldText(entry.supervisors, context),
    ),
  'par-withdrawn': (entry, context) =>
    said(`${label(parName(entry.number))} withdrawn`, entry.why, toldText(entry.supervisors, context)),
  resolved: (entry) =>
    said(
      STATE_NAMES.resolved,
      entry.notes,
      entry.date === undefined ? undefined : `Date given to the customer: ${dateText(entry.date)}`,
    ),
  closed: (entry, context) => said(closedText(entry, context), entry.text, ...longLeadText(entry.longLead)),
  'closing-asked': (entry) =>
    said(
      `Approval to close requested: the customer will have to wait until ${dateText(entry.until)}`,
      entry.text,
      ...longLeadText(entry),
    ),
  'closing-declined': (entry) => said('Closing declined', entry.why),
  reopened: (entry) => said('Reopened', entry.why),
  'dc-answered': (entry) => said(`Answer from ${label(entry.center)}`, entry.text),
  'supervisors-asked': (entry, context) =>
    said(
      `Supervisors asked for help; Level 3 missed: ${clockNames(entry.clocks)}`,
      entry.text,
      `Asked: ${actorNames(entry.supervisors, context)}`,
    ),
  'clock-warned': (entry, context, zone) =>
    said(`Due soon: ${clockName(entry.clock)}`, `Due ${instantText(entry.dueAt, zone, context.now)}`),
  'clock-missed': (entry, context, zone) =>
    said(`Missed: ${clockName(entry.clock)}`, `It was due ${instantText(entry.dueAt, zone, context.now)}`),
  'assignee-left': (entry, context) =>
    said(
      `${actorName(entry.person, context)} left ${groupName(entry.group, context)}`,
      'The case has no assignee.',
    ),
  'word-repeated': (entry, context) => said(`Repeated message ${methodText(entry, context)}`, entry.text),
  'mail-sent': () => said('Email to the customer accepted by the mail server'),
  'mail-refused': (entry) =>
    said(
      entry.why === 'refused'
        ? 'Email to the customer rejected by the mail server'
        : "Email to the customer couldn't be sent; Casekeeper stopped trying",
      entry.said === undefined ? undefined : `The mail server answered: ${oneLine(entry.said)}`,
    ),
  'mail-not-sent': () => said('Email to the customer not sent: the site has no mail server'),
  'clock-escalated': (entry, context, zone) =>
    said(
      `Still missed, alert escalated: ${clockName(entry.clock)}`,
      `It was due ${instantText(entry.dueAt, zone, context.now)}`,
      toldText(entry.people, context),
    ),
  'breach-acknowledged': (entry) =>
    said(`Acknowledged: ${clockNames(entry.clocks)}`, 'Missed; the escalation stops.'),
  linked: (entry) => said(`Linked to ${label(entry.to)} as a related case`, entry.why),
  'contact-corrected': (entry) =>
    said('Contact corrected', `Was: ${contactText(entry.from)}`, `Is: ${contactText(entry.to)}`, entry.why),
  'case-corrected': (entry, context) =>
    said('Corrected', ...entry.changes.map((change) => correctionText(change, entry, context)), entry.why),
  'satisfaction-asked': () => said('Customer asked to rate their satisfaction'),
  'satisfaction-answered': (entry, context) =>
    said(
      `Customer: ${DEGREES[entry.degree].toLowerCase()}`,
      entry.comment,
      toldText(entry.supervisors, context),
    ),
};

/** The text of an entry, with times in `zone`. */
export function entryText(entry: Entry, context: DomainContext, zone: string): EntryWords {
  const words = WORDS[entry.kind] as (entry: Entry, context: DomainContext, zone: string) => EntryWords;
  return words(entry, context, zone);
}
