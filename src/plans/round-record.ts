import { z } from 'zod/v4';
import type { Span } from '../domain/metrics/days';
import type { RecordKind } from '../storage/store';

/** A month whose plans were all asked for and reviewed; its id is the month. */
export interface RoundRecord {
  readonly month: Span;
  /** Epoch milliseconds of business time. */
  readonly doneAt: number;
}

export const PLAN_ROUND: RecordKind<RoundRecord> = {
  name: 'planround',
  fields: {},
  indexes: [],
  indexed: () => ({}),
  shape: z.looseObject({ month: z.string(), doneAt: z.number() }),
};
