import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import { policiesOf, type PolicyFault } from '../../../src/domain/policy/load-policy';
import type { Policies } from '../../../src/domain/policy/policy';

const loaded = (override?: unknown): Policies => {
  const result = policiesOf(override);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.policies;
};
const faults = (override: unknown): readonly PolicyFault[] => {
  const result = policiesOf(override);
  return result.ok ? [] : result.faults;
};
const now = Date.parse('2026-11-20T12:00:00Z');

describe("A site's policy", () => {
  it('is the default if the site sets nothing', () => {
    expect(loaded().at(now)).toEqual(DEFAULT_POLICY);
    expect(loaded({}).at(now)).toEqual(DEFAULT_POLICY);
  });

  it('changes one number, leaves the others, and marks it as its own', () => {
    const policy = loaded({ clocks: { interimResponse: { low: { days: 3 } } } }).at(now);
    expect(policy.clocks.interimResponse.low).toEqual({ days: 3, source: 'Site policy', from: '2024-12-23' });
    expect(policy.clocks.interimResponse.high).toEqual(DEFAULT_POLICY.clocks.interimResponse.high);
    expect(policy.clocks.recurringStatus).toEqual(DEFAULT_POLICY.clocks.recurringStatus);
  });

  it('can name its own source for a number', () => {
    const policy = loaded({ clocks: { parClosure: { days: 3, source: 'Local memo 7' } } }).at(now);
    expect(policy.clocks.parClosure).toMatchObject({ days: 3, source: 'Local memo 7' });
  });

  it('replaces one whole checklist and no other (ES-4)', () => {
    const item = { key: 'tank', label: 'Tank farm', meets: 'Name the tank farm.' };
    const counted = { ...item, key: 'gallons', example: 'Tank 3: 12', quantity: true };
    const policy = loaded({ checklists: { energy: { 'pre-award': [item, counted] } } }).at(now);
    const stamped = {
      when: 'always',
      input: 'finding',
      rule: 'ES-4',
      source: 'Site policy',
      from: '2024-12-23',
    };
    const items = policy.checklists.energy['pre-award'];
    expect(items).toEqual([
      { ...item, ...stamped },
      { ...counted, ...stamped },
    ]);
    expect(items[0]).not.toHaveProperty('example');
    expect(items[0]).not.toHaveProperty('quantity');
    expect(policy.checklists.energy['post-award']).toEqual(DEFAULT_POLICY.checklists.energy['post-award']);
  });

  it('adds, renames, and removes reasons (CA-8)', () => {
    const { reasons } = loaded({ reasons: { fuel: 'Fuel', billing: null, other: 'Else' } }).at(now);
    expect(reasons).toMatchObject({ fuel: 'Fuel', other: 'Else', backorder: 'Backorder' });
    expect(reasons).not.toHaveProperty('billing');
  });

  it('can change bands, goals, the share for the warning, and the lists', () => {
    const policy = loaded({
      bands: { 2: { medium: { last: 8 }, low: { first: 9 } } },
      goals: { enterpriseCrt: { days: 6 }, interimResponse: { percent: 95 } },
      warnAt: 0.5,
      closures: [{ date: '2026-12-24', name: 'Christmas Eve' }],
      justifications: [{ key: 'other', label: 'Another' }],
      selfAssignment: [],
    }).at(now);
    expect(policy.bands[2].medium).toMatchObject({ first: 4, last: 8, source: 'Site policy' });
    expect(policy.goals.enterpriseCrt).toMatchObject({ percent: 85, days: 6 });
    expect(policy.goals.interimResponse.percent).toBe(95);
    expect(policy).toMatchObject({ warnAt: 0.5, closures: [{ date: '2026-12-24' }], selfAssignment: [] });
    expect(policy.justifications).toEqual([{ key: 'other', label: 'Another' }]);
  });
});

describe("A site's Distribution Centers (ES-12)", () => {
  const depot = { key: 'depot-1', name: 'Depot One' };
  const centers = (...list: readonly unknown[]) => ({ distributionCenters: list });

  it('are its own list instead of the default (ES-12)', () => {
    expect(loaded(centers(depot)).at(now).distributionCenters).toEqual([depot]);
    expect(loaded().at(now).distributionCenters).toContainEqual({ key: 'ddsp', name: 'DDSP Susquehanna' });
  });

  it.each<[string, readonly unknown[], string]>([
    ['none', [], 'distributionCenters'],
    ['a key in capitals', [{ ...depot, key: 'DDSP' }], 'distributionCenters.0.key'],
    ['no name', [{ ...depot, name: ' ' }], 'distributionCenters.0.name'],
    ['a name too long for a choice', [{ ...depot, name: 'x'.repeat(61) }], 'distributionCenters.0.name'],
    ['a member that is not known', [{ ...depot, site: 'x' }], 'distributionCenters.0.site'],
    ['a key twice', [depot, { ...depot, name: 'Other' }], 'distributionCenters'],
    ['a name twice', [depot, { key: 'other', name: 'DEPOT ONE' }], 'distributionCenters'],
    ['a name that is the key of another', [depot, { key: 'other', name: 'Depot-1' }], 'distributionCenters'],
  ])('are refused at startup with %s (ES-12)', (_what, list, path) => {
    expect(faults(centers(...list)).map((fault) => fault.path)).toEqual([path]);
  });

  it('can include a center whose name is its key (ES-12)', () => {
    expect(faults(centers({ key: 'ddsp', name: 'DDSP' }))).toEqual([]);
  });

  it("require an item for choosing them in the direction's checklist (ES-12)", () => {
    const items = (...list: readonly object[]) => ({
      checklists: { energy: { 'distribution-center': list } },
    });
    const tank = { key: 'tank', label: 'Tank farm', meets: 'Name the tank farm.' };
    const center = { key: 'distribution-center', label: 'Center', meets: 'Choose the center.' };
    expect(faults(items())).toEqual([]);
    expect(faults(items(tank, center))).toEqual([]);
    for (const list of [[tank], [tank, { ...center, when: 'tech-blocked' }]])
      expect(faults(items(...list)).map(({ path }) => path)).toEqual([
        'checklists.energy.distribution-center',
      ]);
  });
});

