import { caseAction } from '../../commands/cases/case-action';
import { caseThen } from '../../commands/cases/case-number';
import { caseInput } from '../../commands/forms/inputs';
import { decideClaim } from '../../domain/cases/decisions/decide-claim';

/** Takes a case: a gatekeeper from the channel's card, in Distribution and Disposition an agent (rule AS-1). */
export const claimCommand = caseAction({
  action: 'case.claim',
  area: 'Assignment',
  typed: {
    words: ['claim', 'take'],
    usage: 'claim CS0000001',
    summary: 'Takes a case that came to your group.',
    example: 'claim CS0000012',
    read: caseThen(),
  },
  schema: caseInput,
  decide: (current, input, context) => decideClaim(current, input, context.actor, context),
  said: (_after, _input, { actor }) => `Claimed by ${actor.name}.`,
});
