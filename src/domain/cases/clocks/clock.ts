import type { RecordClock } from '../../kernel/record-clock';
import type { ClockKey, ClockKind } from './clock-key';

/**
 * One run of a clock of a case. `met`: the act that it asks for came in time or late (see `endedAt` against `dueAt`); `void`:
 * it ended without being due any more (moved to another group, closed). A breach that is none any more, because its due time
 * moved, does not count as missed (rule ME-11).
 */
export interface Clock extends RecordClock {
  readonly key: ClockKey;
  readonly kind: ClockKind;
  readonly rule: string;
  readonly days: number;
  /** The row of the policy it comes from, in words: "DLAM 3000.05 E4 2.f, Level 2 interim response, Emergency". */
  readonly source: string;
}
