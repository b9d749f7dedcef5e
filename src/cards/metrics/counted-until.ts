import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import { instantIn } from '../../domain/kernel/text/iso-date';

/** If not every change is counted yet, until when all are. */
export const countedUntil = (asOf: number | undefined): string =>
  asOf === undefined ? '' : ` · as of ${instantIn(DEFAULT_ZONE, asOf)}, still counting`;
