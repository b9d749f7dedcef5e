import { caseAction } from '../../commands/cases/case-action';
import { decideAcknowledge } from '../../domain/cases/escalation/decide-acknowledge';

/** "I have it": takes the missed clocks of a case in hand, so that they are taken no further up (rule CK-11). */
export const acknowledgeCommand = caseAction({
  action: 'case.have-it',
  area: 'Assignment',
  typed: {
    words: ['have it', 'i have it'],
    usage: 'have it CS0000001',
    summary: 'Says that you have the missed clocks of a case in hand: they are taken no further up.',
    example: 'have it CS0000012',
  },
  decide: decideAcknowledge,
  confirmation: (_after, { actor }) => `${actor.name} has it: what is missed now is taken no further up.`,
});
