import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, opened, type Happened } from '../../support/cases';
import { cardOf, Conversation, formOf, refusalOf } from '../../support/conversation';
import { newCaseInputs } from '../../support/new-case-inputs';
import { DAY } from '../../support/site';

const registry = registryOf(allCommands);
const ONE = 'CS0000001';
const NEW = { contactEmail: 'pat.customer@example.mil', why: 'They wrote from there.' };
const ofPat = (pr: string, contact = details().contact): Happened =>
  opened('av2', { details: details({ pr, contact }) });
const CLOSED: readonly Happened[] = [
  { kind: 'resolved', notes: 'x' },
  { kind: 'closed', text: 'x' },
];

/** Two open cases of Pat, a closed one, and one of another person of the account. */
async function withCases() {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(ofPat('7000000001')));
  await conversation.hold(
    aCase(ofPat('7000000002', { name: 'Pat Customer', email: 'PAT@example.mil', phone: '555 0101' })),
  );
  await conversation.hold(aCase(ofPat('7000000003'), ...CLOSED));
  await conversation.hold(aCase(ofPat('7000000004', { name: 'Lee', email: 'lee@example.mil' })));
  conversation.now += DAY;
  return conversation;
}

const formIn = async (conversation: Conversation) =>
  formOf(await conversation.say('av2-agent', 'correct contact cs1'));
const emailsOf = (conversation: Conversation) =>
  Promise.all(
    [1, 2, 3, 4].map(async (nth) => (await conversation.case(`CS000000${nth}`)).details.contact.email),
  );
const MOVED = [NEW.contactEmail, NEW.contactEmail, 'pat@example.mil', 'lee@example.mil'];

describe('Correcting a contact', () => {
  it('is refused to a Distribution agent without a case for the contact, and the form they send changes nothing (AC-1, AC-2)', async () => {
    const conversation = await withCases();
    for (const who of ['di2-agent', 'av2-other', 'av3-agent', 'nobody', 'analyst']) {
      const refused = refusalOf(await conversation.say(who, 'correct contact cs1'));
      expect(refused.params['who']).toBe(
        'the assignee of an open case of this contact (Av2 Agent, CS0000002), a gatekeeper or supervisor of the group that holds it, a member of a Level 1 group, or the program office',
      );
      const sent = { case: ONE, contactName: 'Pat', ...NEW, submitted: 'yes' };
      const form = formOf(await conversation.press(who, 'customers.correct-contact', sent));
      expect(form.refused).toContain("isn't available to you here");
    }
    expect(await emailsOf(conversation)).not.toContain(NEW.contactEmail);
  });

  it.each(['av2-agent', 'av2-gatekeeper', 'av2-supervisor', 'cic-agent', 'cic-supervisor', 'po-agent'])(
    'is allowed for %s (AC-1, AC-2)',
    async (who) => {
      const conversation = await withCases();
      const form = formOf(await conversation.say(who, 'correct contact cs1'));
      cardOf(await conversation.send(who, form, NEW), 'case');
      expect(await emailsOf(conversation)).toEqual(MOVED);
    },
  );

  it('counts any open case of the contact, whichever case it starts from, and no closed one (AC-1, AC-2)', async () => {
    const conversation = await withCases();
    await conversation.hold(
      aCase(opened('di2', { details: details({ pr: '7000000005', msc: 'distribution' }) })),
    );
    // The Distribution agent has a case of Pat now; the third case is closed and is Pat's too.
    for (const number of ['cs1', 'cs3', 'cs5'])
      formOf(await conversation.say('di2-agent', `correct contact ${number}`));
    refusalOf(await conversation.say('di2-other', 'correct contact cs5'));
    const alone = new Conversation(registry);
    await alone.hold(aCase(ofPat('7000000003'), ...CLOSED));
    const refused = refusalOf(await alone.say('av2-agent', 'correct contact cs1'));
    expect(refused.params['who']).toBe('a member of a Level 1 group or the program office');
  });

  it("searches the account's cases only if the current case isn't enough (AC-1, AC-2)", async () => {
    const conversation = await withCases();
    const looked = jest.spyOn(conversation.cases, 'openOfAccount');
    for (const who of ['av2-agent', 'av2-supervisor', 'cic-agent'])
      formOf(await conversation.say(who, 'correct contact cs1'));
    expect(looked).not.toHaveBeenCalled();
    // A closed case says nothing of who may.
    formOf(await conversation.say('av2-agent', 'correct contact cs3'));
    expect(looked).toHaveBeenCalledTimes(1);
  });

  it('counts an open case under the former address as long as no one else has that address (AC-1, AC-2)', async () => {
    const conversation = await withCases();
    await conversation.send('av2-agent', await formIn(conversation), NEW);
    // Recorded since under the address that was Pat's: a case of that person is none of Pat's.
    const lee = formOf(await conversation.say('av2-agent', 'correct contact cs4'));
    await conversation.send('av2-agent', lee, {
      contactEmail: 'pat@example.mil',
      why: 'Took the desk over.',
    });
    const theirs = details({ pr: '7000000006', contact: { name: 'Lee', email: 'pat@example.mil' } });
    await conversation.hold(aCase(opened('di2', { details: theirs })));
    refusalOf(await conversation.say('di2-agent', 'correct contact cs1'));
    formOf(await conversation.say('di2-agent', 'correct contact cs4'));
  });

  it('does not happen when a case is opened with other data, chosen or typed (AC-1, AC-2)', async () => {
    const conversation = await withCases();
    await conversation.say('av2-agent', 'correct contact cs1');
    const pat = { name: 'Pat Customer', email: 'pat@example.mil' };
    const account = details().account;
    const customer = (await conversation.customers.contactLike(account, pat))?.contact.id ?? '';
    const form = formOf(await conversation.say('di2-agent', 'new case'));
    for (const chosen of [{ customer }, { customer: '' }]) {
      const typed = { ...chosen, contactName: 'Pat Thief', contactPhone: '555 0666', pr: '', nsn: '' };
      const place = { msc: 'distribution', account: account.code };
      const inputs = newCaseInputs({ ...typed, ...place, contactEmail: pat.email });
      const asked = formOf(await conversation.send('di2-agent', form, inputs));
      const made = cardOf(await conversation.send('di2-agent', asked, { contactAs: 'typed' }), 'case');
      expect(made.case.details.contact.name).toBe('Pat Thief');
      const known = await conversation.customers.contactLike(account, pat);
      expect(known?.contact.contact).toEqual(pat);
      expect((await conversation.case(ONE)).details.contact).toEqual(pat);
    }
  });
});
