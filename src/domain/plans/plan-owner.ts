import type { SharedScope } from '../metrics/summary';
import { MSC_NAMES, type Directory, type Msc, type Person } from '../directory/directory';
import { runnersOf, whoRuns } from '../directory/who-runs';
import { refusal, type Refusal } from '../kernel/refusal';

const isOfProgramOffice = ({ roles }: Person): boolean => roles.includes('program-office');
const isAnalystOf =
  (msc: string) =>
  ({ roles, msc: own }: Person): boolean =>
    roles.includes('business-process-analyst') && own === msc;

/**
 * Who owns the measures of a scope, and is asked for their plans (rule ME-8): the enterprise's, with Level 1 in it, the
 * program office (E2 3.p); an MSC's the MSC (2.c), for whom its business process analysts act, who monitor its metrics
 * (4.d); a group's who runs it. Where there is nobody, the program office.
 */
export function ownersOf(scope: SharedScope, directory: Directory): readonly Person[] {
  const group = scope.kind === 'group' ? directory.group(scope.key) : undefined;
  if (group !== undefined) return runnersOf(group, directory);
  const analysts = scope.kind === 'msc' ? directory.people.filter(isAnalystOf(scope.key)) : [];
  return analysts.length > 0 ? analysts : directory.people.filter(isOfProgramOffice);
}

/** Whether a person may write and close the plans of a scope: who owns it, of a group also its MSC's analyst; the program office all. */
export function mayPlan(person: Person, scope: SharedScope, directory: Directory): boolean {
  if (isOfProgramOffice(person)) return true;
  const group = scope.kind === 'group' ? directory.group(scope.key) : undefined;
  if (group !== undefined && isAnalystOf(group.msc)(person)) return true;
  return ownersOf(scope, directory).some(({ id }) => id === person.id);
}

/** The refusal of someone else's plan, which names who could; undefined for who may. */
export const planPrecondition = (
  person: Person,
  scope: SharedScope,
  directory: Directory,
): Refusal | undefined =>
  mayPlan(person, scope, directory)
    ? undefined
    : refusal('not-permitted', {
        action: `An action plan for ${scope.name}`,
        who: whoPlans(scope, directory),
      });

/** Who could, in words: "a business process analyst of Aviation (Kim Lee), or the program office". */
function whoPlans(scope: SharedScope, directory: Directory): string {
  const analystsOf = (msc: Msc): string => {
    const names = directory.people.filter(isAnalystOf(msc)).map(({ name }) => name);
    const named = names.length === 0 ? '' : ` (${names.slice(0, 3).join(', ')})`;
    return `a business process analyst of ${MSC_NAMES[msc]}${named}`;
  };
  const group = scope.kind === 'group' ? directory.group(scope.key) : undefined;
  if (group !== undefined) {
    const analysts = group.msc === 'enterprise' ? '' : `${analystsOf(group.msc)}, `;
    return `${analysts}${whoRuns(group, directory)}`;
  }
  if (scope.kind === 'msc' && Object.hasOwn(MSC_NAMES, scope.key))
    return `${analystsOf(scope.key as Msc)}, or the program office`;
  return 'the program office';
}
