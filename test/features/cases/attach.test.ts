import { renderCard } from '../../../src/cards/shared/render';
import { registryOf } from '../../../src/commands/registry';
import { readLink } from '../../../src/domain/cases/link';
import { allCommands } from '../../../src/features/all-commands';
import { nodesOf, textOf } from '../../support/card-nodes';
import { aCase } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { HOSTILE_TEXTS } from '../../support/new-case-inputs';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);
const LINK = 'https://files.example.mil/a/quote.pdf?v=2#page=3';

/** What opens something on the case's card: text and address. */
async function linksOn(conversation: Conversation, number: string): Promise<unknown[]> {
  const of = await conversation.case(number);
  const { content } = renderCard({ card: 'case', case: of, audience: 'person' }, aWorld());
  return nodesOf(content)
    .filter(({ selectAction }) => selectAction !== undefined)
    .map(({ text, selectAction }) => ({ text, selectAction }));
}

const HOSTILE_LINKS: readonly (readonly [string, string])[] = [
  ['a script', 'javascript:alert(1)'],
  ['a script in capitals', 'JaVaScRiPt://files.example.mil/%0aalert(1)'],
  ['data', 'data:text/html,<script>alert(1)</script>'],
  ['plain http', 'http://files.example.mil/a'],
  ['a file', 'file:///etc/passwd'],
  ['another program', 'ms-word:ofe|u|https://files.example.mil/a'],
  ['no scheme', 'files.example.mil/a'],
  ['no scheme but slashes', '//files.example.mil/a'],
  ['no host', 'https://'],
  ['no slashes', 'https:files.example.mil/a'],
  ['three slashes', 'https:///files.example.mil/a'],
  ['backslashes', 'https:\\\\files.example.mil\\a'],
  ['a user name', 'https://dla.mil@evil.example/a'],
  ['a password', 'https://dla.mil:443@evil.example/a'],
  ['a space', 'https://files.example.mil/a b'],
  ['a no-break space', 'https://files.example.mil/a\u00a0b'],
  ['a line break', 'https://files.example.mil/a\nb'],
  ['a tab', 'https://files.exa\tmple.mil/'],
  ['a reversing mark', 'https://files.example.mil/\u202efdp.exe'],
  ['a zero-width space', 'https://files\u200b.example.mil/a'],
  ['a control character', 'https://files.example.mil/\u0007'],
  ['half an emoji', 'https://files.example.mil/\ud83d'],
  ['a mention', '<at>Everyone</at>'],
  ['Markdown', '[DLA](https://evil.example)'],
  ['a template expression', '${$root.case.number}'],
  ['a bad port', 'https://files.example.mil:99999/'],
  ['too many characters', `https://files.example.mil/${'a'.repeat(1_000)}`],
];

