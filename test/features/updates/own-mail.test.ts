import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { Happened } from '../../support/cases';
import { aCase, details, opened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const CONFIRMED = { sentMyself: 'true' };
const word = { by: 'email', to: 'pat@example.mil', subject: 'CS0000001: status' } as const;

/** A conversation at a site without a mail server. */
async function withoutServer(...happened: readonly Happened[]): Promise<Conversation> {
  const conversation = new Conversation(registry);
  conversation.site = { sendsMail: false };
  await conversation.hold(aCase(...happened));
  return conversation;
}

describe('A form at a site without a mail server', () => {
  it.each([
    ['interim cs1', 'interim-sent'],
    ['status cs1', 'status-sent'],
  ])(
    'for “%s” tells the agent to send the message, and records it when they confirm (CK-1)',
    async (line, kind) => {
      const conversation = await withoutServer();
      const form = formOf(await conversation.say('av2-agent', line));
      expect(form.intro).toContain(
        'This site has no mail server. Copy this message, send it to Pat Customer',
      );
      expect(form.submit.title).toBe('Record as sent');
      expect([...fieldsOf(form).keys()]).toEqual(['mailTo', 'mailSubject', 'text', 'sentMyself']);
      const typed = { text: 'Kept as typed.', mailTo: 'new@example.mil' };
      const asked = formOf(await conversation.send('av2-agent', form, typed));
      expect(Object.keys(faultsOf(asked))).toEqual(['sentMyself']);
      expect(fieldsOf(asked).get('text')?.value).toBe(typed.text);
      expect((await conversation.case('CS0000001')).timeline).toHaveLength(1);
      conversation.now += 60_000;
      const { banner, case: after } = cardOf(await conversation.send('av2-agent', asked, CONFIRMED), 'case');
      expect(banner?.text).toContain("It's recorded that you sent it to new@example.mil.");
      expect(after.timeline.slice(1)).toMatchObject([
        { kind, text: typed.text, at: conversation.now, by: 'av2-agent', word: { by: 'own-mail' } },
      ]);
    },
  );

  it('opens from a typed line with its text, and records nothing by itself (CK-1)', async () => {
    const conversation = await withoutServer();
    const form = formOf(await conversation.say('av2-agent', 'status cs1 It ships on Friday.'));
    expect(faultsOf(form)).toEqual({});
    expect(fieldsOf(form).get('text')?.value).toContain('It ships on Friday.');
    expect((await conversation.case('CS0000001')).timeline).toHaveLength(1);
  });

  it('for a contact without an address says to call, and requires a confirmation only if there is an address (CK-1, CL-3)', async () => {
    const contact = { name: 'Pat Customer', phone: '+1 804 555 0100' };
    const conversation = await withoutServer(opened('av2', { details: details({ contact }) }));
    const form = formOf(await conversation.say('av2-agent', 'interim cs1'));
    expect(form.intro).toContain('Tell them by phone at +1 804 555 0100');
    expect(form.intro).toContain('send the message there from your own email program, and confirm');
    const asked = formOf(await conversation.send('av2-agent', form, { mailTo: 'pat@home.example' }));
    expect(Object.keys(faultsOf(asked))).toEqual(['sentMyself']);
    const { case: after } = cardOf(await conversation.send('av2-agent', asked, { mailTo: '' }), 'case');
    expect(after.timeline.at(-1)).toMatchObject({ word: { by: 'telephone' } });
  });

  it("repeats a message that was not sent, by the agent's own email or by phone (CK-1, CL-3)", async () => {
    const conversation = await withoutServer(
      { kind: 'status-sent', text: 'It ships.', word },
      { kind: 'mail-not-sent', of: 1 },
    );
    const form = formOf(await conversation.press('av2-agent', 'case.resend', { case: 'CS0000001' }));
    expect(form.intro).toContain("pat@example.mil was not sent, so it doesn't count.");
    const asked = formOf(await conversation.send('av2-agent', form, { way: 'email' }));
    expect(Object.keys(faultsOf(asked))).toEqual(['sentMyself']);
    const { case: after } = cardOf(await conversation.send('av2-agent', asked, CONFIRMED), 'case');
    expect(after.timeline.at(-1)).toMatchObject({
      ...{ kind: 'word-repeated', of: 1, text: 'It ships.' },
      word: { ...word, by: 'own-mail' },
    });
  });

  it('begins with a text that says it is training, in a training environment (AC-4)', async () => {
    const conversation = await withoutServer();
    conversation.site = { sendsMail: false, environment: 'training' };
    const fields = fieldsOf(formOf(await conversation.say('av2-agent', 'interim cs1')));
    expect(fields.get('mailSubject')?.value).toBe("Training: Case CS0000001: we're working on your inquiry");
    expect(fields.get('text')?.value).toMatch(/^TRAINING: no real case.*\n\nDear Pat Customer,/);
  });
});
