import { FiguresFill } from '../fill/figures-fill';
import { BASIS } from '../../../src/metrics/basis';
import { METRIC_FACT } from '../../../src/metrics/metric-fact-record';
import { ROLLUP } from '../../../src/metrics/rollup-record';
import { holdEnvironment } from '../../../src/storage/environment-stamp';
import { CASE } from '../../../src/storage/repositories/case-record';
import { migrate } from '../../../src/storage/schema-version';
import { fillSqlite } from '../fill/sqlite-fill';
import type { FillEngine } from '../fill/sqlite-fill';
import type { Agency } from './agency';
import type { FilledCase } from './filled-case';
import type { Progress } from './story/progress';
import { countFrom, recordPeople } from './record-people';

/** Cases in their order, some at a time. */
export type Batches = Iterable<readonly FilledCase[]> | AsyncIterable<readonly FilledCase[]>;

/** How much of the time goes into the cases; the rest makes what they are found by. */
const CASES_SHARE = 0.8;
const FINISHING: Readonly<Record<string, string>> = {
  [CASE.name]: 'the words and indexes of the cases',
  [METRIC_FACT.name]: 'the indexes of what each case counts for',
  [ROLLUP.name]: 'the index of the figures',
};

/** Writes the whole agency into a new database in the directory: people, customers, cases and figures. */
export async function fillAgency(
  dataDir: string,
  agency: Agency,
  batches: Batches,
  progress: Progress,
): Promise<void> {
  const steps = Object.keys(FINISHING);
  await fillSqlite(
    dataDir,
    (engine) => write(engine, agency, batches, progress),
    (kind) => {
      const share = CASES_SHARE + ((1 - CASES_SHARE) * steps.indexOf(kind)) / steps.length;
      progress.at(share, `Making ${FINISHING[kind] ?? 'indexes'}`);
    },
  );
}

async function write(
  engine: FillEngine,
  agency: Agency,
  batches: Batches,
  progress: Progress,
): Promise<void> {
  const { cases: count, until } = agency.plan;
  const [cases, facts, rollups] = [engine.filled(CASE), engine.filled(METRIC_FACT), engine.filled(ROLLUP)];
  const basis = await engine.store(BASIS);
  await migrate(engine);
  await holdEnvironment(engine, 'training');
  await recordPeople(engine, agency);
  await countFrom(engine, count);
  const figures = new FiguresFill({ facts, rollups, basis, context: () => agency.worldAt(until) });
  let written = 0;
  for await (const batch of batches) {
    const inserts = batch.map(({ record }) => cases.insert(record.id, record));
    await Promise.all([...inserts, figures.addMarks(batch.flatMap(({ facts: its }) => its))]);
    written += batch.length;
    progress.at((CASES_SHARE * written) / count, `${said(written)} of ${said(count)} cases`);
  }
  await figures.finish();
}

const said = (number: number): string => number.toLocaleString('en-US');
