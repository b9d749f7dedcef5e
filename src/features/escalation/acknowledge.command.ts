import { caseAction } from '../../commands/cases/case-action';
import { decideAcknowledge } from '../../domain/cases/escalation/decide-acknowledge';

/** Acknowledges the missed clocks of a case, so that their alerts are not escalated (rule CK-11). */
export const acknowledgeCommand = caseAction({
  action: 'case.acknowledge',
  formerVerbs: ['case.have-it'],
  area: 'Assignment',
  typed: {
    words: ['acknowledge', 'have it', 'i have it'],
    usage: 'acknowledge CS0000001',
    summary: "Acknowledges the missed clocks of a case, so their alerts aren't escalated.",
    example: 'acknowledge CS0000012',
  },
  decide: decideAcknowledge,
  confirmation: (_after, { actor }) =>
    `${actor.name} acknowledged the missed clocks. Their escalation stops.`,
});
