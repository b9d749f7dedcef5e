import { aviationPlan, planExamples } from '../examples/plan.examples';
import { worldAt } from '../examples/example-context';
import { planEntryText, planLine, shortText } from '../../../src/cards/plans/plan-text';
import { renderCard } from '../../../src/cards/shared/render';
import type { PlanEntry } from '../../../src/domain/plans/plan';
import { nodesOf, textOf } from '../../support/card-nodes';

const by = { at: Date.parse('2026-11-03T09:00-05:00'), by: 'casekeeper', cause: 'c' };
const ASKED: PlanEntry = { kind: 'asked', ...by };
const PLANNED: PlanEntry = {
  kind: 'planned',
  what: 'More agents.',
  who: 'Kim\nLee',
  byWhen: '2026-11-24',
  ...by,
};
const today = worldAt('2026-11-24T23:59:00-05:00');
const tomorrow = worldAt('2026-11-25T00:00:00-05:00');
const shown = (name: string) => {
  const example = planExamples.find((one) => one.name === name);
  if (example === undefined) throw new Error(`no example ${name}`);
  const { content, summary } = renderCard(example.value, example.context);
  const titles = nodesOf(content).flatMap(({ type, title }) =>
    type === 'Action.Execute' ? [String(title)] : [],
  );
  return { text: textOf(content), summary, titles };
};

describe('The line of a plan beside its measure', () => {
  it('says who does it and by when, and once that is past, says in words and sign that it is overdue (ME-8)', () => {
    expect(planLine(aviationPlan(ASKED, PLANNED), today)).toEqual({
      plan: 'AP0000003',
      who: 'Kim Lee',
      byWhen: 'Tue 24 Nov 2026',
      alert: '',
      line: 'Action plan AP0000003: Kim Lee, by Tue 24 Nov 2026',
    });
    const late = planLine(aviationPlan(ASKED, PLANNED), tomorrow);
    expect(late.alert).toBe('⚠ overdue');
    expect(late.line).toBe('Action plan AP0000003: Kim Lee, by Tue 24 Nov 2026 · ⚠ overdue');
  });

  it('says that it is not written yet (ME-8)', () => {
    expect(planLine(aviationPlan(ASKED), today)).toEqual({
      plan: 'AP0000003',
      who: '',
      byWhen: '',
      alert: '⚠ not written yet',
      line: 'Action plan AP0000003: ⚠ not written yet',
    });
  });
});

describe('The text of a plan', () => {
  it.each([
    [100, 70, 85, '15 more cases would have met it'],
    [131, 92, 85, '20 more cases would have met it'],
    [1, 0, 85, '1 more case would have met it'],
    [3, 2, 100, '1 more case would have met it'],
  ])('for %i with %i met and a goal of %i %% says %s (ME-8)', (count, met, goalPercent, words) => {
    expect(shortText({ month: '2026-10', count, met, goalPercent, goal: '' })).toBe(words);
  });

  it('describes each entry with what was written in it (ME-8, RE-1)', () => {
    const figure = { month: '2026-11', count: 10, met: 8, goal: '', goalPercent: 85 };
    const said = (entry: PlanEntry) => {
      const { what, text } = planEntryText(entry, today);
      return text === '' ? what : `${what} | ${text}`;
    };
    const entries: readonly PlanEntry[] = [
      ASKED,
      PLANNED,
      { kind: 'missed-again', figure, ...by },
      { kind: 'overdue', byWhen: '2026-11-24', ...by },
      { kind: 'met', figure, ...by },
      { kind: 'met', why: 'Counted.', ...by },
      { kind: 'withdrawn', why: 'Not now.', ...by },
    ];
    expect(entries.map(said)).toEqual([
      'Plan requested',
      'Planned: Kim Lee, by Tue 24 Nov 2026 | More agents.',
      'Missed again: 80% in November 2026, 8 of 10 cases',
      "Tue 24 Nov 2026 passed; the goal isn't met",
      'Met: 80% in November 2026, 8 of 10 cases',
      'Closed as met | Counted.',
      'Withdrawn | Not now.',
    ]);
  });
});

describe('The card of a plan', () => {
  it('asks its owner, with what was missed, by how much, the cases behind it, and the button to write it (ME-8)', () => {
    const { text, titles, summary } = shown('asked');
    for (const words of [
      'You need to write an action plan',
      'Aviation · October 2026 · AP0000003',
      '70.2%',
      '⚠ goal missed in October 2026',
      '92 of 131 cases · 20 more cases would have met it',
      'Goal: 85% in 16 business days or less · ME-2',
    ])
      expect(text).toContain(words);
    expect(titles).toEqual([
      ...['CS0000012', 'CS0000031', 'CS0000007'],
      ...['Write action plan', 'Close', 'Metrics', 'History', 'Action plans'],
    ]);
    expect(summary).toContain('You need to write an action plan');
  });

  it.each([
    ['asked', '2026-10', 'Furthest from the goal'],
    ['missed-again', '2026-11', 'Furthest from the goal in October 2026'],
    ['met', '2026-11', undefined],
  ])(
    'that is %s leads to the metrics of its month, and says which month its cases are from (ME-8)',
    (name, month, furthest) => {
      const { value, context } = planExamples.find((one) => one.name === name)!;
      const { content } = renderCard(value, context);
      const figures = nodesOf(content).find(({ title }) => title === 'Metrics');
      expect(figures).toMatchObject({ verb: 'metrics.measure', data: { period: month } });
      const texts = nodesOf(content).map(({ text }) => String(text));
      expect(texts.find((text) => text.startsWith('Furthest'))).toBe(furthest);
    },
  );

  it('that is closed says what met it, and offers nothing more to write (ME-8)', () => {
    const { text, titles } = shown('met');
    for (const words of ['The goal is met', '88.1%', '✓ goal met in November 2026', '70.2% in October 2026'])
      expect(text).toContain(words);
    expect(titles).toEqual(['Metrics', 'History', 'Action plans']);
  });

  it("offers only reading to people who can't write it, with the whole history page by page (ME-8, RE-1)", () => {
    expect(shown('history').titles).toEqual([
      'CS0000012',
      'CS0000031',
      'CS0000007',
      'Metrics',
      'Action plans',
    ]);
    const { value, context } = planExamples.find(({ name }) => name === 'long')!;
    const pages = [1, 2, 3, 4].map((page) => textOf(renderCard({ ...value, page }, context).content));
    const planned = pages.flatMap((page) => page.match(/Planned: /gu) ?? []);
    expect(planned).toHaveLength(12);
    expect(pages[3]).toContain('Plan requested');
    expect(textOf(renderCard({ ...value, page: 99 }, context).content)).toBe(pages[3]);
  });

  it("that is read late shows the plan's current state, not the one in the notification (ME-8)", () => {
    const [example] = planExamples;
    const { summary } = renderCard({ ...example!.value, plan: aviationPlan(ASKED, PLANNED) }, today);
    expect(summary).toContain('Action plan AP0000003: under way');
  });
});
