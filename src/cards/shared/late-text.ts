import type { Lateness } from '../../domain/notifications/lateness';
import { spanText } from './time-text';

const LATE_CAUSES: Readonly<Record<Lateness['causes'][number], string>> = {
  swept: "Casekeeper wasn't running or was behind",
  refused: "Teams didn't accept it",
  'no-address': 'there was nowhere to send it yet',
  waited: 'Casekeeper stopped or had a lot to send',
};

/** "Posted 2 h 10 min late: Teams did not take it." */
export const lateText = ({ ms, causes }: Lateness): string =>
  `Posted ${spanText(ms)} late: ${causes.map((cause) => LATE_CAUSES[cause]).join('; then ')}.`;
