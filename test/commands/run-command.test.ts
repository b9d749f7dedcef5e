import { z } from 'zod/v4';
import { refuse, reply } from '../../src/commands/command';
import type { Command } from '../../src/commands/command';
import { longText, sendButton, text } from '../../src/commands/forms/fields';
import { required } from '../../src/commands/forms/inputs';
import { registryOf } from '../../src/commands/registry';
import { refusal } from '../../src/domain/kernel/refusal';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../support/conversation';

interface Memo {
  readonly to: string;
  readonly text: string;
}

const sent: Memo[] = [];
const memo: Command<Memo> = {
  verb: 'memo.send',
  title: 'Send memo',
  area: 'Test',
  typed: {
    words: ['memo'],
    usage: 'memo <name> <text>',
    summary: 'Sends a memo.',
    example: 'memo Kim hello',
    read: (rest) => {
      const [to = '', ...words] = rest.split(' ');
      return { to, text: words.join(' ') };
    },
  },
  schema: z.object({ to: required('Say to whom.'), text: required('Write the memo.') }),
  form: (given, _context, reopening) =>
    Promise.resolve(
      given['to'] === 'barred' && reopening !== true
        ? refusal('not-permitted', { action: 'Send memo', who: 'the program office' })
        : {
            title: 'Memo',
            sections: [
              { fields: [text(given, 'to', 'To', { required: true })] },
              { fields: [longText(given, 'text', 'Text', { required: true })] },
            ],
            submit: sendButton('Send', 'memo.send'),
            others: [],
          },
    ),
  run: (input) => {
    if (input.to === 'changed')
      return Promise.resolve(refuse(refusal('changed-meanwhile', { number: 'CS1' })));
    if (input.to === 'nobody') {
      const faults = [
        { field: 'to', message: 'There is nobody.' },
        { field: 'elsewhere', message: 'Something that no field holds.' },
      ];
      return Promise.resolve(refuse(refusal('faulty-fields', { count: '2' }, faults)));
    }
    sent.push(input);
    return Promise.resolve(
      reply({ card: 'message', tone: 'good', title: 'Sent', text: input.text, buttons: [] }),
    );
  },
};
const open: Command<object> = {
  verb: 'open.all',
  title: 'Open',
  area: 'Test',
  openToAll: true,
  schema: z.object({}),
  run: (_input, { actor }) =>
    Promise.resolve(
      reply({ card: 'message', tone: 'plain', title: `Guest ${actor.name}`, text: '', buttons: [] }),
    ),
};
const conversation = new Conversation(registryOf([memo, open]));

describe('Running a command', () => {
  it('runs it if it is complete', async () => {
    const card = cardOf(await conversation.say('av2-agent', 'memo Kim hello there'), 'message');
    expect(card.text).toBe('hello there');
    expect(sent.at(-1)).toEqual({ to: 'Kim', text: 'hello there' });
  });

  it('refuses an unknown verb', async () => {
    expect(refusalOf(await conversation.press('av2-agent', 'memo.burn')).code).toBe('no-such-command');
  });

  it("refuses a person who isn't in the directory, except for a command open to all (AC-2)", async () => {
    expect(refusalOf(await conversation.say('stranger', 'memo Kim hello')).code).toBe('not-in-directory');
    expect(cardOf(await conversation.press('stranger', 'open.all'), 'message').title).toBe(
      'Guest stranger of Teams',
    );
  });

  it('asks for what is missing in the form, with the values entered and without faults', async () => {
    const form = formOf(await conversation.say('av2-agent', 'memo Kim'));
    expect(fieldsOf(form).get('to')?.value).toBe('Kim');
    expect(faultsOf(form)).toEqual({});
    expect(form.refused).toBeUndefined();
  });

  it('shows at once what is wrong with the values entered, but not what is only missing', async () => {
    const form = formOf(await conversation.say('av2-agent', `memo ${'x'.repeat(300)}`));
    expect(Object.keys(faultsOf(form))).toEqual(['to']);
  });

  it('shows every fault of a sent form at its field and keeps what was typed (ES-9)', async () => {
    const form = formOf(
      await conversation.press('av2-agent', 'memo.send', { to: ' ', text: '', submitted: 'yes' }),
    );
    expect(faultsOf(form)).toEqual({ to: 'Say to whom.', text: 'Write the memo.' });
  });

  it('shows a refusal in the form that was sent: faults at fields, the rest above them (ES-9)', async () => {
    const data = { to: 'nobody', text: 'Long words', submitted: 'yes' };
    const form = formOf(await conversation.press('av2-agent', 'memo.send', data));
    expect(faultsOf(form)).toEqual({ to: 'There is nobody.' });
    expect(form.refused).toContain('Something that no field holds.');
    expect(fieldsOf(form).get('text')?.value).toBe('Long words');
  });

  it('keeps everything typed if a sent form is refused for another reason', async () => {
    const data = { to: 'changed', text: 'Long words', submitted: 'yes' };
    const form = formOf(await conversation.press('av2-agent', 'memo.send', data));
    expect(form.refused).toContain('has changed');
    expect(fieldsOf(form).get('text')?.value).toBe('Long words');
  });

  it('answers a complete line that is refused with the refusal itself', async () => {
    expect(refusalOf(await conversation.say('av2-agent', 'memo changed x')).code).toBe('changed-meanwhile');
  });

  it("opens no form for a person who isn't allowed, but keeps a form they sent", async () => {
    expect(refusalOf(await conversation.say('av2-agent', 'memo barred')).code).toBe('not-permitted');
    const sentForm = await conversation.press('av2-agent', 'memo.send', { to: 'barred', submitted: 'yes' });
    expect(faultsOf(formOf(sentForm))).toEqual({ text: 'Write the memo.' });
  });
});
