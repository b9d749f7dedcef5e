import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { cardOf, Conversation, formOf, refusalOf } from '../../support/conversation';

const talkOf = () => new Conversation(registryOf(allCommands));

describe('Revoking all links', () => {
  it('is allowed only for the program office, and refused to everyone else in any way (AC-2, CL-7)', async () => {
    const talk = talkOf();
    for (const who of ['av2-supervisor', 'cic-agent', 'analyst', 'nobody', 'stranger']) {
      const outcome = await talk.say(who, 'revoke links');
      expect(outcome.kind).toBe('refusal');
      expect((await talk.press(who, 'links.revoke', { submitted: 'yes' })).kind).toBe('refusal');
    }
    expect(refusalOf(await talk.say('cic-agent', 'revoke links')).params['who']).toBe('the program office');
    expect(talk.links.revocations).toEqual([]);
  });

  it('happens only after it is confirmed (CL-7)', async () => {
    const talk = talkOf();
    const form = formOf(await talk.say('po-agent', 'revoke links'));
    expect(form.title).toBe('Revoke all links?');
    expect(form.intro).toContain("You can't undo this.");
    expect(form.intro).not.toContain('Last revoked');
    formOf(await talk.press('po-agent', 'links.revoke'));
    expect(talk.links.revocations).toEqual([]);
    const done = cardOf(await talk.send('po-agent', form, {}, 'turn-x'), 'message');
    expect(done.title).toBe('All links are revoked');
    const cause = expect.stringMatching(/^form\|po-agent\|links\.revoke\|/) as unknown;
    expect(talk.links.revocations).toEqual([{ by: 'po-agent', at: talk.now, cause }]);
  });

  it('shows when it was last done, and by whom', async () => {
    const talk = talkOf();
    await talk.send('po-agent', formOf(await talk.say('po-agent', 'revoke links')));
    const { intro } = formOf(await talk.say('po-supervisor', 'revoke all links'));
    expect(intro).toContain('Last revoked 2 Nov 2026, 09:00 EST by Po Agent.');
  });
});
