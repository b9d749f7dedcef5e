import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf } from '../../support/conversation';
import { newCaseInputs } from '../../support/new-case-inputs';

const registry = registryOf(allCommands);

const NO_CUSTOMER = {
  account: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  nsn: '',
  pr: '',
  requisition: '',
};

/** Pat and Lee of one account, and Lee of another, on record. */
async function withCustomers() {
  const conversation = new Conversation(registry);
  const pat = { name: 'Pat Customer', email: 'pat@example.mil' };
  const lee = { name: 'Lee Conrad', email: 'lee@depot.mil', phone: '+1 804 555 0177' };
  const act = { by: 'av2-agent', at: 1, cause: 'c' };
  await conversation.customers.record({ kind: 'DoDAAC', code: 'W25G1V' }, pat, act);
  await conversation.customers.record({ kind: 'DoDAAC', code: 'W25G1V' }, lee, act);
  await conversation.customers.record({ kind: 'DoDAAC', code: 'N00189' }, lee, act);
  return { conversation };
}

describe('A new case for a chosen customer', () => {
  it('takes the account and contact from the current record if only the customer is chosen (AC-1)', async () => {
    const { conversation } = await withCustomers();
    const form = formOf(await conversation.say('av2-agent', 'new case'));
    const field = fieldsOf(form).get('customer');
    expect(field?.choices?.map(({ title }) => title).sort()).toEqual([
      'N00189: Lee Conrad · lee@depot.mil · +1 804 555 0177',
      'W25G1V: Lee Conrad · lee@depot.mil · +1 804 555 0177',
      'W25G1V: Pat Customer · pat@example.mil',
    ]);
    expect(fieldsOf(form).get('account')?.required).toBe(false);
    const customer = field?.choices?.find(({ title }) => title.startsWith('N00189'))?.value ?? '';
    const sent = newCaseInputs({ ...NO_CUSTOMER, customer });
    const { details: of } = cardOf(await conversation.send('av2-agent', form, sent), 'case').case;
    expect(of.account).toEqual({ kind: 'DoDAAC', code: 'N00189' });
    expect(of.contact).toEqual({ name: 'Lee Conrad', email: 'lee@depot.mil', phone: '+1 804 555 0177' });
  });

  it('asks which is right if other data is entered along with the chosen customer (AC-1, RE-1)', async () => {
    const { conversation } = await withCustomers();
    const form = formOf(await conversation.say('av2-agent', 'new case'));
    const customer = 'DoDAAC:N00189 lee@depot.mil';
    const typed = { ...NO_CUSTOMER, customer, contactEmail: 'lee@new.mil' };
    const asked = formOf(await conversation.send('av2-agent', form, newCaseInputs(typed)));
    expect(fieldsOf(asked).get('contactAs')?.choices?.[0]?.title).toContain('As recorded: Lee Conrad');
    const card = cardOf(await conversation.send('av2-agent', asked, { contactAs: 'typed' }), 'case');
    expect(card.case.details.contact.email).toBe('lee@new.mil');
  });

  it("is refused at the choice if the customer belongs to another account or doesn't exist (AC-1, ES-9)", async () => {
    const { conversation } = await withCustomers();
    const form = formOf(await conversation.say('av2-agent', 'new case'));
    const faultOf = async (change: Record<string, string>) =>
      faultsOf(formOf(await conversation.send('av2-agent', form, newCaseInputs(change))));
    expect(await faultOf({ customer: 'DoDAAC:N00189 lee@depot.mil' })).toEqual({
      customer: 'This customer belongs to N00189, but you entered W25G1V below. Clear one of the two.',
    });
    for (const customer of ['forged', '__proto__', 'x'.repeat(5_000)])
      expect(Object.keys(await faultOf({ customer }))).toEqual(['customer']);
    expect(Object.keys(await faultOf({ ...NO_CUSTOMER }))).toEqual([
      'account',
      'contactName',
      'contactEmail',
    ]);
    expect(await conversation.cases.get('CS0000001')).toBeUndefined();
  });

  it('reads the record again, whatever the card showed (AC-1, RE-1)', async () => {
    const { conversation } = await withCustomers();
    const form = formOf(await conversation.say('av2-agent', 'new case'));
    const customer = 'DoDAAC:W25G1V pat@example.mil';
    const { contact, version } = (await conversation.customers.contact(customer))!;
    const to = { name: 'Pat Moved', email: 'pat@new.mil' };
    const entry = {
      by: 'a',
      at: 2,
      cause: 'd',
      kind: 'corrected',
      from: contact.contact,
      to,
      why: 'Moved.',
    } as const;
    await conversation.customers.saveContact(version, { ...contact, timeline: [...contact.timeline, entry] });
    const sent = newCaseInputs({ ...NO_CUSTOMER, customer });
    const { details: of } = cardOf(await conversation.send('av2-agent', form, sent), 'case').case;
    expect(of.contact).toEqual(to);
  });
});
