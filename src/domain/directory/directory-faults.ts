import type { PersonId } from './directory';

/** What is wrong in a directory file: where ("groups[2].zone") and why, in words. */
export interface DirectoryFault {
  readonly path: string;
  readonly reason: string;
}

/** What the relations are checked of; each part is of the right shape already. */
interface DirectoryFile {
  readonly people: readonly {
    readonly aadObjectId: PersonId;
    readonly email: string;
    readonly roles: readonly string[];
    readonly msc?: string | undefined;
  }[];
  readonly groups: readonly {
    readonly key: string;
    readonly msc: string;
    readonly level: number | string;
    readonly gatekeepers: readonly string[];
    readonly supervisors: readonly string[];
    readonly agents: readonly string[];
    readonly escalation?: readonly string[] | undefined;
  }[];
}

/** The object id of everyone, by object id and by email address; a group may name its people by either. */
export function idsOf(people: DirectoryFile['people']): ReadonlyMap<string, PersonId> {
  return new Map(
    people.flatMap(({ aadObjectId, email }) => [
      [aadObjectId, aadObjectId],
      [email, aadObjectId],
    ]),
  );
}

/** What does not go together in a directory file: keys that stand twice, people of groups who are not there. */
export function relationFaults(file: DirectoryFile): readonly DirectoryFault[] {
  return [...duplicates(file), ...strangers(file), ...contradictions(file)];
}

function duplicates({ people, groups }: DirectoryFile): DirectoryFault[] {
  return [
    ...repeated(
      people.map(({ aadObjectId }) => aadObjectId),
      (index) => `people[${index}].aadObjectId`,
    ),
    ...repeated(
      people.map(({ email }) => email),
      (index) => `people[${index}].email`,
    ),
    ...repeated(
      groups.map(({ key }) => key),
      (index) => `groups[${index}].key`,
    ),
    ...groups.flatMap((each, at) =>
      roleLists(each).flatMap(([role, list]) => repeated(list, (index) => `groups[${at}].${role}[${index}]`)),
    ),
  ];
}

function repeated(values: readonly string[], pathAt: (index: number) => string): DirectoryFault[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    const key = value.toLowerCase();
    if (seen.has(key)) return [{ path: pathAt(index), reason: `${value} is listed twice` }];
    seen.add(key);
    return [];
  });
}

function strangers(read: DirectoryFile): DirectoryFault[] {
  const known = idsOf(read.people);
  return read.groups.flatMap((each, at) =>
    roleLists(each).flatMap(([role, list]) =>
      list.flatMap((name, index) =>
        known.has(name.toLowerCase())
          ? []
          : [
              {
                path: `groups[${at}].${role}[${index}]`,
                reason: `${name} isn't listed under people in this file`,
              },
            ],
      ),
    ),
  );
}

/** Levels 2 and 3 work for one command (escalation looks for its groups); an analyst sees one command (rule AC-5). */
function contradictions({ people, groups }: DirectoryFile): DirectoryFault[] {
  return [
    ...groups.flatMap(({ level, msc }, index) =>
      (level === 2 || level === 3) && msc === 'enterprise'
        ? [
            {
              path: `groups[${index}].msc`,
              reason: `a Level ${level} group belongs to one MSC, not to the enterprise`,
            },
          ]
        : [],
    ),
    ...people.flatMap(({ roles, msc }, index) =>
      roles.includes('business-process-analyst') && msc === undefined
        ? [
            {
              path: `people[${index}].msc`,
              reason: 'a business process analyst needs the MSC whose metrics they see',
            },
          ]
        : [],
    ),
  ];
}

const roleLists = ({ gatekeepers, supervisors, agents, escalation = [] }: DirectoryFile['groups'][number]) =>
  [
    ['gatekeepers', gatekeepers],
    ['supervisors', supervisors],
    ['agents', agents],
    ['escalation', escalation],
  ] as const;
