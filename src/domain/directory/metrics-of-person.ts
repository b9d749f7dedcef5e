import { refusal, type Refusal } from '../kernel/refusal';
import type { Directory, Person, PersonId } from './directory';
import { runsGroup } from './who-runs';

/**
 * The refusal of one person's figures to someone who may not see them; undefined for who may: the person, who runs a group
 * of theirs, the program office, and the business process analyst of their MSC (rule AC-5). Figures of groups are everyone's.
 */
export function figuresPrecondition(id: PersonId, actor: Person, directory: Directory): Refusal | undefined {
  const groups = directory.groupsOf(id);
  const analyses = actor.roles.includes('business-process-analyst');
  const may =
    actor.id === id ||
    actor.roles.includes('program-office') ||
    groups.some((group) => runsGroup(actor, group) || (analyses && group.msc === actor.msc));
  if (may) return undefined;
  const who =
    'that person, a gatekeeper or supervisor of their group, their business process analyst, or the program office';
  return refusal('not-permitted', { action: 'A person’s metrics', who });
}
