import { isMissed } from '../clocks/clock';
import { clocksOf } from '../clocks/clocks-of';
import type { Case } from '../case';
import type { World } from '../../kernel/world';
import type { Notice } from './notice';

/**
 * Whether a notice that waited for its address still says what is so: the clock runs still and nobody acknowledged its
 * breach, the case is open, it is with the group that it came to and nobody has it yet, the closing still waits for its
 * approval. What happened stays so while the case is open; its closing stays so afterwards.
 */
export function isStillTrue({ subject, to }: Notice, of: Case, world: World): boolean {
  const isOpen = of.closedAt === undefined;
  switch (subject.kind) {
    case 'warning':
    case 'breach':
    case 'escalation': {
      const clock = clocksOf(of, world).find(({ key }) => key === subject.clock);
      if (clock?.state !== 'running') return false;
      // The channel of a group hears of what its own group owes; who stands above it is told in person.
      if (to.kind === 'group' && to.group !== clock.group) return false;
      if (subject.kind === 'escalation') return clock.acknowledged === undefined;
      return isMissed(clock, world.now) === (subject.kind === 'breach');
    }
    case 'arrival':
      return isOpen && of.assignee === undefined && (to.kind !== 'group' || to.group === of.group);
    case 'assignee-left':
      return isOpen && of.assigneeLeft !== undefined && of.timeline[subject.entry] === lastDeparture(of);
    case 'approval':
      return isOpen && of.closingAsked !== undefined && of.timeline[subject.entry] === of.closingAsked;
    case 'told':
      return isOpen || of.timeline[subject.entry]?.kind === 'closed';
    case 'referred-back':
    case 'supervisors-asked':
      return isOpen && (to.kind !== 'group' || to.group === of.group);
    case 'recalled':
      // It went from the group that reads it; that stays so until the case comes back to Level 3.
      return isOpen && of.level === 2;
    case 'undelivered':
      return isOpen;
    case 'set-aside':
    case 'refresh':
    case 'mail':
      return true;
  }
}

const lastDeparture = ({ timeline }: Case) => timeline.findLast(({ kind }) => kind === 'assignee-left');
