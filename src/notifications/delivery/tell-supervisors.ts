import type { Notice } from '../../domain/cases/notices/notice';
import type { DeliveryParts } from './delivery-parts';

/**
 * Tells the supervisors in person that a channel or a person cannot be reached any more: those of the channel's group,
 * or of the group that holds the case. Once a case, addressee and supervisor, so that many lost notices are no storm.
 */
export async function tellSupervisors(
  { outbox, cases, world }: Pick<DeliveryParts, 'outbox' | 'cases' | 'world'>,
  { caseNumber, subject, to, madeAt }: Notice,
): Promise<void> {
  // That a supervisor could not be told is seen in the list of notices; it is told to nobody else.
  if (subject.kind === 'undelivered' || subject.kind === 'set-aside') return;
  if (to.kind === 'posts' || to.kind === 'customer') return;
  const key = to.kind === 'group' ? to.group : (await cases.get(caseNumber))?.case.group;
  const supervisors = (key === undefined ? undefined : world().directory.group(key))?.supervisors ?? [];
  const lost = to.kind === 'group' ? to.group : to.person;
  for (const [place, person] of supervisors.entries()) {
    if (to.kind === 'person' && to.person === person) continue;
    const id = `${caseNumber}/undelivered/${to.kind}:${lost}/${person}`;
    const about = { kind: 'undelivered', lost: to } as const;
    await outbox.put(
      { id, caseNumber, subject: about, to: { kind: 'person', person }, mentions: [], madeAt },
      place,
    );
  }
}
