import type { Case } from '../../domain/cases/case';
import { instantIn } from '../../domain/kernel/text/iso-date';
import { leftBy } from '../../domain/cases/left-by';
import type { PersonId } from '../../domain/directory/directory';
import { reply, type CommandContext, type Outcome } from '../command';

/**
 * The fresh card of a case, with what was done above it. It is the person's own, in a channel too, so that everything
 * can be done from there; the card that a group shares is posted when the case arrives.
 */
export function caseReply(
  shown: Case,
  viewer: PersonId,
  done?: string,
  tone: 'good' | 'plain' = 'good',
): Outcome {
  return reply({
    card: 'case',
    case: shown,
    audience: 'person',
    viewer,
    ...(done === undefined ? {} : { banner: { text: done, tone } }),
  });
}

/**
 * The card of a case as it is now, with what the act of this turn's cause did above it. `said` makes that of the case as
 * the act left it, so that a second press of the same form gets the first answer, and not one about what others made of
 * the case since; that it changed since is said with it (rule CA-11).
 */
export function doneReply(
  current: Case,
  confirmation: (after: Case) => string,
  context: CommandContext,
): Outcome {
  const { actor, calendars, cause } = context;
  const left = leftBy(current, cause);
  if (left?.changedSince !== true) return caseReply(current, actor.id, confirmation(left?.case ?? current));
  const when = instantIn(calendars.ofGroup(current.group).zone, left.at);
  return caseReply(current, actor.id, repeatedText(when, confirmation(left.case), 'The case'), 'plain');
}

/** The reply to a second press if the record changed since the first; `when` and `first` are from the first. */
export const repeatedText = (when: string, first: string, what: string): string =>
  `You already did this on ${when}. The reply was: “${first}” ${what} has changed since then. This is how it is now.`;
