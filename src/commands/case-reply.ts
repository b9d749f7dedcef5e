import type { Case } from '../domain/cases/case';
import type { PersonId } from '../domain/people/directory';
import { reply } from './command';
import type { Outcome } from './command';

/**
 * The fresh card of a case, with what was done above it. It is the person's own, in a channel too, so that everything
 * can be done from there; the card that a group shares is posted when the case arrives.
 */
export function caseReply(shown: Case, viewer: PersonId, done?: string): Outcome {
  return reply({
    card: 'case',
    case: shown,
    audience: 'person',
    viewer,
    ...(done === undefined ? {} : { banner: { text: done, tone: 'good' } }),
  });
}
