import { registryOf } from '../../../src/commands/registry';
import { isCustomerMessage } from '../../../src/domain/cases/messages/customer-email';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, escalated, opened, type Happened } from '../../support/cases';
import { cardOf, Conversation, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);

const resolved: Happened = { kind: 'resolved', notes: 'Ships 4 December.' };
const asked: Happened = {
  kind: 'closing-asked',
  text: 'It ships on 1 March.',
  reason: 'No earlier source.',
  alternative: 'Local purchase.',
  word: { by: 'email', to: 'pat@example.mil', subject: 'Resolved' },
  until: '2027-03-01',
  supervisors: ['av2-supervisor'],
};
const sent: Happened = {
  kind: 'status-sent',
  text: 'It ships.',
  word: { by: 'email', to: 'old@example.mil', subject: 'CS0000001: status' },
};
const refusedMail: Happened = { kind: 'mail-refused', of: 1, why: 'refused' };

const STATES: Readonly<Record<string, readonly Happened[]>> = {
  'is being worked': [],
  'is at Level 3': [escalated('av3')],
  'is resolved': [resolved],
  'waits for approval': [resolved, asked],
  'has a refused e-mail': [sent, refusedMail],
};
const MESSAGE_FIELD = /^Dear Pat Customer,\n[^]*CS0000001[^]*\nIt ships on Friday\.\n[^]*\nRespectfully,\n/u;
const PEOPLE = ['av2-agent', 'av2-supervisor', 'av3-agent'];
const ENDS = ['', 'please', 'The part ships on Friday.'];

async function holding(...happened: readonly Happened[]) {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(...happened));
  return conversation;
}
const wordsTo = async (conversation: Conversation) =>
  (await conversation.case('CS0000001')).timeline.filter(isCustomerMessage);

const lines = allCommands.flatMap(({ typed }) =>
  typed?.usage.includes('CS0000001') !== true
    ? []
    : typed.words.flatMap((words) => ENDS.map((end) => `${words} cs1 ${end}`.trim())),
);

