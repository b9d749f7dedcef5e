import type { CardValue } from '../../cards/shared/card-value';
import { recordName } from '../../domain/kernel/record-name';
import type { Notice } from '../../domain/cases/notices/notice';

const MENDING =
  'Casekeeper tries it again from time to time; once it is mended, type notices and have it tried at once.';

/** To the program office: which record is in quarantine, and what to do. It is made without the record, which may not be readable. */
export function quarantineCard(
  number: string,
  { reference, record }: Extract<Notice['subject'], { kind: 'set-aside' }>,
): CardValue {
  const card = { card: 'message', tone: 'attention' } as const;
  const buttons = [{ title: 'Notices', verb: 'notices.list', data: {} }];
  const administrator = `Tell your administrator the reference ${reference}, which stands in the log.`;
  if (record?.why === 'unreadable')
    return {
      ...card,
      title: `${recordName(record.kind, record.id)} cannot be read`,
      text: `Its stored record is damaged, so it is in quarantine and left out of lists and alerts; everything else goes on. ${administrator} ${MENDING}`,
      buttons,
    };
  return {
    ...card,
    title: `The alerts of ${number} wait`,
    text: `Its clocks cannot be worked out, so it is in quarantine and nobody is warned of it; all other cases go on. ${administrator} ${MENDING}`,
    buttons,
  };
}
