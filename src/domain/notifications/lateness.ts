import type { Notification } from '../kernel/notification';
import type { RecordClock } from '../kernel/record-clock';

const MINUTE_MS = 60_000;

/**
 * Why a notification was posted late: `swept`, what fell due was noted late (Casekeeper was down or behind); `refused`,
 * Teams did not take it; `no-address`, its channel was not connected or the person had not met the bot; `waited`, it was
 * noted in time and left late for none of these (Casekeeper was down or had much to send).
 */
type LateCause = 'swept' | HeldUp | 'waited';
/** What held up the delivery of a notification, where something did. */
export type HeldUp = 'refused' | 'no-address';

/** By how much a notification was posted after what it tells fell due, milliseconds, and why, in the order in which it came. */
export interface Lateness {
  readonly ms: number;
  readonly causes: readonly LateCause[];
}

/**
 * Whether a warning, breach or escalation that is posted now comes later than it fell due by more than the policy's
 * figure (`lateNoticeMinutes`). It was noted at its `madeAt`: what lies before is the sweep's, what lies after the
 * delivery's, of which `held` tells the cause. A part is named where it alone is above the figure, else the greater.
 */
export function latenessOf(
  notification: Notification,
  held: HeldUp | undefined,
  clocks: readonly RecordClock[],
  { now, lateNoticeMinutes }: { readonly now: number; readonly lateNoticeMinutes: number },
): Lateness | undefined {
  const fellDueAt = dueOf(notification, clocks);
  if (fellDueAt === undefined) return undefined;
  const limit = lateNoticeMinutes * MINUTE_MS;
  const ms = now - fellDueAt;
  if (ms <= limit) return undefined;
  const swept = notification.madeAt - fellDueAt;
  const waited = now - notification.madeAt;
  const delivery: LateCause = held ?? 'waited';
  const causes: LateCause[] = [];
  if (swept > limit) causes.push('swept');
  if (waited > limit) causes.push(delivery);
  return { ms, causes: causes.length > 0 ? causes : [swept >= waited ? 'swept' : delivery] };
}

function dueOf(
  { topic, clock: key, dueAt }: Notification,
  clocks: readonly RecordClock[],
): number | undefined {
  if (topic === 'breach') return dueAt;
  if (topic !== 'warning' && topic !== 'escalation') return undefined;
  const clock = clocks.find((one) => one.key === key);
  return topic === 'warning' ? clock?.warnAt : clock?.escalateAt;
}
