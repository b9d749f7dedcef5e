import { Template } from 'adaptivecards-templating';
import { after, entry, NEW_CASE } from './examples/example-cases';
import { IDS, worldAt } from './examples/example-context';
import type { CardValue } from '../../src/cards/shared/card-value';
import { renderCard } from '../../src/cards/shared/render';
import { nodesOf } from '../support/card-nodes';

const LARGEST = 28_000;
const drawn = jest.spyOn(Template.prototype, 'expand');
beforeEach(() => void drawn.mockClear());

const formOf = (value: string): CardValue => ({
  card: 'form',
  form: {
    title: 'New case',
    sections: [{ fields: [{ id: 'text', label: 'Text', kind: 'long-text', required: true, value }] }],
    submit: { title: 'Create', verb: 'case.new', data: {} },
    others: [],
  },
});

it('A card that is too large gets shorter long texts until it is small enough', () => {
  const text = `${'A line.\n'.repeat(23)}${'A long word. '.repeat(300)}`;
  const notes = ['09', '10', '11', '12'].map((hour) =>
    entry(`2026-11-24T${hour}:00:00-05:00`, IDS.agent, { kind: 'noted', text }),
  );
  const worked = after(NEW_CASE, ...notes);
  const details = { ...worked.details, description: text, problemNotes: text };
  const of = { ...worked, details };
  const { content } = renderCard({ card: 'case', case: of, audience: 'person' }, worldAt());
  expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(LARGEST);
  expect(drawn.mock.calls.length).toBeGreaterThan(1);
});

it('A form is drawn once, however large, and keeps all of what was typed in it', () => {
  const typed = 'x'.repeat(100_000);
  const { content } = renderCard(formOf(typed), worldAt());
  expect(drawn).toHaveBeenCalledTimes(1);
  expect(nodesOf(content).find(({ id }) => id === 'text')?.['value']).toBe(typed);
});
