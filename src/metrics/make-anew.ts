import type { Scope } from '../domain/metrics/summary';
import { MSC_NAMES } from '../domain/directory/directory';
import type { Recounting } from '../ports/metrics';
import { unlessUnreadable } from '../ports/unreadable-record';
import type { Where } from '../storage/store';
import { METRIC_FACT } from './metric-fact-record';
import { allOf } from '../storage/pages';
import type { MetricsParts } from './parts';
import { ROLLUP } from './rollup-record';

/**
 * Has a fact or a rollup made again that was damaged and is gone: the follower counts the case of the fact again, or the facts
 * below the rollup. Any other kind is left as it is. Safe to repeat.
 */
export async function makeAnew(
  { cases, facts }: { readonly cases: Recounting; readonly facts: MetricsParts['facts'] },
  kind: string,
  id: string,
): Promise<void> {
  if (kind === METRIC_FACT.name) await unlessUnreadable(cases.recount(id.split('|')[0] ?? ''));
  if (kind !== ROLLUP.name) return;
  const [span = '', scope = '', key = ''] = id.split('|');
  for (const where of metricFactsOf(span, scope as Scope['kind'], key))
    for (const { id: metricFactId, version, value } of await allOf(facts, where))
      if (value.unsettled === undefined)
        await facts.replace(metricFactId, version, { ...value, unsettled: 'new' });
}

/** The facts that a rollup is a sum of. */
function metricFactsOf(span: string, scope: Scope['kind'], key: string): readonly Where[] {
  const when = span.length === 7 ? { month: span } : { day: span };
  if (scope === 'enterprise') return Object.keys(MSC_NAMES).map((msc) => ({ msc, ...when }));
  return [{ [scope]: key, ...when }];
}
