import type { Case } from '../../domain/cases/case';
import type { Notification } from '../../domain/kernel/notification';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { DigestRow } from '../../ports/record-delivery';
import { openButton } from '../shared/button-view';
import { actorName, caseTitle } from '../shared/names';
import { instantText } from '../shared/time-text';
import { wordsFor } from './case-notification.card';

/** An entry as a row for its reader; what needs them stands out. */
export function digestRow(
  { topic, entry }: Notification,
  of: Case,
  reader: string,
  context: DomainContext,
): DigestRow {
  const told = entry === undefined ? undefined : of.timeline[entry];
  const { zone } = context.calendars.ofGroup(of.group);
  const isNeeded = topic === 'approval' || topic === 'undelivered' || topic === 'assignee-left';
  const row = { subtitle: caseTitle(of, context), button: { ...openButton(of), title: 'Open' } };
  if (told === undefined || topic === 'arrival') {
    const what = topic === 'undelivered' ? "A notification wasn't delivered" : 'New case';
    return { isNeeded, row: { ...row, title: `${of.number} · ${what}`, facts: [], tone: 'warning' } };
  }
  const { what } = wordsFor(told, reader, context, zone);
  const facts = [actorName(told.by, context), instantText(told.at, zone, context.now)];
  const tone = isNeeded ? 'warning' : 'plain';
  return { isNeeded, row: { ...row, title: `${of.number} · ${what}`, facts, tone } };
}
