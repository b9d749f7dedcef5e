import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Agency, Plan } from './agency';
import { filledCases } from './filled-case';
import type { FilledCase } from './filled-case';
import { Maker } from './maker';
import type { Asked } from './worker';

/** So many cases are made, and written in one transaction, at a time. */
const BATCH = 500;
const MAX_WORKERS = 8;
/** So many batches each thread is ahead of what is written. */
const AHEAD = 3;

const asksOf = ({ cases }: Plan): readonly Asked[] =>
  Array.from({ length: Math.ceil(cases / BATCH) }, (_, nth) => ({
    from: nth * BATCH,
    before: Math.min((nth + 1) * BATCH, cases),
  }));

/** The cases of an agency, made here. */
export function* batchesOf(agency: Agency): Generator<readonly FilledCase[]> {
  for (const { from, before } of asksOf(agency.plan)) yield filledCases(agency, from, before);
}

/** The same in the same order, made by as many threads as the machine has processors. */
export async function* batchesByWorkers(plan: Plan): AsyncGenerator<readonly FilledCase[]> {
  const asks = asksOf(plan);
  const count = Math.min(availableParallelism(), MAX_WORKERS, asks.length);
  const file = join(__dirname, 'worker.js');
  const makers = Array.from({ length: count }, () => new Maker(file, plan));
  try {
    const coming = asks.slice(0, count * AHEAD).map((asked, nth) => makers[nth % count]?.make(asked));
    for (let nth = 0; nth < asks.length; nth += 1) {
      const batch = (await coming.shift()) ?? [];
      const next = asks[nth + count * AHEAD];
      if (next !== undefined) coming.push(makers[nth % count]?.make(next));
      yield batch;
    }
  } finally {
    await Promise.all(makers.map((maker) => maker.end()));
  }
}
