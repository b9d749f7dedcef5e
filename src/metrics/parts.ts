import type { DomainContext } from '../domain/kernel/domain-context';
import type { CaseCounting } from '../ports/metrics';
import type { Log } from '../ports/log';
import type { Store } from '../storage/store';
import type { BasisRecord } from './basis';
import type { MetricFactRecord } from './metric-fact-record';
import type { RollupRecord } from './rollup-record';

/** What the running parts of the metrics work with. */
export interface MetricsParts {
  readonly cases: CaseCounting;
  readonly facts: Store<MetricFactRecord>;
  readonly rollups: Store<RollupRecord>;
  readonly basis: Store<BasisRecord>;
  readonly context: () => DomainContext;
  readonly log: Log;
}
