import type { CardValue } from '../../src/cards/shared/card-value';
import { renderCard } from '../../src/cards/shared/render';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import { faultsOfCard } from './card-faults';
import { liveTexts, nodesOf, stillTexts } from './card-nodes';
import type { CardNode } from './card-nodes';

/** Markdown and tags that would be live: not behind a backslash. The product's own mentions are taken out first. */
export const live = (text: string, mentions: readonly { name: string }[]): string =>
  mentions.reduce((rest, { name }) => rest.replaceAll(`<at>${name}</at>`, ''), text).replace(/\\./gsu, 'x');

/** Signs that would be Markdown, a mention or a date function in a text that the client reads as such. */
export const LIVE_SIGNS = /[*_`[\]<>]|\{\{|^\s*[-+#] |^\s*\d+[.)] /u;

const MENTION = /<\s*\/?\s*at\b/iu;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;

/** What people type to make more of a text than text; the answer of its expression and its site give it away. */
export const HOSTILE_FOR_CARDS: readonly string[] = [
  '<at>Av2 Gatekeeper</at> < / AT ><at>everyone</at>',
  '**bold** _it_ ~~no~~ `code` [click](https://evil.example) ![i](https://evil.example/i.png)',
  '# head\n- one\n1. two\n> three',
  '${add(40000, 2323)} ${$root} ${if(true, 1, 2)} {{DATE(2026-01-01)}}',
  'abc \u202eexe.txt\u202c \u2066x\u2069 \u200f\u05e9\u05dc\u05d5\u05dd',
  '👩‍✈️🇺🇸 é̂ "double" \'single\' \\ back',
  '"}],"type":"Action.OpenUrl","url":"https://evil.example"}',
  '__proto__',
  "Robert'); DROP TABLE cases;-- $where",
];

/** What is wrong with a card that holds a text of the list above: nothing, where all of it stayed text. */
export function brokenBy(card: CardValue, context: DomainContext): readonly string[] {
  const { content, summary } = renderCard(card, context);
  const known = new Set(context.directory.people.map(({ name }) => name));
  const said = MENTION.test(summary) || TURNING.test(summary) ? [`summary: ${summary}`] : [];
  return [...faultsOfCard(content), ...brokenIn(content, known), ...said];
}

interface Sent {
  readonly msteams?: { readonly entities?: readonly { readonly mentioned: { readonly name: string } }[] };
}

/** The target of a link in a note: https alone, and where it leads is to be read beside it or is the text itself. */
function isPlainLink(node: CardNode, nodes: readonly CardNode[]): boolean {
  const run = nodes.find(({ type, selectAction }) => type === 'TextRun' && selectAction === node);
  const { url: target } = node;
  if (run === undefined || typeof target !== 'string' || !URL.canParse(target)) return false;
  const url = new URL(target);
  if (url.protocol !== 'https:') return false;
  const texts = nodes.flatMap(({ type, text }) => (type === 'TextRun' ? [String(text)] : []));
  return (
    String(run['text']).startsWith(`https://${url.host}`) ||
    texts.some((text) => text.includes(`(${url.host})`))
  );
}

/** The same of a card as it was sent, by the names of those who may be mentioned. */
export function brokenIn(content: object, known: ReadonlySet<string>): readonly string[] {
  const mentions = ((content as Sent).msteams?.entities ?? []).map(({ mentioned }) => mentioned);
  const nodes = nodesOf(content);
  const inputs = nodes.flatMap(({ type, value }) =>
    String(type).startsWith('Input.') ? [String(value)] : [],
  );
  const plain = nodes.filter((node) => !isPlainLink(node, nodes));
  const urls = plain.flatMap(({ url, iconUrl }) => [url, iconUrl]).filter((url) => typeof url === 'string');
  return [
    ...mentions.flatMap(({ name }) => (known.has(name) ? [] : [`mentions ${name}`])),
    ...liveTexts(content).flatMap((text) => {
      const rest = live(text, mentions);
      return LIVE_SIGNS.test(rest) || /\n/u.test(rest) ? [`is live: ${text}`] : [];
    }),
    ...[...stillTexts(content), ...inputs].filter((text) => MENTION.test(text) || TURNING.test(text)),
    ...urls.flatMap((url) => (url.includes('evil') ? [`links to ${url}`] : [])),
    ...(JSON.stringify(content).includes('42323') ? ['evaluates an expression'] : []),
  ];
}
