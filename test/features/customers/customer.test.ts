import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, opened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { HOSTILE_TEXTS, newCaseInputs } from '../../support/new-case-inputs';

const registry = registryOf(allCommands);

/** Cases of Pat at one account, and of Lee at it and at another. */
async function withCustomers() {
  const conversation = new Conversation(registry);
  const form = formOf(await conversation.say('av2-agent', 'new case'));
  const open = async (change: Record<string, string>) => {
    const inputs = newCaseInputs({ pr: '', nsn: '', requisition: '', ...change });
    return cardOf(await conversation.send('av2-agent', form, inputs), 'case').case.number;
  };
  const lee = { contactName: 'Lee Conrad', contactEmail: 'lee@depot.mil', contactPhone: '+1 804 555 0177' };
  await open({});
  await open(lee);
  await open({ ...lee, account: 'N00189' });
  return { conversation, open };
}

const found = async (conversation: Conversation, line: string) =>
  cardOf(await conversation.say('av2-agent', line), 'list').rows.map(
    ({ title, subtitle }) => `${title} / ${subtitle}`,
  );

describe('A customer record', () => {
  it("is created once, with the customer's first case, whoever opens the next one (AC-1)", async () => {
    const { conversation, open } = await withCustomers();
    await open({ contactEmail: 'PAT@example.mil' });
    const account = { kind: 'DoDAAC', code: 'W25G1V' } as const;
    const contacts = await conversation.customers.contactsOf(account, 10);
    expect(contacts.map(({ contact }) => contact.name).sort()).toEqual(['Lee Conrad', 'Pat Customer']);
    expect(contacts.every(({ timeline }) => timeline.length === 1)).toBe(true);
    expect(contacts[0]?.timeline[0]).toMatchObject({ kind: 'recorded', by: 'av2-agent' });
  });

  it.each([
    [
      'customer W25G1V',
      ['DoDAAC W25G1V / Account', 'Pat Customer / DoDAAC W25G1V', 'Lee Conrad / DoDAAC W25G1V'],
    ],
    [
      'customer w25',
      ['DoDAAC W25G1V / Account', 'Pat Customer / DoDAAC W25G1V', 'Lee Conrad / DoDAAC W25G1V'],
    ],
    ['customer lee con', ['Lee Conrad / DoDAAC W25G1V', 'Lee Conrad / DoDAAC N00189']],
    ['customer lee@depot.mil', ['Lee Conrad / DoDAAC W25G1V', 'Lee Conrad / DoDAAC N00189']],
    ['customer pat W25G1V', ['Pat Customer / DoDAAC W25G1V']],
    ['customer 555-0177', ['Lee Conrad / DoDAAC W25G1V', 'Lee Conrad / DoDAAC N00189']],
    ['customer 81349', []],
  ])('is found as typed: %s (AC-1)', async (line, rows) => {
    const { conversation } = await withCustomers();
    expect((await found(conversation, line)).sort()).toEqual(rows.toSorted());
  });

  it("that doesn't exist is reported as not found, and a search requires only words (AC-1)", async () => {
    const { conversation } = await withCustomers();
    const none = cardOf(await conversation.say('av2-agent', 'customer nobody of that name'), 'list');
    expect(none.rows).toEqual([]);
    expect(none.buttons.map(({ verb }) => verb)).toEqual(['case.new']);
    const asked = formOf(await conversation.say('av2-agent', 'customer'));
    expect([...fieldsOf(asked).keys()]).toEqual(['case']);
    const sent = cardOf(await conversation.send('av2-agent', asked, { case: 'pat' }), 'list');
    expect(sent.rows.map(({ title }) => title)).toEqual(['Pat Customer']);
    expect(faultsOf(formOf(await conversation.send('av2-agent', asked)))['case']).toContain(
      'Enter a case number',
    );
    expect(refusalOf(await conversation.say('av2-agent', 'customer CS0000077')).code).toBe('no-such-case');
    expect(refusalOf(await conversation.say('stranger', 'customer pat')).code).toBe('not-in-directory');
  });

  it('search says if there are more than are shown, and how to narrow it', async () => {
    const { conversation } = await withCustomers();
    const account = { kind: 'DoDAAC', code: 'W25G1V' } as const;
    for (let nth = 0; nth < 12; nth += 1) {
      const contact = { name: `Pat ${nth}`, email: `pat${nth}@example.mil` };
      await conversation.customers.record(account, contact, { by: 'a', at: 1, cause: String(nth) });
    }
    const card = cardOf(await conversation.say('av2-agent', 'customer pat'), 'list');
    expect(card.rows).toHaveLength(10);
    expect(card.more).toContain('Add a word');
  });

  it.each(HOSTILE_TEXTS)('is searched with %j without harm', async (text) => {
    const { conversation } = await withCustomers();
    const card = cardOf(await conversation.press('av2-agent', 'case.customer', { case: text }), 'list');
    expect(card.title).toContain(text);
  });

  it("opened from a case shows the account's other cases and a button for the next case (AC-1, CA-3)", async () => {
    const { conversation } = await withCustomers();
    const card = cardOf(await conversation.say('av2-agent', 'customer cs1'), 'list');
    expect(card.title).toBe('Customer of CS0000001');
    expect(card.intro?.split('\n').slice(0, 2)).toEqual([
      'Account: DoDAAC W25G1V',
      'Contact: Pat Customer · pat@example.mil',
    ]);
    expect(card.rows.map(({ title }) => title.slice(0, 9))).toEqual(['CS0000002']);
    const next = card.buttons.find(({ verb }) => verb === 'case.new');
    const form = formOf(await conversation.press('av2-agent', next?.verb ?? '', next?.data));
    expect(fieldsOf(form).get('contactEmail')?.value).toBe('pat@example.mil');
  });

  it('opened from a case older than customer records shows the data on the case (AC-1)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase(opened('av2', { details: details() })));
    const card = cardOf(await conversation.say('av2-agent', 'customer cs1'), 'list');
    expect(card.intro).toBe('Account: DoDAAC W25G1V\nContact: Pat Customer · pat@example.mil');
    expect(card.empty).toBe('This account has no other cases.');
  });
});

