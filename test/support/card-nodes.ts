/** A node of a card's JSON. */
export type CardNode = Readonly<Record<string, unknown>>;

/** Every object inside a card, itself included. */
export function nodesOf(card: unknown): readonly CardNode[] {
  if (typeof card !== 'object' || card === null) return [];
  const below = Object.values(card).flatMap(nodesOf);
  return Array.isArray(card) ? below : [card as CardNode, ...below];
}

/** Markdown and mentions are live in these, so no user text may stand there unescaped. */
export const liveTexts = (card: unknown): readonly string[] =>
  nodesOf(card)
    .filter(({ type }) => type === 'TextBlock')
    .map(({ text }) => String(text));

/** Texts that are shown as they stand. */
export const stillTexts = (card: unknown): readonly string[] =>
  nodesOf(card)
    .filter(({ type }) => type === 'TextRun')
    .map(({ text }) => String(text));

/** All text that a card shows; a no-break space is a space to who reads it. */
export const textOf = (card: unknown): string =>
  [...liveTexts(card), ...stillTexts(card)].join('\n').replaceAll('\u00a0', ' ');
