import { z } from 'zod/v4';
import type { Span } from '../domain/metrics/days';
import { keyedById } from '../storage/store';

/** A month whose plans were all asked for and reviewed; its id is the month. */
export interface RoundRecord {
  readonly month: Span;
  /** Epoch milliseconds of business time. */
  readonly doneAt: number;
}

export const PLAN_ROUND = keyedById<RoundRecord>({
  name: 'planround',
  shape: z.looseObject({ month: z.string(), doneAt: z.number() }),
});
