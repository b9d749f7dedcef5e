import { createSecretKey } from 'node:crypto';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import { signedLinks } from '../../../src/web/signed-links';
import { BASIS } from '../../../src/metrics/basis';
import { METRIC_FACT } from '../../../src/metrics/metric-fact-record';
import { metricsOf } from '../../../src/metrics/metrics';
import { ROLLUP } from '../../../src/metrics/rollup-record';
import type { Log } from '../../../src/ports/log';
import { reportsOf } from '../../../src/reports/reports';
import type { StoredReportOrders } from '../../../src/storage/repositories/report-orders';
import { MemoryCases } from './memory-cases';
import { MemoryCounting } from './memory-counting';
import { memoryPlans, memoryReportOrders } from './memory-records';
import { memoryStore } from './memory-store';

const nothing = (): void => undefined;
const SILENT: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** What a test may say otherwise. */
interface MemoryReportsOptions {
  readonly cases?: MemoryCases;
  readonly base?: () => string | undefined;
  readonly log?: Log;
  readonly orders?: StoredReportOrders;
}

/** Reports on stores in memory, with the figures of the cases there. */
export function memoryReports(context: () => DomainContext, options: MemoryReportsOptions = {}) {
  const { cases = new MemoryCases(), base = () => 'https://cases.example.mil', log = SILENT } = options;
  const counting = new MemoryCounting(cases);
  const stores = { facts: memoryStore(METRIC_FACT), rollups: memoryStore(ROLLUP), basis: memoryStore(BASIS) };
  const { orders = memoryReportOrders() } = options;
  const metrics = metricsOf({ cases: counting, ...stores, context, log, wall: { now: () => 0 } });
  const plans = memoryPlans();
  const keys = { current: createSecretKey(Buffer.alloc(32, 7)), former: [] };
  const links = signedLinks(() => Promise.resolve(keys));
  const parts = { plans, metrics, counting, cases, ...stores, context, links, log, orders, base };
  return { cases, stores, metrics, links, orders, parts, reports: reportsOf(parts) };
}
