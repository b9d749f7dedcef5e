import { propagatePending } from '../../../src/commands/cases/propagate-corrections';
import { registryOf } from '../../../src/commands/registry';
import { renderCard } from '../../../src/cards/shared/render';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, opened, type Happened } from '../../support/cases';
import { textOf } from '../../support/card-nodes';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { HOSTILE_TEXTS } from '../../support/new-case-inputs';
import { aWorld, DAY } from '../../support/site';

const nothing = (): void => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

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

/** Lets the process end at the save of that number. */
function endingAt(conversation: Conversation, nth: number): void {
  let saves = 0;
  conversation.cases.beforeSave = () =>
    ++saves === nth ? Promise.reject(new Error('The process ended')) : Promise.resolve();
}

describe('Correcting a contact', () => {
  it('adds an entry with a reason, and updates the address on their open cases (AC-1, RE-1)', async () => {
    const conversation = await withCases();
    const form = await formIn(conversation);
    expect(fieldsOf(form).get('contactEmail')?.value).toBe('pat@example.mil');
    const card = cardOf(await conversation.send('av2-gatekeeper', form, NEW), 'case');
    expect(card.banner?.text).toBe('The contact was corrected. 2 open cases show it.');
    expect(card.case.details).toMatchObject({
      contact: { name: 'Pat Customer', email: NEW.contactEmail },
      description: details().description,
    });
    expect(await emailsOf(conversation)).toEqual(MOVED);
    // The newest first.
    expect(conversation.nudged).toEqual(['CS0000002', 'CS0000001']);
    // What a case was given otherwise and is not what was corrected stays.
    expect((await conversation.case('CS0000002')).details.contact.phone).toBe('555 0101');
    const [opening, corrected] = (await conversation.case(ONE)).timeline;
    expect(opening).toMatchObject({ details: { contact: { email: 'pat@example.mil' } } });
    expect(corrected).toMatchObject({ kind: 'contact-corrected', by: 'av2-gatekeeper', why: NEW.why });
    const history = await conversation.say('av2-agent', 'history cs1');
    if (history.kind === 'refusal') throw new Error(history.refusal.code);
    const text = textOf(renderCard(history.reply.card, aWorld(conversation.now)).content);
    expect(text).toContain('Contact corrected');
    expect(text).toContain('Was: Pat Customer · pat@example.mil');
    const customer = cardOf(await conversation.say('av2-agent', 'customer cs1'), 'list');
    expect(customer.intro).toContain(
      'Av2 Gatekeeper. Contact corrected: Pat Customer · pat@example.mil → Pat Customer · pat.customer@example.mil. Why: They wrote',
    );
    // Also from a case whose contact has the former address.
    expect(cardOf(await conversation.say('av2-agent', 'customer cs3'), 'list').intro).toContain('On record');
  });

  it('sends later messages to the corrected address (AC-1, CL-3)', async () => {
    const conversation = await withCases();
    await conversation.send('av2-agent', await formIn(conversation), NEW);
    const status = { case: 'CS0000002', text: 'It ships on Friday.', submitted: 'yes' };
    cardOf(await conversation.press('av2-agent', 'case.status', status), 'case');
    const sent = (await conversation.case('CS0000002')).timeline.at(-1);
    expect(sent).toMatchObject({ kind: 'status-sent', word: { by: 'email', to: NEW.contactEmail } });
  });

  it('says at each field what is wrong and what would be right, and keeps what was typed (AC-1)', async () => {
    const conversation = await withCases();
    const form = await formIn(conversation);
    const faultsFor = async (typed: Record<string, string>) =>
      faultsOf(formOf(await conversation.send('av2-agent', form, typed)));
    expect(await faultsFor({})).toEqual({
      contactName: "Nothing has changed. Correct what's wrong.",
      why: "Explain why you're correcting it: what the customer said, or where you found it.",
    });
    expect((await faultsFor({ ...NEW, contactEmail: 'no address' }))['contactEmail']).toContain(
      "isn't a valid email",
    );
    expect((await faultsFor({ ...NEW, contactEmail: '' }))['contactEmail']).toContain('or phone number');
    expect((await faultsFor({ ...NEW, contactName: 'x'.repeat(121) }))['contactName']).toContain(
      '121 characters',
    );
    expect((await faultsFor({ ...NEW, why: 'x'.repeat(2_001) }))['why']).toContain('2001 characters');
    await conversation.say('av2-agent', 'correct contact cs4');
    const taken = formOf(
      await conversation.send('av2-agent', form, { ...NEW, contactEmail: 'Lee@example.mil' }),
    );
    expect(faultsOf(taken)['contactEmail']).toContain('Another contact of this account');
    expect(fieldsOf(taken).get('contactEmail')?.value).toBe('Lee@example.mil');
    expect(fieldsOf(taken).get('why')?.value).toBe(NEW.why);
    expect((await conversation.case(ONE)).timeline).toHaveLength(1);
  });

  it("asks which case, and says if it wasn't found", async () => {
    const conversation = await withCases();
    expect(fieldsOf(formOf(await conversation.say('av2-agent', 'correct contact'))).has('case')).toBe(true);
    expect(refusalOf(await conversation.say('av2-agent', 'correct contact cs77')).code).toBe('no-such-case');
  });

  it('is done once if the form comes twice (RE-1)', async () => {
    const conversation = await withCases();
    const form = await formIn(conversation);
    for (const cause of ['turn-x', 'turn-x'])
      cardOf(await conversation.send('av2-agent', form, NEW, cause), 'case');
    const { details: of, timeline } = await conversation.case(ONE);
    expect(timeline.map(({ kind }) => kind)).toEqual(['opened', 'contact-corrected']);
    const known = await conversation.customers.contactLike(of.account, of.contact);
    expect(known?.contact.timeline).toHaveLength(2);
  });

  it.each([1, 2])(
    'that stopped at save %d of the cases reaches the rest when the same form is sent again (RE-1)',
    async (nth) => {
      const conversation = await withCases();
      const form = await formIn(conversation);
      endingAt(conversation, nth);
      await expect(conversation.send('av2-agent', form, NEW, 'turn-x')).rejects.toThrow('The process ended');
      cardOf(await conversation.send('av2-agent', form, NEW, 'turn-x'), 'case');
      expect(await emailsOf(conversation)).toEqual(MOVED);
      expect(await conversation.customers.withPending(10)).toEqual([]);
    },
  );

  it.each([1, 2])('that stopped at save %d of the cases reaches the rest by itself (RE-1)', async (nth) => {
    const conversation = await withCases();
    const form = await formIn(conversation);
    endingAt(conversation, nth);
    await expect(conversation.send('av2-agent', form, NEW)).rejects.toThrow('The process ended');
    const { cases, customers } = conversation;
    for (const now of [conversation.now, conversation.now + DAY])
      await propagatePending({ ...aWorld(now), cases, customers, log: SILENT });
    expect(await emailsOf(conversation)).toEqual(MOVED);
    expect((await conversation.case('CS0000002')).timeline).toHaveLength(2);
    expect(await customers.withPending(10)).toEqual([]);
  });

  it('by two people at once keeps both corrections, one after the other (RE-1)', async () => {
    const conversation = await withCases();
    const form = await formIn(conversation);
    const phone = { contactPhone: '555 0199', why: 'They called.' };
    const [first, second] = await Promise.all([
      conversation.send('av2-agent', form, NEW),
      conversation.send('cic-agent', form, phone),
    ]);
    // The one who was second sees what the other corrected before their own correction is kept.
    expect(cardOf(first, 'case').case.details.contact.email).toBe(NEW.contactEmail);
    const back = formOf(second);
    expect(back.refused).toMatch(/^The contact changed/u);
    await conversation.send('cic-agent', back, { ...phone, contactEmail: NEW.contactEmail });
    const { details: of, timeline } = await conversation.case(ONE);
    const known = await conversation.customers.contactLike(of.account, of.contact);
    expect(known?.contact.timeline.map(({ kind }) => kind)).toEqual(['recorded', 'corrected', 'corrected']);
    expect(timeline.map(({ kind }) => kind)).toEqual(['opened', 'contact-corrected', 'contact-corrected']);
    expect(of.contact).toEqual(known?.contact.contact);
    expect(of.contact).toMatchObject({ email: NEW.contactEmail, phone: '555 0199' });
  });

  it('reaches a closed case when it is reopened (AC-1, RE-1)', async () => {
    const conversation = await withCases();
    await conversation.send('av2-agent', await formIn(conversation), NEW);
    const card = cardOf(await conversation.say('av2-agent', 'reopen cs3 Wrong part.'), 'case');
    expect(card.case.details.contact.email).toBe(NEW.contactEmail);
    expect(card.case.timeline.slice(-2).map(({ kind }) => kind)).toEqual(['reopened', 'contact-corrected']);
  });

  it('does not affect a later case, or another person who has the former address now (AC-1)', async () => {
    const conversation = await withCases();
    await conversation.send('av2-agent', await formIn(conversation), NEW);
    const lee = formOf(await conversation.say('av2-agent', 'correct contact cs4'));
    await conversation.send('av2-agent', lee, {
      contactEmail: 'pat@example.mil',
      why: 'Took the desk over.',
    });
    expect(await emailsOf(conversation)).toEqual([
      NEW.contactEmail,
      NEW.contactEmail,
      'pat@example.mil',
      'pat@example.mil',
    ]);
    const { cases, customers } = conversation;
    await propagatePending({ ...aWorld(conversation.now), cases, customers, log: SILENT });
    expect((await conversation.case('CS0000004')).details.contact).toEqual({
      name: 'Lee',
      email: 'pat@example.mil',
    });
  });

  it.each(HOSTILE_TEXTS)('keeps %j as text', async (text) => {
    const conversation = await withCases();
    const form = await formIn(conversation);
    const card = cardOf(await conversation.send('av2-agent', form, { contactName: text, why: text }), 'case');
    expect(card.case.details.contact.name).toBe(text);
  });
});
