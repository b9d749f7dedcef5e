import type { CardValue } from '../../cards/shared/card-value';
import { recordName } from '../../domain/kernel/record-name';
import type { Notification } from '../../domain/kernel/notification';
import type { AnyRecordType } from '../../domain/kernel/record-type';

const MENDING =
  "Casekeeper tries it again from time to time. Once it's repaired, type undelivered and press Try again.";

/** Tells the program office which record is quarantined and what to do. Drawn without the record, which may not be readable. */
export function quarantineCard({ about, topic, detail = {} }: Notification, type?: AnyRecordType): CardValue {
  const { reference = '', kind = '', id = '' } = detail;
  const card = { card: 'message', tone: 'attention' } as const;
  const buttons = [{ title: 'Undelivered notifications', verb: 'undelivered.list', data: {} }];
  const administrator = `Give your administrator the reference ${reference}, which is in the log.`;
  if (topic === 'unreadable')
    return {
      ...card,
      title: `${recordName(kind, id, type)} cannot be read`,
      text: `Its stored record can't be read, so it's quarantined and left out of lists and alerts. Everything else still works. ${administrator} ${MENDING}`,
      buttons,
    };
  return {
    ...card,
    title: `Alerts for ${about.id} are on hold`,
    text: `${kind === 'case' ? 'Its clocks' : 'What is due on it'} can't be calculated, so it's quarantined and nobody gets alerts about it. All other records still work. ${administrator} ${MENDING}`,
    buttons,
  };
}

/** Whether a notification is about a quarantined record, which its kind may not be able to read. */
export const isOfQuarantine = ({ about }: Pick<Notification, 'about'>): boolean =>
  about.kind === 'quarantine';
