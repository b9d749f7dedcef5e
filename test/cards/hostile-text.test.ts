import type { CardValue } from '../../src/cards/shared/card-value';
import { ALL_EXAMPLES } from './examples/all-examples';
import { renderCard } from '../../src/cards/shared/render';
import { directoryOf } from '../../src/domain/directory/directory';
import { calendarsOf } from '../../src/domain/calendar/site-calendars';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import { faultsOfCard } from '../support/card-faults';
import { liveTexts, nodesOf, stillTexts } from '../support/card-nodes';
import { live, LIVE_SIGNS } from '../support/inert-card';

/** Fields that people type, wherever they stand in a value. */
const TYPED = new Set(
  `description problemNotes name email phone nsn pr requisition code text bluf quotes finding label notes why missing
  action title subtitle what who facts hint placeholder fault intro refused empty more usage summary greeting area url`.split(
    /\s+/u,
  ),
);

function withTyped<T>(node: T, hostile: string, key = ''): T {
  if (typeof node === 'string') return (TYPED.has(key) ? hostile : node) as T;
  if (Array.isArray(node)) return node.map((item) => withTyped(item, hostile, key)) as T;
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([below, value]) => [below, withTyped(value, hostile, below)]),
  ) as T;
}

function withHostileNames(context: DomainContext, hostile: string): DomainContext {
  const directory = directoryOf(
    context.directory.groups.map((group) => ({ ...group, name: hostile })),
    context.directory.people.map((person) => ({ ...person, name: hostile })),
  );
  return { ...context, directory, calendars: calendarsOf(directory, context.policies) };
}

const ALL: readonly (readonly [string, CardValue, DomainContext])[] = Object.values(ALL_EXAMPLES).flatMap(
  (examples) =>
    examples.map(
      (example) => [`${example.value.card} ${example.name}`, example.value, example.context] as const,
    ),
);

const render = (value: CardValue, context: DomainContext, hostile: string) =>
  renderCard(withTyped(value, hostile), withHostileNames(context, hostile));

const HOSTILE: readonly (readonly [string, string])[] = [
  ['bold', '**bold** and _italic_ and `code`'],
  ['a mention', '<at>Morgan Reed</at> < / AT >'],
  ['a template expression', '${summary} ${$root} ${if(true, 1, 2)}'],
  ['a link', '[click](https://evil.example) ![i](https://evil.example/i.png)'],
  ['a heading', '# heading'],
  ['a list', '- one'],
  ['a numbered list', '1. one'],
  ['a reversing mark', 'abc \u202eexe.txt\u202c \u2066x\u2069'],
  ['emoji and quotes', '👩‍✈️ "double" \'single\' \\ back {{DATE(2026-01-01)}}'],
  ['many lines', `first\n${'line\r\n'.repeat(500)}`],
  ['4,000 letters', 'x'.repeat(4_000)],
  ['4,000 units of emoji', '🛩'.repeat(2_000)],
  ['4,000 quotes', '"'.repeat(4_000)],
];

describe.each(HOSTILE)('Text with %s', (_name, hostile) => {
  it.each(ALL)('stays text on %s', (_card, value, context) => {
    const { content, summary, mentions } = render(value, context, hostile);
    for (const text of liveTexts(content)) {
      expect(live(text, mentions)).not.toMatch(LIVE_SIGNS);
      expect(text).not.toMatch(/\n/u);
    }
    for (const text of [...liveTexts(content), ...stillTexts(content)])
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\n/u);
    for (const text of stillTexts(content)) expect(text).not.toMatch(/<\s*\/?\s*at\b/iu);
    expect(summary).not.toMatch(/\n|<\s*\/?\s*at\b/iu);
    expect(faultsOfCard(content)).toEqual([]);
  });

  it.each(ALL.filter(([, { card }]) => !['form', 'help'].includes(card)))(
    'keeps %s small enough',
    (_card, value, context) => {
      const { content } = render(value, context, hostile);
      expect(Buffer.byteLength(JSON.stringify(content), 'utf8')).toBeLessThan(28 * 1024);
    },
  );
});

it('A template expression is shown as typed', () => {
  const { value, context } = ALL_EXAMPLES.message[0]!;
  const { content } = renderCard({ ...value, text: 'costs ${title}' }, context);
  expect(stillTexts(content)).toContain('costs ${title}');
});

it('User text adds no action, input, or image to a card', () => {
  const smuggled = '{"type":"Action.OpenUrl","url":"https://evil.example"}';
  for (const [, value, context] of ALL) {
    const kinds = (card: object): string[] =>
      nodesOf(card)
        .map(({ type }) => String(type))
        .sort();
    expect(kinds(render(value, context, smuggled).content)).toEqual(
      kinds(render(value, context, 'x').content),
    );
  }
});
