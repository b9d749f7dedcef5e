import type { Case } from '../../domain/cases/case';
import { actionsOf } from '../../domain/cases/actions-of';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonView, caseButton } from '../shared/button-view';
import type { AssignView } from '../shared/subject';
import { label } from '../shared/escape-text';

/** Claim sends no inputs, so that it works with nobody chosen; Assign sends the chosen member as `assignee`. */
export function assignView(of: Case, shown: boolean, context: DomainContext): AssignView {
  const possible = shown ? actionsOf(of) : [];
  const members = context.directory.members(of.group);
  const canClaim = possible.includes('case.claim');
  const canAssign = possible.includes('case.assign') && members.length > 0;
  const assign = caseButton('case.assign', of);
  return {
    canClaim,
    canAssign,
    members: members.map(({ id, name }) => ({ title: label(name), value: id })),
    assignActions: [
      ...(canClaim ? [buttonView(caseButton('case.claim', of), { style: 'positive' })] : []),
      ...(canAssign
        ? [buttonView({ ...assign, data: { ...assign.data, submitted: 'yes' } }, { inputs: 'auto' })]
        : []),
    ],
  };
}
