import type { Case } from '../../domain/cases/case';
import type { SlaState } from '../../domain/metrics/open-figures';
import type { CaseCounting, OpenFilter, Recounting } from '../../ports/metrics';
import type { SavedCase } from '../../ports/cases';
import type { Store, Stored, Where } from '../store';
import { caseOf, type CaseRecord } from './case-record';
import { keep } from './keep';

const savedOf = ({ id, value, version }: Stored<CaseRecord>): SavedCase => ({
  id,
  state: caseOf(value),
  version,
});
const isCounted = ({ counted, timeline }: CaseRecord): boolean => counted?.entries === timeline.length;

const withCounted = (stored: Stored<CaseRecord>) => ({
  ...savedOf(stored),
  counted: isCounted(stored.value),
});

/** What the metrics need of the case records, on their store. */
export class StoredCounting implements CaseCounting, Recounting {
  constructor(private readonly cases: Store<CaseRecord>) {}

  async uncounted(limit: number): Promise<readonly SavedCase[]> {
    const query = { where: { uncounted: true }, sort: { field: 'changedAt' }, limit };
    return (await this.cases.find(query)).map(savedOf);
  }

  async setCounted(
    number: string,
    expectedVersion: number,
    sla: SlaState,
    again?: { readonly nextDueAt: number | undefined },
  ): Promise<boolean> {
    const stored = await this.cases.get(number);
    if (stored?.version !== expectedVersion) return false;
    const { value } = stored;
    const { nextDueAt: dueAt, ...rest } = value;
    const next = again === undefined ? dueAt : again.nextDueAt;
    if (isCounted(value)) {
      if (again === undefined) return false;
      if (value.counted?.sla === sla && next === dueAt) return true;
    }
    const counted = { entries: value.timeline.length, sla };
    const kept = { ...rest, counted, ...(next === undefined ? {} : { nextDueAt: next }) };
    return (await this.cases.replace(number, expectedVersion, kept)).ok;
  }

  async recount(number: string): Promise<void> {
    await keep(this.cases, number, (known) => {
      if (known === undefined) return undefined;
      const { counted, ...uncounted } = known;
      return counted === undefined ? undefined : uncounted;
    });
  }

  async find(number: string) {
    const stored = await this.cases.get(number);
    return stored && withCounted(stored);
  }

  async changed(from: number, limit: number, after?: Pick<Case, 'number' | 'changedAt'>) {
    const query = { where: { changedAt: { from } }, sort: { field: 'changedAt' }, limit };
    const found = await this.cases.find({
      ...query,
      after: after && { id: after.number, value: after.changedAt },
    });
    return found.map(withCounted);
  }

  countOpen(filter: OpenFilter): Promise<number> {
    return this.cases.count(whereOf(filter));
  }

  async listOpen(filter: OpenFilter, limit: number, after?: Case): Promise<readonly Case[]> {
    const query = { where: whereOf(filter), sort: { field: 'openedAt' }, limit };
    const found = await this.cases.find({
      ...query,
      after: after && { id: after.number, value: after.openedAt },
    });
    return found.map(({ value }) => caseOf(value));
  }
}

/** The index query; each of the three filters has an index for each scope. */
function whereOf(filter: OpenFilter): Where {
  const { group, groups, assignee, sla, reason, startedIn, openedFrom, openedBefore } = filter;
  const by = {
    ...(sla === undefined ? {} : { openSla: sla }),
    ...(reason === undefined ? {} : { openReason: reason }),
    ...(startedIn === undefined ? {} : { openStart: { in: startedIn } }),
  };
  const opened = {
    ...(openedFrom === undefined ? {} : { from: openedFrom }),
    ...(openedBefore === undefined ? {} : { before: openedBefore }),
  };
  return {
    ...(groups === undefined ? {} : { group: { in: groups } }),
    ...(group === undefined ? {} : { group }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(Object.keys(by).length === 0 ? { open: true } : by),
    ...(Object.keys(opened).length === 0 ? {} : { openedAt: opened }),
  };
}
