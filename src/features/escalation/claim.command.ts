import { caseAction } from '../../commands/cases/case-action';
import { decideClaim } from '../../domain/cases/decisions/decide-claim';

/** Claims a case: a gatekeeper from the channel's card; in Distribution and Disposition, an agent (rule AS-1). */
export const claimCommand = caseAction({
  action: 'case.claim',
  area: 'Assignment',
  typed: {
    words: ['claim', 'take'],
    usage: 'claim CS0000001',
    summary: 'Claims a case that came to your group.',
    example: 'claim CS0000012',
  },
  decide: decideClaim,
  confirmation: (_after, { actor }) => `Claimed by ${actor.name}.`,
});
