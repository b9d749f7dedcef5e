import type { Case } from '../../../src/domain/cases/case';
import type { CaseDetails } from '../../../src/domain/cases/details/details';
import { projectCase } from '../../../src/domain/cases/project-case';
import type { Actor, Entry, CaseEvent, Where } from '../../../src/domain/cases/timeline';
import { IDS } from './example-context';

/** An entry at a moment written as ISO 8601. */
export const entry = (at: string, by: Actor, event: CaseEvent, where?: Where): Entry => ({
  ...event,
  at: Date.parse(at),
  by,
  cause: `${at}/${event.kind}`,
  ...(where === undefined ? {} : { where }),
});

const caseOf = (number: string, timeline: readonly Entry[]): Case => projectCase(number, timeline);

/** A case followed by further entries. */
export const after = (before: Case, ...entries: readonly Entry[]): Case =>
  projectCase(before.number, [...before.timeline, ...entries]);

const DETAILS: CaseDetails = {
  account: { kind: 'DoDAAC', code: 'FB2823' },
  contact: { name: 'TSgt Dana Whitfield', email: 'dana.whitfield@example.mil', phone: '+1 850 555 0142' },
  customerChannel: 'email',
  externalContact: true,
  msc: 'aviation',
  ipd: 2,
  nsn: '1560-01-234-5678',
  pr: '7001234567',
  requisition: 'FB282363190042',
  reason: 'expedite',
  description:
    'F-15E tail 87-0191 is down for a left-hand bracket assembly. The due-out shows an EAD in March.\nCan delivery be brought forward, or a partial quantity of two be released from the next receipt?',
  problemNotes:
    'Stock on hand is zero at all sites. PR 7001234567 was sent to buy on 12 November; no award yet.',
};

/** Opened at Level 2 on Monday morning, with nobody on it. */
export const NEW_CASE = caseOf('CS0000012', [
  entry('2026-11-23T09:30:00-05:00', IDS.cic, {
    kind: 'opened',
    origin: 'level-1',
    level: 2,
    group: 'av-l2',
    details: DETAILS,
    linkedTo: ['CS0000009'],
  }),
]);

const INTERIM =
  'We are working your request with the buyer. You will hear from us by Wednesday 2 December with an award date or a status.';

/** Worked by Level 2: claimed, answered, noted. */
export const WORKED_CASE = after(
  NEW_CASE,
  entry('2026-11-23T10:05:00-05:00', IDS.agent, { kind: 'assigned', to: IDS.agent, how: 'claimed' }),
  entry('2026-11-23T11:40:00-05:00', IDS.agent, { kind: 'interim-sent', text: INTERIM }),
  entry('2026-11-23T15:10:00-05:00', IDS.agent, {
    kind: 'noted',
    text: 'Asked the depot about the two in maintenance: not serviceable before January.',
  }),
);

/** With a note as the composer keeps it: bold, italic, lists, links. */
export const FORMATTED_CASE = after(
  WORKED_CASE,
  entry('2026-11-23T16:20:00-05:00', IDS.agent, {
    kind: 'noted',
    text: [
      '**Stock on hand** checked at every depot, _none serviceable_:',
      '- Richmond: 2 in maintenance',
      '  - both **until January**',
      '- Ogden: none of MS_29513_2',
      '1. Ask the buyer for [the quote of 3 March](https://files.example.mil/quote.pdf?version=2)',
      '2. Read https://www.dla.example/aviation/expedite.html, then escalate',
      '[dla.example](https://elsewhere.example/login) and [this](javascript:alert) came from the customer.',
    ].join('\n'),
  }),
);

/** Escalated pre-award to Level 3 on Monday evening; nobody has it there. */
export const ESCALATED_CASE = after(
  WORKED_CASE,
  entry('2026-11-23T19:00:00-05:00', IDS.agent, {
    kind: 'escalated',
    direction: 'pre-award',
    group: 'av-l3',
    level: 3,
    action: 'PR Expedite',
    findings: [
      { item: 'stock-on-hand', label: 'Stock on hand', finding: 'None at any site, checked 23 November' },
      { item: 'latest-note', label: 'Latest Item, SIMI or Internal note', finding: '2026-11-12' },
      { item: 'pr-status', label: 'PR status', finding: 'With the buyer, in solicitation' },
    ],
    justification: [{ item: 'aog', label: 'AOG, tail number', finding: '87-0191' }],
  }),
);

/** Level 3 has it and has given its first update. */
export const LEVEL_3_CASE = after(
  ESCALATED_CASE,
  entry('2026-11-24T08:20:00-05:00', IDS.gatekeeper3, { kind: 'assigned', to: IDS.agent3, how: 'assigned' }),
  entry(
    '2026-11-24T13:15:00-05:00',
    IDS.agent3,
    {
      kind: 'quality-update',
      bluf: 'Two quotes are in; award is planned for the week of 7 December.',
      quotes: '2 quotes, lead times 45 and 60 days',
      dateKind: 'EAD',
      date: '2026-12-09',
    },
    { kind: 'channel', group: 'av-l3' },
  ),
);

