import type { CaseAction } from './permissions';
import {
  bytesOfEntries,
  CASE_LAST_SIZE,
  CASE_SIZE,
  roomOf,
  sizeText,
  type Room,
} from '../kernel/record-size';
import type { Case } from './case';

/** What brings a case to its end or to whoever can do so: taken however full its record is. */
const LAST: ReadonlySet<CaseAction> = new Set([
  'case.claim',
  'case.assign',
  'case.respond',
  'case.recall',
  'case.par-done',
  'case.par-withdraw',
  'case.dc-answer',
  'case.resolve',
  'case.close',
  'case.approve',
  'case.acknowledge',
]);
/** What a full case takes too, as long as there is room for what closes it. */
const WHEN_FULL: ReadonlySet<CaseAction> = new Set([
  ...LAST,
  'case.link',
  'case.decline',
  'case.reassign',
  'case.refer-back',
  'case.resend',
]);

type Sized = Pick<Case, 'timeline'>;
const bytesOf = ({ timeline }: Sized): number => bytesOfEntries(timeline, CASE_SIZE.warnAt);

/** How much room the record of a case has for notes and other texts. */
export const roomOfCase = ({ timeline }: Sized): Room => roomOf(timeline, CASE_SIZE);

/** Whether the record of a case has room for the action: beyond 8 MB for what moves it to its end, and for links. */
export function hasRoomFor(action: CaseAction, subject: Sized): boolean {
  if (roomOfCase(subject) !== 'none') return true;
  return (bytesOf(subject) < CASE_LAST_SIZE ? WHEN_FULL : LAST).has(action);
}

/** The warning of a case whose record is nearly full or full, with what to do; undefined where it has room. */
export function caseSizeWarning(subject: Sized): string | undefined {
  const room = roomOfCase(subject);
  if (room === 'ample') return undefined;
  const size = sizeText(bytesOf(subject));
  const max = sizeText(CASE_SIZE.max);
  return room === 'none'
    ? `This case is full (${size} of ${max}): you can't add notes. Create a new case, link the two, then resolve and close this one.`
    : `This case is nearly full (${size} of ${max}). Soon you won't be able to add notes: continue in a new case and link the two.`;
}
