import type { DomainContext } from '../domain/kernel/domain-context';
import type { CaseRepository } from '../ports/cases';
import type { CaseCounting, Metrics } from '../ports/metrics';
import type { PlanRepository } from '../ports/plans';
import type { Store } from '../storage/store';
import type { MetricFactRecord } from '../metrics/metric-fact-record';
import type { RollupRecord } from '../metrics/rollup-record';

/** What reports need. */
export interface ReportParts {
  readonly metrics: Pick<Metrics, 'scorecard' | 'series' | 'distribution' | 'openCases'>;
  readonly counting: Pick<CaseCounting, 'countOpen'>;
  readonly cases: Pick<CaseRepository, 'get'>;
  readonly plans: Pick<PlanRepository, 'open'>;
  readonly facts: Store<MetricFactRecord>;
  readonly rollups: Store<RollupRecord>;
  readonly context: () => DomainContext;
}
