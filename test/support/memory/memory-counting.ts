import type { Case } from '../../../src/domain/cases/case';
import type { SlaState } from '../../../src/domain/metrics/open-figures';
import type { CaseCounting, OpenFilter } from '../../../src/ports/metrics';
import type { CaseRepository, SavedCase } from '../../../src/ports/cases';

/** What the figures need of cases, read from a record in memory: no case is ever looked up by an index here. */
export class MemoryCounting implements CaseCounting {
  readonly #counted = new Map<string, { readonly version: number; readonly sla: SlaState }>();

  constructor(private readonly cases: Pick<CaseRepository, 'get' | 'changedSince'>) {}

  async uncounted(limit: number): Promise<readonly SavedCase[]> {
    return (await this.changed(-Infinity, Infinity)).filter(({ counted }) => !counted).slice(0, limit);
  }

  async setCounted(number: string, version: number, sla: SlaState, again?: object): Promise<boolean> {
    const current = await this.find(number);
    if (current?.version !== version || (current.counted && again === undefined)) return false;
    this.#counted.set(number, { version, sla });
    return true;
  }

  async find(number: string) {
    const saved = await this.cases.get(number);
    return saved && { ...saved, counted: this.#counted.get(number)?.version === saved.version };
  }

  async changed(from: number, limit: number, after?: Pick<Case, 'number' | 'changedAt'>) {
    const all: (SavedCase & { readonly counted: boolean })[] = [];
    for await (const { number } of this.cases.changedSince(from)) {
      const found = await this.find(number);
      if (found !== undefined) all.push(found);
    }
    const place = ({ changedAt, number }: Pick<Case, 'number' | 'changedAt'>) =>
      `${String(changedAt).padStart(16, '0')} ${number}`;
    return all
      .filter((one) => after === undefined || place(one.state) > place(after))
      .sort((a, b) => (place(a.state) < place(b.state) ? -1 : 1))
      .slice(0, limit);
  }

  async countOpen(filter: OpenFilter): Promise<number> {
    return (await this.listOpen(filter, Infinity)).length;
  }

  async listOpen(filter: OpenFilter, limit: number, after?: Case): Promise<readonly Case[]> {
    const all = (await this.changed(-Infinity, Infinity)).map((one) => one.state);
    return all
      .filter((one) => one.state !== 'closed' && this.#passes(one, filter))
      .filter((one) => after === undefined || oldestFirst(one, after) > 0)
      .sort(oldestFirst)
      .slice(0, limit);
  }

  #passes(one: Case, filter: OpenFilter): boolean {
    const [first] = one.timeline;
    const start = first?.kind === 'opened' ? first.group : '';
    const checks = [
      filter.groups === undefined || filter.groups.includes(one.group),
      filter.group === undefined || one.group === filter.group,
      filter.assignee === undefined || one.assignee === filter.assignee,
      filter.sla === undefined || this.#counted.get(one.number)?.sla === filter.sla,
      filter.reason === undefined || one.details.reason === filter.reason,
      filter.startedIn === undefined || filter.startedIn.includes(start),
      one.openedAt >= (filter.openedFrom ?? -Infinity),
      one.openedAt < (filter.openedBefore ?? Infinity),
    ];
    return checks.every(Boolean);
  }
}

const oldestFirst = (a: Case, b: Case): number =>
  a.openedAt - b.openedAt || (a.number < b.number ? -1 : Number(a.number > b.number));