describe('A policy with an effective date (RE-3)', () => {
  const policies = loaded([
    { warnAt: 0.6 },
    { from: '2026-07-01', clocks: { parClosure: { days: 4 } } },
    { from: '2026-10-01', clocks: { parClosure: { days: 3 } }, warnAt: 0.5 },
  ]);

  it('applies from midnight of that day in the default time zone', () => {
    const midnight = Date.parse('2026-07-01T00:00:00-04:00');
    expect(policies.at(midnight - 1).clocks.parClosure.days).toBe(5);
    expect(policies.at(midnight).clocks.parClosure).toMatchObject({ days: 4, from: '2026-07-01' });
  });

  it('builds on the one before it', () => {
    expect(policies.all.map((policy) => policy.warnAt)).toEqual([0.6, 0.6, 0.5]);
    expect(policies.at(now).clocks.parClosure.days).toBe(3);
  });

  it('applies to all earlier times if it is the first', () => {
    expect(policies.at(0)).toBe(policies.all[0]);
  });
});

describe('A fault in the policy file', () => {
  it.each<[string, unknown, string, RegExp]>([
    ['an unknown key', { clocks: { interim: {} } }, 'clocks.interim', /isn't recognized/],
    [
      'an unknown key of a row',
      { clocks: { parClosure: { day: 3 } } },
      'clocks.parClosure.day',
      /isn't recognized/,
    ],
    ['a wrong type', { clocks: { parClosure: { days: '3' } } }, 'clocks.parClosure.days', /number/],
    [
      'a figure below one',
      { clocks: { interimResponse: { low: { days: 0 } } } },
      'clocks.interimResponse.low.days',
      /1/,
    ],
    ['half a day', { clocks: { parClosure: { days: 0.5 } } }, 'clocks.parClosure.days', /int/],
    [
      'a date that does not exist',
      { closures: [{ date: '2026-02-30', name: 'x' }] },
      'closures.0.date',
      /must be a valid date/,
    ],
    ['a share of one', { warnAt: 1 }, 'warnAt', /1/],
    ['more than all', { goals: { enterpriseCrt: { percent: 101 } } }, 'goals.enterpriseCrt.percent', /100/],
    ['a band with a gap', { bands: { 2: { low: { first: 9 } } } }, 'bands.2', /4-7, 9-15/],
    ['bands that meet', { bands: { 3: { high: { last: 4 } } } }, 'bands.3', /2-4, 4-8/],
    ['an unknown MSC', { checklists: { navy: {} } }, 'checklists.navy', /isn't recognized/],
    [
      'a key twice',
      {
        justifications: [
          { key: 'a', label: 'A' },
          { key: 'a', label: 'B' },
        ],
      },
      'justifications',
      /duplicate key/,
    ],
    ['a bad key', { reasons: { 'Two words': 'x' } }, 'reasons.Two words', /lowercase letters/],
    [
      'an address that is none',
      { selfHelp: [{ title: 'x', url: 'fedmall', text: 'x' }] },
      'selfHelp.0.url',
      /https/,
    ],
    [
      'a script for an address',
      { selfHelp: [{ title: 'x', url: 'javascript:1', text: 'x' }] },
      'selfHelp.0.url',
      /https/,
    ],
    [
      'no reason left',
      { reasons: Object.fromEntries(Object.keys(DEFAULT_POLICY.reasons).map((key) => [key, null])) },
      'reasons',
      /at least one/,
    ],
    ['a day before the one it stands on', { from: '2024-12-23' }, 'from', /after 2024-12-23/],
    ['no day for a second change', [{}, { warnAt: 0.5 }], '1.from', /needed/],
    ['days out of order', [{ from: '2026-02-01' }, { from: '2026-01-01' }], '1.from', /after 2026-02-01/],
    ['no object at all', 'policy', '(root)', /object/],
    ['nothing', null, '(root)', /object/],
  ])('such as %s is refused with its path and reason', (_, override, path, reason) => {
    expect(faults(override)).toEqual([{ path, reason: expect.stringMatching(reason) }]);
  });

  it('is reported together with all the others', () => {
    const found = faults({ warnAt: 2, nope: 1, clocks: { parClosure: { days: -1 } } });
    expect(found.map(({ path }) => path).sort()).toEqual(['clocks.parClosure.days', 'nope', 'warnAt']);
  });
});
