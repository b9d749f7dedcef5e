import type { Case } from './case';
import { projectCase } from './project-case';

/** A case as an act left it, when that was (epoch milliseconds), and whether anything happened to the case since. */
interface LeftCase {
  readonly case: Case;
  readonly at: number;
  readonly changedSince: boolean;
}

/**
 * The case as the act of this cause left it: what its first answer was made of (rule CA-11). Undefined where the act is
 * not in the timeline. That an email was accepted is no change: the answer said that it goes.
 */
export function leftBy(subject: Case, cause: string): LeftCase | undefined {
  const { number, timeline } = subject;
  // An act on two cases has its cause with the pair in each of them.
  const last = timeline.findLastIndex(
    (entry) => entry.cause === cause || entry.cause.startsWith(`${cause}|`),
  );
  const entry = timeline[last];
  if (entry === undefined) return undefined;
  const after = timeline.slice(last + 1);
  return {
    case: after.length === 0 ? subject : projectCase(number, timeline.slice(0, last + 1)),
    at: entry.at,
    changedSince: after.some(({ kind }) => kind !== 'mail-sent'),
  };
}
