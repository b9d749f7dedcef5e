import { metricsExamples } from '../examples/metrics.examples';
import { worldAt } from '../examples/example-context';
import { renderCard } from '../../../src/cards/shared/render';
import type { CaseFact } from '../../../src/domain/metrics/case-facts';
import { metricFactsOfCaseFact } from '../../../src/domain/metrics/metric-fact';
import { measuresOf } from '../../../src/domain/metrics/scorecard';
import type { Scorecard } from '../../../src/domain/metrics/scorecard';
import { AGE_BANDS } from '../../../src/domain/metrics/open-figures';
import { talliesOf } from '../../../src/domain/metrics/tally';
import { directoryOf } from '../../../src/domain/directory/directory';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import { nodesOf, textOf } from '../../support/card-nodes';
import { closure, outcome } from '../../support/facts';
import { aWorld } from '../../support/site';

const tallies = (facts: readonly CaseFact[]) =>
  talliesOf(facts.flatMap((fact) => metricFactsOfCaseFact(fact, aWorld())));
const OCTOBER = {
  from: Date.parse('2026-10-01T00:00-04:00'),
  before: Date.parse('2026-11-01T00:00-04:00'),
  name: 'October 2026',
};
const NONE_OPEN = {
  count: 0,
  byAge: AGE_BANDS.map(({ key, name }) => ({ key, name, count: 0 })),
  bySla: { missed: 0, warned: 0, 'in-time': 0 },
  topReasons: [],
};
const scorecard = (
  now: readonly CaseFact[],
  before: readonly CaseFact[] = [],
  change: Partial<Scorecard> = {},
): Scorecard => ({
  scope: { kind: 'enterprise', name: 'Enterprise' },
  period: OCTOBER,
  measures: measuresOf(tallies(now), tallies(before), DEFAULT_POLICY.goals),
  open: NONE_OPEN,
  ...change,
});
const drawn = (card: Scorecard, context: DomainContext = worldAt()) =>
  renderCard({ card: 'metrics', scorecard: card, plans: [] }, context);
/** All words of the card; no-break spaces are spaces. */
const wordsOf = (card: Scorecard): string => textOf(drawn(card).content).replaceAll('\u00a0', ' ');
const example = (name: string) => metricsExamples.find((one) => one.name === name)!;
/** What is pressed that is no button: each with its title and what it carries. */
const pressesOf = (card: Scorecard, context?: DomainContext) =>
  nodesOf(drawn(card, context).content).flatMap(({ selectAction }) =>
    typeof selectAction === 'object' ? [selectAction as { verb: string; data: Record<string, string> }] : [],
  );
const choicesOf = (card: Scorecard, id: string, context?: DomainContext) => {
  const input = nodesOf(drawn(card, context).content).find((node) => node['id'] === id)!;
  return input as unknown as {
    value: string;
    style: string;
    choices: readonly { title: string; value: string }[];
  };
};
const times = (count: number, fact: CaseFact): readonly CaseFact[] =>
  Array.from({ length: count }, () => fact);

