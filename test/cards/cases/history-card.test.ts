import fc from 'fast-check';
import { after, entry, NEW_CASE } from '../examples/example-cases';
import { IDS, worldAt } from '../examples/example-context';
import { caseSubject } from '../../../src/cards/cases/case-subject';
import * as history from '../../../src/cards/shared/history.card';
import { renderCard } from '../../../src/cards/shared/render';
import { wholeRichLines } from '../../../src/cards/shared/rich-text-view';
import type { LineView } from '../../../src/cards/shared/rich-text-view';
import { HOSTILE_TEXTS } from '../../support/new-case-inputs';

const context = worldAt('2026-12-20T12:00:00-05:00');
const sizeOf = (value: object): number => Buffer.byteLength(JSON.stringify(value), 'utf8');

const text = fc.oneof(
  fc.string({ maxLength: 2_000, unit: 'grapheme' }),
  fc.constantFrom(
    ...HOSTILE_TEXTS,
    '"'.repeat(2_000),
    '\\'.repeat(2_000),
    '👩‍🔧'.repeat(300),
    '\n'.repeat(900),
  ),
  fc.constantFrom('Line\n'.repeat(400), '\t'.repeat(1_000), 'x'.repeat(2_000)),
);
const findings = fc.array(
  text.map((finding) => ({ item: 'i', label: 'Item', finding })),
  { maxLength: 14 },
);

const textOf = (lines: readonly LineView[]): string =>
  lines.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
/** A note without the marks of its formatting, which it has where it was typed. */
const unmarked = (note: string): string => textOf(wholeRichLines(note, Infinity, (line) => [line]));

/** What is left of a text when it is drawn: no breaks, no blanks around lines, none of what is never drawn. */
const bare = (words: string): string => words.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069‹<]/gu, '');

describe('The history card', () => {
  it('shows every word of every entry once, in order, on pages that every client shows (RE-1)', () => {
    const story = fc.array(fc.record({ note: text, found: findings }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(story, (happened) => {
        const entries = happened.flatMap(({ note, found }, day) => {
          const at = `2026-12-0${day + 1}T10:00:00-05:00`;
          return [
            entry(at, IDS.agent, { kind: 'noted', text: note }),
            entry(at, IDS.agent, {
              kind: 'escalated',
              direction: 'pre-award',
              group: 'av-l3',
              level: 3,
              action: 'PR Expedite',
              findings: found,
              justification: [],
            }),
          ];
        });
        const of = after(NEW_CASE, ...entries);
        const views: { what: string; details: readonly LineView[] }[] = [];
        for (let page = 1, pages = 1; page <= pages; page += 1) {
          const value = { card: 'history', case: of, page } as const;
          const { view } = history.present({ ...value, subject: caseSubject(of, context) }, context);
          pages = Number(/page \d+ of (\d+)/u.exec(view.about)?.[1] ?? 1);
          views.push(...view.entries);
          expect(sizeOf(renderCard(value, context).content)).toBeLessThan(28 * 1024);
        }
        expect(views.filter(({ what }) => !what.endsWith('(continued)'))).toHaveLength(of.timeline.length);
        const shown = bare(textOf(views.flatMap(({ details }) => details)));
        const written = happened.flatMap(({ note, found }) => [
          unmarked(note),
          'Action requested: PR Expedite',
          ...found.map(({ finding }) => `Item: ${finding}`),
        ]);
        expect(shown.endsWith(bare(written.join('')))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps its earlier pages unchanged while the case continues (RE-1)', () => {
    const notes = (count: number) =>
      Array.from({ length: count }, (_, day) =>
        entry(`2026-12-${String(day + 1).padStart(2, '0')}T10:00:00-05:00`, IDS.agent, {
          kind: 'noted',
          text: `${day} ${'word '.repeat(300)}`,
        }),
      );
    const first = (count: number) =>
      history.present(
        { card: 'history', subject: caseSubject(after(NEW_CASE, ...notes(count)), context), page: 1 },
        context,
      ).view.entries;
    expect(first(28)).toEqual(first(18));
    expect(first(28).length).toBeLessThan(18);
  });
});
