import { metricsExamples } from '../examples/metrics.examples';
import { renderCard } from '../../../src/cards/shared/render';
import type { Scorecard } from '../../../src/domain/metrics/scorecard';
import type { ActionPlan } from '../../../src/domain/plans/plan';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import { nodesOf, textOf } from '../../support/card-nodes';

const example = (name: string) => metricsExamples.find((one) => one.name === name)!;
const drawn = (card: Scorecard, context: DomainContext, plans: readonly ActionPlan[]) =>
  renderCard({ card: 'metrics', scorecard: card, plans }, context);
interface PlanRuns {
  readonly inlines: readonly { readonly text: string; readonly color?: string }[];
}
/** The lines of action plans, each as its runs of text. */
const planLinesOf = (
  card: Scorecard,
  context: DomainContext,
  plans: readonly ActionPlan[],
): readonly PlanRuns[] =>
  nodesOf(drawn(card, context, plans).content)
    .filter(({ type }) => type === 'RichTextBlock')
    .map((node) => node as unknown as PlanRuns)
    .filter(({ inlines }) => inlines[0]?.text.startsWith('Action plan'));

describe('Action plans on the scorecard', () => {
  it('show the open action plan of a measure below it, whether or not the goal is met (ME-8)', () => {
    const { value, context } = example('month');
    const { scorecard, plans } = value;
    const [plan] = plans;
    /** The text beneath each measure that has a plan. */
    const shown = (of: readonly ActionPlan[]) =>
      planLinesOf(scorecard, context, of).map(({ inlines }) => inlines.map(({ text }) => text).join(''));
    expect(shown([])).toEqual([]);
    const line = 'Action plan AP0000003: Robin Hayes, with Supplier Operations, by Mon 30 Nov 2026';
    const reached = new Set<boolean | undefined>();
    for (const measure of scorecard.measures) {
      if (measure.state === 'not-loaded') continue;
      reached.add(measure.reached);
      expect(shown([{ ...plan!, measure: measure.key }])).toEqual([line]);
    }
    expect(reached).toEqual(new Set([true, false, undefined]));
    const hostile = {
      ...plan!,
      entries: plan!.entries.map((entry) => ({ ...entry, who: '**b**\n<at>x</at>' })),
    };
    expect(shown([hostile])).toEqual(['Action plan AP0000003: **b** ‹at>x‹/at>, by Mon 30 Nov 2026']);
  });

  it('open by a press on their line, and the scorecard says so if there is one (ME-8)', () => {
    const { value, context } = example('overdue');
    const pressed = nodesOf(drawn(value.scorecard, context, value.plans).content).flatMap(
      ({ selectAction }) =>
        (selectAction as { verb?: string } | undefined)?.verb === 'plan.list' ? [selectAction] : [],
    );
    expect(pressed).toMatchObject([
      { title: expect.stringContaining('⚠ not written yet'), data: { plan: 'AP0000004', page: '1' } },
      {
        title: expect.stringContaining('by Mon 30 Nov 2026 · ⚠ overdue'),
        data: { plan: 'AP0000003', page: '1' },
      },
    ]);
    const said = (plans: readonly ActionPlan[]) => textOf(drawn(value.scorecard, context, plans).content);
    expect(said(value.plans)).toContain('worst first, or an action plan to open it.');
    expect(said([])).toContain("Press a number to see what's behind it, worst first.\n");
  });

  it('keep their numbers, dates, and warnings even if names are long and the card is full (ME-8)', () => {
    const planned = example('all-planned');
    const full = example('all-missed');
    const { now } = example('overdue').context;
    const presses = (card: Scorecard, context: DomainContext): number =>
      JSON.stringify(drawn(card, context, planned.value.plans).content).match(
        /"Action plan [^"]*","verb":"plan.list"/gu,
      )?.length ?? 0;
    for (const [{ value, context }, overdue, pressable] of [
      [planned, [], 8],
      [{ ...full, context: { ...full.context, now } }, ['⚠ overdue'], 0],
    ] as const) {
      const lines = planLinesOf(value.scorecard, context, planned.value.plans);
      expect(lines).toHaveLength(8);
      for (const [nth, { inlines }] of lines.entries()) {
        const [said, ...alerts] = inlines;
        const words = `^Action plan AP000001${nth}: Hazardous .* …, by Mon 30 Nov 2026( · )?$`;
        expect(said?.text).toMatch(new RegExp(words, 'u'));
        expect(alerts.map(({ text }) => text)).toEqual(overdue);
        expect([said?.color, ...alerts.map(({ color }) => color)]).toEqual([
          undefined,
          ...overdue.map(() => 'attention'),
        ]);
      }
      // A card that is full keeps what is to be read; the card of the measure opens its plan.
      expect(presses(value.scorecard, context)).toBe(pressable);
      const { content } = drawn(value.scorecard, context, planned.value.plans);
      expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(28 * 1024);
    }
  });
});
