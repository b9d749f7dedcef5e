import fc from 'fast-check';
import { businessCalendar } from '../../src/domain/calendar/business-calendar';
import { clip, lines, markdown, mentionName, oneLine, plain } from '../../src/cards/shared/escape-text';
import { dueText, instantText, spanText } from '../../src/cards/shared/time-text';
import { refusalText } from '../../src/cards/shared/refusal-text';
import { clockNames } from '../../src/cards/cases/clock-text';
import { refusal } from '../../src/domain/kernel/refusal';
import { dateText } from '../../src/domain/kernel/text/iso-date';

const NEW_YORK = businessCalendar('America/New_York', new Map([['2026-11-26', 'Thanksgiving']]));
const at = (iso: string): number => Date.parse(iso);
const NOW = at('2026-11-23T12:00:00-05:00');

describe('Times in words', () => {
  it("are in the group's time zone, with its short name", () => {
    expect(instantText(at('2026-11-24T19:00:00-05:00'), 'America/New_York', NOW)).toBe(
      'Tue 24 Nov, 19:00 EST',
    );
    expect(instantText(at('2026-07-01T12:00:00Z'), 'Europe/Berlin', NOW)).toMatch(
      /^Wed 1 Jul, 14:00 (GMT\+2|CEST)$/u,
    );
  });
  it('include the year if it is another one', () => {
    expect(instantText(at('2027-01-04T09:00:00-05:00'), 'America/New_York', NOW)).toBe(
      'Mon 4 Jan 2027, 09:00 EST',
    );
  });
  it('call a closing midnight the end of the last business day (BT-2)', () => {
    expect(dueText(at('2026-11-30T00:00:00-05:00'), NEW_YORK, NOW)).toBe('end of Fri 27 Nov EST');
    expect(dueText(at('2026-11-27T00:00:00-05:00'), NEW_YORK, NOW)).toBe('end of Wed 25 Nov EST');
    expect(dueText(at('2026-11-25T00:00:00-05:00'), NEW_YORK, NOW)).toBe('end of Tue 24 Nov EST');
  });
  it.each([
    [0, 'less than a minute'],
    [59_999, 'less than a minute'],
    [12 * 60_000, '12 min'],
    [3 * 3_600_000 + 20 * 60_000, '3 h 20 min'],
    [28 * 3_600_000, '1 day 4 h'],
    [48 * 3_600_000 + 60_000, '2 days'],
  ])('show a time span of %i ms in at most two units', (ms, words) => {
    expect(spanText(ms)).toBe(words);
  });
  it('show a date, and leave anything else unchanged', () => {
    expect(dateText('2026-12-04')).toBe('Fri 4 Dec 2026');
    expect(dateText('soon')).toBe('soon');
  });
});

