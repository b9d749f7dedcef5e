import { ALL_EXAMPLES } from './examples/all-examples';
import { renderCard } from '../../src/cards/shared/render';
import { faultsOfCard } from '../support/card-faults';
import { textOf } from '../support/card-nodes';

const ALL = Object.values(ALL_EXAMPLES).flatMap((examples) =>
  examples.map(({ name, value, context }) => [`${value.card} ${name}`, value, context] as const),
);
const MARK = 'TRAINING: no real case, customer, or deadline.';

describe.each(ALL)('The card %s', (_name, value, context) => {
  it('begins with a training mark in training, and its notification does too (AC-4)', () => {
    const { content, summary } = renderCard(value, { ...context, environment: 'training' });
    const [first] = content['body'] as readonly object[];
    expect(textOf(first)).toContain(MARK);
    expect(summary).toMatch(/^Training: ./u);
    expect(content['fallbackText']).toBe(summary);
    expect(faultsOfCard(content)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(content), 'utf8')).toBeLessThan(28 * 1024);
  });

  it('has no training mark in production (AC-4)', () => {
    const { content, summary } = renderCard(value, { ...context, environment: 'production' });
    expect(textOf(content)).not.toContain('TRAINING');
    expect(summary).not.toMatch(/^Training/u);
  });
});