describe('Attaching a link (AS-4)', () => {
  it('works in one line, adds an entry with who and when, and opens from the card (AS-4)', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase());
    const card = cardOf(await conversation.say('av2-agent', `attach cs1 ${LINK}  Quote of  3 March`), 'case');
    expect(card.banner?.text).toBe('Your link was attached.');
    expect(card.case.timeline.at(-1)).toMatchObject({
      kind: 'attached',
      url: LINK,
      title: 'Quote of 3 March',
      by: 'av2-agent',
      at: conversation.now,
    });
    expect(await linksOn(conversation, number)).toEqual([
      {
        text: 'Quote of 3 March (files.example.mil)',
        selectAction: { type: 'Action.OpenUrl', url: LINK },
      },
    ]);
  });

  it('works in its form, even without a title', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase());
    const form = formOf(await conversation.press('av2-agent', 'case.attach', { case: number }));
    expect(faultsOf(form)).toEqual({});
    cardOf(await conversation.send('av2-agent', form, { link: LINK }), 'case');
    expect((await conversation.case(number)).timeline.at(-1)).not.toHaveProperty('title');
    expect(await linksOn(conversation, number)).toEqual([
      { text: 'Open at files.example.mil', selectAction: { type: 'Action.OpenUrl', url: LINK } },
    ]);
  });

  it.each(HOSTILE_LINKS)(
    'refuses a link with %s at its field and keeps what was typed',
    async (_name, link) => {
      const conversation = new Conversation(registry);
      const number = await conversation.hold(aCase());
      const opened = formOf(await conversation.press('av2-agent', 'case.attach', { case: number }));
      const form = formOf(await conversation.send('av2-agent', opened, { link, title: 'Quote' }));
      expect(Object.keys(faultsOf(form))).toEqual(['link']);
      expect(fieldsOf(form).get('link')?.value).toBe(link);
      expect(fieldsOf(form).get('title')?.value).toBe('Quote');
      expect((await conversation.case(number)).timeline).toHaveLength(aCase().timeline.length);
    },
  );

  it.each(HOSTILE_LINKS)('never makes a link of %s, whoever stored it', async (_name, url) => {
    const conversation = new Conversation(registry);
    const told = aCase();
    const last = told.timeline.at(-1)!;
    const kept = { ...last, kind: 'attached', url, title: 'Quote', cause: 'c' } as const;
    const number = await conversation.hold({ ...told, timeline: [...told.timeline, kept] });
    expect(await linksOn(conversation, number)).toEqual([]);
  });

  it.each(HOSTILE_TEXTS)("keeps %j as a title in plain text that can't hide the site", async (title) => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase());
    cardOf(await conversation.say('av2-agent', `attach cs1 ${LINK} ${title}`), 'case');
    const links = await linksOn(conversation, number);
    expect(links).toMatchObject([{ selectAction: { url: LINK } }]);
    expect(JSON.stringify(links)).toMatch(/\(files\.example\.mil\)"/u);
    expect(JSON.stringify(links)).not.toMatch(/<at|[\u202a-\u202e\u2066-\u2069]/u);
  });

  it('shows the true name of a host written in other letters', () => {
    // A Cyrillic letter that looks like a Latin one.
    expect(readLink('https://www.dl\u0430.mil/')).toEqual({ ok: true, value: 'https://www.xn--dl-8kc.mil/' });
  });

  it('accepts a title of up to 100 characters and states the limit', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase());
    const form = formOf(await conversation.say('av2-agent', `attach cs1 ${LINK} ${'t'.repeat(101)}`));
    expect(faultsOf(form)).toEqual({ title: 'The title has 101 characters. Shorten it to 100 or fewer.' });
    cardOf(await conversation.say('av2-agent', `attach cs1 ${LINK} ${'t'.repeat(100)}`), 'case');
    expect(await linksOn(conversation, number)).toHaveLength(1);
  });

  it('asks for what is missing, and for a valid link', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    expect(faultsOf(formOf(await conversation.say('av2-agent', 'attach cs1')))).toEqual({});
    const form = formOf(await conversation.say('av2-agent', 'attach cs1 the quote'));
    expect(faultsOf(form)['link']).toContain('https://');
  });

  it('is refused to a person not involved in the case, and the refusal says who can (AC-2)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    const refused = refusalOf(await conversation.say('di3-agent', `attach cs1 ${LINK}`));
    expect(refused.code).toBe('not-permitted');
    expect(refused.params['who']).toContain('aviation av2');
  });

  it('keeps the link on the case through escalation and reassignment (AS-4)', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase());
    cardOf(await conversation.say('av2-agent', `attach cs1 ${LINK} Quote`), 'case');
    cardOf(
      await conversation.press('av2-gatekeeper', 'case.reassign', {
        case: number,
        group: 'av2b',
        why: 'Theirs',
        submitted: 'yes',
      }),
      'case',
    );
    const of = await conversation.case(number);
    expect(of.group).toBe('av2b');
    const { content } = renderCard({ card: 'case', case: of, audience: 'channel' }, aWorld());
    expect(textOf(content)).toContain('Quote (files.example.mil)');
  });
});
