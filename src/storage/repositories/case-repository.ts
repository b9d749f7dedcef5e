import type { Case } from '../../domain/cases/case';
import { nsnOfAccount } from '../../domain/cases/case-index';
import { caseType } from '../../domain/cases/case-type';
import type { CaseEvent } from '../../domain/cases/timeline';
import { askedWords } from '../../domain/kernel/text/search-words';
import type { CaseFilter, CaseRepository } from '../../ports/cases';
import type { Store, Stored } from '../store';
import { StoredRecords } from '../stored-records';
import { pagesOf } from '../pages';
import { listCases } from './case-list';
import { caseOf, type CaseRecord } from './case-record';
import type { Counters } from './counters';

const SIMILAR = 20;
const PAGE = 200;

/** Cases on a store. */
export class StoredCases extends StoredRecords<Case, CaseEvent> implements CaseRepository {
  constructor(
    private readonly cases: Store<CaseRecord>,
    counters: Counters,
  ) {
    super(caseType, cases, counters);
  }

  async list(filter: CaseFilter, limit: number): Promise<readonly Case[]> {
    return casesOf(await listCases(this.cases, filter, limit));
  }

  async withWords(text: string, limit: number): Promise<readonly Case[]> {
    return casesOf(await this.cases.search(askedWords(text), limit));
  }

  async similar(to: Parameters<CaseRepository['similar']>[0]): Promise<readonly Case[]> {
    const asked = [
      to.pr === undefined ? [] : { openPrNumber: to.pr },
      to.requisition === undefined ? [] : { openRequisition: to.requisition },
      to.nsn === undefined ? [] : { openNsn: nsnOfAccount(to.account, to.nsn) },
    ].flat();
    const found = await Promise.all(asked.map((where) => this.cases.find({ where, limit: SIMILAR })));
    const byNumber = new Map(found.flat().map((stored) => [stored.id, stored]));
    return casesOf([...byNumber.values()]).sort((a, b) => a.openedAt - b.openedAt);
  }

  async ofAccount(code: string, limit: number): Promise<readonly Case[]> {
    const found = await Promise.all([true, false].map((open) => this.#ofAccount(code, open, limit)));
    return casesOf(found.flat().slice(0, limit));
  }

  async openOfAccount(code: string, limit: number): Promise<readonly Case[]> {
    return casesOf(await this.#ofAccount(code, true, limit));
  }

  async *changedSince(from: number): AsyncIterable<Case> {
    // A case that changes while the pages are read moves to their end and would come again.
    const given = new Set<string>();
    const query = { where: { changedAt: { from } }, sort: { field: 'changedAt' }, limit: PAGE };
    for await (const page of pagesOf(this.cases, query, ({ value }) => caseOf(value).changedAt))
      for (const { id, value } of page) {
        if (given.has(id)) continue;
        given.add(id);
        yield caseOf(value);
      }
  }

  #ofAccount(account: string, open: boolean, limit: number) {
    return this.cases.find({
      where: { account, open },
      sort: { field: 'openedAt', descending: true },
      limit,
    });
  }
}

const casesOf = (found: readonly Stored<CaseRecord>[]): Case[] => found.map(({ value }) => caseOf(value));
