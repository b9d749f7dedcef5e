import type { Entry } from '../timeline';

/** When a customer turned up who had not waited before (rules CK-4, CA-10); undefined where none did. */
export const waitingSince = (timeline: readonly Entry[]): number | undefined =>
  timeline.findLast(
    (entry) =>
      entry.kind === 'case-corrected' &&
      entry.changes.some(({ field, to }) => field === 'externalContact' && to === 'true'),
  )?.at;
