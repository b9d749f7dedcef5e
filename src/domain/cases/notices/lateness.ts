import { clocksOf } from '../clocks/clocks-of';
import type { Case } from '../case';
import type { World } from '../../kernel/world';
import type { Notice } from './notice';

const MINUTE_MS = 60_000;

/**
 * Why a notice was posted late: `swept`, what fell due was noted late (Casekeeper was down or behind); `refused`, Teams
 * did not take it; `no-address`, its channel was not connected or the person had not met the bot; `waited`, it was
 * noted in time and left late for none of these (Casekeeper was down or had much to send).
 */
type LateCause = 'swept' | HeldUp | 'waited';
/** What held up the delivery of a notice, where something did. */
export type HeldUp = 'refused' | 'no-address';

/** By how much a notice was posted after what it tells fell due, milliseconds, and why, in the order in which it came. */
export interface Lateness {
  readonly ms: number;
  readonly causes: readonly LateCause[];
}

/**
 * Whether a warning, breach or escalation that is posted now comes later than it fell due by more than the policy's
 * figure (`lateNoticeMinutes`). It was noted at the notice's `madeAt`: what lies before is the sweep's, what lies after
 * the delivery's, of which `held` tells the cause. A part is named where it alone is above the figure, else the greater.
 */
export function latenessOf(
  { subject, madeAt }: Notice,
  held: HeldUp | undefined,
  of: Case,
  world: World,
): Lateness | undefined {
  const fellDueAt = dueOf(subject, of, world);
  if (fellDueAt === undefined) return undefined;
  const limit = world.policies.at(of.openedAt).lateNoticeMinutes * MINUTE_MS;
  const ms = world.now - fellDueAt;
  if (ms <= limit) return undefined;
  const swept = madeAt - fellDueAt;
  const waited = world.now - madeAt;
  const delivery: LateCause = held ?? 'waited';
  const causes: LateCause[] = [];
  if (swept > limit) causes.push('swept');
  if (waited > limit) causes.push(delivery);
  return { ms, causes: causes.length > 0 ? causes : [swept >= waited ? 'swept' : delivery] };
}

function dueOf(subject: Notice['subject'], of: Case, world: World): number | undefined {
  if (subject.kind === 'breach') return subject.dueAt;
  if (subject.kind !== 'warning' && subject.kind !== 'escalation') return undefined;
  const clock = clocksOf(of, world).find(({ key }) => key === subject.clock);
  return subject.kind === 'warning' ? clock?.warnAt : clock?.escalateAt;
}
