import { clocksOf } from '../domain/cases/clocks/clocks-of';
import { nextClockAt } from '../domain/kernel/record-clock';
import type { MetricFact } from '../domain/metrics/metric-fact';
import type { SavedCase } from '../ports/cases';
import { writeOver } from '../storage/repositories/keep';
import { BASIS_ID, basisOf, changedBetween, type BasisRecord } from './basis';
import type { MetricsParts } from './parts';
import { syncFacts } from './sync-facts';

/** Cases that are looked at in one go. */
const BATCH = 200;

type Recount = NonNullable<BasisRecord['recount']>;

/**
 * Counts cases again whose metrics were counted by something else than what holds now: a closure that was declared
 * afterwards, another zone, other timeframes, an older program (rule ME-11). It goes on where it ended, and answers
 * whether nothing of it is left. `known` gathers the facts that wait for their rollups, which `settle` makes.
 */
export async function recount(
  parts: MetricsParts,
  known: Set<string>,
  settle: () => Promise<void>,
  goOn: () => boolean,
): Promise<boolean> {
  const { basis: store, cases, log, context } = parts;
  for (;;) {
    const now = basisOf(context());
    const stored = await store.get(BASIS_ID);
    const record: BasisRecord = stored?.value ?? {};
    const whose = changedBetween(record.basis, now);
    if (whose === undefined && record.recount === undefined) return true;
    if (!goOn()) return false;
    // What was begun towards another basis begins again; the days that it changed stay told.
    const begun = record.recount;
    const same = begun !== undefined && changedBetween(begun.to, now) === undefined;
    const { changed } = begun ?? {};
    const at: Recount = same
      ? begun
      : {
          to: now,
          ...(begun === undefined ? {} : { whole: true }),
          ...(changed === undefined ? {} : { changed }),
        };
    const concerned = at.whole === true ? 'all' : (whose ?? 'all');
    const page = await cases.changed(0, BATCH, at.after);
    const facts: MetricFact[] = [];
    const numbers = new Set<string>();
    await Promise.all(page.filter((saved) => concerns(saved, concerned)).map((saved) => again(saved)));
    await settle();
    const next = progress(at, page, facts, numbers.size);
    const ended = page.length < BATCH;
    const kept: BasisRecord = ended ? finished(record, next, context().now) : { ...record, recount: next };
    const written = await writeOver(store, BASIS_ID, stored, kept);
    // Another instance is working on it and continues from there.
    if (written.ok && ended) return true;

    async function again({ state: { number } }: SavedCase): Promise<void> {
      try {
        const saved = await cases.find(number);
        // What the metrics do not have yet is counted by what holds now anyway.
        if (saved?.counted !== true) return;
        const placed = await syncFacts(saved, parts, {
          changed: (fact) => {
            facts.push(fact);
            numbers.add(number);
          },
          nextDueAt: nextClockAt(clocksOf(saved.state, context())),
        });
        for (const one of placed ?? []) known.add(one);
      } catch (error) {
        log.error({ case: number, err: error }, 'A case could not be counted');
      }
    }
  }
}

const concerns = ({ state: { timeline } }: SavedCase, whose: 'all' | ReadonlySet<string>): boolean =>
  whose === 'all' || timeline.some((entry) => 'group' in entry && whose.has(entry.group ?? ''));

function progress(
  at: Recount,
  page: readonly SavedCase[],
  facts: readonly MetricFact[],
  cases: number,
): Recount {
  const last = page.at(-1)?.state;
  const after = last === undefined ? at.after : { changedAt: last.changedAt, number: last.number };
  const { changed } = at;
  const days = [changed?.from, changed?.to, ...facts.map(({ day }) => day)]
    .filter((day) => day !== undefined)
    .toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return {
    to: at.to,
    ...(at.whole === true ? { whole: true } : {}),
    ...(after === undefined ? {} : { after }),
    ...(from === undefined || to === undefined
      ? {}
      : { changed: { from, to, cases: (changed?.cases ?? 0) + cases } }),
  };
}

const finished = (record: BasisRecord, { to, changed }: Recount, at: number): BasisRecord => ({
  basis: to,
  ...(changed === undefined
    ? record.recounted === undefined
      ? {}
      : { recounted: record.recounted }
    : { recounted: { at, ...changed } }),
});
