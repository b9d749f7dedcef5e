import { askedOfLevel3 } from '../escalation/last-escalation';
import { readNumber } from '../../kernel/text/document-number';
import { mscOf, mscOfGroup, noGroupWorks } from '../escalation/msc-of';
import { MSC_NAMES, type Directory } from '../../directory/directory';
import type { Case } from '../case';
import { caseDecision, happens } from '../decision';
import { readIpd } from '../details/ipd';
import { readNsn } from '../details/nsn';
import { readRequisition } from '../details/requisition';
import type { TypedForm } from '../../kernel/text/typed-form';
import { is } from '../../kernel/text/typed-text';
import { CORRECTABLE, type Correctable, type Correction } from './corrected-value';
import { valueOf } from './correction';

const YES_OR_NO = { true: 'yes', false: 'no' } as const;
const FIELDS = Object.keys(CORRECTABLE) as Correctable[];
/** What may be emptied: a case need not have it. */
const MAY_BE_EMPTY: readonly Correctable[] = ['pr', 'requisition', 'nsn', 'ipd'];

/**
 * Corrects what was recorded of a case, by a new entry with its reason (rules CA-10, RE-1). A field that is not given
 * stays as it is; an empty one is taken off where a case can be without it. Fields: those of `CORRECTABLE`, and `why`.
 * Whether another open case holds the PR (rule ES-6), the store says when it saves. The MSC is corrected while no MSC's
 * group holds the case; afterwards it is that of the group, and the case moves by reassigning it (rule ES-1).
 */
export const decideCorrect = caseDecision('case.correct', (subject, form, _by, context) => {
  const { details } = subject;
  const policy = context.policies.at(subject.openedAt);
  const ipd = form.optional('ipd', readIpd);
  const read: Readonly<Record<Correctable, string | undefined>> = {
    pr: form.optional('pr', (given) =>
      given === details.pr ? is(given) : readNumber('PR', policy.numbers.pr)(given),
    ),
    requisition: form.optional('requisition', readRequisition),
    nsn: form.optional('nsn', readNsn),
    ipd: ipd === undefined ? undefined : String(ipd),
    msc: readMsc(form, subject, context.directory),
    // A reason that the policy no longer has stays until it is changed.
    reason:
      form.raw('reason') === details.reason
        ? details.reason
        : form.choice('reason', 'Reason', policy.reasons),
    externalContact: form.choice(
      'externalContact',
      'Whether the customer is waiting for an answer',
      YES_OR_NO,
    ),
  };
  const given = FIELDS.filter((field) => form.typed[field] !== undefined);
  const emptied = given.filter((field) => form.raw(field) === '');
  for (const field of emptied)
    if (!MAY_BE_EMPTY.includes(field)) form.fault(field, `${CORRECTABLE[field]} can't be empty. Choose one.`);
  if (emptied.includes('ipd') && details.statedPriority === undefined)
    form.fault('ipd', 'Enter the IPD, 01 to 15: it sets the priority of this case.');
  const { fields: needed, rule } = neededAtLevel3(subject);
  for (const field of needed)
    if (emptied.includes(field) && details[field] !== undefined)
      form.fault(field, `Enter the ${CORRECTABLE[field]}: Level 3 needs it to work the case (${rule}).`);
  const changes = given.flatMap((field): Correction[] => {
    const from = valueOf(details, field);
    const to = read[field];
    if (from === to) return [];
    return [{ field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
  const isSame = changes.length === 0 && !form.hasFaults();
  const why =
    isSame && form.raw('why') === ''
      ? undefined
      : form.requiredText('why', 'The reason', "Explain why you're correcting it.");
  if (isSame && !form.hasFaults())
    form.fault('why', "Nothing has changed. Correct what's wrong above, or go back.");
  const complete = form.complete({ why });
  return complete.ok ? happens({ kind: 'case-corrected', changes, why: complete.value.why }) : complete;
});

function readMsc(form: TypedForm, subject: Case, directory: Directory): string | undefined {
  const { details, number } = subject;
  const chosen = form.choice('msc', 'MSC', MSC_NAMES);
  if (chosen === undefined) return undefined;
  const holding = directory.group(subject.group);
  if (holding === undefined || mscOfGroup(holding) === undefined) {
    const lacking = chosen === details.msc ? undefined : noGroupWorks(chosen, directory);
    if (lacking !== undefined) form.fault('msc', lacking);
    return chosen;
  }
  const own = mscOf(subject, directory);
  // A case that moved before it took the MSC of its group has another one on record: that is no change either.
  if (chosen !== own && chosen !== details.msc)
    form.fault(
      'msc',
      `${holding.name} holds the case, and its MSC is ${MSC_NAMES[own]}. Reassign the case to a group in ${MSC_NAMES[chosen]}: reassign ${number}.`,
    );
  return details.msc;
}

/** What Level 3 works a case by and so cannot be taken off while it holds it: NSN and PR before award, the requisition of a site issue. */
function neededAtLevel3(subject: Case): { readonly fields: readonly Correctable[]; readonly rule: string } {
  if (subject.level !== 3) return { fields: [], rule: '' };
  switch (askedOfLevel3(subject)) {
    case 'distribution-center':
      return { fields: ['requisition'], rule: 'ES-12' };
    case 'post-award':
      return { fields: [], rule: '' };
    case 'pre-award':
      return { fields: ['pr', 'nsn'], rule: 'ES-5' };
  }
}