describe('The scorecard card', () => {
  it('first says how many goals are met, then which are missed and by how much, worst first (ME-6)', () => {
    const late = { met: false, outcome: 'late' } as const;
    const facts = [
      ...[...times(8, closure(8)), ...times(2, closure(9))],
      ...[...times(1, outcome()), ...times(1, outcome(late))],
    ];
    const { summary } = drawn(scorecard(facts));
    expect(summary.replaceAll('\u00a0', ' ')).toBe(
      'Metrics, Enterprise, October 2026: 1 of 3 goals met. Missed: Level 2 assignment 50% of 100%; ' +
        'Case Resolution Time, Levels 1 to 3 80% of 85%. 0 cases open',
    );
    expect(wordsOf(scorecard(facts))).toContain('⚠ 1 of 3 goals met');
  });

  it('shows met, missed, better, worse, and same in words and signs, never by color alone (ME-2, ME-6)', () => {
    const words = wordsOf(example('month').value.scorecard);
    expect(words).toContain('79.9%\n⚠ missed');
    expect(words).toContain('89.9%\n✓ met');
    expect(words).toContain('187 of 234 cases · ▲ better than 78.6% before');
    expect(words).toContain('▼ worse than 93% before');
    expect(words).toContain('= the same as 100% before');
    expect(words).toContain('49 of 58 answers · nothing to count in the previous period');
  });

  it('says that there is nothing to count, not 0% or 100% (ME-6)', () => {
    const words = wordsOf(scorecard([]));
    expect(words).toContain('Nothing to count in this period');
    expect(words.match(/Nothing to count · Goal/gu)).toHaveLength(8);
    expect(words).not.toMatch(/\b0%|(?<!Goal )\b100%/u);
    expect(pressesOf(scorecard([]))).toEqual([]);
  });

  it('does not round a miss up to the goal (ME-1)', () => {
    const facts = [...times(8_499, closure(8)), ...times(1_501, closure(9))];
    expect(wordsOf(scorecard(facts))).toContain('84.99%\n⚠ missed');
  });

  it('shows Level 1’s contract metrics as not loaded, never as zero (ME-4)', () => {
    const words = wordsOf(scorecard([]));
    expect(words).toContain(
      'Level 1 contract metrics\nNot loaded: kept with the contract, not in Casekeeper\n–',
    );
  });

  it('separates interim responses by priority, each against the goal (ME-4, CK-1)', () => {
    const words = wordsOf(example('month').value.scorecard);
    expect(words).toContain('⚠ Emergency 60%\n3 of 5, missed');
    expect(words).toContain('✓ Medium 100%\n88 of 88, met');
    expect(words).toContain('Low\nnothing to count');
  });

  it('shows open cases by clocks, age, and reason, and marks the aged ones (ME-5)', () => {
    const words = wordsOf(example('month').value.scorecard);
    expect(words).toContain('48 open cases · 6 with a missed clock · 3 open for over 30 business days');
    expect(words).toContain('6\n⚠ Missed\n5\nDue soon\n37\nIn time');
    expect(words).toContain('14\nUp to 8\n22\nOver 8, up to 16\n9\nOver 16, up to 30\n3\n⚠ Over 30');
    expect(words).toContain('Expedite request\n17');
  });

  it('opens what is behind each metric with a titled press that carries only keys (ME-6)', () => {
    const presses = pressesOf(example('month').value.scorecard);
    const verbs = presses.map(({ verb }) => verb);
    expect(verbs.filter((verb) => verb === 'metrics.measure')).toHaveLength(7);
    expect(verbs.filter((verb) => verb === 'metrics.cases')).toHaveLength(3);
    expect(presses.find(({ data }) => data['measure'] === 'enterprise-crt')).toMatchObject({
      type: 'Action.Execute',
      title: 'Case Resolution Time, Levels 1 to 3: 79.9%, missed',
      data: { scope: 'msc:aviation', period: '2026-10', measure: 'enterprise-crt' },
      associatedInputs: 'none',
    });
    expect(presses.find(({ data }) => data['priority'] === 'emergency')?.['data']).toEqual({
      scope: 'msc:aviation',
      period: '2026-10',
      measure: 'interim-response',
      priority: 'emergency',
    });
    const open = presses.filter(({ verb }) => verb === 'metrics.open').map(({ data }) => data);
    expect(open).toHaveLength(3 + 4 + 5);
    expect(open).toContainEqual({ scope: 'msc:aviation', period: '2026-10', age: 'aged' });
  });

  it('offers every scope with the current one selected, and asks again with the new choice (ME-6)', () => {
    const { choices, value, style } = choicesOf(example('month').value.scorecard, 'scope');
    expect(value).toBe('msc:aviation');
    expect(style).toBe('compact');
    expect(choices.map((one) => one.value)).toEqual(
      expect.arrayContaining(['enterprise', 'me', 'msc:aviation', 'msc:distribution', 'group:av-l3']),
    );
    const [show] = drawn(example('month').value.scorecard).content['actions'] as readonly object[];
    expect(show).toMatchObject({ title: 'Show', verb: 'metrics.show', data: {}, associatedInputs: 'auto' });
  });

  it('offers the person whose metrics are shown, and the reader (ME-6)', () => {
    const { choices, value } = choicesOf(example('nothing-yet').value.scorecard, 'scope');
    expect(value).toBe('person:10000000-0000-4000-8000-000000000002');
    expect(choices[0]).toEqual({ title: 'Jordan Ellis', value });
    expect(choices).toContainEqual({ title: 'My own', value: 'me' });
  });

  it('offers a search among many groups, each identified by its key', () => {
    const { value, context } = example('all-missed');
    const { choices, style } = choicesOf(value.scorecard, 'scope', context);
    expect(style).toBe('filtered');
    expect(choices.filter((one) => one.value.startsWith('group:'))).toHaveLength(40);
    expect(choices.at(-1)?.title).toMatch(/^L2-HAZMAT-39/u);
  });

  it('offers the periods that leaders look at, by their days, and the current one if it is another (ME-6)', () => {
    const period = { ...OCTOBER, from: OCTOBER.from + 86_400_000, name: '2 October 2026 to 31 October 2026' };
    const { choices, value } = choicesOf(scorecard([], [], { period }), 'period');
    expect(value).toBe('2026-10-02..2026-10-31');
    expect(choices).toEqual([
      { title: '2 October 2026 to 31 October 2026', value: '2026-10-02..2026-10-31' },
      { title: 'This month · November 2026', value: '2026-11' },
      { title: 'Last month · October 2026', value: '2026-10' },
      { title: 'This quarter · October to December 2026', value: '2026-10-01..2026-12-31' },
      { title: 'Last quarter · July to September 2026', value: '2026-07-01..2026-09-30' },
      { title: 'This fiscal year · FY27', value: '2026-10-01..2027-09-30' },
      { title: 'Last fiscal year · FY26', value: '2025-10-01..2026-09-30' },
      { title: 'Last 12 months · November 2025 to October 2026', value: '2025-11-01..2026-10-31' },
    ]);
  });

  it('offers no period twice: in October, the last 12 months are the last fiscal year', () => {
    const { choices } = choicesOf(scorecard([]), 'period', worldAt('2026-10-20T14:00:00-04:00'));
    const values = choices.map((one) => one.value);
    expect(new Set(values).size).toBe(values.length);
    expect(choices).toContainEqual({ title: 'Last fiscal year · FY26', value: '2025-10-01..2026-09-30' });
  });

  it('stays under 28 KB with hundreds of groups with the longest names and keys, and says the same', () => {
    const { value, context } = example('all-missed');
    const [group] = context.directory.groups;
    const groups = Array.from({ length: 400 }, (_, nth) => ({
      ...group!,
      key: `L2-${'K'.repeat(60)}-${nth}`,
      name: `${'Ü'.repeat(300)} ${nth}`,
    }));
    const many = { ...context, directory: directoryOf(groups, context.directory.people) };
    const scope = { kind: 'group', key: groups[7]!.key, name: groups[7]!.name } as const;
    const { content } = drawn({ ...value.scorecard, scope }, many);
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(28 * 1024);
    expect(textOf(content)).toContain('Level 3 recurring updates');
  });

  it('says up to what time every change is included while counting is still running (ME-6)', () => {
    expect(wordsOf(example('counting-goes-on').value.scorecard)).toMatch(/as of .*2026.*, still counting/u);
  });
});
