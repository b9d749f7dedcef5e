import type { World } from '../domain/kernel/world';
import type { Log } from '../ports/log';
import type { CaseRepository } from '../ports/cases';
import type { Metrics } from '../ports/metrics';
import type { PlanRepository } from '../ports/plans';
import type { OnSetBack } from '../ports/time-source';
import type { Store } from '../storage/store';
import type { RoundRecord } from './round-record';

/** What the keeping of action plans works with. */
export interface PlanParts {
  readonly plans: PlanRepository;
  readonly rounds: Store<RoundRecord>;
  readonly metrics: Pick<Metrics, 'scorecard' | 'behind'>;
  readonly cases: Pick<CaseRepository, 'due'>;
  readonly world: () => World;
  readonly log: Log;
  /** Called when plans have something to tell, so that it leaves at once. */
  readonly changed: () => void;
  readonly onSetBack?: OnSetBack;
}
