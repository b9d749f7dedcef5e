import type { Scope } from '../domain/metrics/summary';
import { MSC_NAMES } from '../domain/directory/directory';
import type { Recounting } from '../ports/metrics';
import { unlessUnreadable } from '../ports/unreadable-record';
import type { Where } from '../storage/store';
import { MARK } from './mark-record';
import { allOf } from '../storage/pages';
import type { MetricsParts } from './parts';
import { ROLLUP } from './rollup-record';

/**
 * Has a mark or a rollup made anew that was damaged and is gone: the follower counts the case of the mark again, or the marks
 * below the rollup. Any other kind is left as it is. Safe to repeat.
 */
export async function makeAnew(
  { cases, marks }: { readonly cases: Recounting; readonly marks: MetricsParts['marks'] },
  kind: string,
  id: string,
): Promise<void> {
  if (kind === MARK.name) await unlessUnreadable(cases.recount(id.split('|')[0] ?? ''));
  if (kind !== ROLLUP.name) return;
  const [span = '', scope = '', key = ''] = id.split('|');
  for (const where of marksOf(span, scope as Scope['kind'], key))
    for (const { id: markId, version, value } of await allOf(marks, where))
      if (value.unsettled === undefined) await marks.replace(markId, version, { ...value, unsettled: 'new' });
}

/** The marks that a rollup is a sum of. */
function marksOf(span: string, scope: Scope['kind'], key: string): readonly Where[] {
  const when = span.length === 7 ? { month: span } : { day: span };
  if (scope === 'enterprise') return Object.keys(MSC_NAMES).map((msc) => ({ msc, ...when }));
  return [{ [scope]: key, ...when }];
}
