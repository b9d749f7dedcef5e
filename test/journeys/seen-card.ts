/** An Adaptive Card as it came over the wire. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a card is any JSON; tests look into it
export type SeenCard = Record<string, any>;

/** A button as it can be pressed. */
export interface SeenAction {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Every object of the card, outermost first. */
export function* nodesOf(node: unknown): Generator<SeenCard> {
  if (Array.isArray(node)) for (const one of node) yield* nodesOf(one);
  else if (typeof node === 'object' && node !== null) {
    yield node;
    for (const [key, value] of Object.entries(node)) if (key !== 'fallback') yield* nodesOf(value);
  }
}

/** The buttons of a card, wherever they stand in it. */
export const actionsOf = (card: SeenCard): readonly SeenAction[] =>
  [...nodesOf(card)]
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title, verb, data }) => ({ title, verb, data: data ?? {} }));

/** The button with that title; without one the test fails with those there are. */
export function actionTitled(card: SeenCard, title: string): SeenAction {
  const found = actionsOf(card).find((action) => action.title === title);
  if (found === undefined) {
    const titles = actionsOf(card).map((action) => action.title);
    throw new Error(`No button “${title}”, only: ${titles.join(', ')}\n${textOf(card)}`);
  }
  return found;
}

const isInput = ({ type }: SeenCard): boolean => typeof type === 'string' && type.startsWith('Input.');

/** What stands in the inputs of a card, as a client sends it. */
export const inputValues = (card: SeenCard): Record<string, string> =>
  Object.fromEntries([...nodesOf(card)].filter(isInput).map(({ id, value }) => [id, value ?? '']));

/** All words that a reader sees, one line a text; a no-break space is a space. */
export const textOf = (card: SeenCard): string =>
  [...nodesOf(card)]
    .flatMap(({ type, text, title, value, label }) => {
      if (type === 'TextBlock' || type === 'TextRun') return [text];
      if (type === undefined && title !== undefined && value !== undefined) return [`${title}: ${value}`];
      return label === undefined ? [] : [label];
    })
    .join('\n')
    .replaceAll('\u00a0', ' ');
