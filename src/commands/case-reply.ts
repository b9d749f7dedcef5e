import type { Case } from '../domain/cases/case';
import { reply } from './command';
import type { CommandContext, Outcome } from './command';

/** The fresh card of a case, with what was done above it. In a channel it carries Claim and Assign with the members. */
export function caseReply(context: CommandContext, shown: Case, done?: string): Outcome {
  return reply({
    card: 'case',
    case: shown,
    audience: context.place.kind === 'channel' ? 'channel' : 'person',
    ...(done === undefined ? {} : { banner: { text: done, tone: 'good' } }),
  });
}
