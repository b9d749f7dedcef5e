import { BUSINESS_DAY_MS } from '../calendar/calendars';
import { PRIORITIES, type Priority } from '../cases/details/details';
import { DEGREES, type Degree } from '../cases/satisfaction/degree';
import { isClosure, neverDoneSince, type MetricFact } from './metric-fact';

/**
 * What one fact says for the figure that it is behind, in business milliseconds: resolved in `elapsedMs`, which is `overMs`
 * more than the goal (negative: less); done `lateMs` after the due instant (negative: before it); never done, due at an
 * instant; answered.
 */
export type FactVerdict =
  | { readonly kind: 'resolved'; readonly met: boolean; readonly elapsedMs: number; readonly overMs: number }
  | { readonly kind: 'done'; readonly met: boolean; readonly lateMs: number }
  | { readonly kind: 'never-done'; readonly met: false; readonly dueAt: number }
  | { readonly kind: 'answered'; readonly met: boolean; readonly degree: Degree };

/** Reads a fact as the figure counts it; `goalDays` is the goal of a measure of resolution. */
export function factVerdict(fact: MetricFact, goalDays = 0): FactVerdict {
  const { list, met, worse } = fact;
  if (isClosure(list)) {
    const overMs = worse - goalDays * BUSINESS_DAY_MS;
    return { kind: 'resolved', met: overMs <= 0, elapsedMs: worse, overMs };
  }
  const degree = String(5 - worse);
  if (list === 'satisfaction' && degree in DEGREES)
    return { kind: 'answered', met, degree: degree as Degree };
  const dueAt = neverDoneSince(fact);
  return dueAt === undefined
    ? { kind: 'done', met, lateMs: worse }
    : { kind: 'never-done', met: false, dueAt };
}

/** The priority that a fact was counted under; undefined where its list has none. */
export const priorityOfFact = ({ list }: MetricFact): Priority | undefined =>
  PRIORITIES.find((priority) => list.endsWith(`/${priority}`));
