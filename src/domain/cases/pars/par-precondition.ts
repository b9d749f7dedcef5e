import type { Person } from '../../directory/directory';
import { BUTTON_TITLES, type CaseAction } from '../permissions';
import { refusal, type Refusal } from '../../kernel/refusal';
import type { DomainContext } from '../../kernel/domain-context';
import type { Case } from '../case';
import { possibleFor } from '../possible-for';
import { parKeepsOpen } from './par-record';

/**
 * The refusal of resolving and closing while a PAR keeps the case open, whatever is written with it, with what the person
 * can do about the PAR (rules CL-4, CL-8); undefined where none does.
 */
export function parPrecondition(
  action: CaseAction,
  subject: Case,
  by: Person,
  context: DomainContext,
): Refusal | undefined {
  const why = parKeepsOpen(subject);
  if (why === undefined) return undefined;
  const possible = possibleFor(subject, by, context).filter((each) => waysOn(subject).includes(each));
  const { number } = subject;
  return refusal('par-keeps-open', {
    number,
    action: BUTTON_TITLES[action],
    why,
    possible: possible.join(','),
  });
}

function waysOn({ state, openPar }: Case): readonly CaseAction[] {
  if (state === 'resolved') return ['case.reopen'];
  return openPar === undefined ? ['case.par'] : ['case.par-done', 'case.par-withdraw'];
}