describe('Text that people typed', () => {
  it('is cut to size with a mark, and never inside a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 10, max: 200 }),
        (text, bytes) => {
          const cut = clip(text, bytes);
          expect(Buffer.byteLength(JSON.stringify(cut))).toBeLessThanOrEqual(Math.max(bytes, 2));
          expect(cut === text || cut.endsWith(' …')).toBe(true);
          expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/u);
        },
      ),
    );
  });
  it('has no active character after escaping, whatever it was', () => {
    const signs = fc.constantFrom(
      ...'{ { { } [ ] ( ) < > * _ ` ~ \\ - + # 1 . a \u202e \u0007'.split(' '),
      ' ',
      '\n',
      '<at>',
    );
    const typed = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.string({ maxLength: 80, unit: 'binary' }),
      fc.array(signs, { maxLength: 20 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(markdown(text).replace(/\\./gsu, 'x')).not.toMatch(
          /[`*_[\]<>~\\]|\{\{|^[-+#]|^\d+[.)]|[\u202a-\u202e\u2066-\u2069\n]/u,
        );
      }),
      { examples: [['{{{'], ['{{{{DATE(x)}}}}'], ['{\u202e{'], ['\u00071. x']] },
    );
  });
  it('keeps ordinary words unchanged', () => {
    const text = 'Stock: 12 (EA), 50% of need; C-130J "Hercules" – O\'Neil';
    expect([plain(text), oneLine(text), markdown(text)]).toEqual([text, text, text]);
    expect(mentionName("Kim O'Neil-Larsen")).toBe("Kim O'Neil-Larsen");
  });
  it('keeps a number with its unit on one line, and collapses spaces', () => {
    expect(oneLine(' 93.5% of\n\t77 \u00a0 cases\u00a0')).toBe('93.5% of 77 cases');
  });
  it('becomes one block per line, without empty lines, up to 24', () => {
    expect(lines('a\n\n b \r\nc')).toEqual(['a', 'b', 'c']);
    expect(lines('x\n'.repeat(100))).toHaveLength(24);
    expect(lines('')).toEqual([]);
  });
});

describe('Refusals', () => {
  it('say what happened and what to do, with what is known', () => {
    const words = refusalText(
      refusal('already-assigned', { number: 'CS0000012', assignee: 'Kim', at: 'Tue 24 Nov, 08:20 EST' }),
    );
    expect(words.title).toBe('CS0000012 is already taken');
    expect(words.text).toContain('Kim has had it since Tue 24 Nov, 08:20 EST.');
    expect(words.text).not.toContain('reassign');
  });
  it('address the assignee as "you", with what they can do', () => {
    const params = { number: 'CS0000012', assignee: 'Kim', at: '24 Nov 2026, 08:20 EST', own: 'yes' };
    const words = refusalText(refusal('already-assigned', { ...params, possible: 'case.reassign' }));
    expect(words.title).toBe('You already have it');
    expect(words.text).toBe(
      'You have had CS0000012 since 24 Nov 2026, 08:20 EST, so nothing was changed. You can reassign the case if someone else should have it.',
    );
  });
  it("for something that isn't possible now say what is", () => {
    const params = { number: 'CS0000012', state: 'Resolved', action: 'Escalate' };
    const said = (possible: string) => refusalText(refusal('wrong-state', { ...params, possible })).text;
    expect(said('case.close,case.note')).toContain('What you can do now: Close, Add note.');
    expect(said('')).toContain('Open the case to see its current state.');
  });
  it('name each clock once, with how many times', () => {
    expect(clockNames(['recurring-update#1', 'recurring-update#2', 'assignment#1'])).toMatch(
      /^[^,(]+ \(2 times\), [^,(]+$/,
    );
  });
  it('use the singular for one fault, and the plural for two', () => {
    const said = (count: string): string => {
      const { title, text } = refusalText(refusal('faulty-fields', { count }));
      return `${title}. ${text}`;
    };
    expect(said('1')).toMatch(/^One field .* Correct the field marked ⚠ and send again; /u);
    expect(said('2')).toMatch(/^Some fields .* Correct the fields marked ⚠ and send again; /u);
  });
  it('call what was asked for by its name, whether it is one thing or many', () => {
    const titleOf = (code: 'not-permitted' | 'wrong-state', action: string): string =>
      refusalText(refusal(code, { action })).title;
    expect(titleOf('not-permitted', 'API keys')).toBe("“API keys” isn't available to you here");
    expect(titleOf('wrong-state', 'Reopen')).toBe("“Reopen” isn't possible now");
    expect(refusalText(refusal('not-permitted')).title).toBe("This isn't available to you here");
  });
  it('tell the person who acknowledged the missed clocks that it was they', () => {
    const params = { number: 'CS0000012', who: 'Kim', at: '24 Nov 2026, 08:20 EST' };
    const others = refusalText(refusal('in-hand', params));
    expect(others.text).toContain('Kim acknowledged CS0000012 on 24 Nov 2026, 08:20 EST');
    const own = refusalText(refusal('in-hand', { ...params, own: 'yes' }));
    expect(own.title).toBe('You already acknowledged it');
    expect(own.text).toContain('You acknowledged CS0000012 on 24 Nov 2026, 08:20 EST');
    expect(own.text).not.toContain('Talk to them');
  });
  it('are whole sentences even without parameters', () => {
    const { title, text } = refusalText(refusal('wrong-state'));
    expect(`${title} ${text}`).not.toMatch(/undefined|\$\{| {2}/u);
    expect(text).toMatch(/\.$/u);
  });
});
