import type { Case } from '../../domain/cases/case';
import { assigneeWhoLeft } from '../../domain/cases/left/assignee-left';
import { CUSTOMER_CHANNELS } from '../../domain/cases/details/details';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { clip, oneLine } from '../shared/escape-text';
import { actorName, actorNames, groupName, levelName, priorityName } from '../shared/names';
import { instantText } from '../shared/time-text';

/** The known facts of a case, in the order agents ask for them on the phone. */
export function caseFacts(of: Case, context: DomainContext) {
  const { details } = of;
  const { account, contact } = details;
  const ipd = details.ipd === undefined ? '' : ` (IPD ${String(details.ipd).padStart(2, '0')})`;
  const { zone } = context.calendars.ofGroup(of.group);
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Group', `${groupName(of.group, context)} (${levelName(of.level)})`],
    ['Assignee', assigneeText(of, context)],
    ['Priority', `${priorityName(of, context)}${ipd}, at ${levelName(of.level)}`],
    ['Account', `${account.kind} ${account.code}`],
    ['Contact', [contact.name, contact.email, contact.phone].filter(Boolean).join(' · ')],
    [
      'Customer',
      `${CUSTOMER_CHANNELS[details.customerChannel]}, ${details.externalContact ? 'waiting for an answer' : 'not waiting for an answer'}`,
    ],
    ['NSN', details.nsn],
    ['PR number', details.pr],
    ['Requisition', details.requisition],
    ['Waiting for', of.awaitedCenter],
    ['PAR', parText(of)],
    ['Closing', closingText(of, context)],
    ['Linked cases', of.links.join(', ')],
    ['Opened', `${instantText(of.openedAt, zone, context.now)} by ${actorName(of.openedBy, context)}`],
  ];
  return facts.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [{ label, value: clip(oneLine(value), 400) }],
  );
}

/** Who has the case; if its assignee left the group, that is shown until someone else has it (rule AC-7). */
function assigneeText(of: Case, context: DomainContext): string {
  const left = assigneeWhoLeft(of, context.directory);
  if (left !== undefined) return `Assignee left: ${actorName(left, context)} no longer belongs to the group`;
  return of.assignee === undefined ? 'Unassigned' : actorName(of.assignee, context);
}

/** The PAR that the case waits for, or the last one, with how those before it were judged (rule CL-4). */
function parText({ pars, openPar }: Case): string | undefined {
  const par = openPar ?? pars.at(-1);
  if (par === undefined) return undefined;
  const judged = par.completed?.adequate === true ? 'adequate' : 'inadequate';
  const answered = par.completed === undefined ? 'open' : `answer ${judged}`;
  const parts = [
    `${par.number}, IPG ${par.ipg}`,
    par.withdrawn === undefined ? answered : 'withdrawn',
    par.references === undefined ? undefined : `references ${par.references}, whose answer was inadequate`,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Whose approval the closing waits for (rule CL-5). */
function closingText({ closingAsked }: Case, context: DomainContext): string | undefined {
  if (closingAsked === undefined) return undefined;
  return `Waiting for approval by ${actorNames(closingAsked.supervisors, context, ' or ')}, requested by ${actorName(closingAsked.by, context)}`;
}
