import { caseType } from '../../domain/cases/case-type';
import { always, changeRecord } from '../../records/change-record';
import type { Case } from '../../domain/cases/case';
import { leavesCase } from '../../domain/cases/left/assignee-left';
import type { CaseEvent } from '../../domain/cases/timeline';
import { isMemberOf, type Departure } from '../../domain/directory/members/group-timeline';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { CaseRepository } from '../../ports/cases';
import type { DirectoryRegister } from '../../ports/directories';
import type { Log } from '../../ports/log';

const BATCH = 100;

/** What looking after the cases of a departure may use beside the context. */
interface Services extends DomainContext {
  readonly cases: CaseRepository;
  readonly directories: Pick<DirectoryRegister, 'current' | 'departures' | 'departed'>;
  readonly saved?: (number: string) => void;
}

/** The cases that a departure left for the gatekeeper, and those that went to the member who was named. */
export interface CasesOfDeparture {
  readonly left: readonly string[];
  readonly assigned: readonly string[];
}

/**
 * Looks after the open cases that a person who left a group has there (rule AC-7): each goes to the member who was named, or
 * is left for the gatekeeper, who is told. No save spans the group and the cases, so the group's record says that there
 * is something to do until it is done; doing it again changes nothing.
 */
export async function propagateDeparture(
  departure: Departure,
  services: Services,
): Promise<CasesOfDeparture> {
  const left: string[] = [];
  const assigned: string[] = [];
  const met = new Set<string>();
  for (;;) {
    const filter = { open: true, group: departure.group, assignee: departure.person } as const;
    const found = await services.cases.list(filter, BATCH + met.size);
    const toDo = found.filter(({ number }) => !met.has(number));
    if (toDo.length === 0) break;
    for (const { number } of toDo) {
      met.add(number);
      const kind = await carryTo(number, departure, services);
      if (kind === 'assignee-left') left.push(number);
      if (kind === 'reassigned') assigned.push(number);
    }
  }
  await services.directories.departed(departure);
  return { left, assigned };
}

/** Does so for all pending departures: after a process ended in between, and after a directory file changed. A failing one stops no other. */
export async function propagateDepartures({
  log,
  ...services
}: Services & { readonly log: Log }): Promise<void> {
  for (const departure of services.directories.departures()) {
    try {
      await propagateDeparture(departure, services);
    } catch (error) {
      log.error(
        { group: departure.group, err: error },
        'The cases of a person who left a group could not all be updated; it will be tried again',
      );
    }
  }
}

async function carryTo(
  number: string,
  departure: Departure,
  services: Services,
): Promise<CaseEvent['kind'] | undefined> {
  let event: CaseEvent | undefined;
  const decide = always((current: Case): readonly CaseEvent[] => {
    event = eventFor(current, departure, services);
    return event === undefined ? [] : [event];
  });
  const { by, cause } = departure;
  const kept = { type: caseType, records: services.cases };
  const { kind } = await changeRecord(kept, number, { by, cause, at: services.now }, decide, services);
  if (kind !== 'changed') return undefined;
  services.saved?.(number);
  return event?.kind;
}

/** Undefined where somebody else has the case meanwhile, it was closed, or who left belongs to the group again. */
function eventFor(subject: Case, departure: Departure, { directories }: Services): CaseEvent | undefined {
  const { person, casesTo } = departure;
  const directory = directories.current();
  const group = directory.group(departure.group);
  if (subject.state === 'closed' || subject.assignee !== person || subject.group !== departure.group)
    return undefined;
  if (group === undefined || isMemberOf(group, person)) return undefined;
  // Who was to get them may have left too.
  if (casesTo === undefined || !isMemberOf(group, casesTo)) return leavesCase(subject, person, directory);
  const name = directory.person(person)?.name ?? 'The assignee';
  const why = `${name} left ${group.name}.`;
  return { kind: 'reassigned', group: subject.group, level: subject.level, to: casesTo, why };
}
