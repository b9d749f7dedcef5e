import type { Person } from '../directory/directory';
import type { DomainContext } from '../kernel/domain-context';
import { actionsOf } from './actions-of';
import type { Case } from './case';
import { claimsAs } from './decisions/claims-as';
import { asksInVain } from './decisions/closing-approval';
import { acknowledgeable } from './escalation/acknowledgeable';
import { level3Lateness } from './escalation/level-3-lateness';
import { mayAct, type CaseAction } from './permissions';

type InVain = (subject: Case, by: Person | undefined, context: DomainContext) => boolean;

/** What is refused whatever is written with it, though state, level, and role allow it. */
const IN_VAIN: Readonly<Partial<Record<CaseAction, InVain>>> = {
  'case.claim': (subject, by, context) => by !== undefined && claimsAs(subject, by, context) === undefined,
  'case.close': (subject, by, context) => by !== undefined && asksInVain(subject, by, context),
  'case.acknowledge': (subject, by, context) => acknowledgeable(subject, by, context).length === 0,
  'case.ask-supervisors': (subject, _by, context) => level3Lateness(subject, context).missed.length === 0,
};

/**
 * What the person may do to the case as it is, the most useful first, and nothing that is sure to be refused. Where who
 * looks is not known, what anybody could do.
 */
export const possibleFor = (
  subject: Case,
  by: Person | undefined,
  context: DomainContext,
): readonly CaseAction[] =>
  actionsOf(subject).filter(
    (action) =>
      (by === undefined || mayAct(action, by, subject, context.directory).ok) &&
      IN_VAIN[action]?.(subject, by, context) !== true,
  );
