import type { z } from 'zod/v4';
import { PRIORITIES } from '../cases/details/details';
import { CENTER_ITEM } from '../cases/escalation/read-center';
import { DEFAULT_POLICY } from './default-policy';
import { overridePolicy } from './override-policy';
import { policiesByDate } from './policies-by-date';
import type { ChecklistItem, Policies, Policy } from './policy';
import { policyOverride } from './policy-schema';

/** What is wrong in a site's policy file: where, as a path of keys, and why. */
export interface PolicyFault {
  readonly path: string;
  readonly reason: string;
}
type LoadedPolicies =
  | { readonly ok: true; readonly policies: Policies }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] };

/**
 * The policies of a site: the default, changed by what its policy file says (any part of it; a list of such parts for
 * changes by date, each with the day `from` which it holds and on top of the one before). Never throws: all faults
 * are given at once.
 */
export function policiesOf(override?: unknown): LoadedPolicies {
  const isList = Array.isArray(override);
  const given: readonly unknown[] = isList ? override : override === undefined ? [] : [override];
  const faults: PolicyFault[] = [];
  let all: readonly [Policy, ...Policy[]] = [DEFAULT_POLICY];
  given.forEach((part, index) => {
    const under = isList ? [String(index)] : [];
    const parsed = policyOverride.safeParse(part);
    if (!parsed.success) {
      faults.push(...faultsOf(parsed.error, under));
      return;
    }
    const [first, ...rest] = all;
    const latest = rest.at(-1) ?? first;
    const changed = overridePolicy(latest, parsed.data);
    faults.push(...contradictionsOf(changed, under), ...orderFaults(parsed.data.from, latest, index, under));
    all = parsed.data.from === undefined ? [changed] : [first, ...rest, changed];
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, policies: policiesByDate(...all) };
}

const pathOf = (under: readonly string[], keys: readonly PropertyKey[]): string =>
  [...under, ...keys.map(String)].join('.') || '(root)';

function faultsOf(error: z.ZodError, under: readonly string[]): readonly PolicyFault[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathOf(under, [...issue.path, key]),
        reason: "isn't recognized",
      }));
    }
    const reason = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
    return [{ path: pathOf(under, issue.path), reason }];
  });
}

/**
 * What no single row shows: bands that leave a gap or meet, a number that has no length, a site issue without its center,
 * no reason left to choose.
 */
function contradictionsOf(policy: Policy, under: readonly string[]): readonly PolicyFault[] {
  const faults: PolicyFault[] = [];
  for (const level of [2, 3] as const) {
    const bands = PRIORITIES.map((priority) => policy.bands[level][priority]);
    const ends = [0, ...bands.map((band) => band.last)];
    const whole = bands.every(
      (band, index) => band.first === (ends[index] ?? 0) + 1 && band.first <= band.last,
    );
    if (whole && ends.at(-1) === 15) continue;
    const found = bands.map((band) => `${band.first}-${band.last}`).join(', ');
    const reason = `must cover IPD 1 to 15 once each, from emergency to low; found ${found}`;
    faults.push({ path: pathOf(under, ['bands', level]), reason });
  }
  for (const kind of ['pr', 'par'] as const) {
    const { min, max } = policy.numbers[kind];
    if (min > max)
      faults.push({
        path: pathOf(under, ['numbers', kind]),
        reason: `must not have min ${min} above max ${max}`,
      });
  }
  for (const [msc, { 'distribution-center': items }] of Object.entries(policy.checklists)) {
    const asked = ({ key, when }: ChecklistItem) =>
      key === CENTER_ITEM && (when === 'always' || when === 'site-issue');
    if (items.length === 0 || items.some(asked)) continue;
    const path = pathOf(under, ['checklists', msc, 'distribution-center']);
    const reason = `must always have an item with the key ${CENTER_ITEM}, where people choose the center`;
    faults.push({ path, reason });
  }
  if (Object.keys(policy.reasons).length === 0) {
    faults.push({ path: pathOf(under, ['reasons']), reason: 'must keep at least one reason' });
  }
  return faults;
}

function orderFaults(
  from: string | undefined,
  latest: Policy,
  index: number,
  under: readonly string[],
): readonly PolicyFault[] {
  const path = pathOf(under, ['from']);
  if (from === undefined) {
    return index === 0 ? [] : [{ path, reason: 'is needed for every change after the first' }];
  }
  if (from > latest.from) return [];
  return [{ path, reason: `must be after ${latest.from}, when the policy before it takes effect` }];
}
