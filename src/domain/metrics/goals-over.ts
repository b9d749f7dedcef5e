import type { Policy } from '../policy/policy';
import type { DomainContext } from '../kernel/domain-context';
import type { Period } from './summary';

/** The goals by which a period is measured: those in force at its end, or now where it goes on. */
export const goalsOver = (
  { before }: Pick<Period, 'before'>,
  { now, policies }: Pick<DomainContext, 'now' | 'policies'>,
): Policy['goals'] => policies.at(Math.min(before - 1, now)).goals;
