import { directoryOf } from '../../../src/domain/directory/directory';
import type { Directory, Group, Person } from '../../../src/domain/directory/directory';

const FIRST_NAMES = ['Avery', 'Blake', 'Casey', 'Devon', 'Ellis', 'Finley', 'Harper', 'Jules', 'Kendall', 'Logan', 'Marlow', 'Noel', 'Quinn', 'Reese', 'Sage', 'Tatum', 'Wren']; // prettier-ignore
/** Trees and stones: nobody is meant. */
const LAST_NAMES = ['Alder', 'Basalt', 'Cedar', 'Dolomite', 'Elder', 'Flint', 'Gneiss', 'Hazel', 'Ivywood', 'Juniper', 'Larch', 'Marble', 'Oakmoss', 'Pumice', 'Rowan', 'Slate', 'Tamarack', 'Willowby', 'Yewdale']; // prettier-ignore

/** The nth invented name; 323 of them before one comes again. */
export const nthName = (nth: number): { readonly first: string; readonly last: string } => ({
  first: FIRST_NAMES[nth % FIRST_NAMES.length] ?? '',
  last: LAST_NAMES[nth % LAST_NAMES.length] ?? '',
});

/** How many agents beside the demo's own each group of a level has. */
const MORE_AGENTS: Readonly<Record<Group['level'], number>> = { 1: 14, 2: 9, 3: 6, 'program-office': 0 };

/**
 * The agency's directory: the demo's people and groups, with colleagues of the agents in every group that works cases,
 * so that the work of two years is done by as many as it takes. All of them are invented.
 */
export function withColleagues(demo: Pick<Directory, 'groups' | 'people'>): Directory {
  const people: Person[] = [...demo.people];
  const groups = demo.groups.map((group) => {
    const [known] = demo.people.filter(({ id }) => group.agents.includes(id));
    const domain = known?.email.split('@')[1] ?? 'agency.example';
    const colleagues = Array.from({ length: MORE_AGENTS[group.level] }, () => {
      const nth = people.length;
      const { first, last } = nthName(nth);
      const id = `00000000-0000-4000-8000-${String(100_000_000 + nth).padStart(12, '0')}`;
      const email = `${first}.${last}@${domain}`.toLowerCase();
      const person: Person = { id, name: `${first} ${last}`, email, roles: [] };
      people.push(person);
      return id;
    });
    return { ...group, agents: [...group.agents, ...colleagues] };
  });
  return directoryOf(groups, people);
}
