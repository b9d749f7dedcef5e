import type { Expected } from './workload';

/** How often each notice is there. */
export function timesTaken(of: readonly { readonly notice: string }[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { notice: notification } of of) times.set(notification, (times.get(notification) ?? 0) + 1);
  return times;
}

/**
 * The lines (a case in a conversation) of which a notice first came before one that was made earlier. Left out are
 * arrivals, which look alike, and what was set aside and sent again: that comes when it is sent again.
 */
export function outOfOrder(
  expected: readonly Expected[],
  taken: readonly { readonly notice: string }[],
  deadLetter: ReadonlySet<string>,
): readonly string[] {
  const firstAt = new Map<string, number>();
  for (const [at, { notice: notification }] of taken.entries())
    if (!firstAt.has(notification)) firstAt.set(notification, at);
  const lastOf = new Map<string, number>();
  const wrong: string[] = [];
  for (const { notice: notification, line } of expected) {
    if (notification.endsWith('/arrival') || deadLetter.has(notification)) continue;
    const at = firstAt.get(notification) ?? -1;
    if (at < (lastOf.get(line) ?? -1)) wrong.push(`${notification} in ${line}`);
    lastOf.set(line, Math.max(at, lastOf.get(line) ?? -1));
  }
  return wrong;
}
