import { caseAction } from '../../commands/cases/case-action';
import { clockNames } from '../../cards/cases/clock-text';
import { acknowledgeable } from '../../domain/cases/escalation/acknowledgeable';
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
  confirmation: (after, context) => {
    const done = after.timeline.findLast((entry) => entry.kind === 'breach-acknowledged');
    const others = clockNames(acknowledgeable(after, undefined, context).map(({ key }) => key));
    const rest = others === '' ? '' : ` Not acknowledged, because someone else is responsible: ${others}.`;
    return `${context.actor.name} acknowledged: ${clockNames(done?.clocks ?? [])}. No longer escalated.${rest}`;
  },
});
