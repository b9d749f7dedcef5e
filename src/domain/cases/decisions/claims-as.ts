import type { Person } from '../../directory/directory';
import type { DomainContext } from '../../kernel/domain-context';
import type { Case } from '../case';
import { rolesOn } from '../permissions';

/** How a member of the group would take the case: claimed by who runs it, taken by an agent where the policy lets them. */
export function claimsAs(subject: Case, by: Person, context: DomainContext): 'claimed' | 'taken' | undefined {
  const roles = rolesOn(subject, by, context.directory);
  if (roles.includes('gatekeeper') || roles.includes('supervisor')) return 'claimed';
  const msc = context.directory.group(subject.group)?.msc;
  const takesThemself = context.policies.at(subject.openedAt).selfAssignment.some((each) => each === msc);
  return takesThemself ? 'taken' : undefined;
}
