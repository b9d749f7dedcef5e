import { isMissed } from '../../kernel/record-clock';
import { clocksOf } from '../clocks/clocks-of';
import type { Case } from '../case';
import type { DomainContext } from '../../kernel/domain-context';
import type { ClockStage, Notification } from '../../kernel/notification';
import type { CaseTopic } from './case-notifications';

/**
 * Whether a notification that waited for its address still says what is so: the clock runs still and nobody acknowledged its
 * breach, the case is open, it is with the group that it came to and nobody has it yet, the closing still waits for its
 * approval. What happened stays so while the case is open; its closing stays so afterwards.
 */
export function isStillTrue(
  { topic, clock: key, entry = -1, to }: Notification,
  of: Case,
  context: DomainContext,
): boolean {
  const isOpen = of.closedAt === undefined;
  switch (topic as CaseTopic | ClockStage | 'undelivered' | 'refresh') {
    case 'warning':
    case 'breach':
    case 'escalation': {
      const clock = clocksOf(of, context).find((one) => one.key === key);
      if (clock?.state !== 'running') return false;
      // The channel of a group hears of what its own group owes; the next level up from it is told in person.
      if (to.kind === 'group' && to.group !== clock.group) return false;
      if (topic === 'escalation') return clock.acknowledged === undefined;
      return isMissed(clock, context.now) === (topic === 'breach');
    }
    case 'arrival':
      return isOpen && of.assignee === undefined && (to.kind !== 'group' || to.group === of.group);
    case 'assignee-left':
      return isOpen && of.assigneeLeft !== undefined && of.timeline[entry] === lastDeparture(of);
    case 'approval':
      return isOpen && of.closingAsked !== undefined && of.timeline[entry]?.cause === of.closingAsked.cause;
    case 'told':
      return isOpen || of.timeline[entry]?.kind === 'closed';
    case 'referred-back':
    case 'supervisors-asked':
      return isOpen && (to.kind !== 'group' || to.group === of.group);
    case 'recalled':
      // It went from the group that reads it; that stays so until the case comes back to Level 3.
      return isOpen && of.level === 2;
    case 'undelivered':
      return isOpen;
    case 'refresh':
    case 'mail':
      return true;
  }
}

const lastDeparture = ({ timeline }: Case) => timeline.findLast(({ kind }) => kind === 'assignee-left');