describe('A new case for a customer', () => {
  it.each([
    ['new case W25G1V', { account: 'W25G1V', description: '' }],
    ['new case w25g1v', { account: 'W25G1V', description: '' }],
    ['new case pat@example.mil', { account: 'W25G1V', contactName: 'Pat Customer' }],
    ['new case new@example.mil', { account: '', contactEmail: 'new@example.mil', contactName: '' }],
    ['new case Pumps', { account: '', description: 'Pumps' }],
    ['new case Where is W25G1V?', { account: '', description: 'Where is W25G1V?' }],
  ])('can be typed as “%s” (AC-1)', async (line, expected) => {
    const { conversation } = await withCustomers();
    const fields = fieldsOf(formOf(await conversation.say('av2-agent', line)));
    for (const [id, value] of Object.entries(expected))
      expect([id, fields.get(id)?.value]).toEqual([id, value]);
  });

  it("offers the account's contacts, and the chosen one fills the empty fields (AC-1)", async () => {
    const { conversation } = await withCustomers();
    const form = formOf(await conversation.say('av2-agent', 'new case W25G1V'));
    const choices = fieldsOf(form).get('customer')?.choices ?? [];
    expect(choices.map(({ title }) => title).sort()).toEqual([
      'W25G1V: Lee Conrad · lee@depot.mil · +1 804 555 0177',
      'W25G1V: Pat Customer · pat@example.mil',
    ]);
    expect(fieldsOf(form).get('contactName')?.required).toBe(false);
    const lee = choices.find(({ title }) => title.includes('Lee'))?.value ?? '';
    const blank = { contactName: '', contactEmail: '', contactPhone: '' };
    const inputs = newCaseInputs({ ...blank, pr: '', nsn: '', requisition: '', customer: lee });
    const { details: of } = cardOf(await conversation.send('av2-agent', form, inputs), 'case').case;
    expect(of.contact).toEqual({ name: 'Lee Conrad', email: 'lee@depot.mil', phone: '+1 804 555 0177' });
  });

  it('offers the contacts with the email on any account, each with its account (AC-1)', async () => {
    const { conversation } = await withCustomers();
    const fields = fieldsOf(formOf(await conversation.say('av2-agent', 'new case lee@depot.mil')));
    expect(fields.get('contactName')?.value).toBe('');
    expect(
      fields
        .get('customer')
        ?.choices?.map(({ title }) => title.slice(0, 11))
        .sort(),
    ).toEqual(['N00189: Lee', 'W25G1V: Lee']);
  });

  it('still asks for a contact if none was chosen or entered (AC-1)', async () => {
    const { conversation } = await withCustomers();
    const form = formOf(await conversation.say('av2-agent', 'new case W25G1V'));
    const inputs = newCaseInputs({ contactName: '', contactEmail: '', customer: 'no such contact' });
    const faulty = formOf(await conversation.send('av2-agent', form, inputs));
    expect(Object.keys(faultsOf(faulty))).toEqual(['customer', 'contactName', 'contactEmail']);
    expect(faultsOf(faulty)['customer']).toContain('Customer not found');
    expect(fieldsOf(faulty).get('customer')?.choices).toHaveLength(2);
  });

  it('asks which data is right if a known contact is entered with other data, and overwrites nothing (AC-1, RE-1)', async () => {
    const { conversation } = await withCustomers();
    const form = formOf(await conversation.say('av2-agent', 'new case'));
    const given = newCaseInputs({ pr: '', nsn: '', requisition: '', contactPhone: '+1 804 555 0199' });
    const asked = formOf(await conversation.send('av2-agent', form, given));
    expect(fieldsOf(asked).get('contactAs')?.choices?.[0]?.title).toBe(
      'As recorded: Pat Customer · pat@example.mil',
    );
    expect(faultsOf(asked)['contactAs']).toContain('Choose one');
    expect(asked.refused).toContain('Choose below which ones the case should use');
    expect(fieldsOf(asked).get('contactPhone')?.value).toBe('+1 804 555 0199');
    // Unanswered it is asked again, beside the faults of other fields too.
    expect(faultsOf(formOf(await conversation.send('av2-agent', asked)))['contactAs']).toContain(
      'Choose one',
    );

    const known = cardOf(await conversation.send('av2-agent', asked, { contactAs: 'known' }), 'case');
    expect(known.case.details.contact).toEqual({ name: 'Pat Customer', email: 'pat@example.mil' });
    const typed = cardOf(await conversation.send('av2-agent', asked, { contactAs: 'typed' }), 'case');
    expect(typed.case.details.contact.phone).toBe('+1 804 555 0199');
    const record = await conversation.customers.contactLike(
      known.case.details.account,
      known.case.details.contact,
    );
    expect(record?.contact.contact.phone).toBeUndefined();
    expect(record?.contact.timeline).toHaveLength(1);
    const shown = cardOf(await conversation.say('av2-agent', `customer ${typed.case.number}`), 'list');
    expect(shown.intro).toContain('On record: Pat Customer · pat@example.mil');
  });

  it('does not ask if fewer data are entered than are known, or the same data with other letters (AC-1)', async () => {
    const { open, conversation } = await withCustomers();
    const number = await open({ contactName: 'LEE conrad', contactEmail: 'Lee@Depot.mil', contactPhone: '' });
    expect((await conversation.case(number)).details.contact.name).toBe('LEE conrad');
  });

  it('links it to the cases shown if they are related (CA-3)', async () => {
    const conversation = new Conversation(registry);
    const form = formOf(await conversation.say('av2-agent', 'new case'));
    await conversation.send('av2-agent', form, newCaseInputs());
    const shown = formOf(await conversation.send('av2-agent', form, newCaseInputs({ pr: '7009999999' })));
    expect(fieldsOf(shown).get('link')).toMatchObject({ kind: 'toggle', value: '' });
    for (const cause of ['turn-x', 'turn-x']) {
      const card = cardOf(await conversation.send('av2-agent', shown, { link: 'true' }, cause), 'case');
      expect(card.banner?.text).toBe('CS0000002 was created. It is linked to CS0000001.');
    }
    for (const [number, other] of [
      ['CS0000001', 'CS0000002'],
      ['CS0000002', 'CS0000001'],
    ] as const)
      expect((await conversation.case(number)).links).toEqual([other]);
    const notLinked = formOf(await conversation.send('av2-agent', form, newCaseInputs({ pr: '7008888888' })));
    const card = cardOf(await conversation.send('av2-agent', notLinked, { link: 'false' }), 'case');
    expect(card.case.links).toEqual([]);
  });
});
