import fc from 'fast-check';
import { isFormatted, readRichText } from '../../../src/domain/cases/rich-text';
import type { Run } from '../../../src/domain/cases/rich-text';
import { hostileNote } from '../../support/hostile-note';

/** Runs in short: b and i before what is bold or italic, and where a link leads behind it. */
const short = ({ text, bold, italic, link }: Run): string =>
  `${bold ? 'b' : ''}${italic ? 'i' : ''}|${text}${link === undefined ? '' : `>${link}`}`;
const read = (text: string): readonly string[] =>
  readRichText(text).flatMap(({ mark, level, runs }) => [
    ...(mark === '' ? [] : [`${'+'.repeat(level)}${mark}`]),
    ...runs.map(short),
  ]);

describe('what was typed in a note', () => {
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
  ])('%j is read as meant', (typed, expected) => {
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
  ])('%j is text as it was typed', (typed) => {
    const lines = readRichText(typed);
    expect(lines.map(({ runs }) => runs.map(short).join(''))).toEqual(
      typed.split('\n').map((line) => `|${line.trim()}`),
    );
    expect(lines.some(isFormatted)).toBe(false);
  });

  it('leads a picture nowhere: it is a sign and a link', () => {
    expect(read('![i](https://x.example/i.png)')).toEqual(['|!', '|i>https://x.example/i.png']);
  });

  it('loses nothing but its marks, whatever was typed (RE-1)', () => {
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

  it('is read in a moment, however many marks it has', () => {
    for (const typed of ['**a', '_a ', '*_', '[a](', '[', 'https://', '**_a ** b_ '])
      expect(readRichText(typed.repeat(8_000 / typed.length)).length).toBe(1);
  });
});
