import type { QuarantineHooks } from './alerts/quarantine/keep-quarantine';
import { carryToCase } from './commands/carry-corrections';
import type { World } from './domain/world';
import { makeAnew } from './metrics/make-anew';
import type { MarkRecord } from './metrics/mark-record';
import type { Repositories } from './storage/open-repositories';
import { CASE } from './storage/repositories/case-record';
import { GROUP, PERSON } from './storage/repositories/directory-register';
import type { Engine, Store } from './storage/store';
import type { UnreadableRecords } from './storage/unreadable/unreadable-records';

/** What follows when a record comes into quarantine or is well again: figures made anew, the directory read, corrections caught up. */
export function quarantineParts(parts: {
  readonly engine: Engine;
  readonly repositories: Repositories;
  readonly marks: Store<MarkRecord>;
  readonly world: () => World;
}): { readonly unreadable: UnreadableRecords; readonly quarantineHooks: QuarantineHooks } {
  const { engine, marks, world, repositories } = parts;
  const { cases, counting, customers, directories } = repositories;
  const quarantineHooks: QuarantineHooks = {
    unreadable: (kind, id) => makeAnew({ cases: counting, marks }, kind, id),
    readable: async (kind, id) => {
      if (kind === GROUP.name || kind === PERSON.name) {
        directories.forget();
        await directories.refresh();
      }
      const saved = kind === CASE.name ? await cases.get(id) : undefined;
      // What was corrected of the contact while the case could not be read did not come to it.
      if (saved !== undefined && saved.case.state !== 'closed')
        await carryToCase(saved.case, { ...world(), cases, customers });
    },
  };
  return { unreadable: engine.unreadable, quarantineHooks };
}
