import fc from 'fast-check';
import { readLink } from '../../../../src/domain/cases/link';
import { isFormatted, readRichText } from '../../../../src/domain/kernel/text/rich-text';
import type { Run } from '../../../../src/domain/kernel/text/rich-text';
import { hostileNote } from '../../../support/hostile-note';

/** Runs in short: b and i before what is bold or italic, and where a link leads behind it. */
const short = ({ text, bold, italic, link }: Run): string =>
  `${bold ? 'b' : ''}${italic ? 'i' : ''}|${text}${link === undefined ? '' : `>${link}`}`;
const read = (text: string): readonly string[] =>
  readRichText(text).flatMap(({ mark, level, runs }) => [
    ...(mark === '' ? [] : [`${'+'.repeat(level)}${mark}`]),
    ...runs.map(short),
  ]);

describe('Formatting in a note', () => {
  it.each([
    ['**bold** word', ['b|bold', '| word']],
    ['_italic_, *too*', ['i|italic', '|, ', 'i|too']],
    ['**both _at once_**', ['b|both ', 'bi|at once']],
    ['_both **at once**_', ['i|both ', 'bi|at once']],
    [
      '- one\n  - two\n* three\n1. four\n12) five',
      ['•', '|one', '+•', '|two', '•', '|three', '1.', '|four', '12)', '|five'],
    ],
    ['- **a**: b', ['•', 'b|a', '|: b']],
    ['[the quote](https://files.example.mil/a_b_c)', ['|the quote>https://files.example.mil/a_b_c']],
    ['**[a](https://x.example)**', ['b|a>https://x.example/']],
    [
      'see https://x.example/a_b_, then',
      ['|see ', '|https://x.example/a_b>https://x.example/a_b', '|_, then'],
    ],
    ['(https://x.example/a?b=c).', ['|(', '|https://x.example/a?b=c>https://x.example/a?b=c', '|).']],
    ['HTTPS://X.example', ['|HTTPS://X.example>https://x.example/']],
  ])('is recognized in %j', (typed, expected) => {
    expect(read(typed)).toEqual(expected);
  });

  it.each([
    'MS_29513_2 and NAS_1149_F',
    '2*3*4 = 24 and 2 * 3 * 4',
    '** not bold ** and * not italic *',
    '**open and _open',
    '-no blank, 1.5 each, - ',
    String.raw`\\server\share\*.pdf`,
    '[x](http://x.example) and http://x.example',
    '[x](javascript:alert(1)) [x](data:text/html,x) [x](file:///c:/x) [x](//x.example)',
    '[x](https://user:secret@x.example) https://user@x.example',
    '[x](https://) https:// [ ](https://x.example)',
    '"url":"https://x.example"',
    '<a href="https://x.example">x</a> <b>x</b>',
    '# heading\n> quote\n`code` ~~gone~~',
    '${title} {{DATE(x)}} <at>Ann</at>',
  ])('is left as typed text in %j', (typed) => {
    const lines = readRichText(typed);
    expect(lines.map(({ runs }) => runs.map(short).join(''))).toEqual(
      typed.split('\n').map((line) => `|${line.trim()}`),
    );
    expect(lines.some(isFormatted)).toBe(false);
  });

  it('turns an image into plain text and a link', () => {
    expect(read('![i](https://x.example/i.png)')).toEqual(['|!', '|i>https://x.example/i.png']);
  });

  it('loses only its marks, whatever was typed (RE-1)', () => {
    fc.assert(
      fc.property(hostileNote, (typed) => {
        for (const { typed: line, mark, runs } of readRichText(typed)) {
          const rest = runs.reduce((left, { text }) => {
            const at = left.indexOf(text);
            expect(at).toBeGreaterThanOrEqual(0);
            return left.slice(0, at) + left.slice(at + text.length);
          }, line);
          const links = runs.filter(({ link }) => link !== undefined).length;
          if (links === 0)
            expect(rest).toMatch(mark === '' ? /^[*_]*$/u : /^(?:[-*•]|\d{1,3}[.)])\s+[*_]*$/u);
        }
      }),
    );
  });

  it('is read quickly, however many marks it has', () => {
    for (const typed of ['**a', '_a ', '*_', '[a](', '[', 'https://', '**_a ** b_ '])
      expect(readRichText(typed.repeat(8_000 / typed.length)).length).toBe(1);
  });
});

describe('A line with many marks', () => {
  const marks = fc
    .array(
      fc.constantFrom(
        '*',
        '**',
        '_',
        ' ',
        'a',
        'b.',
        '(',
        '😀',
        '[a](https://a.example)',
        'https://b.example/_*',
        '2*3',
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(''));

  it('is read just as a single pattern for a mark, its content, and its end would read it', () => {
    fc.assert(
      fc.property(marks, (line) => {
        expect(readRichText(line).flatMap(({ runs }) => runs)).toEqual(
          asOnePattern(withoutItem(line.trim()), false, false),
        );
      }),
      { numRuns: 2_000, examples: [['* * *'], ['* * a']] },
    );
  });
});

/** A line of a list without its mark, which is read once: "* * a" is an item that says "* a". */
const withoutItem = (line: string): string => line.replace(/^(?:[-*•]|\d{1,3}[.)])\s+(?=\S)/u, '');

/** The same by patterns that try every opening with every end: plain to read, and far too slow for a line that is hostile. */
function asOnePattern(text: string, bold: boolean, italic: boolean): readonly Run[] {
  const pattern =
    /\[(?<title>[^[\]]{1,100})\]\((?<target>https:\/\/[^\s()<>]{1,1000})\)|(?<![^\s(])(?<address>https:\/\/[^\s<>"]{1,1000})|(?<![\p{L}\p{N}*])\*\*(?<strong>[^\s*]|[^\s*].*?[^\s*])\*\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}*_])(?<mark>[*_])(?<leaning>[^\s*_]|[^\s*_].*?[^\s_])\k<mark>(?![\p{L}\p{N}*_])/giu;
  const runs: Run[] = [];
  let from = 0;
  const push = (more: readonly Run[], start: number, length: number): void => {
    if (start > from) runs.push({ bold, italic, text: text.slice(from, start) });
    runs.push(...more);
    from = start + length;
    pattern.lastIndex = from;
  };
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { title, target, address, strong, leaning } = match.groups ?? {};
    const shown = address?.replace(/[.,;:!?'*_)\]]+$/u, '');
    const to = target ?? shown;
    if (to !== undefined) {
      const read = readLink(to);
      if (read.ok)
        push(
          [{ bold, italic, text: title?.trim() ?? to, link: read.value }],
          match.index,
          shown?.length ?? match[0].length,
        );
    } else if (strong !== undefined && !bold)
      push(asOnePattern(strong, true, italic), match.index, match[0].length);
    else if (leaning !== undefined && !italic)
      push(asOnePattern(leaning, bold, true), match.index, match[0].length);
  }
  if (from < text.length) runs.push({ bold, italic, text: text.slice(from) });
  return runs;
}

describe('The formatting check of a line', () => {
  it.each([
    ['- an item', true],
    ['**bold** word', true],
    ['word _italic_', true],
    ['see https://x.example', true],
    ['a word', false],
    ['2*3*4 = 24', false],
  ])('gives for %j the result %s', (typed, says) => {
    expect(readRichText(typed).map(isFormatted)).toEqual([says]);
  });

  it('finds none in a blank line', () => {
    expect(readRichText('one\n \t\n\ntwo')).toHaveLength(2);
  });
});
