import { MSC_NAMES, type Group, type Msc } from '../../directory/directory';
import { faulty, no, type Result } from '../../kernel/refusal';
import type { DomainContext } from '../../kernel/domain-context';
import type { CaseDetails } from '../details/details';
import type { EntryOf } from '../timeline';
import type { Typed } from '../../kernel/text/typed-form';
import { validateDetails } from '../details/validate-details';

/** The opening of a case by a customer's system. */
type Submitted = Omit<EntryOf<'opened'>, 'at' | 'by' | 'cause'>;

/**
 * Opens a case for a Supply Assistance Request of a customer's system (rules CA-1, AC-1, CA-9): it comes to the
 * Level 2 group of its MSC, the first of several in the directory's order, and waits there to be assigned (AS-2).
 * The customer waits for an answer, so the clocks of messages to the customer run (CK-1, CK-2). `typed` holds the fields
 * of `validateDetails`; how the customer came, and the staff's own problem notes, are not the system's to say.
 */
export function decideSubmit(typed: Typed, context: DomainContext): Result<Submitted> {
  const given = { ...typed, customerChannel: 'customer-system', externalContact: 'true', problemNotes: '' };
  // Level 1's fields: nobody of Level 2 has looked at it yet who could give the problem (CA-2).
  const read = validateDetails(given, context.policies.at(context.now), 1);
  if (!read.ok) return read;
  const { msc } = read.value;
  const group = level2Of(msc, context);
  return group === undefined ? no(faulty([noGroupOf(msc)])) : { ok: true, value: opened(group, read.value) };
}

const level2Of = (msc: Msc, { directory }: DomainContext): Group | undefined =>
  directory.groups.find((group) => group.level === 2 && group.msc === msc);

const noGroupOf = (msc: Msc) => ({
  field: 'msc',
  message: `${MSC_NAMES[msc]} can't take requests here because it has no Level 2 group. Call the Customer Interaction Center.`,
});

const opened = (group: Group, details: CaseDetails): Submitted => ({
  kind: 'opened',
  origin: 'customer-system',
  level: 2,
  group: group.key,
  details,
});
