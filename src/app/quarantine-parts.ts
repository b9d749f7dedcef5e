import type { QuarantineHooks } from '../notifications/quarantine/keep-quarantine';
import { QUARANTINE, quarantineOn } from '../notifications/quarantine/quarantine';
import { propagateToCase } from '../commands/cases/propagate-corrections';
import type { DomainContext } from '../domain/kernel/domain-context';
import { makeAnew } from '../metrics/make-anew';
import { METRIC_FACT } from '../metrics/metric-fact-record';
import type { TimeSource } from '../ports/time-source';
import type { Repositories } from '../storage/open-repositories';
import { CASE } from '../storage/repositories/case-record';
import { PERSON } from '../storage/repositories/directory-register';
import { GROUP } from '../storage/repositories/group-record';
import type { Engine } from '../storage/store';

/**
 * The quarantine for the alerts, with what follows when a record enters or leaves it: metrics rebuilt, the directory read,
 * corrections caught up.
 */
export async function quarantineParts(parts: {
  readonly engine: Engine;
  readonly repositories: Repositories;
  readonly wall: TimeSource;
  readonly context: () => DomainContext;
}) {
  const { engine, wall, context, repositories } = parts;
  const { cases, counting, customers, directories } = repositories;
  const facts = await engine.store(METRIC_FACT);
  const quarantineHooks: QuarantineHooks = {
    unreadable: (kind, id) => makeAnew({ cases: counting, facts }, kind, id),
    readable: async (kind, id) => {
      if (kind === GROUP.name || kind === PERSON.name) {
        directories.forget();
        await directories.refresh();
      }
      const saved = kind === CASE.name ? await cases.get(id) : undefined;
      // Corrections of the contact made while the case could not be read have not reached it.
      if (saved !== undefined && saved.state.state !== 'closed')
        await propagateToCase(saved.state, { ...context(), cases, customers });
    },
  };
  const quarantine = quarantineOn(await engine.store(QUARANTINE), wall);
  return { quarantine, unreadable: engine.unreadable, quarantineHooks };
}
