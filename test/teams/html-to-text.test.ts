import fc from 'fast-check';
import { htmlToText } from '../../src/teams/html-to-text';
import { hostileNote } from '../support/hostile-note';

describe('The HTML of a message', () => {
  it.each([
    ['<p>note CS0000001 <strong>Stock </strong>is <em>none</em></p>', 'note CS0000001 **Stock** is _none_'],
    ['<b><i>both</i></b>', '**_both_**'],
    ['<p>a&nbsp;b &amp; c</p><p>&nbsp;</p><p>d<br>e</p>', 'a b & c\nd\ne'],
    ['<ul><li>one<ul><li>two</li></ul></li><li><p>three</p></li></ul>', '- one\n  - two\n- three'],
    ['<ol><li>one</li><li></li><li>three</li></ol><p>after</p>', '1. one\n3. three\nafter'],
    ['<a href="https://x.example/a(1)">the quote</a>', '[the quote](https://x.example/a%281%29)'],
    ['<a href="https://x.example/a">https://x.example/a</a>', 'https://x.example/a'],
    [
      '<strong>see <a href="https://x.example">x</a> now</strong>',
      '**see** **[x](https://x.example)** **now**',
    ],
    ['<at id="0">Casekeeper</at>&nbsp;note CS0000001 x', 'note CS0000001 x'],
    [
      '<span itemtype="http://schema.skype.com/Mention" itemid="0">Casekeeper</span> ask <at id="1">Ann</at>',
      'ask Ann',
    ],
    [
      '<p>fine <emoji alt="👍"></emoji><img itemtype="http://schema.skype.com/Emoji" alt="😀"></p>',
      'fine 👍😀',
    ],
  ])('in %j becomes what people would type', (html, line) => {
    expect(htmlToText(html)).toBe(line);
  });

  it.each([
    ['<a href="javascript:alert(1)">x</a> <a href="http://x.example">y</a> <a>z</a>', 'x y z'],
    ['<img src="https://x.example/i.png" alt="i"><script>alert(1)</script><style>p{}</style>a', 'a'],
    ['un<b>believ</b>able', 'unbelievable'],
    ['<b>2**</b> of <i>a_b_</i>', '2** of a_b_'],
    ['<b><i><p>open', '**_open_**'],
    ['</p></b></ul>a', 'a'],
    ['', ''],
  ])('in %j leaves only text', (html, line) => {
    expect(htmlToText(html)).toBe(line);
  });

  it('is read whatever it is, deep or broken', () => {
    expect(htmlToText('<ul><li>'.repeat(5_000))).toBe('');
    expect(htmlToText(`${'<b>'.repeat(1_900)}x`)).toBe('**x**');
    fc.assert(
      fc.property(
        hostileNote,
        fc.array(fc.constantFrom('<b>', '</b>', '<li>', '<a href="', '">', '</a>', '&', '<!--')),
        (text, tags) => {
          expect(typeof htmlToText(tags.join(text.slice(0, 100)))).toBe('string');
        },
      ),
    );
  });
});

it('The HTML reader reads only messages that a person wrote', () => {
  expect(htmlToText('<b>a</b>'.repeat(1_001))).toBe('');
  expect(htmlToText(`<p>${'a'.repeat(30_001)}</p>`)).toBe('');
  expect(htmlToText(`<p>${'a '.repeat(3_000)}</p>`, 4_000)).toBe('');
  expect(htmlToText('<p>a <b>b</b></p>', 4_000)).toBe('a **b**');
});

it('The HTML reader indents list items no deeper than they are drawn', () => {
  const deep = htmlToText(`${'<ul>'.repeat(900)}<li>a`);
  expect(deep).toBe('      - a');
});
