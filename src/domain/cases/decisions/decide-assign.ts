import { caseDecision, happens } from '../decision';
import { readMember } from '../member';

/** A gatekeeper or supervisor of the group assigns the case to a member of it (rule AS-1). Field: `to`, a person's id. */
export const decideAssign = caseDecision('case.assign', (subject, form, by, context) => {
  const to = form.required('to', 'Choose the group member to assign the case to.', (id) =>
    readMember(id, subject.group, context.directory),
  );
  const read = form.complete({ to });
  if (!read.ok) return read;
  const how = read.value.to === by.id ? 'claimed' : 'assigned';
  return happens({ kind: 'assigned', to: read.value.to, how });
});
