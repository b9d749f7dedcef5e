import { notPermitted } from '../permissions';
import { no } from '../../kernel/refusal';
import { caseDecision, happens } from '../decision';
import { claimsAs } from './claims-as';

/**
 * A gatekeeper or supervisor of the group claims the case; in the MSCs that the policy names (Distribution,
 * Disposition) an agent of the group takes it themself (rule AS-1, DLAM 3000.05 E4 1.a and 1.c(2)(a)).
 */
export const decideClaim = caseDecision('case.claim', (subject, _form, by, context) => {
  const how = claimsAs(subject, by, context);
  return how === undefined
    ? no(notPermitted('case.claim', subject, context.directory))
    : happens({ kind: 'assigned', to: by.id, how });
});
