import { STATE_NAMES } from '../../domain/cases/case';
import { parName } from '../../domain/cases/pars/par-name';
import type { Direction, Entry, EntryOf, Finding, Origin } from '../../domain/cases/timeline';
import { contactText } from '../../domain/customers/contact-record';
import type { PersonId } from '../../domain/directory/directory';
import { DEGREES } from '../../domain/cases/satisfaction/degree';
import type { World } from '../../domain/kernel/world';
import { clockName, clockNames } from './clock-text';
import { label, oneLine } from '../shared/escape-text';
import { correctionText } from './correction-text';
import { actorName, actorNames, groupName, levelName } from '../shared/names';
import { responseText } from './response-text';
import { dateText, instantText } from '../shared/time-text';
import { closedText, wordWay } from './word-text';

/** An entry of the timeline in words: what happened in one line, and what was written with it, line by line. */
export interface EntryWords {
  readonly what: string;
  readonly details: readonly string[];
  /** The details may hold bold, italic, lists and links as people type them. */
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

const findings = (of: readonly Finding[]): string[] => of.map(({ label, finding }) => `${label}: ${finding}`);

const holder = (group: string, to: string | undefined, world: World): string =>
  to === undefined ? groupName(group, world) : `${actorName(to, world)}, ${groupName(group, world)}`;

/** Why a case with a long lead time is closed, and what the customer can do instead (rule CL-5). */
const longLeadText = (
  longLead: { readonly reason: string; readonly alternative?: string } | undefined,
): readonly (string | undefined)[] => [
  longLead && `Reason for the customer: ${longLead.reason}`,
  longLead?.alternative === undefined ? undefined : `Alternative: ${longLead.alternative}`,
];

/** Which supervisors were told (rule CL-4). */
const toldText = (supervisors: readonly PersonId[] | undefined, world: World): string | undefined =>
  supervisors === undefined || supervisors.length === 0
    ? undefined
    : `Told: ${actorNames(supervisors, world)}`;

/** Every kind of happening has its words; its times stand in `zone`. */
const WORDS: {
  readonly [K in Entry['kind']]: (entry: EntryOf<K>, world: World, zone: string) => EntryWords;
} = {
  opened: (entry, world) =>
    said(
      `${ORIGINS[entry.origin]} for ${holder(entry.group, entry.assignee, world)}`,
      entry.linkedTo?.length ? `Looks the same as ${entry.linkedTo.map(label).join(', ')}` : undefined,
    ),
  assigned: (entry, world) => said(`${HOW[entry.how]} ${actorName(entry.to, world)}`),
  reassigned: (entry, world) =>
    said(`Reassigned to ${holder(entry.group, entry.to, world)} (${levelName(entry.level)})`, entry.why),
  noted: (entry) => ({ ...said('Note', entry.text), formatted: true }),
  attached: (entry) => ({ ...said('Link attached'), link: entry }),
  escalated: (entry, world) =>
    said(
      `${DIRECTIONS[entry.direction]}: ${groupName(entry.group, world)}`,
      entry.action === '' ? undefined : `Action requested: ${entry.action}`,
      ...findings(entry.findings),
      ...findings(entry.justification),
      entry.par === undefined ? undefined : `${parName(entry.par.number)}, IPG ${entry.par.ipg}`,
      entry.distributionCenter === undefined ? undefined : `Waiting for ${entry.distributionCenter}`,
    ),
  'interim-sent': (entry, world) => said(`Interim response ${wordWay(entry, world)}`, entry.text),
  'status-sent': (entry, world) => said(`Status ${wordWay(entry, world)}`, entry.text),
  'quality-update': (entry) =>
    said(
      `Quality status update, ${entry.dateKind} ${dateText(entry.date)}`,
      `Bottom line: ${entry.bluf}`,
      entry.quotes === undefined ? undefined : `Quotes: ${entry.quotes}`,
    ),
  'referred-back': (entry, world) =>
    said(
      `Referred back to ${holder(entry.group, entry.to, world)}`,
      `Missing: ${entry.missing.join('; ')}`,
      entry.text,
    ),
  recalled: (entry, world) =>
    said(`Recalled from Level 3 to ${holder(entry.group, entry.to, world)}`, entry.why),
  responded: (entry, world) =>
    said(
      `Level 3 response: ${responseText(entry.response)}`,
      entry.response.text,
      entry.group === undefined
        ? 'Stays with Level 3'
        : `Returned to ${holder(entry.group, entry.to, world)}`,
    ),
  'par-submitted': (entry) =>
    said(
      `${label(parName(entry.par.number))} submitted, IPG ${entry.par.ipg}`,
      entry.references === undefined
        ? undefined
        : `References ${parName(entry.references)}, whose answer was inadequate`,
    ),
  'par-followed-up': (entry) => said(`${label(parName(entry.number))} followed up`, entry.text),
  'par-completed': (entry, world) =>
    said(
      `${label(parName(entry.number))} completed, answer ${entry.adequate ? 'adequate' : 'not adequate'}`,
      entry.text,
      toldText(entry.supervisors, world),
    ),
  'par-withdrawn': (entry, world) =>
    said(`${label(parName(entry.number))} withdrawn`, entry.why, toldText(entry.supervisors, world)),
  resolved: (entry) =>
    said(
      STATE_NAMES.resolved,
      entry.notes,
      entry.date === undefined ? undefined : `Date given to the customer: ${dateText(entry.date)}`,
    ),
  closed: (entry, world) => said(closedText(entry, world), entry.text, ...longLeadText(entry.longLead)),
  'closing-asked': (entry) =>
    said(
      `Approval to close asked for: the customer waits until ${dateText(entry.until)}`,
      entry.text,
      ...longLeadText(entry),
    ),
  'closing-declined': (entry) => said('Closing declined', entry.why),
  reopened: (entry) => said('Reopened', entry.why),
  'dc-answered': (entry) => said(`Answer of ${label(entry.center)}`, entry.text),
  'supervisors-asked': (entry, world) =>
    said(
      `Supervisors asked, Level 3 missed: ${clockNames(entry.clocks)}`,
      entry.text,
      `Asked: ${actorNames(entry.supervisors, world)}`,
    ),
  'clock-warned': (entry, world, zone) =>
    said(`Near its due time: ${clockName(entry.clock)}`, `Due ${instantText(entry.dueAt, zone, world.now)}`),
  'clock-missed': (entry, world, zone) =>
    said(`Missed: ${clockName(entry.clock)}`, `It was due ${instantText(entry.dueAt, zone, world.now)}`),
  'assignee-left': (entry, world) =>
    said(
      `${actorName(entry.person, world)} left ${groupName(entry.group, world)}`,
      'The case has no assignee.',
    ),
  'word-repeated': (entry, world) => said(`Said again, ${wordWay(entry, world)}`, entry.text),
  'mail-sent': () => said('E-mail to the customer accepted by the mail server'),
  'mail-refused': (entry) =>
    said(
      entry.why === 'refused'
        ? 'E-mail to the customer refused by the mail server'
        : 'E-mail to the customer could not be sent and is given up',
      entry.said === undefined ? undefined : `The mail server answered: ${oneLine(entry.said)}`,
    ),
  'mail-not-sent': () => said('E-mail to the customer not sent: the site has no mail server'),
  'clock-escalated': (entry, world, zone) =>
    said(
      `Still missed, taken further up: ${clockName(entry.clock)}`,
      `It was due ${instantText(entry.dueAt, zone, world.now)}`,
      toldText(entry.people, world),
    ),
  'breach-acknowledged': (entry) =>
    said(`Has it in hand: ${clockNames(entry.clocks)}`, 'Missed, and taken no further up.'),
  linked: (entry) => said(`Linked to ${label(entry.to)} as the same matter`, entry.why),
  'contact-corrected': (entry) =>
    said('Contact corrected', `Was: ${contactText(entry.from)}`, `Is: ${contactText(entry.to)}`, entry.why),
  'case-corrected': (entry, world) =>
    said('Corrected', ...entry.changes.map((change) => correctionText(change, entry, world)), entry.why),
  'satisfaction-asked': () => said('Customer asked how satisfied they are'),
  'satisfaction-answered': (entry, world) =>
    said(
      `Customer: ${DEGREES[entry.degree].toLowerCase()}`,
      entry.comment,
      toldText(entry.supervisors, world),
    ),
};

/** The words of an entry, its times in `zone`. */
export function entryText(entry: Entry, world: World, zone: string): EntryWords {
  const words = WORDS[entry.kind] as (entry: Entry, world: World, zone: string) => EntryWords;
  return words(entry, world, zone);
}
