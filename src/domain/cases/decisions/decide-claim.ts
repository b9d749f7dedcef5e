import { notPermitted, rolesOn } from '../permissions';
import { no } from '../../kernel/refusal';
import { caseDecision, happens } from '../decision';

/**
 * A gatekeeper or supervisor of the group claims the case; in the MSCs that the policy names (Distribution,
 * Disposition) an agent of the group takes it themself (rule AS-1, DLAM 3000.05 E4 1.a and 1.c(2)(a)).
 */
export const decideClaim = caseDecision('case.claim', (subject, _form, by, context) => {
  const roles = rolesOn(subject, by, context.directory);
  if (roles.includes('gatekeeper') || roles.includes('supervisor')) {
    return happens({ kind: 'assigned', to: by.id, how: 'claimed' });
  }
  const msc = context.directory.group(subject.group)?.msc;
  const takesThemself = context.policies.at(subject.openedAt).selfAssignment.some((each) => each === msc);
  return takesThemself
    ? happens({ kind: 'assigned', to: by.id, how: 'taken' })
    : no(notPermitted('case.claim', subject, context.directory));
});