/** Level 3 has it but sent it back for what was not there. */
export const REFERRED_CASE = after(
  ESCALATED_CASE,
  entry('2026-11-24T09:05:00-05:00', IDS.gatekeeper3, {
    kind: 'referred-back',
    group: 'av-l2',
    to: IDS.agent,
    missing: ['Total quantity needed', 'Date of need for tail 87-0191'],
    text: 'The buyer can split the award once the total is known. Please add both and escalate again.',
    supervisors: [IDS.supervisor2, IDS.supervisor3],
  }),
);

/** Answered and closed. */
export const CLOSED_CASE = after(
  LEVEL_3_CASE,
  entry('2026-12-09T10:00:00-05:00', IDS.agent3, {
    kind: 'responded',
    response: { kind: 'award', deliveryDate: '2027-01-22', text: 'Awarded to the faster of the two.' },
    group: 'av-l2',
    to: IDS.agent,
  }),
  entry('2026-12-09T14:00:00-05:00', IDS.agent, {
    kind: 'resolved',
    notes: 'Awarded 9 December, delivery 22 January 2027; the customer was told by e-mail and is content.',
  }),
  entry('2026-12-10T09:00:00-05:00', IDS.agent, {
    kind: 'closed',
    text: 'Your bracket assembly is on contract and will be delivered by 22 January 2027.',
  }),
);

/** With a document attached as a link. */
export const LINKED_CASE = after(
  LEVEL_3_CASE,
  entry('2026-11-25T09:00:00-05:00', IDS.agent3, {
    kind: 'attached',
    url: 'https://files.example.mil/quotes/2026-11/bracket.pdf?version=2',
    title: 'Both quotes, with lead times',
  }),
);

/** Resolved with a long lead time: the closing waits for the supervisor. */
export const LONG_LEAD_CASE = after(
  LEVEL_3_CASE,
  entry('2026-12-09T10:00:00-05:00', IDS.agent3, {
    kind: 'responded',
    response: { kind: 'award', deliveryDate: '2027-03-26', text: 'Awarded; first articles are tested.' },
    group: 'av-l2',
    to: IDS.agent,
  }),
  entry('2026-12-09T14:00:00-05:00', IDS.agent, {
    kind: 'resolved',
    notes: 'Awarded 9 December, delivery 26 March 2027; the customer was told by telephone.',
  }),
  entry('2026-12-09T15:00:00-05:00', IDS.agent, {
    kind: 'closing-asked',
    text: 'Your bracket assembly is on contract and will be delivered by 26 March 2027.',
    word: {
      by: 'email',
      to: 'dana.whitfield@example.mil',
      subject: 'Case CS0000012: resolution of your inquiry',
    },
    reason: 'The only source needs a first article test; no further action shortens it.',
    alternative: 'Local purchase of a single assembly, or lateral support from the depot.',
    until: '2027-03-26',
    supervisors: [IDS.supervisor2],
  }),
);

/** The answer to its PAR was inadequate: a new one references it, and the case stays open. */
export const PAR_CASE = after(
  WORKED_CASE,
  entry('2026-11-23T16:00:00-05:00', IDS.agent, {
    kind: 'par-submitted',
    par: { number: 'PAR-20261123', kind: 'status', ipg: 'II' },
  }),
  entry('2026-11-24T09:00:00-05:00', IDS.agent, {
    kind: 'par-followed-up',
    number: 'PAR-20261123',
    text: 'Asked the buyer; an answer is promised for today.',
  }),
  entry('2026-11-24T13:00:00-05:00', IDS.agent, {
    kind: 'par-completed',
    number: 'PAR-20261123',
    adequate: false,
    text: '"On contract", without a date.',
    supervisors: [IDS.supervisor2],
  }),
  entry('2026-11-24T13:00:00-05:00', IDS.agent, {
    kind: 'par-submitted',
    par: { number: 'PAR-20261124', kind: 'status', ipg: 'II' },
    references: 'PAR-20261123',
  }),
);

const STATUS = {
  text: 'Your bracket assembly is on contract. We confirm the delivery date by 18 December.',
  subject: 'Case CS0000012: status of your inquiry',
};

/** A status whose e-mail the customer's mail server did not take. */
export const REFUSED_MAIL_CASE = after(
  WORKED_CASE,
  entry('2026-11-24T11:00:00-05:00', IDS.agent, {
    kind: 'status-sent',
    text: STATUS.text,
    word: { by: 'email', to: 'dana.whitfield@example.mil', subject: STATUS.subject },
  }),
  entry('2026-11-24T11:00:05-05:00', 'casekeeper', {
    kind: 'mail-refused',
    of: WORKED_CASE.timeline.length,
    why: 'refused',
    said: '550 5.1.1 The recipient is not known here',
  }),
);
