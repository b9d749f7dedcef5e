import type { Case } from '../case';
import { stepsOf, workOf } from './steps';
import { interimSpans } from './customer-runs';
import { customerMessages } from './customer-messages';
import { waitingSince } from './waiting-since';

/**
 * How the interim response of a case at Level 2 or beyond stands (rules CK-1, CK-4): `owed` while its clock runs, in time
 * or missed; `met` by itself or by a quality status sent first; `ended` where the work ended first, which reopening does
 * not undo. Undefined where no customer waits, or the case never came to Level 2.
 */
export function interimStanding(
  subject: Pick<Case, 'timeline' | 'holderHistory' | 'details'>,
): 'owed' | 'met' | 'ended' | undefined {
  const { timeline, details } = subject;
  const words = customerMessages(timeline);
  const [span] = interimSpans(workOf(stepsOf(subject)), details, words, waitingSince(timeline));
  if (span === undefined) return undefined;
  if (span.end === undefined) return 'owed';
  return span.end.state === 'met' ? 'met' : 'ended';
}
