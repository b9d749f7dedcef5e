import fc from 'fast-check';
import type { CardValue } from '../../../src/cards/shared/card-value';
import { after, entry, NEW_CASE } from '../examples/example-cases';
import { IDS, worldAt } from '../examples/example-context';
import { renderCard } from '../../../src/cards/shared/render';
import { richLines } from '../../../src/cards/shared/rich-text-view';
import type { Case } from '../../../src/domain/cases/case';
import { faultsOfCard } from '../../support/card-faults';
import { liveTexts, nodesOf, stillTexts } from '../../support/card-nodes';
import { hostileNote } from '../../support/hostile-note';

const context = worldAt();
const noted = (...texts: readonly string[]): Case =>
  after(
    NEW_CASE,
    ...texts.map((text) => entry('2026-11-23T10:00:00-05:00', IDS.agent, { kind: 'noted', text })),
  );

const cardsOf = (of: Case): readonly CardValue[] => [
  { card: 'case', case: of, audience: 'person' },
  { card: 'history', case: of, page: 2 },
  { card: 'case-notification', case: of, entry: of.timeline.length - 1, reader: IDS.agent },
];
const contentsOf = (of: Case): readonly object[] =>
  cardsOf(of).map((value) => renderCard(value, context).content);
const countOf = (card: object, type: string): number =>
  nodesOf(card).filter((node) => node['type'] === type).length;
const runsOf = (card: object) => nodesOf(card).filter(({ type }) => type === 'TextRun');

describe('A note in rich text', () => {
  it.each(cardsOf(noted('x')).map(({ card }, index) => [card, index] as const))(
    'shows bold, italics, lists, and links on card %s (AS-4, RE-1)',
    (card, index) => {
      const of = noted('**Stock**: _none_\n- [quote](https://files.example.mil/q.pdf)');
      const value = { ...cardsOf(of)[index]!, ...(card === 'history' ? { page: 1 } : {}) } as CardValue;
      expect(runsOf(renderCard(value, context).content)).toEqual(
        expect.arrayContaining([
          { type: 'TextRun', text: 'Stock', weight: 'Bolder' },
          { type: 'TextRun', text: 'none', italic: true },
          { type: 'TextRun', text: '• ' },
          {
            type: 'TextRun',
            text: 'quote (files.example.mil)',
            underline: true,
            selectAction: { type: 'Action.OpenUrl', url: 'https://files.example.mil/q.pdf' },
          },
        ]),
      );
    },
  );

  it.each([
    ['[https://good.example](https://bad.example/x)', 'https://good.example (bad.example)'],
    ['[https://bad.example.good](https://bad.example)', 'https://bad.example.good (bad.example)'],
    ['[good.example (good.example)](https://bad.example)', 'good.example (good.example) (bad.example)'],
    ['https://аpple.example/login', 'https://аpple.example/login (xn--pple-43d.example)'],
    ['https://bad.example/good', 'https://bad.example/good'],
  ])('says where %j leads', (typed, shown) => {
    const [link] = richLines(typed, 1_000, 5)?.[0]?.runs ?? [];
    expect(link?.text).toBe(shown);
    expect(link?.selectAction?.url).toMatch(/^https:/u);
  });

  it('without formatting is drawn line by line, as typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w "<>$#.-]{1,40}$/u), (line) => {
        fc.pre(richLines(line, 1_000, 5) === undefined);
        expect(stillTexts(contentsOf(noted(`${line}x\nb`))[2])).toEqual(expect.arrayContaining(['b']));
      }),
      { numRuns: 20 },
    );
    expect(richLines('2*3*4 of MS_29513_2\nat http://x.example', 1_000, 5)).toBeUndefined();
  });

  it('never becomes another kind of link, an image, a mention, or an expression, and always fits', () => {
    fc.assert(
      fc.property(fc.array(hostileNote, { minLength: 1, maxLength: 5 }), (texts) => {
        const plain = contentsOf(noted(...texts.map(() => 'x')));
        contentsOf(noted(...texts)).forEach((content, index) => {
          for (const { text, selectAction } of runsOf(content)) {
            if (selectAction === undefined) continue;
            const url = new URL((selectAction as { url: string }).url);
            expect([url.protocol, url.username, url.password]).toEqual(['https:', '', '']);
            const begins = String(text).toLowerCase().startsWith(`https://${url.host}`);
            expect(begins || String(text).endsWith(` (${url.host})`)).toBe(true);
          }
          expect(countOf(content, 'Action.OpenUrl')).toBe(
            runsOf(content).filter((run) => 'selectAction' in run).length,
          );
          for (const kind of ['Image', 'TextBlock', 'ActionSet', 'Input.Text'])
            expect(countOf(content, kind)).toBe(countOf(plain[index]!, kind));
          for (const text of stillTexts(content))
            expect(text).not.toMatch(/<\s*\/?\s*at\b|[\u202a-\u202e\u2066-\u2069\n]/iu);
          expect(liveTexts(content).join()).not.toContain('word');
          expect(faultsOfCard(content)).toEqual([]);
          expect(Buffer.byteLength(JSON.stringify(content), 'utf8')).toBeLessThan(28 * 1024);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("that doesn't fit is never cut in a way that changes a link", () => {
    const typed = `**a**\nsee https://x.example/${'path/'.repeat(100)}`;
    const shown = richLines(typed, 200, 5) ?? [];
    expect(shown[0]?.runs[0]).toEqual({ type: 'TextRun', text: 'a', weight: 'Bolder' });
    expect(shown[1]?.runs).toEqual([{ type: 'TextRun', text: expect.stringMatching(/^see https:.* …$/u) }]);
    expect(richLines('- a\n'.repeat(9), 1_000, 3)?.at(-1)?.runs[0]?.text).toBe('…');
  });
});
