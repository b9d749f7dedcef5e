import { hasLeft } from '../../domain/cases/left/has-left';
import { answersRequests } from '../../domain/directory/who-runs';
import type { DeliveryParts } from './delivery-parts';
import type { OutboxRecord } from '../outbox/outbox';

/**
 * Whether a personal notice is for somebody whom its matter no longer concerns: they left the group that works the case
 * (rule AC-7), or no longer answer requests for the group (rule AC-3).
 */
export async function isForFormer(
  { cases, memberships, world }: Pick<DeliveryParts, 'cases' | 'memberships' | 'world'>,
  { value: { notice, post } }: Pick<OutboxRecord, 'value'>,
): Promise<boolean> {
  if (post !== undefined || notice.to.kind !== 'person') return false;
  const { person } = notice.to;
  const { directory } = world();
  // Most people left no group: nothing is read for them.
  if (!directory.groups.some(({ former }) => former?.includes(person))) return false;
  if ('request' in notice) {
    const group = directory.group((await memberships.get(notice.request))?.request.group ?? '');
    const reader = directory.person(person);
    if (notice.subject !== 'asked' || group === undefined || reader === undefined) return false;
    return !answersRequests(reader, group);
  }
  if (!('caseNumber' in notice) || notice.subject.kind === 'set-aside') return false;
  const saved = await cases.get(notice.caseNumber);
  return saved !== undefined && hasLeft(person, saved.case, directory);
}
