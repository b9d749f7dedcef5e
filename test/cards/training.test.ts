import { ALL_EXAMPLES } from './examples/all-examples';
import { renderCard } from '../../src/cards/shared/render';
import { faultsOfCard } from '../support/card-faults';
import { textOf } from '../support/card-nodes';

const ALL = Object.values(ALL_EXAMPLES).flatMap((examples) =>
  examples.map(({ name, value, context }) => [`${value.card} ${name}`, value, context] as const),
);
const MARK = 'TRAINING: no real case, customer or deadline.';

describe.each(ALL)('%s', (_name, value, context) => {
  it('says first of all, and in its notification, that it is training (AC-4)', () => {
    const { content, summary } = renderCard(value, { ...context, environment: 'training' });
    const [first] = content['body'] as readonly object[];
    expect(textOf(first)).toContain(MARK);
    expect(summary).toMatch(/^Training: ./u);
    expect(content['fallbackText']).toBe(summary);
    expect(faultsOfCard(content)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(content), 'utf8')).toBeLessThan(28 * 1024);
  });

  it('says nothing of it in production (AC-4)', () => {
    const { content, summary } = renderCard(value, { ...context, environment: 'production' });
    expect(textOf(content)).not.toContain('TRAINING');
    expect(summary).not.toMatch(/^Training/u);
  });
});
