import { presentCard, renderCard } from '../../../src/cards/shared/render';
import { whatIfExamples } from '../examples/what-if.examples';
import type { Tried } from '../../../src/domain/metrics/scorecard';
import { directoryOf } from '../../../src/domain/directory/directory';
import { faultsOfCard } from '../../support/card-faults';
import { textOf } from '../../support/card-nodes';
import { aGroup } from '../../support/site';

const shown = (name: string) => {
  const example = whatIfExamples.find((each) => each.name === name);
  if (example === undefined) throw new Error(name);
  const { value, context } = example;
  return {
    view: presentCard(value, context).view as unknown as {
      readonly finding: string;
      readonly rows: readonly Readonly<Record<string, string>>[];
      readonly [field: string]: unknown;
    },
    text: textOf(renderCard(value, context).content),
    content: JSON.stringify(renderCard(value, context).content),
  };
};

describe('The what-if card', () => {
  it('says in one sentence what would have changed, and for whom the most (ME-7)', () => {
    expect(shown('harder').view.finding).toBe(
      'With 6 days, 71.3% of 1,204 cases would have met it, 13.8 points less than with 8 days and short of 85%; Distribution Customer Operations would fall the most, by 26.7 points.',
    );
    expect(shown('easier-one-group').view.finding).toBe(
      'With 20 days, 88.1% of 118 cases would have met it, 5.9 points more than with 16 days and reaching 85%.',
    );
    expect(shown('as-it-is').view.finding).toBe('8 days is the current goal: 85.1% of 1,204 cases met it.');
  });

  it('lists the scope, then its groups that change most, each with its current value and cases (ME-6, ME-7)', () => {
    const { rows, nowTitle, thenTitle } = shown('harder').view;
    expect([nowTitle, thenTitle]).toEqual(['8 days', '6 days']);
    expect(rows.map(({ name }) => name)).toEqual([
      'Enterprise',
      'Distribution Customer Operations',
      'Aviation Customer Operations',
      'Aviation Supplier Operations',
      'Customer Interaction Center',
      'Energy Customer Operations',
    ]);
    expect(rows[0]).toMatchObject({
      cases: '1,204 cases',
      now: '✓\u00a085.1%',
      then: '⚠\u00a071.3%',
      change: '−13.8',
    });
    expect(rows.at(-1)).toMatchObject({ cases: '1 case', change: '0' });
  });

  it('says if there is nothing to count under any goal (ME-6)', () => {
    const { view, text } = shown('nothing-to-count');
    expect(view.finding).toMatch(/^Nothing to count under any goal: /);
    expect(view.rows).toEqual([]);
    expect(text).not.toContain(' %,');
    expect(text).not.toContain('0%');
  });

  it('says up to what time every change is counted if some are not (ME-6)', () => {
    expect(shown('counting-goes-on').text).toContain('as of 24 Nov 2026, 14:00 EST, still counting');
    expect(shown('harder').text).not.toContain('still counting');
  });

  it('shows the groups that change most if there are many, and how many more there are', () => {
    const { view, text } = shown('many-groups');
    expect(view.rows).toHaveLength(13);
    expect(text).toContain('And 28 more groups with a smaller change.');
  });

  it('is small enough for every client, however many groups a site has and whatever their names', () => {
    const key = (nth: number) => `${'g'.repeat(20)}${nth}`;
    const groups = Array.from({ length: 300 }, (_, nth) => ({
      ...aGroup(key(nth), 2, 'aviation'),
      name: `${nth} ${'\u{1F469}'.repeat(59)}`,
    }));
    const [whole, ...rows] = groups.map(({ key: of, name }): Tried => {
      const share = { count: 100, met: 50, percent: 50 };
      return {
        scope: { kind: 'group', key: of, name },
        now: share,
        then: { ...share, met: 40, percent: 40 },
      };
    });
    const harder = whatIfExamples[0]!;
    for (const scope of [
      harder.value.whatIf.scope,
      { kind: 'msc' as const, key: 'aviation', name: 'Aviation' },
    ]) {
      const whatIf = { ...harder.value.whatIf, scope, tried: [{ ...whole!, scope }, ...rows] };
      const { content } = renderCard(
        { card: 'what-if', whatIf },
        { ...harder.context, directory: directoryOf(groups, []) },
      );
      expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(28 * 1024);
      expect(faultsOfCard(content)).toEqual([]);
    }
  });

  it('tries another goal in place, with the current choices selected and the days as a number', () => {
    const { view, content } = shown('harder');
    const { scope, period, measure, scopes, periods, measures } = view as unknown as Record<
      string,
      string & readonly { readonly value: string }[]
    >;
    const values = (choices: readonly { readonly value: string }[] = []) => choices.map(({ value }) => value);
    expect(values(scopes)).toContain(scope);
    expect(values(periods)).toContain(period);
    expect(values(measures)).toContain(measure);
    expect(content).toContain('"id":"days","label":"Business days","min":1,"max":260,"value":6');
  });
});