describe('A typed line', () => {
  it.each(Object.entries(STATES))(
    'for any command sends nothing to the customer of a case that %s (CK-1, CK-2, CL-3)',
    async (_state, happened) => {
      const told = aCase(...happened);
      let conversation = await holding(...happened);
      for (const person of PEOPLE) {
        for (const line of lines) {
          await conversation.say(person, line);
          const { timeline } = await conversation.case('CS0000001');
          expect([line, timeline.filter(isCustomerMessage).length]).toEqual([
            line,
            told.timeline.filter(isCustomerMessage).length,
          ]);
          // What the line did change is not what the next one finds.
          if (timeline.length !== told.timeline.length) conversation = await holding(...happened);
        }
      }
    },
  );

  it.each([
    ['interim', [], 'av2-agent'],
    ['status', [], 'av2-agent'],
    ['close', [resolved], 'av2-agent'],
    ['resend', [sent, refusedMail], 'av2-agent'],
  ] as const)(
    '“%s” with a text opens the form with that text, to be sent from there',
    async (words, happened, by) => {
      const conversation = await holding(...happened);
      const form = formOf(await conversation.say(by, `${words} cs1 It ships on Friday.`));
      const letter = fieldsOf(form).get('text')?.value ?? '';
      expect(letter).toMatch(words === 'resend' ? /^It ships\.\n\nIt ships on Friday\.$/u : MESSAGE_FIELD);
      const way = words === 'resend' ? { way: 'email' } : {};
      cardOf(await conversation.send(by, form, way), 'case');
      expect((await wordsTo(conversation)).at(-1)?.text).toBe(letter);
    },
  );

  it.each(['status', 'interim'] as const)(
    '“%s” with a complete email text opens the form with the text unchanged',
    async (words) => {
      const conversation = await holding();
      for (const letter of ['Dear Pat,\nit ships on Friday.', 'It ships.\n\nRespectfully,\nKim']) {
        const form = formOf(await conversation.say('av2-agent', `${words} cs1 ${letter}`));
        expect(fieldsOf(form).get('text')?.value).toBe(letter);
      }
    },
  );

  it('stays as typed in a form that comes back (ES-9)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'status cs1 It ships on Friday.'));
    for (const text of ['asap', 'It ships.']) {
      const again = formOf(await conversation.send('av2-agent', form, { text, mailTo: 'nobody' }));
      expect(fieldsOf(again).get('text')?.value).toBe(text);
    }
    expect(await wordsTo(conversation)).toEqual([]);
  });

  it.each(['send it', '--force', 'now, urgent!', 'please', 'now', 'asap', 'please, thank you!'])(
    'never uses “%s” as the message to the customer',
    async (polite) => {
      const conversation = await holding(resolved);
      const form = formOf(await conversation.say('av2-agent', `close cs1 ${polite}`));
      const letter = fieldsOf(form).get('text')?.value;
      expect(letter).toMatch(
        /^Dear Pat Customer,\n\nYour case CS0000001 is resolved\.\nWe gave you the information/u,
      );
      expect(letter).not.toContain(polite);
    },
  );

  it('that was carried to a chosen case is shown before it is sent', async () => {
    const conversation = await holding(resolved);
    const which = formOf(await conversation.say('av2-agent', 'close the customer has the date'));
    const choice = which.others.find(({ title }) => title === 'CS0000001');
    const form = formOf(await conversation.press('av2-agent', choice?.verb ?? '', choice?.data));
    expect(fieldsOf(form).get('text')?.value).toMatch(
      /^Dear [^]*\nthe customer has the date\n[^]*Respectfully,/u,
    );
    expect(await wordsTo(conversation)).toEqual([]);
  });

  it('that approves a closure first shows what will be sent to the customer (CL-5)', async () => {
    const conversation = await holding(resolved, asked);
    const form = formOf(await conversation.say('av2-supervisor', 'approve cs1 please'));
    const shown = JSON.stringify(form);
    for (const text of ['It ships on 1 March.', 'No earlier source.', 'Local purchase.', 'pat@example.mil'])
      expect(shown).toContain(text);
    const card = cardOf(await conversation.send('av2-supervisor', form), 'case');
    expect(card.case.state).toBe('closed');
  });

  it.each([
    ['av2-agent', 'note cs1 please'],
    ['av2-supervisor', 'decline cs1 asap'],
    ['av2-agent', 'reopen cs1 now please'],
    ['av2-agent', 'attach cs1 please'],
  ])('from %s like “%s” asks for what is missing, because it has only polite words', async (by, line) => {
    const conversation = await holding(resolved, asked);
    const before = (await conversation.case('CS0000001')).timeline.length;
    formOf(await conversation.say(by, line));
    expect((await conversation.case('CS0000001')).timeline).toHaveLength(before);
  });

  it('is read as a name without the “to” before it and the “please” after it (AS-1)', async () => {
    const conversation = await holding(opened('av2', { assignee: undefined }));
    formOf(await conversation.say('av2-gatekeeper', 'assign cs1 please'));
    const card = cardOf(await conversation.say('av2-gatekeeper', 'assign cs1 to other please'), 'case');
    expect(card.case.assignee).toBe('av2-other');
  });

  it('with two actions does nothing, and offers each one as a button', async () => {
    const conversation = await holding(resolved, asked);
    const card = cardOf(await conversation.say('av2-supervisor', 'approve cs1 or decline it?'), 'message');
    expect(card.text).toContain('Nothing has been done yet');
    expect(card.buttons.map(({ title }) => title)).toEqual([
      'Approve closing CS0000001',
      expect.stringMatching(/^Decline.* CS0000001$/),
      'Cancel',
    ]);
    expect((await conversation.case('CS0000001')).state).toBe('resolved');
    const decline = card.buttons[1];
    const form = formOf(await conversation.press('av2-supervisor', decline?.verb ?? '', decline?.data));
    expect(fieldsOf(form).get('why')?.required).toBe(true);
  });

  it("is refused to a person who isn't allowed, just like the button", async () => {
    const conversation = await holding(resolved, asked);
    expect(refusalOf(await conversation.say('av2-agent', 'approve cs1')).code).toBe('not-permitted');
  });
});

describe('The commands', () => {
  it('that reach the customer are exactly these, and each has a form that shows what will be sent', () => {
    const reaching = allCommands.filter(({ reachesCustomer }) => reachesCustomer === true);
    expect(reaching.map(({ verb }) => verb).sort()).toEqual([
      'case.approve',
      'case.close',
      'case.interim',
      'case.resend',
      'case.status',
    ]);
    expect(reaching.every((command) => 'form' in command)).toBe(true);
  });

  // What may follow a record's number and is not a person's own words: a name, a key, a number, a link.
  const NAMES = ['case.assign', 'case.reassign', 'case.par', 'case.attach'];

  it("mark what follows a record's number as a person's own words wherever it is", () => {
    for (const { verb, typed } of allCommands) {
      const record = /(?:CS|MR|PB|AP)0*1/u.exec(typed?.usage ?? '')?.[0];
      if (typed === undefined || record === undefined) continue;
      const records = typed.records === 2 ? `${record} CS0000002` : record;
      const taken = Object.entries(typed.read(`${records} words of mine`)).filter(
        ([field, value]) => !['case', 'page'].includes(field) && value.includes('mine'),
      );
      const isOwnWords = taken.some(([field]) => field === typed.freeText);
      expect([verb, taken.length === 0 || isOwnWords || NAMES.includes(verb)]).toEqual([verb, true]);
    }
  });
});
