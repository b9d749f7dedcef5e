import { decideAttach } from '../../../src/domain/cases/decisions/decide-attach';
import { decideLink, linkTo } from '../../../src/domain/cases/decisions/decide-link';
import { hostOf, LINK_LIMITS, readLink } from '../../../src/domain/cases/link';
import { aCase, decided, refused, type Happened } from '../../support/cases';
import { aWorld, person } from '../../support/site';

const context = aWorld();
const note: Happened = { kind: 'noted', text: 'Called.' };
const linked: Happened = { kind: 'linked', to: 'CS0000002', why: 'The same order.' };

describe('Linking a case to another', () => {
  const link = (typed: Readonly<Record<string, string>>, subject = aCase(note, linked), by = 'av2-agent') =>
    decideLink(subject, { other: 'CS0000003', why: 'The same order.', ...typed }, person(by), context);

  it('records which case and why (CA-3)', () => {
    expect(decided(link({}))).toStrictEqual([{ kind: 'linked', to: 'CS0000003', why: 'The same order.' }]);
    expect(decided(link({ other: 'CS00000012345' }))[0]).toMatchObject({ to: 'CS00000012345' });
    expect(refused(link({}, aCase(), 'nobody')).code).toBe('not-permitted');
  });

  it.each(['CS123', 'XCS0000003', 'CS0000003X', 'CSABCDEFG', 'cs0000003', '7'])(
    'refuses %s as a case number (CA-7)',
    (other) => {
      expect(refused(link({ other })).messages).toEqual({
        other: `"${other}" isn't a valid case number. Enter one like CS0000012.`,
      });
    },
  );

  it('quotes the start of what was typed, and asks for what is missing (CA-3)', () => {
    expect(refused(link({ other: 'y'.repeat(50) })).messages['other']).toContain(`"${'y'.repeat(40)}"`);
    expect(Object.keys(refused(link({ other: '', why: '' })).messages)).toEqual(['other', 'why']);
  });

  it('is refused to itself, and for a pair that is already linked (CA-3)', () => {
    expect(refused(link({ other: 'CS0000001' })).messages['other']).toContain('is this case. Enter');
    expect(refused(link({ other: 'CS0000002' })).messages['other']).toContain('are already linked');
    expect(link({ other: 'CS0000002' }, aCase(note)).ok).toBe(true);
  });

  it("is found from the other case's number too (CA-3)", () => {
    const subject = aCase({ kind: 'satisfaction-asked', to: 'CS0000002', subject: 'x' }, note, linked);
    expect(linkTo(subject, 'CS0000002')).toBe(subject.timeline.at(-1));
    expect(linkTo(subject, 'CS0000003')).toBeUndefined();
    expect(subject.links).toEqual(['CS0000002']);
  });
});

describe('Attaching a document', () => {
  const LINK = 'https://files.example.mil/quote.pdf';
  const attach = (typed: Readonly<Record<string, string>>, by = 'av2-agent') =>
    decideAttach(aCase(), { link: LINK, ...typed }, person(by), context);

  it('keeps its link, with a title if one is entered (AS-4)', () => {
    expect(decided(attach({ title: 'Quote' }))).toStrictEqual([
      { kind: 'attached', url: LINK, title: 'Quote' },
    ]);
    expect(decided(attach({ title: ' ' }))).toStrictEqual([{ kind: 'attached', url: LINK }]);
    expect(refused(attach({ link: '' })).messages).toEqual({ link: 'Enter the link to the document.' });
    expect(refused(attach({ title: 'x'.repeat(LINK_LIMITS.title + 1) })).fields).toEqual(['title']);
    expect(refused(attach({}, 'nobody')).code).toBe('not-permitted');
  });

  it.each([
    ['spaces or hidden characters', 'https://files.example.mil/a b.pdf'],
    ['spaces or hidden characters', 'https://files.example.mil\\a.pdf'],
    ['spaces or hidden characters', 'https://files.example.mil/\u200ba.pdf'],
    ["This isn't an https link", 'http://files.example.mil/a.pdf'],
    ["This isn't an https link", 'see https://'],
    ["This isn't an https link", 'see:https://files.example.mil'],
    ["This isn't an https link", 'https:///a'],
    ["This isn't an https link", 'https://[a'],
    ['user name or password', 'https://pat@files.example.mil/'],
    ['user name or password', 'https://:secret@files.example.mil/'],
  ])('refuses a link with %s: %j (AS-4)', (said, link) => {
    const read = readLink(link);
    const why = link.startsWith('see https') ? 'spaces or hidden characters' : said;
    expect(!read.ok && read.message).toContain(why);
  });

  it('accepts a link up to the length limit, with spaces around it, and refuses a longer one (AS-4)', () => {
    const long = `https://files.example.mil/${'x'.repeat(LINK_LIMITS.link - 26)}`;
    expect(readLink(` ${long} `)).toEqual({ ok: true, value: long });
    const longer = readLink(`${long}x`);
    expect(!longer.ok && longer.message).toContain(`has ${LINK_LIMITS.link + 1} characters`);
    expect(hostOf('https://files.example.mil:8443/a')).toBe('files.example.mil:8443');
  });
});
