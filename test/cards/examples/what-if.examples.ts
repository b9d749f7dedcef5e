import { periodOf } from '../../../src/domain/metrics/days';
import type { Tried } from '../../../src/domain/metrics/scorecard';
import type { Scope } from '../../../src/domain/metrics/summary';
import type { WhatIf } from '../../../src/domain/metrics/what-if';
import type { Example } from '../../../src/cards/shared/presented';
import { worldAt } from './example-context';

const QUARTER = periodOf({ from: '2026-07-01', to: '2026-09-30' }, 'America/New_York');
const group = (key: string, name: string): Scope => ({ kind: 'group', key, name });

const row = (scope: Scope, count: number, now: number, then: number): Tried => {
  const share = (met: number) => ({ count, met, ...(count === 0 ? {} : { percent: (met * 100) / count }) });
  return { scope, now: share(now), then: share(then) };
};

const ENTERPRISE: WhatIf = {
  scope: { kind: 'enterprise', name: 'Enterprise' },
  period: QUARTER,
  measure: 'enterprise-crt',
  days: 6,
  goal: { percent: 85, days: 8 },
  tried: [
    row({ kind: 'enterprise', name: 'Enterprise' }, 1_204, 1_025, 858),
    row(group('cic', 'Customer Interaction Center'), 611, 590, 571),
    row(group('av-l2', 'Aviation Customer Operations'), 302, 241, 166),
    row(group('av-l3', 'Aviation Supplier Operations'), 118, 81, 54),
    row(group('di-l2', 'Distribution Customer Operations'), 172, 112, 66),
    row(group('en-l2', 'Energy Customer Operations'), 1, 1, 1),
  ],
};

const many = Array.from({ length: 40 }, (_, nth) =>
  row(
    group(`g${nth}`, `Assignment group number ${nth + 1} of an installation with a long name`),
    50 + nth,
    45,
    40 - (nth % 9),
  ),
);

/** Another goal tried: harder, easier, the same, on one group, on many, and on nothing. */
export const whatIfExamples: readonly Example<'what-if'>[] = [
  { name: 'harder', context: worldAt(), value: { card: 'what-if', whatIf: ENTERPRISE } },
  {
    name: 'easier-one-group',
    context: worldAt(),
    value: {
      card: 'what-if',
      whatIf: {
        ...ENTERPRISE,
        scope: group('av-l3', 'Aviation Supplier Operations'),
        measure: 'level-2-and-3-crt',
        days: 20,
        goal: { percent: 85, days: 16 },
        tried: [row(group('av-l3', 'Aviation Supplier Operations'), 118, 97, 104)],
      },
    },
  },
  {
    name: 'as-it-is',
    context: worldAt(),
    value: {
      card: 'what-if',
      whatIf: {
        ...ENTERPRISE,
        days: 8,
        tried: ENTERPRISE.tried.map(({ scope, now }) => ({ scope, now, then: now })),
      },
    },
  },
  {
    name: 'many-groups',
    context: worldAt(),
    value: {
      card: 'what-if',
      whatIf: { ...ENTERPRISE, tried: [row(ENTERPRISE.scope, 2_780, 1_800, 1_450), ...many] },
    },
  },
  {
    name: 'counting-goes-on',
    context: worldAt(),
    value: { card: 'what-if', whatIf: { ...ENTERPRISE, asOf: worldAt().now } },
  },
  {
    name: 'nothing-to-count',
    context: worldAt(),
    value: { card: 'what-if', whatIf: { ...ENTERPRISE, tried: [row(ENTERPRISE.scope, 0, 0, 0)] } },
  },
];
