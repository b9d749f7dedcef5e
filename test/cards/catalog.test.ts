import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardValue } from '../../src/cards/shared/card-value';
import { ALL_EXAMPLES } from './examples/all-examples';
import { SHOW_CASE } from '../../src/cards/shared/button-view';
import { BUTTON_TITLES } from '../../src/domain/cases/permissions';
import { presentCard, renderCard } from '../../src/cards/shared/render';
import { expandTemplate } from '../../src/cards/shared/template';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import { faultsOfCard } from '../support/card-faults';
import { nodesOf, textOf } from '../support/card-nodes';
import { pathsOf, recording } from '../support/recording';

interface Shown {
  readonly name: string;
  readonly value: CardValue;
  readonly context: DomainContext;
}

const CARDS = Object.keys(ALL_EXAMPLES) as (keyof typeof ALL_EXAMPLES)[];
const shownOf = (card: keyof typeof ALL_EXAMPLES): readonly Shown[] => ALL_EXAMPLES[card];
const ALL: readonly (readonly [string, Shown])[] = CARDS.flatMap((card) =>
  shownOf(card).map((shown) => [`${card} ${shown.name}`, shown] as const),
);

/** The verbs of the story besides those of a case's own buttons. */
const OTHER_VERBS = [
  SHOW_CASE,
  'case.new',
  'cases.mine',
  'help.show',
  'case.clocks',
  'case.actions',
  'case.history',
  'case.customer',
  'form.cancel',
  'problem.answer',
  'problem.list',
  'cases.queue',
  'notifications.set',
  'groups.requests',
  'groups.members',
  'groups.add-member',
  'groups.change-role',
  'groups.remove-member',
  'groups.history',
  'metrics.show',
  'metrics.cases',
  'metrics.measure',
  'metrics.open',
  'plan.new',
  'plan.list',
  'plan.close',
  'report.monthly',
  'report.list',
  'metrics.what-if',
];

it('Each card has exactly one template', () => {
  const templates = readdirSync(join(__dirname, '../../cards')).filter((file) => file.endsWith('.json'));
  expect(templates.sort()).toEqual(CARDS.map((card) => `${card}.json`).sort());
});

describe.each(CARDS)('The template of the card %s', (card) => {
  const read = new Set<string>();
  const offered = new Set<string>();
  for (const { value, context } of shownOf(card)) {
    const { view } = presentCard(value, context);
    for (const path of pathsOf(view)) offered.add(path);
    expandTemplate(card, recording(view, read));
  }

  it('uses every field of its views', () => {
    expect([...offered].filter((path) => !read.has(path))).toEqual([]);
  });

  // A condition on a field that is not there is false without a word, so its names are held against what was read.
  it('has conditions only on fields of its views', () => {
    const fields = new Set([...read].map((path) => path.split('.').at(-1)));
    const names = nodesOf(templateOf(card)).flatMap(({ $when }) =>
      typeof $when === 'string' ? namesIn($when) : [],
    );
    expect(names.filter((name) => !fields.has(name))).toEqual([]);
  });
});

it("The card check refuses what isn't an Adaptive Card", () => {
  const faults = (...body: object[]): readonly string[] =>
    faultsOfCard({ type: 'AdaptiveCard', version: '1.5', body });
  expect(faults({ type: 'Input.Text', label: 'No id' })).not.toEqual([]);
  expect(faults({ type: 'NoSuchElement' })).not.toEqual([]);
  expect(faults({ type: 'TextBlock', text: 'a', size: 'Huge' })).not.toEqual([]);
  expect(faults({ type: 'TextBlock', text: 'a', size: 'Large' })).toEqual([]);
});

it("The card check refuses a text with a field that a view doesn't have", () => {
  const view = { style: 'good', text: ['a'], actions: [] };
  expect(expandTemplate('message', view).missing).toEqual(['title']);
});

describe.each(ALL)('The example card %s', (_name, { value, context }) => {
  const expanded = expandTemplate(value.card, presentCard(value, context).view);
  const rendered = renderCard(value, context);
  const nodes = nodesOf(rendered.content);

  it('has every field that its template uses', () => {
    expect(expanded.missing).toEqual([]);
    expect(JSON.stringify(rendered.content)).not.toMatch(/\$\{|\$data|\$when|undefined|\[object/u);
  });

  it('has views of strings, booleans, arrays, and objects only', () => {
    expect(leavesOf(presentCard(value, context).view)).toEqual([]);
  });

  it('is a valid Adaptive Card of version 1.5 or lower', () => {
    expect(faultsOfCard(rendered.content)).toEqual([]);
    expect(rendered.content).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  });

  it('is small enough for every client', () => {
    expect(Buffer.byteLength(JSON.stringify(rendered.content), 'utf8')).toBeLessThan(28 * 1024);
  });

  it('offers at most six actions in one place', () => {
    const counts = nodes.map(({ actions }) => (Array.isArray(actions) ? actions.length : 0));
    expect(Math.max(...counts)).toBeLessThanOrEqual(6);
  });

  it('runs only known commands, with a fallback that carries the same data', () => {
    for (const action of nodes.filter(({ type }) => type === 'Action.Execute')) {
      expect([...Object.keys(BUTTON_TITLES), ...OTHER_VERBS]).toContain(action['verb']);
      expect(action['title']).not.toBe('');
      expect(action['fallback']).toMatchObject({
        type: 'Action.Submit',
        data: { ...(action['data'] as object), verb: action['verb'] },
        associatedInputs: action['associatedInputs'],
      });
    }
  });

  it('has a label and an error message on every input, and no duplicate ID', () => {
    const inputs = nodes.filter(({ type }) => String(type).startsWith('Input.'));
    for (const input of inputs) {
      expect(String(input['label'])).toMatch(/\S/u);
      expect(String(input['errorMessage'])).toMatch(/\S/u);
    }
    const ids = inputs.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('can be read aloud: it has a summary, and alternative text on images', () => {
    expect(rendered.summary).toMatch(/\S/u);
    expect(rendered.summary).not.toMatch(/\n/u);
    for (const image of nodes.filter(({ type }) => type === 'Image')) expect(image['altText']).toMatch(/\S/u);
  });

  it('mentions everyone it names, and names everyone it mentions', () => {
    const entities = rendered.mentions.map(({ id, name }) => ({
      type: 'mention',
      text: `<at>${name}</at>`,
      mentioned: { id, name },
    }));
    expect((rendered.content as { msteams: { entities?: unknown } }).msteams.entities ?? []).toEqual(
      entities,
    );
    const named = [...textOf(rendered.content).matchAll(/<at>(.*?)<\/at>/gu)].map(([, name]) => name);
    expect(named).toEqual(rendered.mentions.map(({ name }) => name));
  });
});

const templateOf = (card: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, `../../cards/${card}.json`), 'utf8'));

/** The fields that a condition names: "count(text) > 0 && kind == 'date'" names text and kind. */
const namesIn = (condition: string): string[] =>
  [...condition.replace(/'[^']*'/gu, '').matchAll(/\b[a-z]\w*\b(?!\s*\()/giu)]
    .map(([name]) => name)
    .filter((name) => name !== 'root');

const leavesOf = (node: unknown, path = ''): string[] => {
  if (typeof node === 'string' || typeof node === 'boolean') return [];
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) => leavesOf(value, `${path}.${key}`));
};
