import type { Standing } from './town';

/** When the journeys begin: Tuesday 2026-10-06, 10:00 in New York; Monday 12 October is Columbus Day. */
export const START = Date.parse('2026-10-06T14:00:00Z');

/** What a complete form of a new case is filled with: an Aviation customer who waits, High priority. */
export const CASE = {
  account: 'W25G1V',
  contactName: 'Pat Customer',
  contactEmail: 'pat@unit.example.mil',
  contactPhone: '',
  customerChannel: 'telephone',
  externalContact: 'true',
  msc: 'aviation',
  ipd: '02',
  nsn: '5331006185361',
  pr: '7001234567',
  reason: 'backorder',
  description: 'Where is my order for the packing?',
  problemNotes: 'Backordered since June.',
};

/** What who writes to a customer confirms at a site without a mail server, as the towns are (rule CK-1). */
export const SENT_MYSELF = { sentMyself: 'true' };

/** The card that came last; without one the test fails. */
export function last(cards: readonly Standing[]): Standing {
  const found = cards.at(-1);
  if (found === undefined) throw new Error('No card came');
  return found;
}
